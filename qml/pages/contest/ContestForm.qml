// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import KiemPhieu
import KiemPhieu.Kiosk

// What is elected and how its ballot is made.
Flickable {
    id: root
    required property ContestModel model
    signal passesWanted(int passes)  // two people decide: ballots were taken in
    function placeOfPasses(): int { return placeOf(model.passChoices, model.passes) }
    function passesAgain() { passes.currentIndex = Qt.binding(placeOfPasses) }  // another number was picked and not taken
    readonly property real half: Math.floor((width - Theme.px(24)) / 2)
    contentHeight: form.implicitHeight
    clip: true
    boundsBehavior: Flickable.StopAtBounds
    ScrollBar.vertical: ScrollBar { policy: root.contentHeight > root.height ? ScrollBar.AlwaysOn : ScrollBar.AsNeeded }  // beside a message not all of it fits 1280×800
    function placeOf(list: var, value: var): int { return list.findIndex(one => one.value === value) }
    Column {
        id: form
        width: root.width - Theme.px(12)
        spacing: Theme.px(8)  // all of it fits 1280×800 where nothing is said below
        readonly property bool free: root.model.lockedWhy === ""
        KField { objectName: "contestTitle"; enabled: form.free; width: parent.width; label: qsTr("Tên cuộc bầu, in trên phiếu"); text: root.model.title; maximumLength: 300; onEdited: root.model.title = text }
        KChoice { objectName: "contestOffice"; enabled: form.free; width: parent.width; label: qsTr("Bầu chức danh"); model: root.model.offices; currentIndex: root.placeOf(root.model.offices, root.model.office); onChosen: value => root.model.office = value }
        Row {
            enabled: form.free
            spacing: Theme.px(12)
            KField { objectName: "contestSeats"; width: root.half; label: qsTr("Số lượng cần bầu"); text: root.model.seats > 0 ? String(root.model.seats) : ""; inputMethodHints: Qt.ImhDigitsOnly; validator: IntValidator { bottom: 0; top: 9999 } onEdited: root.model.seats = text === "" ? 0 : Number(text) }
            KChoice { objectName: "contestKind"; width: root.half; label: qsTr("Loại phiếu"); model: root.model.kinds; currentIndex: root.placeOf(root.model.kinds, root.model.kind); onChosen: value => root.model.kind = value }
        }
        KChoice { objectName: "contestPaper"; enabled: form.free; width: parent.width; label: qsTr("Khổ giấy"); model: [{ value: "A4", text: qsTr("A4 (210 × 297 mm)") }, { value: "A5", text: qsTr("A5 (148 × 210 mm)") }]; currentIndex: root.model.paper === "A5" ? 1 : 0; onChosen: value => root.model.paper = value }
        KChoice {
            objectName: "contestCode"
            enabled: form.free
            width: parent.width
            label: qsTr("Mã in trên phiếu")
            model: [{ value: "shared", text: qsTr("Mọi phiếu giống nhau (giữ kín tuyệt đối)") }, { value: "per-ballot", text: qsTr("Mỗi phiếu một mã ngẫu nhiên (chống phiếu giả)") }]
            currentIndex: root.model.code === "per-ballot" ? 1 : 0
            onChosen: value => root.model.code = value
        }
        KText { width: parent.width; visible: root.model.code === "per-ballot"; soft: true; font.pixelSize: Theme.small; text: qsTr("Chỉ dùng khi đại hội đồng ý: phiếu được in theo thứ tự xáo trộn, không ai biết mã nào phát cho ai.") }
        KChoice {
            id: passes
            objectName: "contestPasses"
            width: parent.width
            label: qsTr("Số lượt kiểm toàn bộ phiếu (R-36)")
            enabled: root.model.mayChangePasses
            model: root.model.passChoices
            currentIndex: root.placeOfPasses()
            onChosen: value => { if (root.model.passesTakeTwo) root.passesWanted(value); else root.model.passes = value }
        }
    }
}
