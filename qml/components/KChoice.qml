// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import KiemPhieu

// A drop-down list with its label above. `model` is a list of {value, text}.
FocusScope {
    id: root
    property alias label: caption.text
    property alias model: box.model
    property alias currentIndex: box.currentIndex
    property alias currentValue: box.currentValue
    property alias textRole: box.textRole
    property alias valueRole: box.valueRole
    property int lines: 1  // a long text takes so many, in small letters
    property int boxHeight: Theme.target
    property int listWidth: 0  // of the open list, where its texts are longer than the box
    property PinPad pad: null  // beside a pad the digits are the PIN's, not letters to look for in the list
    signal chosen(var value)
    function select(value: var) { box.currentIndex = box.indexOfValue(value) }
    implicitWidth: Theme.px(260)
    implicitHeight: column.implicitHeight
    Column {
        id: column
        width: root.width
        spacing: Theme.px(4)
        Text {
            id: caption
            visible: text !== ""
            font.family: Theme.family
            font.pixelSize: Theme.small
            color: Theme.inkSoft
        }
        ComboBox {
            id: box
            focus: true
            width: parent.width
            height: root.boxHeight
            textRole: "text"
            valueRole: "value"
            font.family: Theme.family
            font.pixelSize: Theme.body
            Accessible.name: root.label !== "" ? root.label : root.Accessible.name
            onActivated: root.chosen(box.currentValue)
            Keys.onPressed: event => {
                event.accepted = !!root.pad && root.pad.visible && event.key >= Qt.Key_0 && event.key <= Qt.Key_9
                if (!event.accepted) return
                root.pad.forceActiveFocus()
                root.pad.press(String(event.key - Qt.Key_0))
            }
            indicator: Text {
                objectName: "choiceArrow"
                x: box.width - width - Theme.px(14)
                y: Math.round((box.height - height) / 2)
                text: "▼"
                font.family: Theme.family
                font.pixelSize: Theme.small
                color: box.enabled ? Theme.ink : Theme.inkSoft
            }
            contentItem: Text {
                leftPadding: Theme.px(12)
                rightPadding: Theme.px(34)
                readonly property bool isLong: root.lines > 1 && measure.advanceWidth > width - leftPadding - rightPadding
                text: box.displayText
                font.family: Theme.family
                font.pixelSize: isLong ? Theme.small : Theme.body
                lineHeight: 0.9
                color: Theme.ink
                verticalAlignment: Text.AlignVCenter
                wrapMode: root.lines > 1 ? Text.Wrap : Text.NoWrap
                maximumLineCount: root.lines
                elide: Text.ElideRight
                TextMetrics { id: measure; font: box.font; text: box.displayText }
            }
            background: Rectangle {
                radius: Theme.radius
                color: Theme.card
                border.width: box.activeFocus ? Theme.px(3) : 1
                border.color: box.activeFocus ? Theme.focus : Theme.inkSoft
            }
            popup.width: Math.max(box.width, root.listWidth)
            delegate: ItemDelegate {
                id: entry
                required property int index
                required property var modelData
                width: Math.max(box.width, root.listWidth)
                height: Math.max(Theme.target, said.implicitHeight + Theme.px(16))
                highlighted: box.highlightedIndex === index
                contentItem: Text {
                    id: said
                    text: entry.modelData[box.textRole]
                    font: box.font
                    color: Theme.ink
                    wrapMode: Text.Wrap
                    verticalAlignment: Text.AlignVCenter
                }
                background: Rectangle { color: entry.highlighted ? Theme.infoSoft : Theme.card }
            }
        }
    }
}
