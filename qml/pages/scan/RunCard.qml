// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import KiemPhieu
import KiemPhieu.Kiosk

// What the run does now: state in words, how fast, how long still.
Card {
    id: card
    required property ScanModel model
    readonly property bool moving: model.state === "running"
    Column {
        width: parent.width
        spacing: Theme.px(12)
        Row {
            spacing: Theme.px(12)
            StateMark {
                anchors.verticalCenter: parent.verticalCenter
                stepState: card.model.state === "finished" ? "done" : card.moving ? "now" : "waiting"
            }
            KText { objectName: "scanState"; width: card.width - card.padding * 2 - Theme.px(44); text: card.model.stateText; font.pixelSize: Theme.large; font.bold: true; Accessible.role: Accessible.StaticText; Accessible.name: text }
        }
        Rectangle {
            width: parent.width
            height: Theme.px(14)
            radius: height / 2
            color: Theme.line
            visible: card.model.fraction >= 0
            Accessible.role: Accessible.ProgressBar
            Accessible.name: qsTr("Đã nhận %1 trên %2 tờ").arg(card.model.papers).arg(card.model.expected)
            Rectangle { height: parent.height; radius: height / 2; width: Math.max(height, parent.width * card.model.fraction); visible: card.model.fraction > 0; color: card.model.balance === "over" ? Theme.warn : Theme.good }
        }
        Row {
            spacing: Theme.px(40)
            visible: card.model.active
            BigNumber { objectName: "scanRate"; size: Theme.px(40); value: card.model.rate > 0 ? String(card.model.rate) : "…"; caption: qsTr("tờ mỗi phút") }
            BigNumber { visible: card.model.timeLeft !== ""; size: Theme.px(30); value: card.model.timeLeft; caption: qsTr("đến đủ số phiếu thu về") }
        }
        KText { objectName: "runText"; width: parent.width; text: card.model.runText }
        KText {
            width: parent.width
            soft: true
            text: card.model.state === "paused" ? qsTr("Mọi tờ đã qua máy đều được lưu. Bấm “Quét tiếp” để quét tờ kế tiếp.")
                : card.model.state === "stopped" ? qsTr("Mọi tờ đã qua máy đều được lưu. Muốn quét tiếp, bấm “Quét thêm”: tờ đã lưu không bị nhận lại.")
                : card.model.state === "finished" && card.model.balance === "equal" ? qsTr("Đủ số phiếu thu về.")
                : card.model.state === "finished" && card.model.balance === "short" ? qsTr("Còn thiếu %1 tờ so với số phiếu thu về. Hãy tìm tờ chưa quét rồi bấm “Quét thêm”.").arg(card.model.expected - card.model.papers)
                : ""
        }
    }
}
