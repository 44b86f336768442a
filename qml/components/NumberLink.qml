// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import KiemPhieu

// A number that opens to the ballots behind it: underlined, so that it is seen to be one; `about` is what it counts.
AbstractButton {
    id: control
    property string about: ""
    implicitWidth: Theme.px(110)
    implicitHeight: Theme.px(48)
    focusPolicy: Qt.StrongFocus
    font.pixelSize: Theme.body
    Accessible.role: Accessible.Link
    Accessible.name: qsTr("%1: %2, xem các phiếu").arg(about).arg(text)
    Keys.onReturnPressed: clicked()
    Keys.onEnterPressed: clicked()
    background: Rectangle { radius: Theme.radius; color: control.hovered ? Theme.infoSoft : "transparent"; border { width: control.visualFocus ? Theme.px(3) : 0; color: Theme.focus } }
    contentItem: KText { text: control.text; font.pixelSize: control.font.pixelSize; font.bold: true; font.underline: control.enabled; color: control.enabled ? Theme.info : Theme.inkSoft; horizontalAlignment: Text.AlignRight; verticalAlignment: Text.AlignVCenter; rightPadding: Theme.px(6); wrapMode: Text.NoWrap }
}
