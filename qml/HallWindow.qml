// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import KiemPhieu
import KiemPhieu.Kiosk

// What the hall sees, full screen, without any control. On the operator's own screen Escape brings the operator back, and the keys of a presenter's remote turn the pages.
Window {
    id: root
    required property Hall hall
    objectName: "hallWindow"
    title: qsTr("Màn hình hội trường")
    flags: Qt.Window | Qt.FramelessWindowHint
    color: picture.ground
    HallPicture {
        id: picture
        anchors.fill: parent
        slide: root.hall.slide
        focus: true
        Keys.onPressed: event => {
            if (event.key === Qt.Key_Escape) root.hall.closeWindow()
            else if (event.key === Qt.Key_PageDown || event.key === Qt.Key_Right || event.key === Qt.Key_Space) root.hall.next()
            else if (event.key === Qt.Key_PageUp || event.key === Qt.Key_Left) root.hall.back()
            else return
            event.accepted = true
        }
    }
    MouseArea { anchors.fill: parent; cursorShape: Qt.BlankCursor }
}
