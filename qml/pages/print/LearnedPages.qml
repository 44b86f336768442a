// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import KiemPhieu

// Pages of a learned form as the machine understood them: numbers and names in red beside the print, places to mark outlined. One at a time, enlarged by buttons.
FocusScope {
    id: root
    property var pictures: []
    property int page: 1
    property real zoom: 1
    property string emptyText: ""
    onPicturesChanged: page = 1
    activeFocusOnTab: true
    function turn(by: int) { page = Math.max(1, Math.min(pictures.length, page + by)); flick.contentY = 0 }
    Rectangle {
        anchors { fill: parent; bottomMargin: tools.height + Theme.px(8) }
        color: Theme.line
        radius: Theme.radius
        border.width: root.activeFocus ? Theme.px(3) : 0
        border.color: Theme.focus
        clip: true
        Flickable {
            id: flick
            anchors { fill: parent; margins: Theme.px(8) }
            contentWidth: Math.max(width, picture.width)
            contentHeight: Math.max(height, picture.height)
            boundsBehavior: Flickable.StopAtBounds
            clip: true
            ScrollBar.vertical: ScrollBar {}
            ScrollBar.horizontal: ScrollBar {}
            Image {
                id: picture
                objectName: "learnedPicture"
                readonly property real fit: implicitWidth > 0 && implicitHeight > 0 ? Math.min(flick.width / implicitWidth, flick.height / implicitHeight) : 0
                width: implicitWidth * fit * root.zoom
                height: implicitHeight * fit * root.zoom
                x: Math.max(0, (flick.width - width) / 2)
                asynchronous: true
                cache: false
                mipmap: true
                source: root.pictures.length >= root.page ? root.pictures[root.page - 1] : ""
                Accessible.role: Accessible.Graphic
                Accessible.name: qsTr("Mẫu phiếu, trang %1/%2").arg(root.page).arg(root.pictures.length)
            }
        }
        KText { anchors.centerIn: parent; width: parent.width - Theme.px(40); horizontalAlignment: Text.AlignHCenter; visible: root.pictures.length === 0; text: root.emptyText; soft: true }
    }
    Row {
        id: tools
        anchors { horizontalCenter: parent.horizontalCenter; bottom: parent.bottom }
        height: Theme.target
        spacing: Theme.px(6)
        visible: root.pictures.length > 0
        KButton { objectName: "learnedBack"; visible: root.pictures.length > 1; implicitWidth: Theme.target; text: "‹"; enabled: root.page > 1; Accessible.name: qsTr("Trang trước"); onClicked: root.turn(-1) }
        KText { height: Theme.target; verticalAlignment: Text.AlignVCenter; text: qsTr("Trang %1/%2").arg(root.page).arg(root.pictures.length); wrapMode: Text.NoWrap; leftPadding: Theme.px(4); rightPadding: Theme.px(4) }
        KButton { objectName: "learnedNext"; visible: root.pictures.length > 1; implicitWidth: Theme.target; text: "›"; enabled: root.page < root.pictures.length; Accessible.name: qsTr("Trang sau"); onClicked: root.turn(1) }
        KButton { objectName: "learnedSmaller"; implicitWidth: Theme.target; text: "−"; enabled: root.zoom > 1; Accessible.name: qsTr("Thu nhỏ"); onClicked: root.zoom = Math.max(1, root.zoom / 1.5) }
        KButton { objectName: "learnedLarger"; implicitWidth: Theme.target; text: "+"; enabled: root.zoom < 4; Accessible.name: qsTr("Phóng to"); onClicked: root.zoom = Math.min(4, root.zoom * 1.5) }
    }
}
