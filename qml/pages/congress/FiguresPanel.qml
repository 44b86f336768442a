// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import KiemPhieu
import KiemPhieu.Kiosk

// Convened and the classes deducted (R-23, R-24), with the base worked out in full while one types.
Item {
    id: root
    required property CongressModel model
    property string convened: ""
    property var deductions: ({})
    property alias everyContest: every.checked
    property var worked: ({ sum: "", problem: "" })
    readonly property bool ready: model.hasContest && model.mayFigures && convened.trim() !== "" && (worked.problem ?? "") === "" && (!model.figuresClosed || everyContest)
    property bool touched: false  // by somebody at the fields, since they showed what is entered
    property bool changed: false  // typed and not entered
    readonly property var kept: ({ convened: convened, deductions: deductions })
    function restore(values: var) { convened = values.convened; deductions = values.deductions; touched = true; work() }
    function load() {
        convened = model.convened >= 0 ? String(model.convened) : ""
        const map = {}
        for (const one of model.deductions) map[one.id] = one.value
        deductions = map
        touched = false
        work()
    }
    function work() {
        worked = model.worked(convened, deductions)
        changed = touched && (convened !== (model.convened >= 0 ? String(model.convened) : "") || Array.from(model.deductions).some(one => (deductions[one.id] || "0") !== (one.value || "0")))
    }
    function type() { touched = true; work() }
    // What somebody is typing is not thrown away because something else was done meanwhile.
    Connections { target: root.model; function onChanged() { root.work(); if (!root.changed) root.load() } }
    Component.onCompleted: load()
    Banner { id: closed; width: parent.width; kind: "info"; text: !root.model.loaded ? "" : !root.model.hasContest ? qsTr("Chưa có cuộc bầu nào. Hãy thêm cuộc bầu trước, rồi nhập số liệu.") : root.model.figuresClosed ? qsTr("Cuộc bầu đang chọn đã chốt kết quả; số liệu của cuộc bầu đó không đổi nữa.") : "" }
    Flickable {
        anchors { left: parent.left; right: parent.right; top: closed.bottom; bottom: parent.bottom; topMargin: closed.visible ? Theme.px(12) : 0 }
        contentHeight: card.height
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        ScrollBar.vertical: ScrollBar {}
        Card {
            id: card
            width: parent.width
            height: form.implicitHeight + padding * 2
            Column {
                id: form
                width: parent.width
                spacing: Theme.px(10)
                NumberLine { objectName: "convened"; enabled: root.model.mayFigures; width: parent.width; label: qsTr("Số được triệu tập (chính thức)"); strong: true; value: root.convened; onTyped: text => { root.convened = text; root.type() } }
                Repeater {
                    model: root.model.deductions
                    NumberLine {
                        required property var modelData
                        objectName: "deduct-" + modelData.id
                        enabled: root.model.mayFigures
                        width: form.width
                        label: qsTr("Trừ: %1").arg(modelData.text)
                        value: root.deductions[modelData.id] ?? ""
                        onTyped: text => { root.deductions[modelData.id] = text; root.type() }
                    }
                }
                Rectangle { width: parent.width; height: 1; color: Theme.line }
                KText { width: parent.width; text: qsTr("Số dùng để xác định kết quả bầu (%1)").arg(root.model.rule); soft: true }
                KText { objectName: "arithmetic"; width: parent.width; text: root.worked.problem ? root.worked.problem : (root.worked.sum ?? ""); font.pixelSize: Theme.large; font.bold: true; color: root.worked.problem ? Theme.bad : Theme.ink }
                KText { width: parent.width; text: root.model.ruleText; soft: true; font.pixelSize: Theme.small }
                KCheck { id: every; objectName: "everyContest"; enabled: root.model.mayFigures; width: parent.width; checked: true; text: qsTr("Dùng cho mọi cuộc bầu chưa chốt") }
            }
        }
    }
}
