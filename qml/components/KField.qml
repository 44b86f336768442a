// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import KiemPhieu
import KiemPhieu.Kiosk

// One line of text or digits with its label above; `problem` says below what is wrong with it.
FocusScope {
    id: root
    property alias text: input.text
    readonly property alias input: input  // the box itself, where something beside it is to stand at its height
    property alias label: caption.text
    property alias placeholder: input.placeholderText
    property alias inputMethodHints: input.inputMethodHints
    property alias validator: input.validator
    property alias echoMode: input.echoMode
    property alias maximumLength: input.maximumLength
    property alias readOnly: input.readOnly
    property alias horizontalAlignment: input.horizontalAlignment
    property string problem: ""
    property bool ownKeys: false  // the page has keys of its own: the keyboard on the screen stays away
    property bool telex: (input.inputMethodHints & (Qt.ImhDigitsOnly | Qt.ImhDate | Qt.ImhPreferNumbers)) === 0 && input.echoMode === TextInput.Normal
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
            readonly property bool ownKeys: root.ownKeys
            property string before: ""
            focus: true
            width: parent.width
            height: Theme.target
            inputMethodHints: Qt.ImhNoPredictiveText
            font.family: Theme.family
            font.pixelSize: Theme.body
            color: Theme.ink
            placeholderTextColor: Theme.inkSoft
            selectByMouse: true
            leftPadding: Theme.px(12)
            rightPadding: Theme.px(12)
            Accessible.name: root.label
            onActiveFocusChanged: { before = text; if (!activeFocus) cursorPosition = 0 }
            onTextChanged: if (!activeFocus) cursorPosition = 0  // a long text shows its beginning
            onAccepted: { root.accepted(); TouchKeyboard.enterPressed(input) }
            onTextEdited: { if (root.telex) TouchKeyboard.compose(input, before); before = text; root.edited() }
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
