// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import KiemPhieu
import KiemPhieu.Kiosk

// Before a congress is open: the congress files this machine knows, another file, or a new congress.
FocusScope {
    id: page
    focus: true  // the list takes the first arrow
    required property Station station
    property bool making: false
    signal go(string step)
    StartModel { id: model; station: page.station }
    Column {
        id: head
        anchors { left: parent.left; right: tools.left; top: parent.top; leftMargin: Theme.px(36); topMargin: Theme.px(28); rightMargin: Theme.px(16) }
        spacing: Theme.px(6)
        KText { width: parent.width; text: qsTr("Kiểm Phiếu"); font.pixelSize: Theme.title; font.bold: true; Accessible.role: Accessible.Heading; Accessible.name: text }
        KText { width: parent.width; text: page.station.opening ? qsTr("Đang mở…") : page.making ? qsTr("Lập đại hội mới.") : model.loaded && model.files.length === 0 ? "" : qsTr("Chạm vào đại hội để mở."); soft: true; font.pixelSize: Theme.large }
    }
    Row {
        id: tools
        anchors { right: parent.right; top: parent.top; topMargin: Theme.px(28); rightMargin: Theme.px(36) }
        spacing: Theme.px(10)
        KButton { objectName: "language"; text: page.station.language === "vi" ? "EN" : "VI"; implicitWidth: Theme.px(64); Accessible.name: page.station.language === "vi" ? "English" : "Tiếng Việt"; onClicked: page.station.language = page.station.language === "vi" ? "en" : "vi" }
        KButton { objectName: "leave"; text: qsTr("Thoát…"); Accessible.name: qsTr("Rời chương trình"); onClicked: page.go("leave") }
    }
    KnownFiles {
        id: list
        visible: !page.making
        focus: visible
        anchors { left: parent.left; right: parent.right; top: head.bottom; bottom: banner.top; leftMargin: Theme.px(36); rightMargin: Theme.px(36); topMargin: Theme.px(16); bottomMargin: Theme.px(12) }
        files: model.files
        loaded: model.loaded
        onOpened: path => model.open(path)
    }
    NewCongress {
        id: made
        visible: page.making
        anchors.fill: list
        model: model
        station: page.station
    }
    Banner { id: banner; anchors { left: parent.left; right: parent.right; bottom: foot.top; leftMargin: Theme.px(36); rightMargin: Theme.px(36); bottomMargin: visible ? Theme.px(12) : 0 } kind: "bad"; text: model.error; closable: true; onClosed: model.clearError() }
    Rectangle {
        id: foot
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        height: Theme.px(76)
        color: Theme.card
        Rectangle { width: parent.width; height: 1; color: Theme.line }
        Row {
            visible: !page.making
            anchors { right: parent.right; rightMargin: Theme.px(36); verticalCenter: parent.verticalCenter }
            spacing: Theme.px(12)
            KButton { objectName: "openOther"; text: qsTr("Mở tệp khác…"); onClicked: picker.open() }
            KButton { objectName: "newCongress"; kind: model.loaded && model.files.length === 0 ? "main" : "plain"; text: qsTr("Lập đại hội mới"); onClicked: { model.clearError(); page.making = true } }
        }
        Row {
            visible: page.making
            anchors { right: parent.right; rightMargin: Theme.px(36); verticalCenter: parent.verticalCenter }
            spacing: Theme.px(12)
            KButton { objectName: "pickDefinition"; visible: made.fromFile; kind: made.definitionRead ? "plain" : "main"; text: qsTr("Chọn tệp khai báo…"); enabled: !model.busy; onClicked: made.pick() }
            KButton { objectName: "createNew"; visible: !made.fromFile || made.definitionRead; kind: "main"; text: made.fromFile ? qsTr("Lập đại hội này") : qsTr("Lập đại hội"); enabled: made.complete; onClicked: made.create() }
        }
        KButton { objectName: "newBack"; visible: page.making; anchors { left: parent.left; leftMargin: Theme.px(36); verticalCenter: parent.verticalCenter } text: qsTr("Quay lại"); onClicked: { model.forgetDefinition(); model.clearError(); page.making = false } }
    }
    FilePicker { id: picker; title: qsTr("Chọn tệp đại hội"); home: page.station.dataFolder; suffixes: ["kiemphieu"]; onPicked: path => model.open(path) }
}
