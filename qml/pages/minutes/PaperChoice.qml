// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import KiemPhieu

// The papers of the contest; the chosen one is shown.
Column {
    id: list
    required property var papers
    required property string current
    signal picked(string key)
    spacing: Theme.px(6)
    Repeater {
        model: list.papers
        AbstractButton {
            id: entry
            required property var modelData
            readonly property bool chosen: list.current === modelData.key
            objectName: "paper-" + modelData.key
            width: list.width
            height: Math.max(Theme.target, words.implicitHeight + Theme.px(14))
            focusPolicy: Qt.StrongFocus
            Accessible.role: Accessible.RadioButton
            Accessible.name: modelData.text + (modelData.made ? ", " + modelData.detail : "")
            Accessible.checked: chosen
            Keys.onReturnPressed: clicked()
            Keys.onEnterPressed: clicked()
            onClicked: list.picked(modelData.key)
            background: Rectangle {
                radius: Theme.radius
                color: entry.chosen ? Theme.infoSoft : entry.hovered ? Theme.ground : Theme.card
                border.width: entry.activeFocus ? Theme.px(3) : 1
                border.color: entry.activeFocus ? Theme.focus : entry.chosen ? Theme.info : Theme.line
            }
            contentItem: Item {
                KText { id: mark; anchors.verticalCenter: parent.verticalCenter; x: Theme.px(10); width: Theme.px(22); text: entry.chosen ? "▸" : ""; font.bold: true; color: Theme.info }
                Column {
                    id: words
                    anchors { left: mark.right; right: parent.right; rightMargin: Theme.px(8); verticalCenter: parent.verticalCenter }
                    KText { width: parent.width; text: entry.modelData.text; font.bold: entry.chosen }
                    KText { width: parent.width; visible: entry.modelData.made; text: "✓ " + entry.modelData.detail; font.pixelSize: Theme.small; color: Theme.good }
                }
            }
        }
    }
}
