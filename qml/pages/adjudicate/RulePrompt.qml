// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import KiemPhieu
import KiemPhieu.Kiosk

// Why a ballot is invalid: the rules that fit, with their words; a digit picks one.
Prompt {
    id: root
    required property DoubtsModel model
    title: qsTr("Phiếu không hợp lệ theo quy tắc nào?")
    yesVisible: false
    width: Theme.px(760)
    Column {
        width: parent.width
        spacing: Theme.px(8)
        focus: true
        Keys.onPressed: event => {
            const at = event.key - Qt.Key_1
            if (at < 0 || at >= root.model.rulesToCite.length) return
            event.accepted = true
            root.pick(root.model.rulesToCite[at].id)
        }
        Repeater {
            model: root.opened ? root.model.rulesToCite : []
            KButton {
                id: button
                required property var modelData
                required property int index
                objectName: "rule-" + modelData.id
                width: parent.width
                height: Math.max(Theme.target, words.implicitHeight + Theme.px(14))
                text: modelData.id + " – " + modelData.text
                onClicked: root.pick(modelData.id)
                contentItem: KText { id: words; leftPadding: Theme.px(8); rightPadding: Theme.px(8); verticalAlignment: Text.AlignVCenter; text: (button.index + 1) + ".  " + button.text }
            }
        }
    }
    function pick(rule: string) { close(); model.chooseRule(rule) }
    onOpened: contentItem.children[2].children[0].forceActiveFocus()
}
