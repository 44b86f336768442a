// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import KiemPhieu
import KiemPhieu.Kiosk

// Who keys, which pass, and how far both are. How far the other is, never what the other keyed.
Card {
    id: head
    required property KeyInModel model
    filled: true
    height: Theme.px(92)
    Row {
        anchors { left: parent.left; verticalCenter: parent.verticalCenter }
        spacing: Theme.px(14)
        KChoice {
            objectName: "slot"
            anchors.verticalCenter: parent.verticalCenter
            implicitWidth: Theme.px(250)
            model: [{ value: 1, text: qsTr("Tôi là người nhập 1") }, { value: 2, text: qsTr("Tôi là người nhập 2") }]
            currentIndex: head.model.slot - 1
            onChosen: value => head.model.slot = value
        }
        KChoice {
            objectName: "pass"
            anchors.verticalCenter: parent.verticalCenter
            implicitWidth: Theme.px(130)
            model: [{ value: 1, text: qsTr("Lượt 1") }, { value: 2, text: qsTr("Lượt 2") }, { value: 3, text: qsTr("Lượt 3") }]
            currentIndex: head.model.pass - 1
            onChosen: value => head.model.pass = value
        }
    }
    Row {
        anchors { right: parent.right; verticalCenter: parent.verticalCenter }
        spacing: Theme.px(24)
        BigNumber { size: Theme.large; value: head.model.keyed + " / " + head.model.returned; caption: qsTr("tôi đã nhập") }
        BigNumber { size: Theme.large; value: head.model.otherKeyed + " / " + head.model.returned; caption: qsTr("người kia") }
        BigNumber { size: Theme.large; value: String(head.model.agreed); caption: qsTr("khớp nhau"); tone: Theme.good }
        BigNumber { size: Theme.large; value: String(head.model.referred); caption: qsTr("chuyển Ban"); visible: head.model.referred > 0; tone: Theme.warn }
        BigNumber { size: Theme.large; value: head.model.keysPerBallot === "" ? "–" : head.model.keysPerBallot; caption: qsTr("phím / phiếu") }
    }
}
