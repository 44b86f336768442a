// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import KiemPhieu

// A box on a scanned sheet. Its kind is told by line and tag, not by colour alone: doubtful ones are thick with "?", marks thin with "×".
Rectangle {
    id: root
    required property var part
    required property real paperWidth
    required property real paperHeight
    property bool strong: false
    readonly property color line: strong ? Theme.focus : part.kind === "doubt" ? "#b35900" : part.kind === "mark" ? Theme.bad : part.kind === "picked" ? Theme.focus : Theme.good
    readonly property real air: Theme.px(part.kind === "doubt" || strong ? 3 : 1)
    x: part.x * paperWidth - air
    y: part.y * paperHeight - air
    width: part.w * paperWidth + 2 * air
    height: part.h * paperHeight + 2 * air
    color: strong ? "transparent" : part.kind === "doubt" ? "#22e07b00" : "transparent"
    radius: Theme.px(3)
    border.width: strong ? Theme.px(3) : part.kind === "doubt" ? Theme.px(2) : 1
    border.color: line
    Rectangle {
        visible: root.part.tag !== "" && !root.strong && (root.part.kind === "doubt" || root.paperWidth > Theme.px(800))
        anchors { right: parent.right; rightMargin: -Theme.px(2); verticalCenter: parent.top }
        width: tag.implicitWidth + Theme.px(8)
        height: tag.implicitHeight
        radius: Theme.px(4)
        color: root.line
        Text { id: tag; anchors.centerIn: parent; text: root.part.tag; color: "#ffffff"; font.family: Theme.family; font.pixelSize: Theme.small; font.bold: true }
    }
}
