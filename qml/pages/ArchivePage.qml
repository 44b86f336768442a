// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import KiemPhieu
import KiemPhieu.Kiosk

// Screen 15, Lưu trữ: the package on two media, checking of documents, search of past congresses.
StepPage {
    id: page
    objectName: "archivePage"
    property string saidText: ""
    property int part: 0
    readonly property bool working: archive.work !== ""
    title: qsTr("Lưu trữ")
    error: archive.error !== "" ? archive.error : checking.error
    onErrorSeen: { archive.clearError(); checking.clearError() }
    notice: part === 0 && archive.loaded && !archive.mayPackage ? qsTr("Đồng chí xem được màn hình này; lập và chép gói lưu trữ do Ban kiểm phiếu, nhân viên kỹ thuật hoặc thư ký làm.") : saidText
    noticeKind: part === 0 && !archive.mayPackage ? "info" : "good"
    busy: archive.busy
    mainText: part === 1 ? qsTr("Chọn tài liệu…") : part === 2 ? qsTr("Chọn thư mục…") : archive.current && archive.there ? qsTr("Chép ra thiết bị…") : qsTr("Lập gói lưu trữ")
    mainEnabled: part === 0 ? archive.loaded && archive.mayPackage && !working : part === 1 ? checking.state !== "checking" : true
    onMainTriggered: {
        saidText = ""
        if (part === 1) documents.open()
        else if (part === 2) folders.open()
        else if (archive.current && archive.there) media.open()
        else archive.makePackage()
    }
    actions: [
        KButton { objectName: "makeAgain"; visible: page.part === 0 && !page.working && archive.current && archive.there; enabled: archive.mayPackage; text: qsTr("Lập gói mới"); onClicked: { page.saidText = ""; archive.makePackage() } },
        KButton { objectName: "copyOld"; visible: page.part === 0 && !page.working && !archive.current && archive.there; enabled: archive.mayPackage; text: qsTr("Chép gói cũ…"); onClicked: { page.saidText = ""; media.open() } },
        KButton { objectName: "stopWork"; visible: page.working; text: qsTr("Dừng"); onClicked: archive.stop() }
    ]
    ArchiveModel { id: archive; objectName: "archiveModel"; station: page.station; onSaid: what => page.saidText = what }
    DocumentCheck { id: checking; objectName: "documentCheck"; station: page.station }
    ArchiveSearchModel { id: past; objectName: "archiveSearch"; station: page.station }
    KTabs { id: tabs; objectName: "archiveTabs"; tabs: [qsTr("Gói lưu trữ"), qsTr("Kiểm tra tài liệu"), qsTr("Tìm đại hội cũ")]; current: page.part; onCurrentChanged: { page.part = current; page.saidText = ""; archive.clearError(); checking.clearError(); if (current === 2) search.start() } }
    Item {
        id: place
        anchors { left: parent.left; right: parent.right; top: tabs.bottom; topMargin: Theme.px(12); bottom: progress.visible ? progress.top : parent.bottom; bottomMargin: progress.visible ? Theme.px(12) : 0 }
        PackagePart { anchors.fill: parent; visible: page.part === 0; model: archive }
        CheckPart { anchors.fill: parent; visible: page.part === 1; model: checking }
        SearchPart { id: search; anchors.fill: parent; visible: page.part === 2; model: past; onOpened: (path, contest, isPackage) => page.found(path, contest, isPackage) }
    }
    function found(path: string, contest: string, isPackage: bool) {
        if (isPackage) { tabs.current = 1; checking.check(path) }
        else if (path === page.station.file) { past.open(path, contest); page.go("result") }
        else { leaving.path = path; leaving.contest = contest; leaving.open() }
    }
    Card {
        id: progress
        visible: page.working
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        padding: Theme.px(12)
        Column {
            width: parent.width
            spacing: Theme.px(8)
            KText { objectName: "workText"; width: parent.width; text: archive.work + "  " + archive.progressText; font.bold: true }
            ProgressBar {
                id: bar
                width: parent.width
                height: Theme.px(16)
                value: archive.fraction
                Accessible.name: archive.work
                background: Rectangle { radius: Theme.px(4); color: Theme.line }
                contentItem: Item { Rectangle { width: bar.visualPosition * parent.width; height: parent.height; radius: Theme.px(4); color: Theme.info } }
            }
        }
    }
    FilePicker { id: media; mode: "folder"; title: qsTr("Chép gói lưu trữ ra thiết bị nào?"); pickText: qsTr("Chép vào đây"); home: page.station.dataFolder; onPicked: path => archive.copyTo(path) }
    FilePicker { id: documents; title: qsTr("Chọn tài liệu cần kiểm tra"); home: page.station.dataFolder; suffixes: ["kpz", "kiemphieu", "pdf", "png", "jpg", "jpeg", "tif", "tiff"]; onPicked: path => checking.check(path) }
    FilePicker { id: folders; mode: "folder"; reading: true; title: qsTr("Các đại hội cũ nằm ở đâu?"); home: page.station.dataFolder; onPicked: path => past.folder = path }
    Prompt {
        id: leaving
        property string path: ""
        property string contest: ""
        objectName: "leavePrompt"
        title: qsTr("Mở đại hội này?")
        text: qsTr("Tệp đại hội đang mở sẽ được đóng lại, không mất gì; mở lại được ở màn hình đầu. Người đang đăng nhập phải đăng nhập vào tệp kia.")
        yesText: qsTr("Mở")
        onAccepted: { page.go("result"); past.open(path, contest) }
    }
}
