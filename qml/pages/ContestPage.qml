// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import KiemPhieu
import KiemPhieu.Kiosk

// Screen 3, Cuộc bầu: the contests; one of them being drawn up, with what the rules say of it and its ballot as it will print.
StepPage {
    id: page
    property string saidText: ""
    readonly property var findings: model.findings
    readonly property bool blocked: findings.some(finding => finding.block)
    readonly property bool fresh: model.isNew && (model.title === "" || model.candidates.count === 0)
    title: qsTr("Cuộc bầu")
    hint: model.drafting ? model.faceWhy : qsTr("Thêm cuộc bầu đầu tiên, hoặc lập đại hội từ tệp khai báo.")
    error: model.error !== "" ? model.error : imports.error
    onErrorSeen: { model.clearError(); imports.clearError() }
    busy: model.busy
    notice: model.lockedWhy !== "" ? model.lockedWhy : saidText !== "" && !blocked ? saidText : fresh ? qsTr("Hãy ghi tên cuộc bầu, số lượng cần bầu, rồi đưa danh sách bầu cử vào.") : findings.filter(finding => finding.block || !blocked).map(finding => (finding.rule === "" ? "" : finding.rule + ": ") + finding.text).slice(0, 3).join("\n")
    noticeKind: model.lockedWhy !== "" || (fresh && saidText === "") ? "info" : blocked ? "bad" : saidText !== "" ? "good" : "warn"
    mainText: !model.drafting ? qsTr("Thêm cuộc bầu") : model.dirty ? qsTr("Lưu cuộc bầu") : qsTr("Tiếp: In phiếu")
    mainEnabled: !model.drafting ? model.loaded && contests.mayAdd : !model.dirty || model.mayPrint && model.lockedWhy === ""
    onMainTriggered: if (!model.drafting) contests.add(); else if (!list.finish()) tabs.current = 1; else if (!model.dirty) page.go("print"); else if (model.saveDoubt() !== "") doubting.open(); else page.save()
    function save() { if (model.saveTakesTwo()) { joining.takingOut = false; joining.open() } else model.save() }
    dirty: model.dirty || list.pending
    onDiscard: { list.forget(); model.revert() }
    typed: model.kept
    actions: [
        KButton { objectName: "revertContest"; visible: model.dirty; text: model.isNew ? qsTr("Thôi, không thêm") : qsTr("Bỏ thay đổi"); onClicked: model.revert() },
        KButton { objectName: "removeContest"; visible: model.drafting && !model.dirty && model.lockedWhy === ""; text: qsTr("Bỏ cuộc bầu này"); onClicked: removing.open() }
    ]
    ContestModel { id: model; objectName: "contestModel"; station: page.station; onLoadedChanged: if (page.again) model.restore(page.again); onSaid: what => page.saidText = what; onDraftChanged: if (model.dirty) page.saidText = "" }
    ListImportModel { id: imports; kind: "candidates"; station: page.station }
    ContestList {
        id: contests
        anchors { left: parent.left; top: parent.top; bottom: parent.bottom }
        width: Theme.px(226)
        contests: model.contests
        adding: model.isNew
        mayAdd: !model.dirty && (!page.station.session.signedIn || page.station.session.may("editCongress"))
        onPicked: id => { if (model.dirty) { leaving.wanted = id; leaving.open() } else { page.saidText = ""; model.pick(id) } }
        onAdd: { page.saidText = ""; model.addNew(); tabs.current = 0 }
    }
    Item {
        id: middle
        visible: model.drafting
        anchors { left: contests.right; right: picture.left; top: parent.top; bottom: parent.bottom; leftMargin: Theme.px(16); rightMargin: Theme.px(16) }
        KTabs { id: tabs; tabs: [qsTr("Nội dung"), qsTr("Danh sách (%1)").arg(model.candidates.count)] }
        ContestForm { id: form; visible: tabs.current === 0; onPassesWanted: passes => { deciding.passes = passes; deciding.open() } anchors { left: parent.left; right: parent.right; top: tabs.bottom; bottom: parent.bottom; topMargin: Theme.px(10) } model: model }
        CandidateList {
            id: list
            visible: tabs.current === 1
            anchors { left: parent.left; right: parent.right; top: tabs.bottom; bottom: parent.bottom; topMargin: Theme.px(10) }
            model: model
            onImportWanted: listPicker.open()
            onExportWanted: saver.open()
        }
    }
    BallotPicture {
        id: picture
        visible: model.drafting
        anchors { right: parent.right; top: parent.top; bottom: parent.bottom }
        width: Math.max(Theme.px(324), Math.min(Theme.px(380), height * 0.62))
        model: model
    }
    FilePicker { id: listPicker; title: qsTr("Chọn danh sách bầu cử"); home: page.station.dataFolder; suffixes: ["csv", "xlsx", "xlsm", "tsv", "txt"]; onPicked: path => { page.saidText = ""; imports.read(path); preview.open() } }
    ListPreview { id: preview; imports: imports; sortOffered: true; addText: qsTr("Thêm vào danh sách"); replaceText: model.candidates.count > 0 ? qsTr("Thay cả danh sách") : ""; onAdd: model.takeList(imports, false); onReplace: model.takeList(imports, true) }
    FilePicker { id: saver; mode: "save"; title: qsTr("Lưu danh sách bầu cử"); fileName: "danh-sach.csv"; home: page.station.dataFolder; suffixes: ["csv"]; onPicked: path => model.exportList(path) }
    TwoPersonPrompt {
        id: deciding
        property int passes: 0
        objectName: "passesPrompt"
        station: page.station
        title: qsTr("Kiểm %1 lượt?").arg(passes)
        text: qsTr("Cuộc bầu này đã nhận phiếu, nên đổi số lượt kiểm phải do hai người của Ban kiểm phiếu quyết định, trong đó có Trưởng ban. Nhật ký ghi lại.")
        onConfirmed: model.savePasses(passes)
        onClosed: form.passesAgain()
    }
    TwoPersonPrompt {
        id: joining
        objectName: "joiningPrompt"
        station: page.station
        property bool takingOut: false
        title: qsTr("Hai người cùng thay đổi cuộc bầu")
        text: qsTr("Đã đọc phiếu của cuộc bầu cùng chức danh, hoặc của cuộc bầu chỉ chốt được sau cuộc bầu này, nên thêm, sửa hay bỏ nó phải có hai người của Ban kiểm phiếu, trong đó có Trưởng ban (R-31). Nhật ký ghi lại.")
        onConfirmed: if (takingOut) model.removeContest(); else model.save()
    }
    Prompt { id: doubting; objectName: "doubtingPrompt"; title: qsTr("Lưu số lượng này?"); onAboutToShow: text = model.saveDoubt() + "\n" + qsTr("Hãy so lại với nghị quyết của đại hội: số lượng cần bầu hay danh sách có thể ghi nhầm."); yesText: qsTr("Đúng, lưu cuộc bầu"); onAccepted: page.save() }
    Prompt { id: removing; title: qsTr("Bỏ cuộc bầu “%1”?").arg(model.title); text: qsTr("Cuộc bầu và danh sách bầu cử của nó không còn trong tệp đại hội. Phiếu đã in cho cuộc bầu này sẽ không đọc được nữa."); yesText: qsTr("Bỏ cuộc bầu"); yesKind: "danger"; onAccepted: if (model.removeTakesTwo()) { joining.takingOut = true; joining.open() } else model.removeContest() }
    Prompt { id: leaving; property string wanted: ""; title: qsTr("Chưa lưu thay đổi"); text: qsTr("Những thay đổi của “%1” chưa được lưu và sẽ mất nếu chuyển sang cuộc bầu khác.").arg(model.title); yesText: qsTr("Bỏ thay đổi"); yesKind: "danger"; onAccepted: model.pick(wanted) }
}
