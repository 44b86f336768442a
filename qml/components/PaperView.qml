// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import KiemPhieu

// Pages of a PDF as they will print, one at a time. `paperKey` is what PaperImages::keep() gave, `pages` how many. Page Up and Down turn the page, + and − enlarge.
FocusScope {
    id: root
    property string paperKey: ""
    property int pages: 0
    property int page: 1
    property real zoom: 1
    property string emptyText: ""
    property string what: qsTr("Văn bản")
    property bool bar: true
    readonly property bool drawing: paperKey === "" && emptyText.endsWith("…")  // else it says why there is none
    function turn(by: int) { page = Math.max(1, Math.min(pages, page + by)); flick.contentY = 0 }
    function enlarge(factor: real) { zoom = Math.max(1, Math.min(4, zoom * factor)) }
    onPagesChanged: if (page > pages) page = Math.max(1, pages)
    activeFocusOnTab: true
    Keys.onPressed: event => {
        event.accepted = true
        if (event.key === Qt.Key_PageDown) root.turn(1)
        else if (event.key === Qt.Key_PageUp) root.turn(-1)
        else if (event.key === Qt.Key_Plus || event.key === Qt.Key_Equal) root.enlarge(1.25)
        else if (event.key === Qt.Key_Minus) root.enlarge(0.8)
        else event.accepted = false
    }
    Rectangle {
        anchors { fill: parent; bottomMargin: tools.visible ? tools.height + Theme.px(8) : 0 }
        color: Theme.line
        radius: Theme.radius
        border.width: root.activeFocus ? Theme.px(3) : 0
        border.color: Theme.focus
        clip: true
        Flickable {
            id: flick
            anchors { fill: parent; margins: Theme.px(8) }
            contentWidth: Math.max(width, sheet.width)
            contentHeight: Math.max(height, sheet.height)
            boundsBehavior: Flickable.StopAtBounds
            clip: true
            ScrollBar.vertical: ScrollBar {}
            Rectangle {
                id: sheet
                readonly property real fitWidth: Math.min(flick.width, (flick.height - 1) / Math.SQRT2)  // A4 and A5 have the same shape
                width: Math.floor(fitWidth * root.zoom)
                height: Math.ceil(width * Math.SQRT2) + 1
                x: Math.max(0, (flick.width - width) / 2)
                y: Math.max(0, (flick.height - height) / 2)
                visible: root.paperKey !== ""
                Image {
                    id: picture
                    anchors.fill: parent
                    asynchronous: true
                    cache: false
                    smooth: true
                    mipmap: true
                    fillMode: Image.PreserveAspectFit
                    verticalAlignment: Image.AlignTop
                    source: root.paperKey === "" ? "" : "image://paper/" + root.paperKey + "/" + (root.page - 1)
                    sourceSize.width: Math.min(2400, Math.round(sheet.width * Screen.devicePixelRatio))
                    Accessible.role: Accessible.Graphic
                    Accessible.name: qsTr("%1, trang %2/%3").arg(root.what).arg(root.page).arg(root.pages)
                }
            }
            WheelHandler { acceptedModifiers: Qt.ControlModifier; onWheel: event => root.enlarge(event.angleDelta.y > 0 ? 1.2 : 1 / 1.2) }
        }
        KText { anchors.centerIn: parent; width: parent.width - Theme.px(40); horizontalAlignment: Text.AlignHCenter; visible: root.paperKey === ""; text: root.emptyText; soft: true }
        PinchHandler { target: null; onActiveScaleChanged: root.enlarge(activeScale > 1 ? 1.02 : 1 / 1.02) }
    }
    Row {
        id: tools
        visible: root.bar && root.pages > 0
        anchors { horizontalCenter: parent.horizontalCenter; bottom: parent.bottom }
        spacing: Theme.px(6)
        KButton { objectName: "paperBack"; visible: root.pages > 1; implicitWidth: Theme.target; text: "‹"; enabled: root.page > 1; Accessible.name: qsTr("Trang trước"); onClicked: root.turn(-1) }
        KText { objectName: "paperPage"; height: Theme.target; verticalAlignment: Text.AlignVCenter; text: qsTr("Trang %1/%2").arg(root.page).arg(root.pages); wrapMode: Text.NoWrap; leftPadding: Theme.px(4); rightPadding: Theme.px(4) }
        KButton { objectName: "paperNext"; visible: root.pages > 1; implicitWidth: Theme.target; text: "›"; enabled: root.page < root.pages; Accessible.name: qsTr("Trang sau"); onClicked: root.turn(1) }
        KButton { objectName: "paperSmaller"; implicitWidth: Theme.target; text: "−"; enabled: root.zoom > 1; Accessible.name: qsTr("Thu nhỏ"); onClicked: root.enlarge(1 / 1.5) }
        // beside one page alone − and + look as if they turned it
        KText { objectName: "paperZoom"; visible: root.pages === 1; height: Theme.target; verticalAlignment: Text.AlignVCenter; text: qsTr("%1 %").arg(Math.round(root.zoom * 100)); wrapMode: Text.NoWrap }
        KButton { objectName: "paperLarger"; implicitWidth: Theme.target; text: "+"; enabled: root.zoom < 4; Accessible.name: qsTr("Phóng to"); onClicked: root.enlarge(1.5) }
    }
}
