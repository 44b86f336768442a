// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import KiemPhieu
import KiemPhieu.Kiosk

// The sums that must hold before minutes can be made, each with its two sides; the first that fails is named on top.
Card {
    id: card
    required property FiguresModel model
    implicitHeight: 0  // as high as its place; the content scrolls or fills it
    heading: qsTr("Các phép cộng phải khớp")
    Flickable {
        anchors.fill: parent
        contentHeight: list.implicitHeight
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        Column {
            id: list
            width: parent.width
            spacing: Theme.px(8)
            KText { objectName: "firstFailing"; width: parent.width; visible: card.model.firstFailing !== ""; text: qsTr("! Chưa khớp: %1").arg(card.model.firstFailing); color: Theme.bad; font.bold: true }
            SumLines { width: parent.width; sums: card.model.sums }
            KText { width: parent.width; visible: !card.model.counted; text: qsTr("Khi đã kiểm phiếu, ở đây có thêm các phép cộng về phiếu hợp lệ và số phiếu của từng người."); soft: true; font.pixelSize: Theme.small }
        }
    }
}
