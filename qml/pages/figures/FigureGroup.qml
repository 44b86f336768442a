// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import KiemPhieu
import KiemPhieu.Kiosk

// Figures that belong together, one a line, and above them what they come to. `taken` says where the row lies in the group's parent.
Card {
    id: group
    required property FiguresModel model
    property string current: ""
    property bool writable: true
    signal next
    signal taken(string key, real middle)
    property var fields: []
    property string title: ""
    property string note: ""
    width: parent.width
    padding: Theme.px(12)
    Column {
        width: parent.width
        spacing: Theme.px(6)
        Item {
            width: parent.width
            height: Math.max(title.implicitHeight, result.implicitHeight)
            KText { id: title; anchors.verticalCenter: parent.verticalCenter; text: group.title; font.bold: true; wrapMode: Text.NoWrap; Accessible.role: Accessible.Heading; Accessible.name: text }
            KText { id: result; anchors { left: title.right; leftMargin: Theme.px(12); right: parent.right; verticalCenter: parent.verticalCenter } text: group.note; horizontalAlignment: Text.AlignRight; font.bold: true; color: Theme.info }
        }
        Repeater {
            model: group.fields
            FigureRow {
                required property var modelData
                width: parent.width
                name: modelData.key
                label: modelData.label
                value: String(group.model.values[modelData.key] ?? "")
                current: group.current === modelData.key
                writable: group.writable
                onTypedText: text => group.model.type(modelData.key, text)
                onEntered: group.next()
                onTaken: group.taken(modelData.key, mapToItem(group.parent, 0, height / 2).y)
            }
        }
    }
}
