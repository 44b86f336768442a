// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import KiemPhieu
import KiemPhieu.Kiosk

// Screen 4, In phiếu: the blank ballot, read back before it goes to a printer or into a PDF.
StepPage {
    id: page
    property string saidText: ""
    readonly property var printed: model.printed
    readonly property bool good: model.checkState === "good"
    readonly property bool toPrinter: sending.printer !== ""
    readonly property bool prints: !model.learned && !model.closed
    loading: !model.loaded && station.contests.length > 0
    title: qsTr("In phiếu")
    hint: model.closed ? "" : model.learned ? qsTr("Cuộc bầu này dùng phiếu in sẵn. Quét một tờ phiếu trắng rồi đọc lại để chắc chắn máy nhận đúng phiếu.") : qsTr("Phiếu trắng được máy đọc lại trước khi in. In thử một tờ, quét lại rồi mới in cả xấp.")
    error: model.error !== "" ? model.error : learning.error
    onErrorSeen: { model.clearError(); learning.clearError() }
    busy: model.busy || learning.busy
    notice: saidText !== "" ? saidText : model.cutOff !== "" ? model.cutOff : !model.hasContest && model.loaded ? qsTr("Chưa có cuộc bầu nào để in phiếu.") : model.loaded && model.hasContest && !model.mayPrint ? qsTr("Đồng chí xem được màn hình này; in phiếu do Ban kiểm phiếu, nhân viên kỹ thuật hoặc thư ký làm.")
        : model.closed ? qsTr("Kết quả cuộc bầu này đã chốt: phiếu chỉ xem lại, không in thêm. Bầu thêm thì lập lần bầu tiếp theo ở bước Kết quả.") : ""
    noticeKind: saidText !== "" ? "good" : model.cutOff !== "" ? "warn" : "info"
    mainText: model.closed ? qsTr("Sang kết quả") : model.learned ? qsTr("Đọc lại tờ phiếu trắng…") : toPrinter ? qsTr("In %1 bản").arg(sending.copies) : qsTr("Lưu %1 bản thành PDF…").arg(sending.copies)
    mainEnabled: model.closed || model.mayPrint && (model.learned || good && sending.copies > 0 && !model.jobOpen)
    onMainTriggered: if (model.closed) page.go("result"); else if (model.learned) scanPicker.open(); else if (toPrinter) confirm.open(); else savePdf()
    function savePdf() { saver.fileName = model.fileFor(sending.copies); saver.open() }  // a binding would ask before the contest is loaded
    actions: [
        KButton { objectName: "savePdf"; visible: page.toPrinter && page.prints; enabled: model.mayPrint && page.good && sending.copies > 0 && !page.busy; text: qsTr("Lưu thành PDF…"); onClicked: page.savePdf() },
        KButton { objectName: "checkScan"; visible: page.prints; enabled: model.mayPrint && page.good && !page.busy; text: qsTr("Đọc lại tờ in thử…"); onClicked: scanPicker.open() },
        KButton { objectName: "testPage"; visible: page.toPrinter && page.prints; enabled: model.mayPrint && page.good && !page.busy && !model.jobOpen; text: qsTr("In thử 1 bản"); onClicked: model.sendToPrinter(sending.printer, 1, sending.twoSided) }
    ]
    Component.onCompleted: model.askPrinters()
    PrintModel { id: model; station: page.station; onSaid: what => page.saidText = what; onErrorChanged: if (model.error !== "") page.saidText = "" }
    LearnModel { id: learning; objectName: "learnModel"; station: page.station; onSaid: what => page.saidText = what; onErrorChanged: if (learning.error !== "") page.saidText = "" }
    Connections { target: page.station; function onContestChanged() { page.saidText = "" } }
    LearnedPages { visible: model.learned; anchors.fill: paper; pictures: learning.storedPictures; emptyText: qsTr("Đang dựng hình mẫu phiếu…") }
    PaperView {
        id: paper
        visible: !model.learned
        anchors { left: parent.left; top: parent.top; bottom: parent.bottom }
        width: Math.min(parent.width * 0.42, Math.max(Theme.px(330), height * 0.68))
        paperKey: model.paperKey
        pages: model.paperPages
        what: qsTr("Phiếu trắng")
        emptyText: model.checkText
    }
    Flickable {
        id: side
        anchors { left: paper.right; right: parent.right; top: parent.top; bottom: parent.bottom; leftMargin: Theme.px(20) }
        contentHeight: column.implicitHeight
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        ScrollBar.vertical: ScrollBar { policy: side.contentHeight > side.height ? ScrollBar.AlwaysOn : ScrollBar.AsNeeded }
        Column {
            id: column
            width: side.width - Theme.px(12)
            spacing: Theme.px(14)
            FactCard { width: parent.width; facts: model.facts }
            SendCard { id: sending; visible: page.prints || model.jobOpen; width: parent.width; model: model }
            ReadBackCard { visible: !model.closed || model.proved; width: parent.width; model: model }
            LearnCard { visible: !model.closed; width: parent.width; model: learning; onLearnWanted: { page.saidText = ""; learning.begin(); blankPicker.open() } onForgetWanted: forgetting.open() }
            Card {
                width: parent.width
                height: earlier.implicitHeight + Theme.px(72)
                visible: page.printed.length > 0
                heading: qsTr("Đã in")
                Column {
                    id: earlier
                    width: parent.width
                    spacing: Theme.px(6)
                    Repeater { model: page.printed.slice(0, 6); KText { required property string modelData; width: earlier.width; text: modelData; font.pixelSize: Theme.small } }
                }
            }
        }
    }
    FilePicker { id: saver; objectName: "saveBallots"; mode: "save"; title: qsTr("Lưu %1 bản phiếu thành tệp PDF").arg(sending.copies); home: page.station.dataFolder; suffixes: ["pdf"]; onPicked: path => { page.saidText = ""; model.savePdf(path, sending.copies) } }
    FilePicker { id: scanPicker; title: model.learned ? qsTr("Chọn bản quét của một tờ phiếu trắng") : qsTr("Chọn bản quét của tờ phiếu in thử"); home: page.station.dataFolder; suffixes: ["pdf", "png", "jpg", "jpeg", "tif", "tiff"]; onPicked: path => model.checkScan([path]) }
    FilePicker { id: blankPicker; objectName: "blankPicker"; title: qsTr("Chọn tệp PDF hoặc bản quét của phiếu trắng in sẵn"); home: page.station.dataFolder; suffixes: ["pdf", "png", "jpg", "jpeg", "tif", "tiff"]; onPicked: path => { learning.addFile(path); learnt.open() } }
    LearnPopup { id: learnt; model: learning; onFileWanted: blankPicker.open() }
    Prompt { id: forgetting; objectName: "forgetPrompt"; title: qsTr("Bỏ mẫu phiếu in sẵn?"); text: qsTr("Phiếu in sẵn của cuộc bầu này sẽ không đọc được nữa; cuộc bầu dùng lại phiếu do chương trình in. Nhật ký ghi lại."); yesText: qsTr("Bỏ mẫu"); yesKind: "danger"; onAccepted: learning.forget() }
    Prompt { id: confirm; title: qsTr("In %1 bản phiếu?").arg(sending.copies); text: qsTr("Mỗi bản %1 trang, gửi tới máy in đã chọn. Mọi lần in đều ghi vào nhật ký; phiếu in thừa phải được giữ và hủy theo quy định.").arg(model.paperPages); yesText: qsTr("In phiếu"); onAccepted: { page.saidText = ""; model.sendToPrinter(sending.printer, sending.copies, sending.twoSided) } }
}
