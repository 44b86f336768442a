// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import KiemPhieu
import KiemPhieu.Kiosk

// The last sheets, newest on the left: picture, number, and what became of it in sign and word.
Item {
    id: root
    required property SheetStripModel strip
    required property bool pictures
    KText {
        id: heading
        text: qsTr("Các tờ vừa nhận, mới nhất bên trái")
        soft: true
        font.pixelSize: Theme.small
    }
    Rectangle {
        visible: row.count === 0
        anchors { left: parent.left; right: parent.right; top: heading.bottom; topMargin: Theme.px(6); bottom: parent.bottom }
        radius: Theme.radius
        color: "transparent"
        border.width: 1
        border.color: Theme.line
        KText { anchors.centerIn: parent; text: qsTr("Lượt này chưa có tờ nào."); soft: true }
    }
    ListView {
        id: row
        objectName: "sheetStrip"
        anchors { left: parent.left; right: parent.right; top: heading.bottom; topMargin: Theme.px(6); bottom: parent.bottom }
        orientation: ListView.Horizontal
        spacing: Theme.px(10)
        clip: true
        model: root.strip
        boundsBehavior: Flickable.StopAtBounds
        delegate: SheetThumb { id: thumb; picture: root.pictures; onPointed: at => { if (at && why !== "") tip.showBeside(thumb); else if (tip.sheet === sheet) tip.close() } height: row.height; width: Math.max(Theme.px(112), Math.round((height - captionHeight) * 0.72)) }
    }
    KTip {  // one for all: sheets come and go too fast for each to have its own
        id: tip
        objectName: "sheetTip"
        property int sheet: 0
        timeout: 8000  // its sheet may have moved on
        function showBeside(thumb: SheetThumb) {
            const at = thumb.mapToItem(root, 0, 0)
            sheet = thumb.sheet
            text = thumb.why
            x = at.x
            y = at.y - height - Theme.px(4)
            open()
        }
    }
}
