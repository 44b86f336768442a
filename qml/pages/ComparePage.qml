// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import KiemPhieu
import KiemPhieu.Kiosk

// Screen 11, Đối chiếu: pass 1 and pass 2 side by side; every number opens to its ballots; what to do where they differ.
StepPage {
    id: page
    readonly property int atOnce: 4
    property int from: 0  // of the differences shown
    function openOne(pass: int, number: int) { ballots.showOne(qsTr("Phiếu số %1 – lượt %2").arg(number).arg(pass), number, { pass: pass }) }
    // The first ballot known to be counted differently, else the doubtful ones.
    function seeAgain() {
        for (const one of model.differences)
            if (one.second > 0) return page.goTo("adjudicate", { pass: model.second, ballot: one.second })
        page.go("adjudicate")
    }
    readonly property bool waits: model.waitingFirst + model.waitingSecond > 0
    loading: !model.loaded && station.contests.length > 0
    title: qsTr("Đối chiếu các lượt kiểm")
    error: model.error
    onErrorSeen: model.clearError()
    readonly property bool enough: model.second === 0 && model.required < 2 && model.passes.length > 0  // the rules ask for one pass only
    mainText: enough ? qsTr("Sang kết quả") : model.second === 0 ? qsTr("Bắt đầu lượt 2: quét") : waits ? qsTr("Kết luận phiếu chờ") : model.agree ? qsTr("Sang kết quả") : qsTr("Xem lại các phiếu")
    mainEnabled: model.loaded && (enough || !(model.closed && model.second === 0))
    onMainTriggered: if (enough) page.go("result"); else if (model.second === 0) { scan.beginPass(2); page.go("scan") } else if (waits || model.agree) page.go(waits ? "adjudicate" : "result"); else seeAgain()
    actions: [
        KButton { objectName: "scanSecond"; visible: page.enough && !model.closed; text: qsTr("Bắt đầu lượt 2: quét"); onClicked: { scan.beginPass(2); page.go("scan") } },
        KButton { objectName: "keySecond"; visible: model.second === 0 && !model.closed; text: qsTr("Lượt 2: nhập bằng bàn phím"); onClicked: page.go("key-in") },
        KButton { objectName: "scanAgain"; visible: model.second > 0 && !model.agree && !model.closed; text: qsTr("Quét lại"); onClicked: page.go("scan") }
    ]
    Component.onCompleted: list.forceActiveFocus()
    ScanModel { id: scan; station: page.station }
    CompareModel { id: model; objectName: "compare"; station: page.station; onChanged: if (page.from >= model.differences.length) page.from = 0 }
    Column {
        id: head
        anchors { left: parent.left; right: parent.right; top: parent.top }
        spacing: Theme.px(10)
        Banner { width: parent.width; objectName: "compareTodo"; kind: model.second === 0 ? "info" : page.waits || (model.agree && model.reread > 0) ? "warn" : model.agree ? "good" : "bad"; text: model.todo }
        Row {
            visible: model.passes.length > 2
            spacing: Theme.px(12)
            KChoice { width: Theme.px(200); model: model.passes; currentIndex: model.passes.findIndex(entry => entry.value === model.first); onChosen: value => model.first = value }
            KChoice { width: Theme.px(200); model: model.passes; currentIndex: model.passes.findIndex(entry => entry.value === model.second); onChosen: value => model.second = value }
        }
        Column {
            width: parent.width
            visible: model.differences.length > 0
            KText { font.bold: true; text: qsTr("%1 chỗ khác nhau").arg(model.differences.length) }
            Repeater {
                model: model.differences.slice(page.from, page.from + page.atOnce)
                Item {
                    id: difference
                    required property var modelData
                    required property int index
                    readonly property bool single: modelData.first > 0 || modelData.second > 0
                    width: head.width
                    height: single ? Theme.px(48) : said.implicitHeight
                    KText { id: said; anchors { left: parent.left; right: inFirst.left; rightMargin: Theme.px(8); verticalCenter: parent.verticalCenter } font.pixelSize: Theme.small; text: "≠ " + difference.modelData.text; maximumLineCount: 2; elide: Text.ElideRight }
                    NumberLink { id: inFirst; objectName: "differenceA-" + difference.index; visible: difference.modelData.first > 0; anchors { right: inSecond.left; rightMargin: Theme.px(24) } text: difference.modelData.first; about: qsTr("Phiếu trong lượt %1").arg(model.first); onClicked: page.openOne(model.first, difference.modelData.first) }
                    NumberLink { id: inSecond; objectName: "differenceB-" + difference.index; visible: difference.modelData.second > 0; anchors { right: parent.right; rightMargin: Theme.px(110) } text: difference.modelData.second; about: qsTr("Phiếu trong lượt %1").arg(model.second); onClicked: page.openOne(model.second, difference.modelData.second) }
                }
            }
            KButton { objectName: "moreDifferences"; visible: model.differences.length > page.atOnce; text: qsTr("%1 chỗ tiếp theo").arg(Math.min(page.atOnce, page.from + page.atOnce < model.differences.length ? model.differences.length - page.from - page.atOnce : page.atOnce)); onClicked: page.from = page.from + page.atOnce < model.differences.length ? page.from + page.atOnce : 0 }
        }
        Item {
            width: parent.width
            height: Theme.px(28)
            KText { anchors { right: b.left; rightMargin: Theme.px(24) } width: Theme.px(110); horizontalAlignment: Text.AlignRight; font.bold: true; text: qsTr("Lượt %1").arg(model.first) }
            KText { id: b; anchors { right: parent.right; rightMargin: Theme.px(110) } width: Theme.px(110); horizontalAlignment: Text.AlignRight; font.bold: true; text: model.second > 0 ? qsTr("Lượt %1").arg(model.second) : page.enough ? "" : qsTr("Lượt %1").arg(2); wrapMode: Text.NoWrap }
        }
    }
    ListView {
        id: list
        objectName: "compareRows"
        anchors { left: parent.left; right: parent.right; top: head.bottom; topMargin: Theme.px(4); bottom: parent.bottom }
        clip: true
        activeFocusOnTab: true
        boundsBehavior: Flickable.StopAtBounds
        ScrollBar.vertical: ScrollBar {}
        model: model.rows
        delegate: CompareRow {
            width: list.width
            second: model.second
            first: model.first
            alone: page.enough
            onWanted: number => ballots.show(qsTr("%1 – lượt %2").arg(name).arg(number), candidate >= 0 ? { candidate: candidate, vote: vote, pass: number } : { validity: validity, pass: number })
        }
    }
    BallotsPopup { id: ballots; station: page.station; ruling: !model.closed && page.station.session.may("rule"); onRuleAgain: (pass, ballot) => page.goTo("adjudicate", { pass: pass, ballot: ballot }) }
}
