// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import KiemPhieu
import KiemPhieu.Kiosk

// What fits this ballot, numbered for the keyboard: answers and conclusions large, the ways out below.
Column {
    id: root
    required property DoubtsModel model
    readonly property real half: Math.floor((width - Theme.px(12)) / 2)
    readonly property real third: Math.floor((width - Theme.px(22)) / 3)
    readonly property int answers: model.choices.filter(choice => choice.kind === "vote").length
    signal picked
    spacing: Theme.px(8)
    KText { width: parent.width; text: root.model.question; font.bold: true; visible: text !== "" }
    Flow {
        width: parent.width
        spacing: Theme.px(10)
        Repeater {
            model: root.model.choices
            KButton {
                id: button
                required property var modelData
                required property int index
                readonly property bool large: root.model.choices.length <= 4 || modelData.kind === "vote" || modelData.kind === "valid" || modelData.kind === "invalid"
                objectName: modelData.kind === "vote" ? "vote-" + modelData.vote : modelData.kind === "valid" ? "ruleValid" : modelData.kind === "invalid" ? "ruleInvalid" : modelData.kind === "other" ? "ruleOther" : modelData.kind === "votes" ? "transcribe" : "setAside"
                width: large && !(modelData.kind === "vote" && root.answers === 3) ? root.half : root.third
                height: large ? Theme.px(60) : Theme.target
                focusPolicy: Qt.TabFocus
                text: modelData.text
                Accessible.name: qsTr("Phím %1: %2").arg(index + 1).arg(modelData.text) + (modelData.taken ? qsTr(", đã chọn") : "")
                Accessible.checked: modelData.taken
                onClicked: { const panel = root; panel.model.choose(index); panel.picked() }  // choosing may make the buttons anew, and this one is gone then
                background: Rectangle {
                    radius: Theme.radius
                    color: button.modelData.taken ? Theme.goodSoft : button.down ? Theme.line : button.hovered ? Theme.ground : Theme.card
                    border.width: button.activeFocus || button.modelData.taken ? Theme.px(3) : 1
                    border.color: button.activeFocus ? Theme.focus : button.modelData.taken ? Theme.good : Theme.inkSoft
                }
                contentItem: Row {
                    leftPadding: Theme.px(4)
                    spacing: Theme.px(10)
                    Rectangle {
                        anchors.verticalCenter: parent.verticalCenter
                        width: Theme.px(28); height: width; radius: Theme.px(4)
                        color: button.modelData.taken ? Theme.good : Theme.rail
                        KText { anchors.centerIn: parent; text: button.modelData.taken ? "✓" : button.index + 1; color: Theme.railInk; font.bold: true; font.pixelSize: Theme.small }
                    }
                    KText {
                        anchors.verticalCenter: parent.verticalCenter
                        width: button.width - Theme.px(64)
                        text: button.text
                        font.bold: button.large
                        font.pixelSize: button.large ? Theme.body : Theme.small
                        maximumLineCount: 2
                        elide: Text.ElideRight
                    }
                }
            }
        }
    }
}
