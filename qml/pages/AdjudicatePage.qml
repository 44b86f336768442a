// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import KiemPhieu
import KiemPhieu.Kiosk

// Screen 9, Phiếu cần xem: one doubtful ballot at a time. Keys: 1 2 3 … choose, Enter writes down and goes on, U rules again, ← → other ballots, ↑ ↓ other places.
StepPage {
    id: page
    readonly property bool finished: model.loaded && model.waiting === 0 && !model.deciding
    loading: !model.loaded && station.contests.length > 0
    title: model.count > 0 ? qsTr("Phiếu cần xem %1 / %2 – %3 · %4").arg(model.position).arg(model.count).arg(model.ballot.title ?? "").arg(model.ballot.stateText ?? "") + (model.passes.length > 1 ? " · " + qsTr("lượt %1").arg(model.pass) : "") : qsTr("Phiếu cần xem")
    error: model.error
    onErrorSeen: model.clearError()
    busy: model.busy
    dirty: model.unwritten > 0
    unsavedText: qsTr("Kết luận đã chọn cho %1 phiếu chưa được ghi và sẽ mất. Muốn giữ, hãy bấm “Để nguyên” rồi bấm “Ghi và sang phiếu sau”.").arg(model.unwritten)
    typed: model.unwritten > 0 ? model.kept : null
    onDiscard: model.discard()
    notice: model.closed ? qsTr("Cuộc bầu đã chốt: chỉ xem lại được, không kết luận thêm.")
        : !model.mayRule && model.loaded ? qsTr("Đồng chí xem được nhưng không kết luận về phiếu: việc này của hai người trong Ban kiểm phiếu, có Trưởng ban.")
        : ""
    mainText: model.deciding ? qsTr("Ghi và sang phiếu sau") : model.waiting > 0 ? qsTr("Phiếu chờ tiếp theo") : qsTr("Sang bước đối chiếu")
    mainEnabled: model.deciding ? model.ready : true
    onMainTriggered: goOn()
    function goOn() {
        if (!model.deciding) { if (model.waiting > 0) model.nextWaiting(); else page.go("compare"); return }
        if (!model.ready) return
        if (page.station.session.signedIn && page.station.session.second === "") pair.open(); else model.record()
    }
    actions: [
        KButton { objectName: "caseList"; visible: model.count > 0; text: qsTr("Còn %1 phiếu chờ").arg(model.waiting); onClicked: if (!page.asking) listPrompt.open() },
        KButton { objectName: "ruleAgain"; text: qsTr("Kết luận lại (U)"); visible: model.undoable; onClicked: { model.undo(); page.back() } },
        KButton { objectName: "previousBallot"; text: qsTr("◀ Trước"); enabled: model.position > 1; onClicked: { model.previous(); page.back() } },
        KButton { objectName: "nextBallot"; text: qsTr("Sau ▶"); enabled: model.position < model.count; onClicked: { model.next(); page.back() } }
    ]
    // While a question is open its keys are its own: none moves to another ballot or opens a second question beneath it.
    readonly property var prompts: [pair, rulePrompt, asidePrompt, votesPrompt, listPrompt]
    readonly property bool asking: pair.visible || rulePrompt.visible || asidePrompt.visible || votesPrompt.visible || listPrompt.visible
    function back() {
        const open = prompts.find(one => one.opened)
        if (open) open.forceActiveFocus(); else keys.forceActiveFocus()
    }
    Keys.enabled: !asking
    Keys.onPressed: event => {
        if (event.key >= Qt.Key_1 && event.key <= Qt.Key_9) model.choose(event.key - Qt.Key_1)
        else if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter) { if (!model.busy && !page.finished) page.goOn() }
        else if (event.key === Qt.Key_U) model.undo()
        else if (event.key === Qt.Key_Right) model.next()
        else if (event.key === Qt.Key_Left) model.previous()
        else if (event.key === Qt.Key_Down) model.spot = model.spot + 1
        else if (event.key === Qt.Key_Up) model.spot = model.spot - 1
        else if (event.key === Qt.Key_Backspace || event.key === Qt.Key_Escape) model.clearChoice()
        else return
        event.accepted = true
    }
    Component.onCompleted: keys.forceActiveFocus()
    Item { id: keys; focus: true }  // has the keys while no button or prompt wants them; they come up to the page
    DoubtsModel {
        id: model
        objectName: "doubts"
        station: page.station
        onLoadedChanged: if (page.again?.ballot) model.see(page.again.pass, page.again.ballot); else if (page.again) model.resume(page.again)
        onNeedsRule: rulePrompt.open()
        onNeedsReason: asidePrompt.open()
        onNeedsVotes: votesPrompt.open()
    }
    DoubtSheet {
        id: left
        visible: model.count > 0
        model: model
        anchors { left: parent.left; top: parent.top; bottom: parent.bottom }
        width: Math.round(parent.width * (twin > 0 ? 0.56 : 0.4))
    }
    DoubtPanel {
        visible: model.count > 0
        model: model
        station: page.station
        anchors { left: left.right; leftMargin: Theme.gap; right: parent.right; top: parent.top; bottom: parent.bottom }
        onPicked: page.back()
    }
    Column {
        anchors.centerIn: parent
        visible: model.loaded && model.count === 0
        spacing: Theme.gap
        width: Math.min(parent.width, Theme.px(620))
        KText { width: parent.width; horizontalAlignment: Text.AlignHCenter; font.pixelSize: Theme.large; text: qsTr("Không có phiếu nào cần Ban kiểm phiếu xem.") }
        KText { width: parent.width; horizontalAlignment: Text.AlignHCenter; soft: true; visible: model.asides > 0; text: qsTr("Máy để riêng %1 tờ giấy trắng hoặc đã quét trước đó.").arg(model.asides) }
        KButton { anchors.horizontalCenter: parent.horizontalCenter; visible: model.asides > 0; text: qsTr("Xem các tờ để riêng"); onClicked: model.showAsides = true }
    }
    TwoPersonPrompt {
        id: pair
        station: page.station
        title: qsTr("Hai người cùng kết luận")
        text: qsTr("Hai người của Ban kiểm phiếu ký một lần cho cả loạt phiếu này. Mỗi kết luận đều ghi tên cả hai. Hết phiên khi rời trang hoặc sau %1 phút không chạm.").arg(5)
        onConfirmed: { page.station.session.beginSeries(); model.record(); page.back() }
    }
    RulePrompt { id: rulePrompt; model: model; onClosed: page.back() }
    AsidePrompt { id: asidePrompt; twin: left.twin; onChosen: why => model.setAside(why); onClosed: page.back() }
    VotesPrompt { id: votesPrompt; model: model; onClosed: page.back() }
    CasesPrompt { id: listPrompt; objectName: "casesPrompt"; model: model; onClosed: page.back() }
}
