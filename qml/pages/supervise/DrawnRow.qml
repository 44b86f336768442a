// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import KiemPhieu

// One ballot drawn: where its paper lies, what was read, and whether the paper agrees. That it agrees is written down at once; anything else is chosen first, then written,
// so that a slip of the finger can be taken back.
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
    property string chosen: ""  // "differs" or "not-found", not written yet
    signal picked(int number, string answer)  // "": taken back
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
        KText {
            anchors.verticalCenter: parent.verticalCenter
            text: row.chosen === "differs" ? qsTr("≠ Khác – chưa ghi") : row.chosen === "not-found" ? qsTr("? Không thấy – chưa ghi") : row.answerText
            font.bold: true
            wrapMode: Text.NoWrap
            color: row.chosen !== "" ? Theme.warn : row.answer === "agrees" ? Theme.good : row.answer === "" ? Theme.inkSoft : Theme.bad
        }
        KButton { text: qsTr("Ảnh"); implicitWidth: Theme.px(80); Accessible.name: qsTr("Xem ảnh phiếu số %1").arg(row.ballot); onClicked: row.wanted(row.ballot) }
        KButton { objectName: "agrees-" + row.ballot; visible: row.open && row.chosen === ""; enabled: !row.busy; implicitWidth: Theme.px(90); text: qsTr("Khớp"); onClicked: row.answered(row.ballot, "agrees") }
        KButton { objectName: "differs-" + row.ballot; visible: row.open && row.chosen === ""; enabled: !row.busy; implicitWidth: Theme.px(90); text: qsTr("Khác"); onClicked: { row.picked(row.ballot, "differs"); write.forceActiveFocus() } }
        KButton { objectName: "notFound-" + row.ballot; visible: row.open && row.chosen === ""; enabled: !row.busy; text: qsTr("Không thấy"); onClicked: { row.picked(row.ballot, "not-found"); write.forceActiveFocus() } }
        KButton { id: write; objectName: "write-" + row.ballot; visible: row.chosen !== ""; enabled: !row.busy; implicitWidth: Theme.px(90); kind: "main"; text: qsTr("Ghi"); onClicked: row.answered(row.ballot, row.chosen) }
        KButton { objectName: "takeBack-" + row.ballot; visible: row.chosen !== ""; enabled: !row.busy; implicitWidth: Theme.px(90); text: qsTr("Thôi"); onClicked: row.picked(row.ballot, "") }
    }
}
