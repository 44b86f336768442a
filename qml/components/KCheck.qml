// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import KiemPhieu

// A box to tick with its words beside it; words and box are one target.
CheckBox {
    id: control
    implicitHeight: Math.max(Theme.target, label.implicitHeight + Theme.px(8))
    padding: 0
    implicitWidth: box.width + label.implicitWidth + Theme.px(16)
    focusPolicy: Qt.StrongFocus
    font.family: Theme.family
    font.pixelSize: Theme.body
    Accessible.name: text
    // toggle() alone changes the box and tells nobody
    function tick() { control.toggle(); control.toggled() }
    Keys.onReturnPressed: tick()
    Keys.onEnterPressed: tick()
    indicator: Rectangle {
        id: box
        y: (control.height - height) / 2
        width: Theme.px(30)
        height: Theme.px(30)
        radius: Theme.px(5)
        color: control.checked ? Theme.info : Theme.card
        border.width: control.activeFocus ? Theme.px(3) : 2
        border.color: control.activeFocus ? Theme.focus : Theme.inkSoft
        Text { anchors.centerIn: parent; visible: control.checked; text: "✓"; color: Theme.accentInk; font.bold: true; font.pixelSize: Theme.px(20) }
    }
    contentItem: Text {
        id: label
        leftPadding: box.width + Theme.px(12)
        text: control.text
        font: control.font
        color: control.enabled ? Theme.ink : Theme.inkSoft
        verticalAlignment: Text.AlignVCenter
        wrapMode: Text.Wrap
    }
}
