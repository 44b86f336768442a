// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import KiemPhieu

// A number to be read across the room, with what it counts.
Column {
    id: root
    property string value: ""
    property string caption: ""
    property color tone: Theme.ink
    property int size: Theme.huge
    spacing: Theme.px(2)
    Accessible.role: Accessible.StaticText
    Accessible.name: caption + ": " + value
    KText { text: root.value; font.pixelSize: root.size; font.bold: true; color: root.tone; wrapMode: Text.NoWrap }
    KText { text: root.caption; soft: true; wrapMode: Text.NoWrap }
}
