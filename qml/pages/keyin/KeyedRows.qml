// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import KiemPhieu

// The ballot as typed, in columns: struck names are struck, other faces show the box.
GridView {
    id: grid
    required property var rows
    readonly property int columns: Math.max(1, Math.floor(width / Theme.px(280)))
    model: rows
    clip: true
    flow: GridView.FlowTopToBottom
    cellWidth: Math.floor(width / columns)
    cellHeight: Theme.px(34)
    interactive: contentWidth > width
    delegate: Item {
        id: cell
        required property var modelData
        width: grid.cellWidth
        height: grid.cellHeight
        Accessible.role: Accessible.StaticText
        Accessible.name: modelData.number + ". " + modelData.name + (modelData.text === "" ? "" : ", " + modelData.text)
        KText { id: number; width: Theme.px(40); horizontalAlignment: Text.AlignRight; text: cell.modelData.number; font.bold: true; anchors.verticalCenter: parent.verticalCenter }
        KText {
            anchors { left: number.right; leftMargin: Theme.px(10); right: state.left; rightMargin: Theme.px(8); verticalCenter: parent.verticalCenter }
            text: cell.modelData.name
            font.strikeout: cell.modelData.marked
            color: cell.modelData.marked ? Theme.bad : Theme.ink
            elide: Text.ElideRight
            wrapMode: Text.NoWrap
        }
        KText { id: state; anchors { right: parent.right; rightMargin: Theme.px(14); verticalCenter: parent.verticalCenter }
            text: cell.modelData.text; soft: true; font.pixelSize: Theme.small; wrapMode: Text.NoWrap }
    }
}
