// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import KiemPhieu

// A scanned sheet, upright, with boxes over it. `boxes`: list of {x, y, w, h} as parts (0…1) of the page, with `kind` "doubt", "mark", "none" or "picked".
// Mouse wheel and pinch enlarge, dragging moves.
Rectangle {
    id: root
    property int sheet: 0
    property var boxes: []
    property real zoom: 1
    color: Theme.line
    clip: true
    signal boxTapped(int index)
    function show(fraction: rect) {  // enlarges so that this part fills the view, for the doubtful spot
        if (picture.implicitWidth <= 0) return
        const fit = Math.min(width / picture.implicitWidth, height / picture.implicitHeight)
        const factor = Math.min(width / (fraction.width * picture.implicitWidth), height / (fraction.height * picture.implicitHeight))
        zoom = Math.max(1, Math.min(8, factor / fit))
        flick.contentX = Math.max(0, (fraction.x + fraction.width / 2) * flick.contentWidth - width / 2)
        flick.contentY = Math.max(0, (fraction.y + fraction.height / 2) * flick.contentHeight - height / 2)
    }
    function whole() { zoom = 1; flick.contentX = 0; flick.contentY = 0 }
    Flickable {
        id: flick
        anchors.fill: parent
        contentWidth: Math.max(width, paper.width)
        contentHeight: Math.max(height, paper.height)
        boundsBehavior: Flickable.StopAtBounds
        Item {
            id: paper
            readonly property real fit: picture.implicitWidth > 0 ? Math.min(root.width / picture.implicitWidth, root.height / picture.implicitHeight) : 1
            width: picture.implicitWidth * fit * root.zoom
            height: picture.implicitHeight * fit * root.zoom
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
                Accessible.role: Accessible.Graphic
                Accessible.name: qsTr("Ảnh quét của tờ số %1").arg(root.sheet)
            }
            Repeater {
                model: root.boxes
                Rectangle {
                    id: box
                    required property var modelData
                    required property int index
                    x: modelData.x * paper.width - Theme.px(3)
                    y: modelData.y * paper.height - Theme.px(3)
                    width: modelData.w * paper.width + Theme.px(6)
                    height: modelData.h * paper.height + Theme.px(6)
                    color: "transparent"
                    radius: 3
                    border.width: modelData.kind === "none" ? 1 : Theme.px(3)
                    border.color: modelData.kind === "doubt" ? "#e07b00" : modelData.kind === "mark" ? Theme.bad : modelData.kind === "picked" ? Theme.focus : Theme.good
                    TapHandler { onTapped: root.boxTapped(box.index) }
                }
            }
        }
        WheelHandler {
            acceptedModifiers: Qt.NoModifier
            onWheel: event => root.zoom = Math.max(1, Math.min(8, root.zoom * (event.angleDelta.y > 0 ? 1.2 : 1 / 1.2)))
        }
    }
    PinchHandler {
        target: null
        onActiveScaleChanged: root.zoom = Math.max(1, Math.min(8, root.zoom * (activeScale > 1 ? 1.02 : 1 / 1.02)))
    }
}
