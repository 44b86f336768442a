// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import KiemPhieu

// What stands on the papers, read only: changing it after ballots are printed would make them another congress's.
Card {
    id: root
    property var info: []
    Flickable {
        anchors.fill: parent
        contentHeight: lines.height
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        ScrollBar.vertical: ScrollBar {}
        Column {
            id: lines
            width: parent.width
            spacing: Theme.px(4)
            Repeater {
                model: root.info
                Item {
                    id: entry
                    required property var modelData
                    width: lines.width
                    height: Math.max(Theme.px(44), value.implicitHeight + Theme.px(16))
                    Accessible.role: Accessible.StaticText
                    Accessible.name: modelData.label + ": " + modelData.value
                    KText { id: label; anchors { left: parent.left; verticalCenter: parent.verticalCenter } width: Theme.px(220); text: entry.modelData.label; soft: true }
                    KText { id: value; anchors { left: label.right; right: parent.right; verticalCenter: parent.verticalCenter } text: entry.modelData.value; font.bold: true; maximumLineCount: 3; elide: Text.ElideRight }
                    Rectangle { anchors.bottom: parent.bottom; width: parent.width; height: 1; color: Theme.line }
                }
            }
        }
    }
}
