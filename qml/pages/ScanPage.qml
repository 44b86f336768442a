// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import KiemPhieu
import KiemPhieu.Kiosk

// Screen 7, Quét phiếu: the big count against "returned", what the scanner does, the last sheets, and after a jam what to do with the paper.
StepPage {
    id: page
    objectName: "scanPage"
    readonly property bool mayScan: !station.session.signedIn || station.session.may("scan")
    readonly property bool here: !scan.elsewhere
    readonly property bool ended: scan.state === "finished" || scan.state === "stopped"
    // all papers are in already, or nobody knows how many there are: more in the same pass may be the same pile once more
    readonly property bool full: scan.papers > 0 && scan.balance !== "short" && !scan.interrupted
    // this pass is whole: the way leads on, and scanning more is what has to be asked for
    readonly property bool leads: here && scan.balance === "equal" && !scan.interrupted && (ended || scan.state === "idle")
    loading: !scan.loaded && station.contests.length > 0
    title: scan.pass > 1 ? qsTr("Quét phiếu – lượt %1").arg(scan.pass) : qsTr("Quét phiếu")
    hint: scan.active && here ? qsTr("Mỗi tờ được lưu ngay khi đọc xong; mất điện hay tắt máy cũng không mất tờ đã lưu.")
        : !here ? "" : scan.state === "idle" && leads ? qsTr("Lượt này đã nhận đủ số phiếu thu về.") : ended ? qsTr("Hãy xem số tờ đã nhận có khớp số phiếu thu về không.")
        : scan.guided ? qsTr("Làm lần lượt từng việc dưới đây; mọi tờ đã lưu vẫn an toàn.")
        : scan.state === "paused" ? qsTr("Đang tạm dừng. Bấm “Quét tiếp” để quét tờ kế tiếp.")
        : scan.unproved ? qsTr("Trước khi quét xấp phiếu, phải đọc lại một tờ phiếu trắng đã in.")
        : qsTr("Đặt xấp phiếu vào máy quét, hoặc chọn thư mục ảnh đã quét, rồi bấm “%1”.").arg(mainText)
    error: scan.error !== "" ? scan.error : source.visible ? source.problem : ""
    onErrorSeen: { scan.clearError(); source.problem = "" }
    noticeKind: !mayScan || scan.balance === "over" ? "warn" : scan.interrupted && scan.rehearsed === "" ? "info" : scan.rehearsed !== "" || scan.refusal !== "" || scan.elsewhere || scan.leftOut !== "" ? "warn" : "info"
    readonly property string said: !mayScan ? qsTr("Đồng chí xem được màn hình này; quét phiếu do Ban kiểm phiếu hoặc nhân viên kỹ thuật làm.")
        : scan.elsewhere ? qsTr("Máy đang quét phiếu của cuộc bầu khác. Hãy chọn lại cuộc bầu đó ở trên để xem, hoặc chờ quét xong.")
        : scan.refusal !== "" ? scan.refusal
        : scan.balance === "over" ? qsTr("Số tờ nhiều hơn số phiếu thu về. Hãy kiểm tra: có tờ nào quét hai lần không, số phiếu thu về đã đếm đúng chưa.")
        : scan.leftOut !== "" ? scan.leftOut
        : scan.interrupted && !scan.guided && scan.state === "idle" && scan.sourceKind === "scanner" && scan.lastSheet > 0 ? qsTr("Lần quét trước dừng giữa chừng khi giấy còn trong máy quét. Chỉ đặt vào khay những tờ chưa lưu. %1.").arg(scan.lastSheetText)
        : scan.balance === "unknown" ? qsTr("Chưa nhập số phiếu thu về. Vẫn quét được, nhưng chưa đối chiếu được đủ hay thiếu.")
        : scan.interrupted && !scan.guided && scan.state === "idle" ? qsTr("Lần quét trước dừng giữa chừng (mất điện, tắt máy hoặc kẹt giấy). Mọi tờ đã lưu còn nguyên; hãy bấm “Quét tiếp”, tờ đã lưu không bị nhận lại.")
        : ""
    notice: scan.rehearsed === "" ? said : scan.rehearsed + (said === "" ? "." : ".\n" + said)
    mainText: !here ? "" : scan.state === "running" || scan.state === "pausing" ? qsTr("Tạm dừng")
        : scan.state === "paused" || scan.state === "failed" ? qsTr("Quét tiếp")
        : scan.state === "stopping" ? qsTr("Đang dừng…")
        : (ended || leads) && scan.committee > 0 ? qsTr("Sang phiếu cần xem")
        : leads ? qsTr("Sang đối chiếu")
        : ended ? qsTr("Quét thêm")
        : scan.unproved ? qsTr("Sang bước In phiếu")
        : scan.guided && scan.source === "" ? qsTr("Chọn máy quét")
        : scan.interrupted ? qsTr("Quét tiếp") : scan.pass > 1 ? qsTr("Bắt đầu quét lượt %1").arg(scan.pass) : qsTr("Bắt đầu quét")
    mainEnabled: leads || (ended && scan.committee > 0) || (scan.unproved && !scan.active && here) ? true : mayScan && scan.state !== "pausing" && scan.state !== "stopping" && (scan.refusal === "" || scan.active)
    onMainTriggered: {
        if (scan.state === "running") scan.pause()
        else if (scan.state === "paused" || scan.state === "failed") scan.resume()
        else if ((page.ended || page.leads) && scan.committee > 0) page.go("adjudicate")
        else if (page.leads) page.go("compare")
        else if (page.ended) scan.dismiss()
        else if (scan.unproved) page.go("print")
        else if (scan.guided && scan.source === "") scan.dismiss()
        else if (page.full && scan.source !== "") more.open()
        else scan.start()
    }
    actions: [
        KButton { objectName: "stopScan"; visible: page.here && (scan.state === "running" || scan.state === "pausing" || scan.state === "paused"); enabled: page.mayScan; text: qsTr("Dừng hẳn"); onClicked: scan.stop() },
        KButton { objectName: "otherSource"; visible: page.here && (scan.guided || page.leads || (page.ended && scan.committee > 0)); enabled: page.mayScan && (scan.state !== "idle" || scan.refusal === ""); text: scan.guided ? qsTr("Chọn nguồn khác") : qsTr("Quét thêm"); onClicked: if (scan.state !== "idle" || scan.guided) scan.dismiss(); else if (scan.source !== "") more.open(); else scan.start() },
        KButton { objectName: "waiveReadBack"; visible: page.here && scan.unproved && !scan.active; enabled: page.station.session.may("skipReadBack") && !scan.busy; text: qsTr("Quét không cần đọc lại…"); onClicked: waiving.open() },
        KButton { objectName: "toFigures"; visible: scan.balance === "unknown" && !scan.active; text: qsTr("Nhập số liệu phiếu"); onClicked: page.go("figures") }
    ]
    ScanModel { id: scan; objectName: "scanModel"; station: page.station }
    Prompt {
        id: more
        objectName: "scanMore"
        title: qsTr("Quét thêm vào lượt %1?").arg(scan.pass)
        text: qsTr("Lượt %1 đã nhận %2 tờ. Tờ quét bây giờ cộng thêm vào lượt này. Muốn đếm lại cả xấp phiếu để đối chiếu thì bấm “Để nguyên” rồi chọn lượt kiểm khác.").arg(scan.pass).arg(scan.papers)
        yesText: qsTr("Quét thêm vào lượt %1").arg(scan.pass)
        onAccepted: scan.start()
    }
    TwoPersonPrompt {
        id: waiving
        objectName: "waivePrompt"
        station: page.station
        title: qsTr("Quét mà không đọc lại phiếu trắng?")
        text: qsTr("Nếu bản in bị co, lệch hay mất nét, máy có thể không đọc được cả xấp phiếu. Quyết định của hai người được ghi vào nhật ký.")
        onConfirmed: scan.waiveReadBack()
    }
    Item {
        id: left
        anchors { left: parent.left; top: parent.top; bottom: strip.top; bottomMargin: strip.visible ? Theme.gap : 0 }
        width: Math.round(parent.width * (strip.visible ? 0.52 : 0.64))
        SourceCard { id: source; objectName: "sourceCard"; anchors.fill: parent; visible: (scan.state === "idle" && !scan.guided) || scan.elsewhere; model: scan; mayScan: page.mayScan }
        GuideCard { anchors.fill: parent; visible: scan.guided; model: scan }
        RunCard { anchors.fill: parent; visible: scan.state !== "idle" && scan.state !== "failed" && page.here; model: scan }
    }
    CountCard {
        anchors { left: left.right; leftMargin: Theme.gap; right: parent.right; top: parent.top; bottom: left.bottom }
        model: scan
        onWanted: (caption, line) => ballots.show(caption, scan.behind(line))
    }
    BallotsPopup { id: ballots; station: page.station }
    SheetStrip {
        id: strip
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        visible: !scan.guided  // the guide needs the room
        height: visible ? Math.round(parent.height * 0.36) : 0
        strip: scan.strip
        pictures: scan.pictures
    }
}
