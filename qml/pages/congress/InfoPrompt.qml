// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import KiemPhieu
import KiemPhieu.Kiosk

// Mends what stands on the papers. Ballots printed before carry the old heading and are then not read any more, which is said here.
Prompt {
    id: root
    required property CongressModel model
    readonly property real half: Math.floor((content.width - Theme.px(16)) / 2)
    readonly property var ruleSets: model.ruleSets
    title: qsTr("Thông tin đại hội")
    text: qsTr("Phiếu đã in trước khi sửa sẽ không đọc được nữa; sửa xong hãy in lại phiếu.")
    yesText: qsTr("Lưu thông tin")
    yesEnabled: name.text.trim() !== "" && date.text.trim() !== ""
    width: Theme.px(820)
    onAboutToShow: {
        const fields = model.fields
        name.text = fields.name
        place.text = fields.place
        date.text = fields.date
        term.text = fields.term
        superior.text = fields.superior
        issuer.text = fields.issuer
        rules.currentIndex = root.ruleSets.indexOf(fields.rules)
    }
    onAccepted: model.saveInfo({ name: name.text, place: place.text, date: date.text, term: term.text, superior: superior.text, issuer: issuer.text, rules: rules.currentValue })
    Column {
        id: content
        width: parent.width
        spacing: Theme.px(10)
        KField { id: name; objectName: "infoName"; width: parent.width; label: qsTr("Tên đại hội (đầy đủ, như ghi trên biên bản)"); maximumLength: 300 }
        Row {
            spacing: Theme.px(16)
            KField { id: place; objectName: "infoPlace"; width: root.half; label: qsTr("Nơi họp"); maximumLength: 120 }
            DateField { id: date; objectName: "infoDate"; width: root.half; label: qsTr("Ngày họp (ngày/tháng/năm)") }
        }
        Row {
            spacing: Theme.px(16)
            KField { id: term; objectName: "infoTerm"; width: root.half; label: qsTr("Nhiệm kỳ"); maximumLength: 40 }
            KChoice { id: rules; objectName: "infoRules"; width: root.half; label: qsTr("Quy tắc bầu cử (cho cuộc bầu thêm sau)"); model: root.ruleSets.map(set => ({ value: set, text: set })) }
        }
        KField { id: superior; objectName: "infoSuperior"; width: parent.width; label: qsTr("Cấp trên (dòng đầu, góc trái văn bản)"); maximumLength: 120 }
        KField { id: issuer; objectName: "infoIssuer"; width: parent.width; label: qsTr("Cơ quan ban hành (dòng đậm, góc trái)"); maximumLength: 120 }
    }
}
