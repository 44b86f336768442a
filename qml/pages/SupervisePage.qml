// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import KiemPhieu
import KiemPhieu.Kiosk

// Screen 10, Giám sát: read-only. Every ballot beside its reading, the random check, the journal. Only the random check writes: its drawing and answers.
StepPage {
    id: page
    readonly property int tab: bar.current
    title: qsTr("Giám sát")
    error: tab === 1 ? check.error : tab === 2 ? journal.error : wall.model.error
    onErrorSeen: { check.clearError(); wall.model.clearError() }
    focus: true
    Component.onCompleted: forceActiveFocus()
    KTabs { id: bar; tabs: [qsTr("Mọi lá phiếu"), qsTr("Kiểm tra ngẫu nhiên"), qsTr("Nhật ký")]; names: ["tabWall", "tabCheck", "tabJournal"] }
    BallotWall { id: wall; visible: page.tab === 0; focus: visible; station: page.station; anchors { left: parent.left; right: parent.right; top: bar.bottom; topMargin: Theme.px(10); bottom: parent.bottom } }
    RandomCheckTab { id: check; visible: page.tab === 1; focus: visible; station: page.station; anchors { left: parent.left; right: parent.right; top: bar.bottom; topMargin: Theme.px(12); bottom: parent.bottom } }
    JournalTab { id: journal; visible: page.tab === 2; focus: visible; station: page.station; anchors { left: parent.left; right: parent.right; top: bar.bottom; topMargin: Theme.px(12); bottom: parent.bottom } }
}
