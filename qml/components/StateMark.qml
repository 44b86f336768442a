// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import KiemPhieu

// ✓ done · ● now · ○ waiting · ! stopped.
Rectangle {
    id: root
    property string stepState: "waiting"
    property bool dark: false
    implicitWidth: Theme.px(28)
    implicitHeight: Theme.px(28)
    radius: width / 2
    color: stepState === "done" ? Theme.good : stepState === "stopped" ? Theme.bad : stepState === "now" ? (dark ? Theme.railInk : Theme.info) : "transparent"
    border.width: stepState === "waiting" ? 2 : 0
    border.color: dark ? Theme.railInkSoft : Theme.inkSoft
    Text {
        anchors.centerIn: parent
        text: root.stepState === "done" ? "✓" : root.stepState === "stopped" ? "!" : root.stepState === "now" ? "●" : ""
        color: root.stepState === "now" && root.dark ? Theme.rail : Theme.accentInk
        font.family: Theme.family
        font.pixelSize: Theme.px(16)
        font.bold: true
    }
}
