// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import KiemPhieu
import KiemPhieu.Kiosk

// Screen 2, Đại hội: what the congress is, who counts, and the base of the election.
StepPage {
    id: page
    property string saidText: ""
    readonly property var findings: model.findings
    title: qsTr("Đại hội")
    hint: [qsTr("Những gì sẽ ghi trên biên bản và phiếu."), qsTr("Ban kiểm phiếu và tổ giúp việc, mỗi người một mã cá nhân."), qsTr("Số được triệu tập và các diện giảm trừ; máy tính số dùng để xác định kết quả bầu.")][tabs.current]
    error: model.error !== "" ? model.error : imports.error
    onErrorSeen: { model.clearError(); imports.clearError() }
    busy: model.busy || imports.busy
    readonly property string onlyLooks: !model.loaded ? "" : tabs.current === 2 ? (model.mayFigures ? "" : qsTr("Đồng chí xem được màn hình này; ghi số liệu do Trưởng ban hoặc ủy viên Ban kiểm phiếu làm."))
        : model.mayEdit ? "" : qsTr("Đồng chí xem được màn hình này; sửa thông tin và danh sách do Ban kiểm phiếu hoặc nhân viên kỹ thuật làm.")
    notice: onlyLooks !== "" ? onlyLooks : tabs.current === 1 && findings.length > 0 ? [saidText].concat(findings).filter(text => text !== "").join("\n") : saidText !== "" ? saidText : tabs.current === 1 && model.loaded && !model.hasHead ? qsTr("Chưa có Trưởng ban kiểm phiếu. Hãy thêm Trưởng ban trước khi kiểm phiếu.") : ""
    noticeKind: onlyLooks !== "" ? "info" : saidText !== "" && (tabs.current !== 1 || findings.length === 0) ? "good" : "warn"
    dirty: committee.pending || figures.changed
    onDiscard: { committee.forget(); figures.load() }
    typed: figures.changed ? figures.kept : null
    readonly property bool entering: tabs.current === 2 && (saidText === "" || figures.changed)  // just entered, the way leads on
    mainText: entering ? qsTr("Nhập số liệu") : qsTr("Tiếp: Cuộc bầu")
    mainEnabled: !entering || figures.ready
    onMainTriggered: if (entering) decide(model.figuresTakeTwo(figures.convened, figures.deductions, figures.everyContest), () => model.enterFigures(figures.convened, figures.deductions, figures.everyContest)); else page.go("contest")
    function decide(two: bool, act: var) {  // once ballots were read
        if (!two) { act(); return }
        pair.act = act
        pair.open()
    }
    actions: [
        KButton { objectName: "importCommittee"; visible: tabs.current === 1; enabled: model.mayEdit; text: qsTr("Nhập từ tệp CSV, XLSX…"); onClicked: { imports.kind = "committee"; listPicker.open() } },
        KButton { objectName: "exportCommittee"; visible: tabs.current === 1 && model.people.length > 0; text: qsTr("Xuất danh sách…"); onClicked: { saver.what = "committee"; saver.fileName = "ban-kiem-phieu.csv"; saver.open() } },
        KButton { objectName: "importDelegates"; visible: tabs.current === 2 && model.hasContest; enabled: model.mayFigures; text: qsTr("Nhập từ danh sách đại biểu…"); onClicked: { imports.kind = "delegates"; listPicker.open() } },
        KButton { objectName: "editInfo"; visible: tabs.current === 0 && model.mayEdit; text: qsTr("Sửa thông tin…"); onClicked: { page.saidText = ""; editor.open() } },
        KButton { objectName: "exportDefinition"; visible: tabs.current === 0; text: qsTr("Xuất khai báo đại hội…"); onClicked: { saver.what = "definition"; saver.fileName = "dai-hoi.json"; saver.open() } }
    ]
    CongressModel { id: model; station: page.station; onLoadedChanged: if (page.again) { tabs.current = 2; figures.restore(page.again) } onSaid: what => page.saidText = what; onErrorChanged: if (model.error !== "") page.saidText = "" }
    ListImportModel { id: imports; station: page.station; onTaken: what => page.saidText = what }
    KTabs { id: tabs; tabs: [qsTr("Thông tin"), qsTr("Ban kiểm phiếu (%1)").arg(model.people.length), qsTr("Triệu tập, giảm trừ")]; onCurrentChanged: page.saidText = "" }
    Item {
        anchors { left: parent.left; right: parent.right; top: tabs.bottom; bottom: parent.bottom; topMargin: Theme.px(12) }
        CongressInfo { anchors.fill: parent; visible: tabs.current === 0; info: model.info }
        CommitteePanel { id: committee; anchors.fill: parent; visible: tabs.current === 1; model: model; station: page.station }
        FiguresPanel { id: figures; anchors.fill: parent; visible: tabs.current === 2; model: model }
    }
    TwoPersonPrompt {
        id: pair
        objectName: "congressPair"
        property var act: null
        station: page.station
        title: qsTr("Hai người cùng quyết định")
        text: qsTr("Đã đọc phiếu nên thay đổi số liệu đã ghi hoặc Ban kiểm phiếu phải có hai người của Ban kiểm phiếu, trong đó có Trưởng ban. Nhật ký và biên bản ghi lại.")
        onConfirmed: { const act = pair.act; act() }
    }
    InfoPrompt { id: editor; model: model }
    FilePicker { id: listPicker; title: imports.kind === "committee" ? qsTr("Chọn danh sách Ban kiểm phiếu") : qsTr("Chọn danh sách đại biểu, đảng viên"); home: page.station.dataFolder; suffixes: ["csv", "xlsx", "xlsm", "tsv", "txt"]; onPicked: path => { page.saidText = ""; imports.read(path); preview.open() } }
    ListPreview {
        id: preview
        imports: imports
        addText: imports.kind === "committee" ? qsTr("Thêm vào danh sách") : qsTr("Dùng số liệu này")
        replaceText: imports.kind === "committee" ? qsTr("Thay cả danh sách") : ""
        onAdd: if (imports.kind === "committee") page.decide(model.committeeTakesTwo, () => imports.takeCommittee(false)); else { const every = figures.everyContest; page.decide(model.importTakesTwo(imports, every), () => imports.takeDelegates(every)) }
        onReplace: replacing.open()
    }
    Prompt {
        id: replacing
        objectName: "replacePrompt"
        title: qsTr("Thay cả danh sách Ban kiểm phiếu?")
        onAboutToShow: { const gone = model.leftOutBy(imports); text = gone.length === 0 ? qsTr("Không ai trong danh sách hiện nay bị bỏ.") : qsTr("Những người không có trong tệp sẽ bị bỏ, mã cá nhân của họ cũng bị xóa: %1. Việc đã làm vẫn còn trong nhật ký.").arg(gone.join(", ")) }
        yesText: qsTr("Thay cả danh sách")
        yesKind: "danger"
        onAccepted: page.decide(model.committeeTakesTwo, () => imports.takeCommittee(true))
    }
    FilePicker {
        id: saver
        property string what: ""
        mode: "save"
        title: what === "committee" ? qsTr("Lưu danh sách Ban kiểm phiếu") : qsTr("Lưu khai báo đại hội")
        home: page.station.dataFolder
        suffixes: what === "committee" ? ["csv"] : ["json"]
        onPicked: path => { if (what === "committee") model.exportCommittee(path); else model.exportDefinition(path) }
    }
}
