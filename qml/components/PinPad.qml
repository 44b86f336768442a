// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import KiemPhieu

// Digits for a PIN; the keyboard's digits, Backspace and Enter work too. What is typed is never shown.
FocusScope {
    id: root
    activeFocusOnTab: true  // its digits are no stops of their own
    property string pin: ""
    property bool busy: false
    property int waitSeconds: 0
    property string enterText: qsTr("Vào")
    signal entered(string pin)
    property bool tooShort: false  // Enter came before the fourth digit
    onPinChanged: tooShort = false
    function clear() { pin = "" }
    function press(digit: string) { if (!busy && waitSeconds === 0 && pin.length < 12) pin += digit }
    function enter() { tooShort = pin !== "" && pin.length < 4; if (!busy && waitSeconds === 0 && pin.length >= 4) { const typed = pin; pin = ""; entered(typed) } }
    implicitWidth: Theme.px(300)
    implicitHeight: column.implicitHeight
    Timer { interval: 1000; repeat: true; running: root.waitSeconds > 0; onTriggered: root.waitSeconds -= 1 }
    Keys.onPressed: event => {
        if (event.key >= Qt.Key_0 && event.key <= Qt.Key_9) { root.press(String(event.key - Qt.Key_0)); event.accepted = true }
        else if (event.key === Qt.Key_Backspace) { root.pin = root.pin.slice(0, -1); event.accepted = true }
        else if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter) { root.enter(); event.accepted = true }
    }
    Column {
        id: column
        width: root.width
        spacing: Theme.px(10)
        Rectangle {
            width: parent.width
            height: Theme.target
            radius: Theme.radius
            color: Theme.card
            border.width: root.activeFocus ? Theme.px(3) : 1
            border.color: root.activeFocus ? Theme.focus : Theme.inkSoft
            objectName: "pinField"
            TapHandler { onTapped: root.forceActiveFocus() }
            Accessible.role: Accessible.EditableText
            Accessible.name: qsTr("Mã cá nhân, đã gõ %1 chữ số").arg(root.pin.length)
            KText {
                anchors.centerIn: parent
                text: root.waitSeconds > 0 ? qsTr("Chờ %1 giây").arg(root.waitSeconds) : root.pin === "" ? qsTr("Mã cá nhân") : root.tooShort ? qsTr("Mã có ít nhất 4 chữ số") : "●".repeat(root.pin.length)
                objectName: "pinShown"
                soft: root.pin === ""
                color: root.tooShort ? Theme.bad : soft ? Theme.inkSoft : Theme.ink
            }
        }
        Grid {
            columns: 3
            spacing: Theme.px(8)
            Repeater {
                model: ["1", "2", "3", "4", "5", "6", "7", "8", "9", "⌫", "0", "↵"]
                KButton {
                    required property string modelData
                    objectName: "pin" + modelData
                    width: (column.width - Theme.px(16)) / 3
                    height: Theme.px(56)
                    focusPolicy: Qt.NoFocus
                    text: modelData
                    kind: modelData === "↵" ? "main" : "plain"
                    enabled: !root.busy && root.waitSeconds === 0 && (modelData !== "↵" || root.pin !== "")
                    Accessible.name: modelData === "⌫" ? qsTr("Xóa một chữ số") : modelData === "↵" ? root.enterText : modelData
                    onClicked: {
                        if (modelData === "⌫") root.pin = root.pin.slice(0, -1)
                        else if (modelData === "↵") root.enter()
                        else root.press(modelData)
                        root.forceActiveFocus()
                    }
                }
            }
        }
    }
}
