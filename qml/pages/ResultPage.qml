// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import KiemPhieu
import KiemPhieu.Kiosk

// Screen 12, Kết quả: the votes in ballot order and from high to low, what they come to, and closing the count.
StepPage {
    id: page
    objectName: "resultPage"
    readonly property bool mayClose: page.station.session.may("close") || !page.station.session.signedIn
    loading: !result.loaded && station.contests.length > 0
    title: qsTr("Kết quả: %1").arg(page.station.contestTitle)
    hint: result.any ? qsTr("Chạm vào một con số để xem các phiếu làm nên con số đó.") : ""
    error: result.error
    onErrorSeen: result.clearError()
    notice: result.rehearsed !== "" ? result.rehearsed + "." : result.canClose ? result.onePass : ""
    noticeKind: "warn"
    busy: result.busy
    mainText: result.closed ? qsTr("Lập biên bản") : qsTr("Chốt kết quả")
    mainEnabled: result.closed || (result.canClose && mayClose)
    onMainTriggered: result.closed ? page.go("minutes") : closing.open()
    actions: [
        KButton { objectName: "reopen"; visible: result.closed; enabled: page.mayClose && !result.busy; text: qsTr("Mở lại"); onClicked: reason.open() },
        KButton { objectName: "nextRound"; visible: result.nextText !== ""; enabled: !result.busy; text: qsTr("Tạo vòng bầu tiếp"); onClicked: next.open() }
    ]
    ResultModel {
        id: result
        objectName: "resultModel"
        station: page.station
        onNextRoundMade: page.go("contest")
    }
    VoteList {
        id: list
        visible: result.any
        anchors { left: parent.left; top: parent.top; bottom: parent.bottom }
        width: Math.round(parent.width * 0.63)
        model: result
        onPicked: candidate => ballots.show(result.pickedText(candidate), { "candidate": candidate, "vote": result.voteKey })
    }
    ResultSide {
        anchors { left: result.any ? list.right : parent.left; leftMargin: result.any ? Theme.gap : 0; right: parent.right; top: parent.top; bottom: parent.bottom }
        model: result
        onGo: step => page.go(step)
        onPicked: key => ballots.show(qsTr("Các phiếu làm nên con số này"), key.startsWith("rule:") ? { "validity": "invalid", "rule": key.slice(5) } : { "validity": key })
    }
    BallotsPopup { id: ballots; objectName: "ballotsPopup"; station: page.station }
    TwoPersonPrompt {
        id: closing
        objectName: "closePrompt"
        station: page.station
        title: qsTr("Chốt kết quả?")
        text: result.closeText
        onConfirmed: result.close()
    }
    Prompt {
        id: reason
        objectName: "reopenReason"
        title: qsTr("Mở lại kết quả đã chốt?")
        text: qsTr("Biên bản đã in và kết quả đã công bố sẽ không còn giá trị, phải lập và công bố lại. Lý do được ghi vào nhật ký.")
        yesText: qsTr("Tiếp tục")
        yesKind: "danger"
        yesEnabled: why.text.trim() !== ""
        onAboutToShow: { why.text = ""; why.forceActiveFocus() }
        onAccepted: reopening.open()
        KField { id: why; objectName: "reopenWhy"; width: parent.width; label: qsTr("Lý do mở lại"); maximumLength: 300; onAccepted: if (reason.yesEnabled) { reason.close(); reason.accepted() } }
    }
    TwoPersonPrompt {
        id: reopening
        objectName: "reopenPrompt"
        station: page.station
        title: qsTr("Mở lại kết quả")
        text: qsTr("Lý do: %1").arg(why.text)
        onConfirmed: result.reopen(why.text)
    }
    Prompt {
        id: next
        objectName: "nextPrompt"
        title: qsTr("Tạo vòng bầu tiếp?")
        text: result.nextText
        yesText: qsTr("Tạo vòng bầu tiếp")
        onAccepted: result.makeNextRound()
    }
}
