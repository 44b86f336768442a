// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import KiemPhieu
import KiemPhieu.Kiosk

// Screen 14, Công bố: the operator's side of the hall screen. Nothing reaches the hall before two people released it; then page after page.
StepPage {
    id: page
    objectName: "revealPage"
    readonly property bool mayRelease: page.station.session.may("release") || !page.station.session.signedIn
    readonly property bool ended: reveal.released && reveal.mine && mayRelease && !reveal.canNext
    loading: !reveal.loaded && station.contests.length > 0
    title: qsTr("Công bố kết quả")
    hint: qsTr("Theo thứ tự: số liệu, số phiếu từng người theo thứ tự trên phiếu, rồi người trúng cử từ cao xuống thấp.")
    error: reveal.error
    onErrorSeen: reveal.clearError()
    busy: reveal.busy
    notice: !reveal.loaded ? "" : !reveal.closed ? qsTr("Kết quả chưa chốt nên chưa công bố được. Hội trường chỉ thấy tên đại hội.")
        : !page.mayRelease ? qsTr("Đồng chí xem được màn hình này; công bố và chuyển trang trên hội trường do Trưởng ban và ủy viên Ban kiểm phiếu làm.")
        : !reveal.released ? qsTr("Kết quả chưa công bố. Hội trường chỉ thấy tên đại hội.")
        : !reveal.mine ? qsTr("Hội trường đang xem một cuộc bầu khác.") : ""
    noticeKind: reveal.closed ? "info" : "warn"
    mainText: !reveal.closed ? qsTr("Công bố kết quả") : !reveal.released ? qsTr("Công bố kết quả") : !reveal.mine ? qsTr("Chiếu cuộc bầu này") : page.ended ? qsTr("Đã chiếu hết") : qsTr("Tiếp  ›")
    mainEnabled: reveal.closed && page.mayRelease && !page.ended
    onMainTriggered: !reveal.released ? releasing.open() : !reveal.mine ? reveal.show() : reveal.next()
    actions: [
        KButton { objectName: "toTitle"; visible: reveal.canBack; text: qsTr("Về trang đầu"); onClicked: reveal.toTitle() },
        KButton { objectName: "hallBack"; visible: reveal.released && reveal.mine; enabled: reveal.canBack; text: qsTr("‹  Quay lại"); implicitWidth: Theme.px(200); onClicked: reveal.back() },
        KButton { objectName: "toResult"; visible: reveal.loaded && !reveal.closed; text: qsTr("Đi tới bước Kết quả"); onClicked: page.go("result") }
    ]
    Keys.onPressed: event => {
        if (event.key === Qt.Key_PageDown || event.key === Qt.Key_Right) reveal.next()
        else if (event.key === Qt.Key_PageUp || event.key === Qt.Key_Left) reveal.back()
        else return
        event.accepted = true
    }
    RevealModel { id: reveal; objectName: "revealModel"; station: page.station }
    Item {
        id: left
        anchors { left: parent.left; top: parent.top; bottom: parent.bottom }
        readonly property int below: reveal.canNext ? Theme.px(162) : 0  // what comes next, always in sight
        width: Math.min(Math.round(parent.width * 0.64), Math.round((parent.height - Theme.px(34) - below) * 16 / 9))
        KText { id: caption; width: parent.width; height: Theme.px(26); font.bold: true; elide: Text.ElideRight; wrapMode: Text.NoWrap; text: reveal.hall.shown ? qsTr("Hội trường đang thấy") + "  " + reveal.placeText : qsTr("Hội trường sẽ thấy (chưa mở màn hình)") + "  " + reveal.placeText }
        HallPicture { id: preview; objectName: "hallPreview"; anchors { left: parent.left; right: parent.right; top: caption.bottom; topMargin: Theme.px(8) } height: Math.round(width * 9 / 16); slide: reveal.hall.slide; border.width: Theme.px(2); border.color: reveal.hall.shown ? Theme.good : Theme.inkSoft }
        Item {
            objectName: "hallNext"
            visible: reveal.canNext
            anchors { left: parent.left; right: parent.right; top: preview.bottom; topMargin: Theme.px(12) }
            height: left.below - Theme.px(12)
            HallPicture { id: upcoming; height: parent.height; width: Math.round(height * 16 / 9); slide: reveal.upcoming }
            KText { anchors { left: upcoming.right; leftMargin: Theme.gap; right: parent.right; verticalCenter: parent.verticalCenter } soft: true; text: qsTr("Trang tiếp theo") + reveal.upcomingTitle }
        }
    }
    Flickable {
        id: side
        anchors { left: left.right; leftMargin: Theme.gap; right: parent.right; top: parent.top; bottom: parent.bottom }
        contentHeight: column.implicitHeight
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        ScrollBar.vertical: ScrollBar {}
        Column {
            id: column
            width: side.width - Theme.px(8)
            spacing: Theme.px(8)  // all of it fits 1280×800
            Card {
                width: parent.width
                padding: Theme.px(14)
                heading: qsTr("Màn hình hội trường")
                Column {
                    width: parent.width
                    spacing: Theme.px(10)
                    KText { objectName: "hallState"; width: parent.width; text: reveal.hall.shown ? (reveal.hall.alone ? qsTr("● Đang chiếu trên chính màn hình này; bấm phím Esc để quay lại.") : qsTr("● Đang chiếu trên màn hình thứ hai."))
                        : reveal.hall.secondScreen ? qsTr("○ Đã nối màn hình thứ hai, chưa chiếu.") : qsTr("○ Chưa thấy màn hình thứ hai. Nối máy chiếu rồi chọn chế độ mở rộng, hoặc chiếu trên chính màn hình này (Esc để quay lại).") }
                    KButton { objectName: "openHall"; width: parent.width; visible: !reveal.hall.shown; text: reveal.hall.secondScreen ? qsTr("Mở màn hình hội trường") : qsTr("Chiếu toàn màn hình này"); onClicked: reveal.openHall(page.Window.window) }
                    KButton { objectName: "closeHall"; width: parent.width; visible: reveal.hall.shown; text: qsTr("Tắt màn hình hội trường"); onClicked: reveal.hall.closeWindow() }
                }
            }
            Card {
                width: parent.width
                padding: Theme.px(14)
                heading: qsTr("Thứ tự công bố")
                StageList { width: parent.width; stages: reveal.stages }
            }
            KText { objectName: "readable"; width: parent.width; soft: true; font.pixelSize: Theme.small; text: reveal.readableText }
        }
    }
    TwoPersonPrompt {
        id: releasing
        objectName: "releasePrompt"
        station: page.station
        title: qsTr("Công bố kết quả?")
        text: reveal.releaseText
        onConfirmed: reveal.release()
    }
}
