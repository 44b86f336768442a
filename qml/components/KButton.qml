// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import KiemPhieu

// A button: "main" once a screen, "danger" for what cannot be undone, "plain" for the rest.
Button {
    id: control
    property string kind: "plain"
    readonly property color face: kind === "main" ? Theme.accent : kind === "danger" ? Theme.bad : Theme.card
    readonly property color letters: kind === "plain" ? Theme.ink : Theme.accentInk
    implicitHeight: Theme.target
    implicitWidth: Math.max(Theme.px(120), contentItem.implicitWidth + Theme.px(44))
    font.family: Theme.family
    font.pixelSize: Theme.body
    font.bold: kind !== "plain"
    focusPolicy: Qt.StrongFocus
    Accessible.name: text
    Keys.onReturnPressed: control.clicked()
    Keys.onEnterPressed: control.clicked()
    contentItem: Text {
        text: control.text
        font: control.font
        color: control.enabled ? control.letters : Theme.inkSoft
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
        elide: Text.ElideRight
    }
    background: Rectangle {
        radius: Theme.radius
        color: !control.enabled ? Theme.line : control.down ? Qt.darker(control.face, 1.15) : control.hovered ? Qt.darker(control.face, 1.06) : control.face
        border.width: control.activeFocus ? Theme.px(3) : control.kind === "plain" ? 1 : 0
        border.color: control.activeFocus ? Theme.focus : Theme.line
    }
}
