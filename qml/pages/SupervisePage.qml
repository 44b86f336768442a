// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import KiemPhieu
import KiemPhieu.Kiosk

// Screen 10, Giám sát: read-only. Every ballot beside its reading, the random check, the journal. Only the random check writes: its drawing and answers.
StepPage {
    id: page
    property int tab: 0
    readonly property var tabs: [qsTr("Mọi lá phiếu"), qsTr("Kiểm tra ngẫu nhiên"), qsTr("Nhật ký")]
    title: qsTr("Giám sát")
    error: tab === 1 ? check.error : tab === 2 ? journal.error : wall.model.error
    onErrorSeen: { check.clearError(); wall.model.clearError() }
    focus: true
    Component.onCompleted: forceActiveFocus()
    Row {
        id: bar
        anchors { left: parent.left; top: parent.top }
        spacing: Theme.px(8)
        Repeater {
            model: page.tabs
            KButton {
                required property string modelData
                required property int index
                objectName: ["tabWall", "tabCheck", "tabJournal"][index]
                kind: page.tab === index ? "main" : "plain"
                text: modelData
                Accessible.role: Accessible.PageTab
                Accessible.checked: page.tab === index
                onClicked: page.tab = index
            }
        }
    }
    BallotWall { id: wall; visible: page.tab === 0; focus: visible; station: page.station; anchors { left: parent.left; right: parent.right; top: bar.bottom; topMargin: Theme.px(10); bottom: parent.bottom } }
    RandomCheckTab { id: check; visible: page.tab === 1; focus: visible; station: page.station; anchors { left: parent.left; right: parent.right; top: bar.bottom; topMargin: Theme.px(12); bottom: parent.bottom } }
    JournalTab { id: journal; visible: page.tab === 2; focus: visible; station: page.station; anchors { left: parent.left; right: parent.right; top: bar.bottom; topMargin: Theme.px(12); bottom: parent.bottom } }
}
