// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import KiemPhieu
import KiemPhieu.Kiosk

// Random check: dice rolled in the room, ballots drawn, each paper fetched and compared; the tally of agreement.
FocusScope {
    id: root
    required property Station station
    property alias error: model.error
    property bool again: false
    property int doubted: 0  // the ballot whose paper is said to differ or to be missing, not written yet …
    property string doubtedAnswer: ""  // … and which of the two
    readonly property bool asking: !model.any || (again && !model.running)
    function clearError() { model.clearError() }
    RandomCheckModel { id: model; objectName: "randomCheck"; station: root.station }
    Column {
        id: head
        anchors { left: parent.left; right: parent.right; top: parent.top }
        spacing: Theme.px(10)
        KText { width: parent.width; visible: root.asking; text: qsTr("Gieo xúc xắc trước hội trường ít nhất %1 lần, gõ từng số. Máy tính ra danh sách từ các số đó: không ai chọn trước được, và ai cũng tính lại được.").arg(model.leastRolls) }
        KText { width: parent.width; visible: root.asking; text: model.advice; soft: true }
        Banner { width: parent.width; kind: "info"; text: root.asking && model.loaded && !model.mayCheck ? qsTr("Việc này của Ban kiểm phiếu và người giám sát.") : "" }
        Row {
            visible: root.asking
            spacing: Theme.px(12)
            KField { id: dice; objectName: "dice"; width: Theme.px(380); label: model.rolls(text) < 0 ? qsTr("Các số gieo được: chỉ gõ 1 đến 6") : qsTr("Các số gieo được (%1 lần)").arg(model.rolls(text)); inputMethodHints: Qt.ImhDigitsOnly; maximumLength: 200 }
            KField { id: number; objectName: "drawCount"; width: Theme.px(150); label: qsTr("Số phiếu rút"); text: model.suggested > 0 ? model.suggested : ""; inputMethodHints: Qt.ImhDigitsOnly; validator: IntValidator { bottom: 1; top: Math.max(1, model.total) } }
            KButton {
                objectName: "draw"
                anchors.bottom: parent.bottom
                kind: "main"
                text: qsTr("Rút phiếu")
                enabled: model.mayCheck && !model.busy && model.total > 0 && model.rolls(dice.text) >= model.leastRolls && Number(number.text) > 0
                onClicked: { root.again = false; root.doubted = 0; model.draw(dice.text, Number(number.text)); dice.text = "" }
            }
        }
        KText { width: parent.width; visible: !root.asking; text: model.story; soft: true }
        Row {
            visible: !root.asking
            spacing: Theme.px(36)
            BigNumber { value: model.agree; caption: qsTr("khớp"); tone: Theme.good; size: Theme.px(36) }
            BigNumber { value: model.differ; caption: qsTr("khác"); tone: model.differ > 0 ? Theme.bad : Theme.ink; size: Theme.px(36) }
            BigNumber { value: model.notFound; caption: qsTr("không tìm thấy"); tone: model.notFound > 0 ? Theme.bad : Theme.ink; size: Theme.px(36) }
            BigNumber { value: model.open; caption: qsTr("chưa xem"); size: Theme.px(36) }
            KButton { objectName: "drawAgain"; anchors.verticalCenter: parent.verticalCenter; visible: !model.running; text: qsTr("Kiểm tra lượt mới"); onClicked: root.again = true }
        }
        Banner { width: parent.width; visible: !root.asking && text !== ""; kind: model.good ? "good" : "bad"; text: root.asking ? "" : model.finding }
    }
    ListView {
        id: list
        objectName: "drawnList"
        visible: !root.asking
        anchors { left: parent.left; right: parent.right; top: head.bottom; topMargin: Theme.px(12); bottom: parent.bottom }
        clip: true
        spacing: Theme.px(6)
        boundsBehavior: Flickable.StopAtBounds
        ScrollBar.vertical: ScrollBar {}
        model: model.drawn
        delegate: DrawnRow {
            width: list.width
            open: model.running && model.mayCheck
            busy: model.busy
            chosen: open && ballot === root.doubted ? root.doubtedAnswer : ""
            onPicked: (number, answer) => { root.doubted = answer !== "" ? number : 0; root.doubtedAnswer = answer }
            onAnswered: (number, answer) => { if (number === root.doubted) root.doubted = 0; model.answer(number, answer, "") }
            onWanted: number => ballots.showOne(qsTr("Phiếu số %1").arg(number), number)
        }
    }
    BallotsPopup { id: ballots; station: root.station }
}
