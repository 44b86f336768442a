// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import KiemPhieu
import KiemPhieu.Kiosk

// How many copies and where to: a printer of this machine, or a PDF where there is none.
Card {
    id: root
    required property PrintModel model
    readonly property int copies: copiesField.text === "" ? 0 : Number(copiesField.text)
    readonly property string printer: choice.visible ? (choice.currentValue ?? "") : ""
    readonly property bool twoSided: sides.checked
    property bool touched: false
    heading: qsTr("Số bản và máy in")
    height: lines.implicitHeight + Theme.px(72)
    Connections { target: root.model; function onChanged() { if (!root.touched) copiesField.text = String(root.model.proposed) } }
    Column {
        id: lines
        width: parent.width
        spacing: Theme.px(10)
        Row {
            spacing: Theme.px(14)
            KField { id: copiesField; objectName: "copies"; width: Theme.px(140); label: qsTr("Số bản"); text: String(root.model.proposed); horizontalAlignment: TextInput.AlignRight; inputMethodHints: Qt.ImhDigitsOnly; validator: IntValidator { bottom: 0; top: root.model.mostCopies } onEdited: root.touched = true }
            KText { anchors.bottom: parent.bottom; bottomPadding: Theme.px(8); width: lines.width - copiesField.width - Theme.px(14); text: root.model.proposedWhy; soft: true; font.pixelSize: Theme.small }
        }
        KChoice { id: choice; objectName: "printer"; visible: root.model.printers.length > 0; width: parent.width; label: qsTr("Máy in"); model: root.model.printers }
        Item {
            width: parent.width
            height: Math.max(again.height, problem.visible ? problem.implicitHeight : 0)
            KCheck { id: sides; objectName: "twoSided"; visible: choice.visible && root.model.paperPages > 1; anchors { left: parent.left; right: again.left; rightMargin: Theme.px(12); verticalCenter: parent.verticalCenter } text: qsTr("In hai mặt") }
            KText { id: problem; objectName: "printerProblem"; visible: !sides.visible; anchors { left: parent.left; right: again.left; rightMargin: Theme.px(12); verticalCenter: parent.verticalCenter } text: root.model.askingPrinters ? qsTr("Đang tìm máy in…") : root.model.printerProblem; soft: true; font.pixelSize: Theme.small }
            KButton { id: again; objectName: "askPrinters"; anchors { right: parent.right; verticalCenter: parent.verticalCenter } text: qsTr("Tìm lại máy in"); enabled: !root.model.askingPrinters; onClicked: root.model.askPrinters() }
        }
        KButton { objectName: "cancelJob"; visible: root.model.jobOpen; text: qsTr("Hủy việc in"); onClicked: root.model.cancelJob() }
        Banner { objectName: "jobText"; width: parent.width; kind: root.model.jobState === "good" ? "good" : root.model.jobState === "bad" ? "bad" : root.model.jobState === "stuck" ? "warn" : "info"; text: root.model.jobText }
    }
}
