// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import KiemPhieu

// A sign, a number, and what it counts.
Item {
    id: line
    property string sign: ""
    property color tone: Theme.ink
    property int count: 0
    property string caption: ""
    implicitHeight: Math.max(number.implicitHeight, words.implicitHeight)
    Accessible.role: Accessible.StaticText
    Accessible.name: count + " " + caption
    KText { id: mark; anchors.verticalCenter: parent.verticalCenter; width: Theme.px(26); text: line.sign; color: line.tone; font.bold: true; font.pixelSize: Theme.large; wrapMode: Text.NoWrap }
    KText { id: number; anchors { left: mark.right; verticalCenter: parent.verticalCenter } text: String(line.count); font.bold: true; font.pixelSize: Theme.px(28); wrapMode: Text.NoWrap }
    KText { id: words; anchors { left: number.right; leftMargin: Theme.px(10); right: parent.right; verticalCenter: parent.verticalCenter } text: line.caption; soft: true; font.pixelSize: Theme.small }
}
