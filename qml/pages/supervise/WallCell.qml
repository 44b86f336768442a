// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import KiemPhieu

// One ballot on the wall: thumbnail, number, state in sign and word.
Item {
    id: cell
    required property int number
    required property int sheet
    required property string sign
    required property string stateText
    required property string outcome
    property bool mayOpen: false
    property bool here: false
    signal opened(int number)
    function open() { if (mayOpen) opened(number) }
    AbstractButton {
        anchors { fill: parent; margins: Theme.px(4) }
        objectName: "wall-" + cell.number
        enabled: cell.mayOpen
        focusPolicy: Qt.NoFocus
        Accessible.role: Accessible.Button
        Accessible.name: qsTr("Phiếu số %1: %2, %3").arg(cell.number).arg(cell.stateText).arg(cell.outcome)
        onClicked: cell.open()
        background: Rectangle { color: Theme.card; radius: Theme.radius; border { width: cell.here ? Theme.px(3) : 1; color: cell.here ? Theme.focus : Theme.line } }
        contentItem: Item {
            Image {
                id: thumb
                visible: cell.sheet > 0
                anchors { top: parent.top; topMargin: Theme.px(4); horizontalCenter: parent.horizontalCenter; bottom: label.top; bottomMargin: Theme.px(4) }
                width: parent.width - Theme.px(12)
                fillMode: Image.PreserveAspectFit
                asynchronous: true
                sourceSize.width: Theme.px(140)
                source: cell.sheet > 0 ? "image://sheet/" + cell.sheet : ""
            }
            Column {
                id: label
                anchors { left: parent.left; right: parent.right; bottom: parent.bottom; bottomMargin: Theme.px(4) }
                KText { width: parent.width; horizontalAlignment: Text.AlignHCenter; font.pixelSize: Theme.small; font.bold: true; wrapMode: Text.NoWrap; elide: Text.ElideRight; text: cell.sign + " " + cell.number + " · " + cell.stateText }
                KText { width: parent.width; horizontalAlignment: Text.AlignHCenter; font.pixelSize: Theme.small; soft: true; wrapMode: Text.NoWrap; elide: Text.ElideRight; text: cell.outcome; visible: text !== "" }
            }
        }
    }
}
