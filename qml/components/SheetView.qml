// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import KiemPhieu

// A scanned sheet, upright, with boxes over it. `boxes`: list of {x, y, w, h} as parts (0…1) of the page, with `kind` "doubt", "mark", "none" or "picked" and a `tag`
// that says the same in a sign or a word. `spot`: the place looked at now. Wheel, pinch, the two buttons and + − 0 enlarge, dragging moves, two taps turn it back.
FocusScope {
    id: root
    property int sheet: 0
    property var boxes: []
    property var spot: null
    property bool showAll: false
    property bool tools: true
    property real zoom: 1
    property alias imageStatus: picture.status
    readonly property real most: 8
    signal boxTapped(int index)
    function show(fraction: rect) {  // enlarges so that this part fills the view, for the doubtful spot
        if (picture.implicitWidth <= 0 || fraction.width <= 0) return
        zoom = Math.max(1, Math.min(most, Math.min(width / (fraction.width * paper.plainWidth), height / (fraction.height * paper.plainHeight))))
        flick.moveTo((fraction.x + fraction.width / 2) * paper.width + paper.x - width / 2, (fraction.y + fraction.height / 2) * paper.height + paper.y - height / 2)
    }
    function whole() { zoom = 1; flick.moveTo(0, 0) }
    function zoomBy(factor: real, x: real, y: real) {  // the point under the pointer stays where it is
        const before = zoom, px = flick.contentX + x - paper.x, py = flick.contentY + y - paper.y
        zoom = Math.max(1, Math.min(most, zoom * factor))
        flick.moveTo(px * zoom / before + paper.x - x, py * zoom / before + paper.y - y)
    }
    onSheetChanged: whole()
    activeFocusOnTab: true
    Accessible.role: Accessible.Graphic
    Accessible.name: sheet > 0 ? qsTr("Ảnh quét của tờ số %1").arg(sheet) : qsTr("Không có ảnh")
    Keys.onPressed: event => {
        if (event.key === Qt.Key_Plus || event.key === Qt.Key_Equal) root.zoomBy(1.5, width / 2, height / 2)
        else if (event.key === Qt.Key_Minus) root.zoomBy(1 / 1.5, width / 2, height / 2)
        else if (event.key === Qt.Key_0 && root.activeFocus && root.zoom > 1) root.whole()
        else return
        event.accepted = true
    }
    Rectangle { anchors.fill: parent; color: Theme.line; border.width: root.activeFocus ? Theme.px(3) : 0; border.color: Theme.focus }
    Flickable {
        id: flick
        anchors { fill: parent; margins: root.activeFocus ? Theme.px(3) : 0 }
        clip: true
        contentWidth: Math.max(width, paper.width)
        contentHeight: Math.max(height, paper.height)
        boundsBehavior: Flickable.StopAtBounds
        function moveTo(x: real, y: real) {
            contentX = Math.max(0, Math.min(x, contentWidth - width))
            contentY = Math.max(0, Math.min(y, contentHeight - height))
        }
        Item {
            id: paper
            readonly property real fit: picture.implicitWidth > 0 ? Math.min(root.width / picture.implicitWidth, root.height / picture.implicitHeight) : 1
            readonly property real plainWidth: picture.implicitWidth * fit
            readonly property real plainHeight: picture.implicitHeight * fit
            width: plainWidth * root.zoom
            height: plainHeight * root.zoom
            x: Math.max(0, (flick.width - width) / 2)
            y: Math.max(0, (flick.height - height) / 2)
            Image {
                id: picture
                anchors.fill: parent
                asynchronous: true
                smooth: true
                mipmap: true
                fillMode: Image.Stretch
                source: root.sheet > 0 ? "image://sheet/" + root.sheet : ""
            }
            Repeater {
                model: picture.status === Image.Ready ? root.boxes : []
                SheetBox {
                    id: box
                    required property var modelData
                    required property int index
                    visible: modelData.kind !== "none" || root.showAll
                    paperWidth: paper.width
                    paperHeight: paper.height
                    part: modelData
                    TapHandler { onTapped: root.boxTapped(box.index) }
                }
            }
            SheetBox { visible: !!root.spot && picture.status === Image.Ready; paperWidth: paper.width; paperHeight: paper.height; part: root.spot ?? ({ x: 0, y: 0, w: 0, h: 0, kind: "picked", tag: "" }); strong: true }
        }
        TapHandler { onDoubleTapped: eventPoint => { if (root.zoom > 1) root.whole(); else root.zoomBy(2.5, eventPoint.position.x - flick.contentX, eventPoint.position.y - flick.contentY) } }
        WheelHandler {
            acceptedModifiers: Qt.NoModifier
            onWheel: event => root.zoomBy(event.angleDelta.y > 0 ? 1.2 : 1 / 1.2, event.x, event.y)
        }
    }
    PinchHandler {
        target: null
        onActiveScaleChanged: root.zoomBy(activeScale > 1 ? 1.02 : 1 / 1.02, centroid.position.x, centroid.position.y)
    }
    KText {
        anchors.centerIn: parent
        width: parent.width - Theme.px(32)
        horizontalAlignment: Text.AlignHCenter
        visible: picture.status !== Image.Ready
        text: root.sheet <= 0 ? qsTr("Không có ảnh") : picture.status === Image.Error ? qsTr("Tờ này không có ảnh quét.") : qsTr("Đang mở ảnh…")
        soft: true
    }
    Row {
        visible: root.tools && picture.status === Image.Ready
        anchors { left: parent.left; bottom: parent.bottom; margins: Theme.px(6) }  // over the printed code, where nobody writes
        spacing: Theme.px(6)
        opacity: 0.94
        KButton { visible: root.zoom > 1; text: qsTr("Cả trang"); focusPolicy: Qt.NoFocus; onClicked: root.whole() }
        KButton { text: "−"; implicitWidth: Theme.target; focusPolicy: Qt.NoFocus; enabled: root.zoom > 1; Accessible.name: qsTr("Thu nhỏ"); onClicked: root.zoomBy(1 / 1.6, root.width / 2, root.height / 2) }
        KButton { text: "+"; implicitWidth: Theme.target; focusPolicy: Qt.NoFocus; enabled: root.zoom < root.most; Accessible.name: qsTr("Phóng to"); onClicked: root.zoomBy(1.6, root.width / 2, root.height / 2) }
    }
}
