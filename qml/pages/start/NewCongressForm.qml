// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import KiemPhieu
import KiemPhieu.Kiosk

// The empty form of a new congress: what stands on its papers, and who sets it up.
Column {
    id: root
    required property StartModel model
    readonly property var ruleSets: model.ruleSets
    readonly property real half: (width - Theme.px(16)) / 2
    readonly property string missing: {
        const left = []
        if (name.text.trim() === "") left.push(qsTr("tên đại hội"))
        if (date.text.trim() === "") left.push(qsTr("ngày họp"))
        if (person.text.trim() === "") left.push(qsTr("người lập tệp"))
        return left.join(", ")
    }
    readonly property bool complete: missing === ""
    spacing: Theme.px(14)
    KField { id: name; objectName: "newName"; focus: true; width: parent.width; label: qsTr("Tên đại hội (đầy đủ, như ghi trên biên bản)"); placeholder: qsTr("Đại hội đại biểu Đảng bộ … lần thứ …"); maximumLength: 300 }
    Row {
        spacing: Theme.px(16)
        KField { id: place; objectName: "newPlace"; width: root.half; label: qsTr("Nơi họp"); maximumLength: 120 }
        DateField { id: date; objectName: "newDate"; width: (root.half - Theme.px(16)) / 2; label: qsTr("Ngày họp (ngày/tháng/năm)") }
        KField { id: term; objectName: "newTerm"; width: (root.half - Theme.px(16)) / 2; label: qsTr("Nhiệm kỳ"); placeholder: qsTr("ví dụ %1").arg("2025 - 2030"); maximumLength: 40 }
    }
    Row {
        spacing: Theme.px(16)
        KField { id: superior; objectName: "newSuperior"; width: root.half; label: qsTr("Cấp trên (dòng đầu, góc trái văn bản)"); placeholder: qsTr("ĐẢNG BỘ HUYỆN …"); maximumLength: 120 }
        KField { id: issuer; objectName: "newIssuer"; width: root.half; label: qsTr("Cơ quan ban hành (dòng đậm, góc trái)"); placeholder: qsTr("ĐẢNG BỘ XÃ …"); maximumLength: 120 }
    }
    Row {
        spacing: Theme.px(16)
        KChoice { id: kind; objectName: "newKind"; width: root.half; label: qsTr("Loại đại hội"); model: [{ value: "delegates", text: qsTr("Đại hội đại biểu") }, { value: "members", text: qsTr("Đại hội đảng viên") }] }
        KChoice { id: rules; objectName: "newRules"; width: root.half; label: qsTr("Quy tắc bầu cử"); model: root.ruleSets.map(set => ({ value: set, text: set })) }
    }
    Row {
        spacing: Theme.px(16)
        KField { id: person; objectName: "newPerson"; width: root.half; label: qsTr("Người lập tệp này (họ và tên đồng chí)"); maximumLength: 100 }
        KChoice { id: role; objectName: "newRole"; width: root.half; label: qsTr("Vai trò của người lập tệp"); model: root.model.roles; Component.onCompleted: currentIndex = 2 }
    }
    KText {
        objectName: "newMissing"
        width: parent.width
        soft: true
        font.pixelSize: Theme.small
        elide: Text.ElideMiddle
        maximumLineCount: 2
        text: !root.complete ? qsTr("Còn phải điền: %1. Ban kiểm phiếu và các cuộc bầu được thêm ở hai màn hình tiếp theo.").arg(root.missing) : qsTr("Tệp sẽ tạo: %1").arg(root.model.fileFor(name.text))
    }
    function create() { model.createNew({ name: name.text, place: place.text, date: date.text, term: term.text, superior: superior.text, issuer: issuer.text, kind: kind.currentValue, rules: rules.currentValue, person: person.text, role: role.currentValue }) }
}
