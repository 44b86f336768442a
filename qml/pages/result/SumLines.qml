// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import KiemPhieu

// The sums that must hold, each with a tick or with its two sides.
Column {
    id: list
    required property var sums
    spacing: Theme.px(8)
    Repeater {
        model: list.sums
        Item {
            id: sum
            required property var modelData
            width: list.width
            implicitHeight: words.implicitHeight
            Accessible.role: Accessible.StaticText
            Accessible.name: modelData.text + ", " + (modelData.state === "holds" ? qsTr("khớp") : modelData.state === "fails" ? qsTr("chưa khớp") : qsTr("chưa đủ số")) + " " + modelData.detail
            KText {
                width: Theme.px(24)
                text: sum.modelData.state === "holds" ? "✓" : sum.modelData.state === "fails" ? "!" : "○"
                color: sum.modelData.state === "holds" ? Theme.good : sum.modelData.state === "fails" ? Theme.bad : Theme.inkSoft
                font.bold: true
            }
            KText {
                id: words
                x: Theme.px(26)
                width: parent.width - x
                text: sum.modelData.text + (sum.modelData.detail === "" ? "" : ": " + String(sum.modelData.detail).replace(/ /g, "\u00a0"))  // a sum is not broken
                font.pixelSize: Theme.small
                font.bold: sum.modelData.state === "fails"
                color: sum.modelData.state === "fails" ? Theme.bad : sum.modelData.state === "waits" ? Theme.inkSoft : Theme.ink
            }
        }
    }
}
