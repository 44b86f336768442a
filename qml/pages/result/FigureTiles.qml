// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import KiemPhieu

// The figures of a contest; those with ballots behind them can be opened.
Flow {
    id: flow
    required property var figures
    signal picked(string key)
    spacing: Theme.px(8)
    Repeater {
        model: flow.figures
        AbstractButton {
            id: tile
            required property var modelData
            readonly property bool opens: modelData.key !== ""
            objectName: opens ? "figure-" + modelData.key : ""
            width: Math.floor((flow.width - Theme.px(8)) / 2)
            height: Math.max(Theme.target, number.implicitHeight + label.implicitHeight + Theme.px(12))
            enabled: opens
            focusPolicy: opens ? Qt.StrongFocus : Qt.NoFocus
            Accessible.role: opens ? Accessible.Button : Accessible.StaticText
            Accessible.name: modelData.label + ": " + modelData.value
            Keys.onReturnPressed: clicked()
            Keys.onEnterPressed: clicked()
            onClicked: flow.picked(modelData.key)
            background: Rectangle {
                radius: Theme.radius
                color: tile.opens ? Theme.infoSoft : Theme.ground
                border.width: tile.activeFocus ? Theme.px(3) : tile.hovered ? 1 : 0
                border.color: tile.activeFocus ? Theme.focus : Theme.info
            }
            contentItem: Item {
                KText { id: number; x: Theme.px(10); y: Theme.px(4); text: tile.modelData.value + (tile.opens ? " ›" : ""); font.bold: true; font.pixelSize: Theme.large; color: tile.opens ? Theme.info : Theme.ink; wrapMode: Text.NoWrap }
                KText { id: label; anchors { left: parent.left; right: parent.right; leftMargin: Theme.px(10); rightMargin: Theme.px(6); top: number.bottom } text: tile.modelData.label; font.pixelSize: Theme.small; color: Theme.inkSoft; lineHeight: 0.9 }
            }
        }
    }
}
