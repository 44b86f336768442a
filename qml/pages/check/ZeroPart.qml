// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import KiemPhieu
import KiemPhieu.Kiosk

// The zero report: that nothing was counted before the first ballot. Made, seen page by page, saved; printed and signed by the committee.
Card {
    id: card
    required property CheckModel model
    implicitHeight: 0  // as high as its place; the content scrolls or fills it
    readonly property bool made: model.zeroKey !== ""
    onMadeChanged: if (made) model.printing.ask()
    Column {
        id: words
        width: Math.round(parent.width * 0.42)
        spacing: Theme.px(14)
        KText { width: parent.width; text: qsTr("Biên bản số không ghi rằng trước khi kiểm phiếu, máy chưa có phiếu nào và mọi người đều có 0 phiếu, cùng kết quả lần chạy thử máy gần nhất. In ra, Trưởng ban và người giám sát cùng ký, giữ cùng biên bản kiểm phiếu.") }
        Banner { objectName: "zeroText"; width: parent.width; kind: "good"; text: card.model.zeroText }
        KText { width: parent.width; visible: card.model.zeroText !== "" && card.model.zeroKey === "" && !card.model.hasBallots; soft: true; text: qsTr("Muốn xem hay in lại, hãy lập bản mới; nhật ký ghi cả hai lần.") }
        KChoice { id: printer; objectName: "zeroPrinter"; visible: card.made && card.model.printing.printers.length > 0; width: parent.width; label: qsTr("Máy in"); model: card.model.printing.printers }
        KButton { objectName: "printZero"; visible: printer.visible; text: qsTr("In biên bản số không"); enabled: !card.model.printing.jobOpen; onClicked: card.model.printZeroReport(printer.currentValue ?? "") }
        KText { width: parent.width; visible: card.made && text !== ""; soft: true; text: card.model.printing.asking ? qsTr("Đang tìm máy in…") : card.model.printing.problem }
        Banner { objectName: "zeroJob"; width: parent.width; kind: card.model.printing.jobState === "good" ? "good" : card.model.printing.jobState === "bad" ? "bad" : card.model.printing.jobState === "stuck" ? "warn" : "info"; text: card.model.printing.jobText }
    }
    PaperView {
        objectName: "zeroPages"
        anchors { left: words.right; leftMargin: Theme.gap; right: parent.right; top: parent.top; bottom: parent.bottom }
        paperKey: card.model.zeroKey
        pages: card.model.zeroPages
        what: qsTr("Biên bản số không")
        emptyText: qsTr("Biên bản hiện ở đây sau khi lập")
    }
}
