// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import KiemPhieu
import KiemPhieu.Kiosk

// The ballot as it will print, redrawn as the contest changes.
Item {
    id: root
    required property ContestModel model
    KText { id: face; width: parent.width; text: root.model.face; font.bold: true; maximumLineCount: 2; elide: Text.ElideRight }
    PaperView {
        objectName: "ballotPicture"
        anchors { left: parent.left; right: parent.right; top: face.bottom; bottom: parent.bottom; topMargin: Theme.px(8) }
        paperKey: root.model.paperKey
        pages: root.model.paperPages
        what: qsTr("Phiếu bầu sẽ in")
        emptyText: root.model.looking ? qsTr("Đang vẽ phiếu…") : root.model.paperProblem
        opacity: root.model.looking ? 0.6 : 1
    }
}
