// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import KiemPhieu

// What a definition file holds, before it is made a congress file.
Column {
    id: root
    property var definition: ({})
    property var roles: []
    readonly property string file: fileField.text
    readonly property string person: personField.text
    readonly property string role: roleChoice.currentValue ?? ""
    readonly property bool needsPerson: definition.needsPerson ?? false
    readonly property bool complete: fileField.text.trim() !== "" && (!needsPerson || personField.text.trim() !== "")
    onDefinitionChanged: fileField.text = definition.file ?? ""
    spacing: Theme.px(10)
    KText { width: parent.width; text: root.definition.name ?? ""; font.bold: true; font.pixelSize: Theme.large; maximumLineCount: 3; elide: Text.ElideRight }
    KText { width: parent.width; soft: true; text: [root.definition.kind, root.definition.date, root.definition.place].filter(s => s).join(" · ") }
    KText { width: parent.width; text: root.needsPerson ? qsTr("Chưa có ai trong Ban kiểm phiếu.") : qsTr("Ban kiểm phiếu và tổ giúp việc: %1 người.").arg(root.definition.people ?? 0) }
    Repeater {
        model: root.definition.contests ?? []
        KText { required property var modelData; required property int index; width: root.width; text: qsTr("%1. %2 – %3 người, bầu %4").arg(index + 1).arg(modelData.title).arg(modelData.candidates).arg(modelData.seats); maximumLineCount: 2; elide: Text.ElideRight }
    }
    Repeater {
        model: root.definition.warnings ?? []
        Banner { required property string modelData; width: root.width; kind: "warn"; text: modelData }
    }
    Row {
        visible: root.needsPerson
        spacing: Theme.px(16)
        KField { id: personField; objectName: "definitionPerson"; width: (root.width - Theme.px(16)) / 2; label: qsTr("Người lập tệp này (họ và tên đồng chí)"); maximumLength: 100 }
        KChoice { id: roleChoice; objectName: "definitionRole"; width: (root.width - Theme.px(16)) / 2; label: qsTr("Vai trò của người lập tệp"); model: root.roles; Component.onCompleted: currentIndex = 2 }
    }
    KField { id: fileField; objectName: "definitionFile"; width: parent.width; label: qsTr("Tên tệp đại hội sẽ tạo") }
}
