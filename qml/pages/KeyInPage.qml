// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import KiemPhieu
import KiemPhieu.Kiosk

// Screen 8, Nhập phiếu: where there is no scanner. One operator keys the pile, then the other; what differs comes back to both.
StepPage {
    id: page
    readonly property bool keying: model.ballot > 0 && model.refusal === ""
    loading: !model.loaded && station.contests.length > 0
    title: qsTr("Nhập phiếu bằng bàn phím")
    hint: model.returned === 0 ? "" : qsTr("Hai người nhập độc lập từng phiếu, không xem của nhau. Phiếu nào hai người nhập giống nhau thì được ghi nhận.")
    error: model.error
    onErrorSeen: { model.clearError(); entry.forceActiveFocus() }
    busy: model.busy && !entry.activeFocus
    noticeKind: model.refusal !== "" ? "warn" : model.saidKind
    notice: model.returned === 0 && model.loaded ? qsTr("Chưa nhập số phiếu thu về. Hãy sang bước “Số liệu phiếu” trước.") : model.refusal !== "" ? model.refusal : model.said
    mainText: model.returned === 0 ? qsTr("Sang Số liệu phiếu") : model.finished ? qsTr("Sang Phiếu cần xem") : qsTr("Ghi phiếu này")
    mainEnabled: model.returned === 0 || model.finished || (page.keying && model.typed !== "" && model.problem === "")
    onMainTriggered: model.returned === 0 ? page.go("figures") : model.finished ? page.go("adjudicate") : model.key()
    actions: [
        KButton { text: qsTr("Chuyển Ban kiểm phiếu"); objectName: "refer"; visible: model.ballot > 0 && model.again !== undefined && model.differed(); onClicked: referring.open() }
    ]
    Prompt {
        id: referring
        objectName: "referPrompt"
        title: qsTr("Chuyển phiếu %1 cho Ban kiểm phiếu?").arg(model.ballot)
        text: qsTr("Hai người thôi nhập phiếu này. Ban kiểm phiếu xem tờ giấy và kết luận ở bước “Phiếu cần xem”.")
        yesText: qsTr("Chuyển Ban kiểm phiếu")
        onAccepted: model.refer()
        onClosed: entry.forceActiveFocus()
    }
    KeyInModel {
        id: model
        station: page.station
        onLoadedChanged: entry.forceActiveFocus()  // the first key is a vote; before this nothing could take it
        onTypedReplaced: entry.text = model.typed
        onStored: entry.forceActiveFocus()
    }
    Item {
        anchors.fill: parent
        visible: model.returned > 0
        KeyInHead { id: head; model: model; anchors { left: parent.left; right: parent.right; top: parent.top } }
        Card {
            id: ballotCard
            visible: page.keying
            filled: true
            anchors { left: parent.left; right: own.left; rightMargin: Theme.px(16); top: head.bottom; topMargin: Theme.px(12); bottom: parent.bottom }
            Item {
                anchors.fill: parent
                KText { id: number; text: qsTr("Phiếu số %1 / %2").arg(model.ballot).arg(model.returned); font.pixelSize: Theme.title; font.bold: true; wrapMode: Text.NoWrap }
                KText { anchors { right: parent.right; baseline: number.baseline }
                    text: model.summary; soft: true; wrapMode: Text.NoWrap }
                KField {
                    id: entry
                    objectName: "entry"
                    ownKeys: true  // this screen is for a real keyboard
                    anchors { left: parent.left; right: parent.right; top: number.bottom; topMargin: Theme.px(8) }
                    label: model.usual
                    text: model.typed
                    focus: true
                    problem: model.problem
                    inputMethodHints: Qt.ImhPreferNumbers | Qt.ImhNoPredictiveText | Qt.ImhLowercaseOnly
                    onTextChanged: model.typed = entry.text
                    onAccepted: model.key()
                }
                KText { id: help; anchors { left: parent.left; right: parent.right; top: entry.bottom; topMargin: Theme.px(6) }
                    text: model.help; soft: true; font.pixelSize: Theme.small }
                KeyedRows { anchors { left: parent.left; right: parent.right; top: help.bottom; topMargin: Theme.px(10); bottom: parent.bottom }
                    rows: model.preview }
            }
        }
        Card {
            visible: !page.keying
            filled: true
            anchors.fill: ballotCard
            KText {
                anchors.centerIn: parent
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                font.pixelSize: Theme.large
                text: model.refusal !== "" ? "" : model.closed ? qsTr("Kết quả đã chốt, không nhập thêm được nữa.")
                    : model.finished ? qsTr("Đã nhập xong %1 phiếu, hai người khớp nhau.").arg(model.returned)
                    : qsTr("Người nhập %1 đã nhập hết. Chờ người kia nhập: hãy khóa máy để người đó đăng nhập.").arg(model.slot)
            }
        }
        KeyInJournal { id: own; model: model; width: Theme.px(330); anchors { right: parent.right; top: head.bottom; topMargin: Theme.px(12); bottom: parent.bottom }
            onPicked: ballot => { model.pick(ballot); entry.forceActiveFocus() } }
    }
}
