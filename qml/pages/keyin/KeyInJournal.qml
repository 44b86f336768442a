// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import KiemPhieu
import KiemPhieu.Kiosk

// The running journal of one operator: own entries only, newest first, and the ballots that come back. A touch on one keys it again.
Card {
    id: card
    required property KeyInModel model
    signal picked(int ballot)
    filled: true
    heading: qsTr("Vừa nhập")
    Column {
        id: back
        width: parent.width
        visible: card.model.again.length > 0
        spacing: Theme.px(6)
        Banner { width: parent.width; kind: "warn"; text: card.model.again.length > 0 ? qsTr("Hai người nhập lệch, cần nhập lại:") : "" }
        Flow {
            width: parent.width
            spacing: Theme.px(6)
            Repeater {
                model: card.model.again
                KButton { required property var modelData; objectName: "again-" + modelData; implicitWidth: Theme.px(84); text: String(modelData); Accessible.name: qsTr("Nhập lại phiếu số %1").arg(modelData); onClicked: card.picked(modelData) }
            }
        }
    }
    ListView {
        anchors { left: parent.left; right: parent.right; top: back.visible ? back.bottom : parent.top; topMargin: back.visible ? Theme.px(10) : 0; bottom: parent.bottom }
        clip: true
        model: card.model.own
        delegate: KButton {
            id: line
            required property int ballot
            required property string entry
            required property string note
            width: ListView.view.width
            implicitHeight: Theme.px(52)
            focusPolicy: Qt.NoFocus
            text: qsTr("Phiếu %1: %2").arg(ballot).arg(entry)
            Accessible.name: text + (note === "" ? "" : ", " + note)
            onClicked: card.picked(ballot)
            background: Rectangle { color: line.hovered ? Theme.infoSoft : "transparent"; Rectangle { anchors.bottom: parent.bottom; width: parent.width; height: 1; color: Theme.line } }
            contentItem: Item {
                KText { id: which; anchors.verticalCenter: parent.verticalCenter; text: line.ballot; font.bold: true; width: Theme.px(44); wrapMode: Text.NoWrap }
                KText { anchors { left: which.right; right: what.left; rightMargin: Theme.px(6); verticalCenter: parent.verticalCenter }
                    text: line.entry; elide: Text.ElideRight; wrapMode: Text.NoWrap }
                KText { id: what; anchors { right: parent.right; verticalCenter: parent.verticalCenter }
                    text: line.note; soft: true; font.pixelSize: Theme.small; wrapMode: Text.NoWrap }
            }
        }
    }
}
