// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import KiemPhieu

// One ballot drawn: where its paper lies, what was read, and whether the paper agrees.
Rectangle {
    id: row
    required property int ballot
    required property string place
    required property string reading
    required property string answer
    required property string answerText
    required property bool changed
    property bool open: false
    property bool busy: false
    signal answered(int number, string answer)
    signal wanted(int number)
    height: Math.max(buttons.height, words.height) + Theme.px(16)
    color: Theme.card
    radius: Theme.radius
    border { width: 1; color: answer === "" ? Theme.line : answer === "agrees" ? Theme.good : Theme.bad }
    Column {
        id: words
        anchors { left: parent.left; leftMargin: Theme.px(12); right: buttons.left; rightMargin: Theme.px(12); verticalCenter: parent.verticalCenter }
        KText { width: parent.width; font.bold: true; text: row.place }
        KText { width: parent.width; font.pixelSize: Theme.small; text: row.reading; maximumLineCount: 3; elide: Text.ElideRight }
        KText { width: parent.width; font.pixelSize: Theme.small; visible: row.changed; color: Theme.warn; text: qsTr("Phiếu này được kết luận lại sau khi so: hãy so lại trong lượt mới.") }
    }
    Row {
        id: buttons
        anchors { right: parent.right; rightMargin: Theme.px(10); verticalCenter: parent.verticalCenter }
        spacing: Theme.px(8)
        KText { anchors.verticalCenter: parent.verticalCenter; text: row.answerText; font.bold: true; wrapMode: Text.NoWrap; color: row.answer === "agrees" ? Theme.good : row.answer === "" ? Theme.inkSoft : Theme.bad }
        KButton { text: qsTr("Ảnh"); implicitWidth: Theme.px(80); Accessible.name: qsTr("Xem ảnh phiếu số %1").arg(row.ballot); onClicked: row.wanted(row.ballot) }
        KButton { objectName: "agrees-" + row.ballot; visible: row.open; enabled: !row.busy; implicitWidth: Theme.px(90); text: qsTr("Khớp"); onClicked: row.answered(row.ballot, "agrees") }
        KButton { objectName: "differs-" + row.ballot; visible: row.open; enabled: !row.busy; implicitWidth: Theme.px(90); text: qsTr("Khác"); onClicked: row.answered(row.ballot, "differs") }
        KButton { objectName: "notFound-" + row.ballot; visible: row.open; enabled: !row.busy; text: qsTr("Không thấy"); onClicked: row.answered(row.ballot, "not-found") }
    }
}
