// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import KiemPhieu

// A sign, a number that opens to the ballots behind it, and what it counts.
Item {
    id: line
    property string sign: ""
    property color tone: Theme.ink
    property int count: 0
    property string caption: ""
    signal wanted
    implicitHeight: Math.max(number.implicitHeight, words.implicitHeight)
    Accessible.role: Accessible.StaticText
    Accessible.name: count + " " + caption
    KText { id: mark; anchors.verticalCenter: parent.verticalCenter; width: Theme.px(26); text: line.sign; color: line.tone; font.bold: true; font.pixelSize: Theme.large; wrapMode: Text.NoWrap }
    NumberLink { id: number; objectName: line.objectName + "Link"; anchors { left: mark.right; verticalCenter: parent.verticalCenter } implicitWidth: Math.max(Theme.target, contentItem.implicitWidth + Theme.px(8)); enabled: line.count > 0; text: line.count; about: line.caption; font.pixelSize: Theme.px(28); onClicked: line.wanted() }
    KText { id: words; anchors { left: number.right; leftMargin: Theme.px(10); right: parent.right; verticalCenter: parent.verticalCenter } text: line.caption; soft: true; font.pixelSize: Theme.small }
}
