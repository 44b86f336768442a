// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import KiemPhieu
import KiemPhieu.Kiosk

// Scanners that answer, and one sheet through the chosen one, seen at once.
Card {
    id: card
    required property CheckModel model
    implicitHeight: 0  // as high as its place; the content scrolls or fills it
    readonly property string scanner: scanners.list.length > 0 ? String(choice.currentValue ?? scanners.list[0].value) : ""
    onVisibleChanged: if (visible && !scanners.asked) scanners.ask()
    ScannerList { id: scanners; readonly property var list: scanners.scanners }
    Column {
        id: controls
        width: Math.round(parent.width * 0.55)
        spacing: Theme.px(14)
        KChoice {
            id: choice
            objectName: "testScanner"
            width: parent.width
            label: qsTr("Máy quét")
            model: scanners.list.length > 0 ? scanners.list : [{ value: "", text: scanners.asking ? qsTr("Đang tìm máy quét…") : qsTr("Không thấy máy quét nào") }]
            enabled: scanners.list.length > 0 && !card.model.testing
            onModelChanged: currentIndex = 0
        }
        KButton { objectName: "findTestScanners"; text: qsTr("Tìm lại máy quét"); enabled: !scanners.asking && !card.model.testing; onClicked: scanners.ask() }
        KText { width: parent.width; soft: true; text: qsTr("Đặt một tờ (tốt nhất là một phiếu trắng vừa in) vào khay rồi bấm “Quét thử một tờ”. Tờ này không được lưu.") }
        KText { width: parent.width; visible: scanners.error !== ""; text: scanners.error; color: Theme.bad }
        KText { width: parent.width; visible: scanners.asked && scanners.list.length === 0 && scanners.error === ""; text: qsTr("Không có máy quét thì vẫn kiểm phiếu được: quét ở máy khác rồi chọn thư mục ảnh ở bước Quét phiếu, hoặc nhập phiếu bằng bàn phím.") }
        Banner { objectName: "testText"; width: parent.width; kind: card.model.testing ? "info" : card.model.testGood ? "good" : "bad"; text: card.model.testText }
    }
    Rectangle {
        anchors { left: controls.right; leftMargin: Theme.gap; right: parent.right; top: parent.top; bottom: parent.bottom }
        color: Theme.ground
        border.width: 1
        border.color: Theme.line
        Image { anchors { fill: parent; margins: Theme.px(8) } source: card.model.testPicture; asynchronous: true; fillMode: Image.PreserveAspectFit; Accessible.role: Accessible.Graphic; Accessible.name: qsTr("Ảnh của tờ quét thử") }
        KText { anchors.centerIn: parent; width: parent.width - Theme.px(24); horizontalAlignment: Text.AlignHCenter; visible: card.model.testPicture === ""; soft: true; text: qsTr("Ảnh của tờ quét thử hiện ở đây") }
    }
}
