// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import KiemPhieu

// One number of both passes; each opens to the ballots behind it.
Rectangle {
    id: row
    required property int index
    required property string name
    required property int a
    required property string b
    required property bool same
    required property int candidate
    required property string vote
    required property string validity
    property int second: 0
    property int first: 1
    property bool alone: false  // there is no second pass, nor need one
    signal wanted(int number)
    height: Math.max(Theme.px(50), said.implicitHeight + Theme.px(12))
    color: !same ? Theme.badSoft : index % 2 ? "transparent" : Theme.card
    KText { id: said; anchors { left: parent.left; leftMargin: Theme.px(12); right: left.left; rightMargin: Theme.px(12); verticalCenter: parent.verticalCenter } text: row.name }
    NumberLink { id: left; anchors { right: right.left; rightMargin: Theme.px(24); verticalCenter: parent.verticalCenter } objectName: "compareA-" + row.index; text: row.a; about: row.name; onClicked: row.wanted(row.first) }
    NumberLink { id: right; anchors { right: mark.left; verticalCenter: parent.verticalCenter } objectName: "compareB-" + row.index; visible: !row.alone; enabled: row.second > 0; text: row.second > 0 ? row.b : "–"; about: row.name; onClicked: row.wanted(row.second) }
    KText { id: mark; anchors { right: parent.right; verticalCenter: parent.verticalCenter } width: Theme.px(110); horizontalAlignment: Text.AlignHCenter; text: row.second === 0 ? "" : row.same ? qsTr("= khớp") : qsTr("≠ khác"); font.bold: !row.same; color: row.same ? Theme.good : Theme.bad }
}
