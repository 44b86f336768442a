// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import KiemPhieu

// One line of text or digits with its label above; `problem` says below what is wrong with it.
FocusScope {
    id: root
    property alias text: input.text
    property alias label: caption.text
    property alias placeholder: input.placeholderText
    property alias inputMethodHints: input.inputMethodHints
    property alias validator: input.validator
    property alias echoMode: input.echoMode
    property alias maximumLength: input.maximumLength
    property alias readOnly: input.readOnly
    property alias horizontalAlignment: input.horizontalAlignment
    property string problem: ""
    signal accepted
    signal edited
    implicitWidth: Theme.px(240)
    implicitHeight: column.implicitHeight
    Column {
        id: column
        width: root.width
        spacing: Theme.px(4)
        Text {
            id: caption
            visible: text !== ""
            width: parent.width
            font.family: Theme.family
            font.pixelSize: Theme.small
            color: Theme.inkSoft
            wrapMode: Text.Wrap
        }
        TextField {
            id: input
            focus: true
            width: parent.width
            height: Theme.target
            font.family: Theme.family
            font.pixelSize: Theme.body
            color: Theme.ink
            placeholderTextColor: Theme.inkSoft
            selectByMouse: true
            leftPadding: Theme.px(12)
            rightPadding: Theme.px(12)
            Accessible.name: root.label
            onAccepted: root.accepted()
            onTextEdited: root.edited()
            background: Rectangle {
                radius: Theme.radius
                color: input.readOnly ? Theme.ground : Theme.card
                border.width: input.activeFocus ? Theme.px(3) : 1
                border.color: input.activeFocus ? Theme.focus : root.problem !== "" ? Theme.bad : Theme.inkSoft
            }
        }
        Text {
            visible: root.problem !== ""
            width: parent.width
            text: root.problem
            font.family: Theme.family
            font.pixelSize: Theme.small
            color: Theme.bad
            wrapMode: Text.Wrap
        }
    }
}
