// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import KiemPhieu

// What is about to be printed, in a few lines.
Card {
    id: root
    property var facts: []
    height: lines.implicitHeight + padding * 2
    Column {
        id: lines
        width: parent.width
        spacing: Theme.px(6)
        Repeater {
            model: root.facts
            Item {
                id: entry
                required property var modelData
                width: lines.width
                height: value.implicitHeight
                KText { id: label; width: Theme.px(120); text: entry.modelData.label; soft: true }
                KText { id: value; anchors { left: label.right; right: parent.right } text: entry.modelData.value; font.bold: true; maximumLineCount: 3; elide: Text.ElideRight }
            }
        }
    }
}
