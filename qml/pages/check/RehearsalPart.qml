// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import KiemPhieu
import KiemPhieu.Kiosk

// The machine prints ballots of this contest, marks them by chance in many hands, reads them and compares with what was marked.
Card {
    id: card
    required property CheckModel model
    implicitHeight: 0  // as high as its place; the content scrolls or fills it
    readonly property int ballots: size.currentValue ?? 50
    Row {
        id: head
        width: parent.width
        spacing: Theme.px(20)
        KChoice {
            id: size
            objectName: "rehearsalSize"
            width: Theme.px(230)
            label: qsTr("Số phiếu thử")
            model: [{ value: 20, text: qsTr("20 phiếu, nhanh") }, { value: 50, text: qsTr("50 phiếu") }, { value: 200, text: qsTr("200 phiếu, kỹ") }]
            currentIndex: 1
            enabled: card.model.stage !== "making" && card.model.stage !== "reading"
        }
        KText {
            anchors.verticalCenter: parent.verticalCenter
            width: parent.width - size.width - Theme.px(20)
            soft: true
            text: qsTr("Máy tự in, tự đánh dấu ngẫu nhiên như nhiều người cầm bút khác nhau, tự đọc lại rồi so với đáp án. Phải không có chỗ nào đọc sai; dấu không rõ thì máy chuyển cho người xem.")
        }
    }
    Column {
        id: state
        anchors { left: parent.left; right: parent.right; top: head.bottom; topMargin: Theme.px(18) }
        spacing: Theme.px(12)
        Rectangle {
            width: parent.width
            height: Theme.px(14)
            radius: height / 2
            color: Theme.line
            visible: card.model.stage === "making" || card.model.stage === "reading"
            Accessible.role: Accessible.ProgressBar
            Accessible.name: card.model.rehearsalText
            Rectangle { height: parent.height; radius: height / 2; width: Math.max(height, parent.width * card.model.fraction); color: Theme.info }
        }
        KText { objectName: "rehearsalText"; width: parent.width; visible: text !== "" && card.model.stage !== "done"; text: card.model.rehearsalText }
        KText { width: parent.width; visible: card.model.stage === "" && text !== ""; text: card.model.lastText; soft: true }
        Banner {
            objectName: "rehearsalVerdict"
            width: parent.width
            kind: card.model.passed ? "good" : "bad"
            text: card.model.stage !== "done" ? "" : card.model.passed ? qsTr("Đạt. %1").arg(card.model.rehearsalText)
                : qsTr("Không đạt. %1 Đừng dùng máy này để kiểm phiếu khi chưa rõ vì sao; có thể kiểm bằng cách nhập phiếu.").arg(card.model.rehearsalText)
        }
        Row {
            visible: card.model.stage === "done"
            spacing: Theme.px(48)
            BigNumber { size: Theme.px(44); value: String(card.model.sheets); caption: qsTr("tờ đã đọc") }
            BigNumber { objectName: "rehearsalRight"; size: Theme.px(44); value: String(card.model.right); caption: qsTr("chỗ đọc đúng"); tone: Theme.good }
            BigNumber { objectName: "rehearsalToPerson"; size: Theme.px(44); value: String(card.model.toPerson); caption: qsTr("chỗ chuyển cho người xem"); tone: Theme.warn }
            BigNumber { objectName: "rehearsalWrong"; size: Theme.px(44); value: String(card.model.wrong); caption: qsTr("chỗ đọc sai"); tone: card.model.wrong > 0 ? Theme.bad : Theme.ink }
        }
    }
    ListView {
        anchors { left: parent.left; right: parent.right; top: state.bottom; topMargin: Theme.px(14); bottom: parent.bottom }
        visible: card.model.wrong > 0
        clip: true
        model: card.model.wrongOnes
        boundsBehavior: Flickable.StopAtBounds
        delegate: KText {
            required property var modelData
            width: ListView.view.width
            bottomPadding: Theme.px(8)
            text: qsTr("%1 · %2, %3: trên giấy %4, máy đọc %5").arg(modelData.file).arg(modelData.candidate).arg(modelData.field).arg(modelData.marked).arg(modelData.read)
        }
    }
}
