// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import KiemPhieu
import KiemPhieu.Kiosk

// Beside the paper: the doubtful place enlarged, what the machine saw, the rule, the choices, before and after, and what was ruled already.
Item {
    id: root
    required property DoubtsModel model
    required property Station station
    readonly property var ballot: model.ballot
    readonly property var place: model.spot >= 0 ? (model.spots[model.spot] ?? null) : null
    signal picked
    BeforeAfter {
        id: sums
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        recorded: root.model.recorded
        now: root.ballot.counts ?? ""
        then: root.model.after
        ready: root.model.ready
        keyed: root.ballot.unread ? "" : (root.ballot.machine ?? "")
        ruled: (root.ballot.history ?? []).length > 0
    }
    Flickable {
        id: flick
        anchors { left: parent.left; right: parent.right; top: parent.top; bottom: sums.top; bottomMargin: Theme.px(8) }
        contentHeight: body.height
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        Column {
            id: body
            width: flick.width
            spacing: Theme.px(10)
            SpotCard { width: parent.width; model: root.model; place: root.place; onMoved: root.picked() }
            Column {
                width: parent.width
                spacing: Theme.px(3)
                Repeater {
                    model: root.place && root.place.candidate >= 0 ? [] : (root.ballot.findings ?? [])
                    KText { required property string modelData; width: body.width; text: "• " + modelData }
                }
            }
            RuleNote { width: parent.width; rule: root.ballot.rule ?? ""; words: root.ballot.ruleText ?? ""; source: root.ballot.ruleSource ?? ""; proposal: root.model.deciding ? (root.ballot.proposal ?? "") : "" }
            ChoiceButtons { width: parent.width; visible: root.model.deciding; model: root.model; onPicked: root.picked() }
            RulingHistory { width: parent.width; history: root.ballot.history ?? [] }
            Row {
                visible: root.station.session.series
                width: parent.width
                spacing: Theme.px(12)
                KText { width: parent.width - endSeries.width - Theme.px(12); anchors.verticalCenter: parent.verticalCenter; font.pixelSize: Theme.small; soft: true; text: qsTr("Cùng kết luận: %1 và %2").arg(root.station.session.name).arg(root.station.session.second) }
                KButton { id: endSeries; objectName: "endSeries"; text: qsTr("Kết thúc phiên"); focusPolicy: Qt.TabFocus; onClicked: root.station.session.dropSecond() }
            }
        }
    }
}
