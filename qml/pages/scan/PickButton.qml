// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import KiemPhieu

// One of a few choices that all stay visible; the one picked has a dot, not only a colour (✓ means done).
AbstractButton {
    id: control
    property bool picked: false
    implicitHeight: Theme.px(60)
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.RadioButton
    Accessible.name: text
    Accessible.checked: picked
    Keys.onReturnPressed: clicked()
    Keys.onEnterPressed: clicked()
    background: Rectangle {
        radius: Theme.radius
        color: control.picked ? Theme.infoSoft : control.hovered ? Theme.ground : Theme.card
        border.width: control.activeFocus ? Theme.px(3) : control.picked ? Theme.px(2) : 1
        border.color: control.activeFocus ? Theme.focus : control.picked ? Theme.info : Theme.line
    }
    contentItem: Text {
        text: (control.picked ? "● " : "") + control.text
        font.family: Theme.family
        font.pixelSize: Theme.body
        font.bold: control.picked
        color: control.picked ? Theme.info : Theme.ink
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
        wrapMode: Text.Wrap
    }
}
