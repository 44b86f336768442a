// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import KiemPhieu
import KiemPhieu.Kiosk

// Number of the document, how many originals, which printer, and where the print job stands.
Card {
    id: card
    required property PapersModel model
    readonly property string printer: choice.visible ? (choice.currentValue ?? "") : ""
    padding: Theme.px(14)
    heading: qsTr("In và lưu")
    Column {
        id: lines
        width: parent.width
        spacing: Theme.px(10)
        Row {
            width: parent.width
            spacing: Theme.px(12)
            KField { objectName: "paperNumber"; anchors.bottom: parent.bottom; visible: card.model.numbered; width: parent.width - copies.width - Theme.px(12); label: qsTr("Số văn bản"); placeholder: qsTr("ghi tay"); maximumLength: 12; text: card.model.number; onEdited: card.model.number = text }
            KField { id: copies; objectName: "paperCopies"; anchors.bottom: parent.bottom; width: Theme.px(120); label: qsTr("Số bản chính"); text: String(card.model.copies); horizontalAlignment: TextInput.AlignRight; inputMethodHints: Qt.ImhDigitsOnly; validator: IntValidator { bottom: 1; top: 99 } onEdited: if (text !== "") card.model.copies = Number(text) }
        }
        KChoice { id: choice; objectName: "paperPrinter"; visible: card.model.printing.printers.length > 0; width: parent.width; label: qsTr("Máy in"); model: card.model.printing.printers }
        KText { objectName: "printerProblem"; width: parent.width; visible: text !== ""; text: card.model.printing.asking ? qsTr("Đang tìm máy in…") : card.model.printing.problem; soft: true; font.pixelSize: Theme.small }
        Flow {
            width: parent.width
            spacing: Theme.px(10)
            KButton { objectName: "askPrinters"; text: qsTr("Tìm lại máy in"); enabled: !card.model.printing.asking; onClicked: card.model.printing.ask() }
            KButton { objectName: "cancelJob"; visible: card.model.printing.jobOpen; text: qsTr("Hủy việc in"); onClicked: card.model.printing.cancel() }
        }
        Banner { objectName: "jobText"; width: parent.width; kind: card.model.printing.jobState === "good" ? "good" : card.model.printing.jobState === "bad" ? "bad" : card.model.printing.jobState === "stuck" ? "warn" : "info"; text: card.model.printing.jobText }
    }
}
