// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import KiemPhieu
import KiemPhieu.Kiosk

// Screen 5, Kiểm tra máy: a rehearsal that the machine grades itself, one sheet through the scanner, and the zero report. Nothing of it comes into the count.
StepPage {
    id: page
    objectName: "checkPage"
    property string part: "rehearsal"
    readonly property bool mayRehearse: !station.session.signedIn || station.session.may("rehearse")
    readonly property bool mayPaper: !station.session.signedIn || station.session.may("makePapers")
    readonly property bool rehearsing: check.stage === "making" || check.stage === "reading"
    property string savedText: ""
    title: qsTr("Kiểm tra máy")
    hint: qsTr("Làm trước khi phát phiếu, trước mặt mọi người. Phiếu thử không bao giờ vào số liệu kiểm phiếu.")
    error: check.error
    onErrorSeen: check.clearError()
    notice: part !== "zero" && !mayRehearse ? qsTr("Đồng chí xem được màn hình này; chạy thử máy do Ban kiểm phiếu hoặc nhân viên kỹ thuật làm.")
        : part === "zero" && !mayPaper ? qsTr("Đồng chí xem được màn hình này; lập, in và lưu văn bản do Ban kiểm phiếu, nhân viên kỹ thuật hoặc thư ký làm.")
        : part === "zero" && check.hasBallots && check.zeroKey === "" ? qsTr("Cuộc bầu này đã có phiếu nên không lập được biên bản số không nữa.")
        : part === "zero" ? savedText : ""
    noticeKind: part === "zero" && savedText !== "" ? "good" : "warn"
    mainText: part === "rehearsal" ? (rehearsing ? qsTr("Đang chạy thử…") : check.stage === "done" ? qsTr("Chạy thử lại") : qsTr("Chạy thử"))
        : part === "scanner" ? (check.testing ? qsTr("Đang quét…") : qsTr("Quét thử một tờ"))
        : check.zeroKey === "" ? qsTr("Lập biên bản số không") : qsTr("Lưu tệp PDF…")
    mainEnabled: part === "rehearsal" ? mayRehearse && !rehearsing : part === "scanner" ? mayRehearse && !check.testing && scannerPart.scanner !== "" : mayPaper && (check.zeroKey !== "" || !check.hasBallots)
    busy: check.busy && !rehearsing
    onMainTriggered: {
        if (part === "rehearsal") check.rehearse(rehearsalPart.ballots)
        else if (part === "scanner") check.testScanner(scannerPart.scanner)
        else if (check.zeroKey === "") check.makeZeroReport()
        else saving.open()
    }
    actions: [
        KButton { objectName: "roleCardsButton"; visible: !page.rehearsing; text: qsTr("Thẻ công việc…"); onClicked: cards.open() },
        KButton { objectName: "stopRehearsal"; visible: page.part === "rehearsal" && page.rehearsing; text: qsTr("Dừng"); onClicked: check.stopRehearsal() }
    ]
    CheckModel { id: check; objectName: "checkModel"; station: page.station; onSavedTo: path => page.savedText = qsTr("Đã lưu vào %1. Hãy in ra, ký và giữ cùng biên bản.").arg(path) }
    Row {
        id: parts
        width: parent.width
        spacing: Theme.px(10)
        Repeater {
            model: [{ part: "rehearsal", text: qsTr("1. Đọc thử xấp phiếu"), done: check.passed },
                    { part: "scanner", text: qsTr("2. Thử máy quét"), done: check.testGood },
                    { part: "zero", text: qsTr("3. Biên bản số không"), done: check.zeroText !== "" }]
            PickButton {
                required property var modelData
                objectName: "part-" + modelData.part
                width: (parts.width - Theme.px(20)) / 3
                text: modelData.text + (modelData.done ? qsTr(" – đã xong") : "")
                picked: page.part === modelData.part
                onClicked: page.part = modelData.part
            }
        }
    }
    RehearsalPart { id: rehearsalPart; visible: page.part === "rehearsal"; anchors { left: parent.left; right: parent.right; top: parts.bottom; topMargin: Theme.gap; bottom: parent.bottom } model: check }
    ScannerPart { id: scannerPart; visible: page.part === "scanner"; anchors.fill: rehearsalPart; model: check }
    ZeroPart { visible: page.part === "zero"; anchors.fill: rehearsalPart; model: check }
    RoleCardsModel { id: roleCards; objectName: "roleCardsModel"; station: page.station }
    RoleCardsPopup { id: cards; model: roleCards; onSaveWanted: savingCards.open() }
    FilePicker { id: savingCards; objectName: "saveRoleCards"; mode: "save"; title: qsTr("Lưu thẻ công việc"); home: page.station.dataFolder; suffixes: ["pdf"]; fileName: "the-cong-viec.pdf"; onPicked: path => roleCards.save(path) }
    Connections { target: page.station; function onContestChanged() { page.savedText = "" } }
    FilePicker { id: saving; objectName: "saveZero"; mode: "save"; title: qsTr("Lưu biên bản số không"); home: page.station.dataFolder; suffixes: ["pdf"]; fileName: qsTr("bien-ban-so-khong-%1.pdf").arg(page.station.contest); onPicked: path => check.saveZeroReport(path) }
}
