// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import KiemPhieu
import KiemPhieu.Kiosk

// Screen 13, Biên bản: the papers of the contest as they will print, page by page; printed, or saved to a USB stick and read back.
StepPage {
    id: page
    objectName: "minutesPage"
    property string saidText: ""
    readonly property bool ready: papers.paperKey !== "" && papers.mayMake && !papers.busy
    loading: !papers.loaded && station.contests.length > 0
    title: qsTr("Biên bản: %1").arg(page.station.contestTitle)
    error: papers.error
    onErrorSeen: papers.clearError()
    busy: papers.busy
    notice: papers.loaded && !papers.mayMake ? qsTr("Đồng chí xem được màn hình này; lập, in và lưu văn bản do Ban kiểm phiếu, nhân viên kỹ thuật hoặc thư ký làm.") : saidText
    noticeKind: papers.mayMake ? "good" : "info"
    mainText: output.printer !== "" ? qsTr("In %1 bản").arg(papers.copies) : qsTr("Lưu ra USB…")
    mainEnabled: ready && !papers.printing.jobOpen
    onMainTriggered: { saidText = ""; if (output.printer !== "") papers.sendToPrinter(output.printer); else folder.open() }
    actions: [ KButton { objectName: "savePaper"; visible: output.printer !== ""; enabled: page.ready; text: qsTr("Lưu ra USB…"); onClicked: { page.saidText = ""; folder.open() } } ]
    Component.onCompleted: papers.printing.ask()
    Connections { target: page.station; function onContestChanged() { page.saidText = "" } }
    PapersModel { id: papers; objectName: "papersModel"; station: page.station; onSaid: what => page.saidText = what; onPaperChanged: { page.saidText = ""; view.page = 1 } }
    Flickable {
        id: left
        anchors { left: parent.left; top: parent.top; bottom: parent.bottom }
        width: Math.round(parent.width * 0.25)
        contentHeight: choice.implicitHeight
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        PaperChoice { id: choice; width: left.width; papers: papers.papers; current: papers.paper; onPicked: key => papers.paper = key }
    }
    PaperView {
        id: view
        objectName: "paperView"
        visible: papers.refusal === ""
        anchors { left: left.right; leftMargin: Theme.gap; top: parent.top; bottom: parent.bottom }
        width: Math.round(Math.min(parent.width * 0.42, height * 0.74))
        paperKey: papers.paperKey
        pages: papers.pages
        what: papers.title
        emptyText: qsTr("Đang lập văn bản…")
    }
    Rectangle {
        visible: papers.refusal !== ""
        anchors.fill: view
        color: Theme.warnSoft
        radius: Theme.radius
        border.width: 1
        border.color: Theme.warn
        Column {
            anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter; margins: Theme.px(24) }
            spacing: Theme.px(18)
            KText { objectName: "refusal"; width: parent.width; text: "! " + papers.refusal; color: Theme.warn; font.bold: true; Accessible.role: Accessible.AlertMessage; Accessible.name: text }
            KButton { objectName: "refusalGo"; width: parent.width; visible: papers.refusalStep !== ""; text: papers.refusalGo + " ›"; onClicked: page.go(papers.refusalStep) }
        }
    }
    Flickable {
        id: side
        anchors { left: view.right; leftMargin: Theme.gap; right: parent.right; top: parent.top; bottom: parent.bottom }
        contentHeight: column.implicitHeight
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        ScrollBar.vertical: ScrollBar { policy: side.contentHeight > side.height ? ScrollBar.AlwaysOn : ScrollBar.AsNeeded }
        Column {
            id: column
            width: side.width - Theme.px(12)
            spacing: Theme.px(12)
            OutputCard { id: output; width: parent.width; model: papers }
            CodeCard { width: parent.width; visible: shortCode !== ""; shortCode: papers.shortCode }
            ChecklistCard { width: parent.width; model: papers }
        }
    }
    FilePicker { id: folder; mode: "folder"; title: qsTr("Lưu %1 vào đâu?").arg(papers.title); pickText: qsTr("Lưu vào đây"); home: page.station.dataFolder; onPicked: path => papers.save(path) }
}
