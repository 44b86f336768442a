// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import KiemPhieu
import KiemPhieu.Kiosk

// Where the sheets come from, and which pass they are of.
Card {
    id: card
    required property ScanModel model
    required property bool mayScan
    property string problem: ""  // why no scanner was found; told by the page, which has the room
    function lookForScanners() { if (model.sourceKind === "scanner" && !model.active) scanners.ask() }
    Component.onCompleted: lookForScanners()
    ScannerList {
        id: scanners
        onChanged: {
            card.problem = asking || card.model.sourceKind !== "scanner" ? "" : error
            if (!asking && card.model.sourceKind === "scanner" && card.model.source === "" && list.length > 0) card.model.source = list[0].value
        }
        readonly property var list: scanners.scanners
    }
    Column {
        width: parent.width
        spacing: Theme.px(12)
        Row {
            width: parent.width
            spacing: Theme.px(10)
            Repeater {
                model: [{ kind: "scanner", text: qsTr("Máy quét") }, { kind: "folder", text: qsTr("Thư mục ảnh") }, { kind: "file", text: qsTr("Tệp PDF, ảnh") }]
                PickButton {
                    required property var modelData
                    objectName: "source-" + modelData.kind
                    width: (parent.width - Theme.px(20)) / 3
                    text: modelData.text
                    picked: card.model.sourceKind === modelData.kind
                    onClicked: { card.model.clearError(); card.problem = ""; card.model.sourceKind = modelData.kind; card.lookForScanners() }
                }
            }
        }
        Row {
            width: parent.width
            spacing: Theme.px(10)
            visible: card.model.sourceKind === "scanner"
            KChoice {
                id: choice
                objectName: "scannerChoice"
                width: parent.width - again.width - Theme.px(10)
                model: scanners.list.length > 0 ? scanners.list : [{ value: "", text: scanners.asking ? qsTr("Đang tìm máy quét…") : qsTr("Không thấy máy quét nào") }]
                enabled: scanners.list.length > 0
                onModelChanged: { select(card.model.source); if (currentIndex < 0) currentIndex = 0 }
                onChosen: value => card.model.source = value
                Accessible.name: qsTr("Máy quét")
            }
            KButton { id: again; objectName: "findScanners"; anchors.bottom: parent.bottom; text: qsTr("Tìm máy quét"); enabled: !scanners.asking; onClicked: scanners.ask() }
        }
        Row {
            width: parent.width
            spacing: Theme.px(10)
            visible: card.model.sourceKind !== "scanner"
            Rectangle {
                width: parent.width - choose.width - Theme.px(10)
                height: Theme.target
                radius: Theme.radius
                color: Theme.ground
                border.width: 1
                border.color: Theme.line
                KText {
                    anchors { fill: parent; leftMargin: Theme.px(12); rightMargin: Theme.px(12) }
                    verticalAlignment: Text.AlignVCenter
                    text: card.model.sourceText
                    soft: card.model.source === ""
                    elide: Text.ElideMiddle
                    wrapMode: Text.NoWrap
                }
            }
            KButton { id: choose; objectName: "chooseSource"; text: qsTr("Chọn…"); onClicked: card.model.sourceKind === "folder" ? folderPicker.open() : filePicker.open() }
        }
        KChoice {
            objectName: "passChoice"
            width: parent.width
            label: qsTr("Lượt kiểm (mỗi lượt quét lại cả xấp phiếu)")
            model: card.model.passChoices
            enabled: card.mayScan
            onModelChanged: select(card.model.pass)
            onChosen: value => card.model.pass = value
            Component.onCompleted: select(card.model.pass)
        }
        KText { width: parent.width; soft: true; font.pixelSize: Theme.small; visible: text !== ""; text: card.model.pass > 1 ? qsTr("Lượt %1 quét lại cả xấp phiếu từ đầu để đối chiếu với lượt 1: hai lượt phải khớp nhau.").arg(card.model.pass) : "" }
    }
    FilePicker { id: folderPicker; objectName: "folderPicker"; mode: "folder"; reading: true; home: card.model.station.dataFolder; suffixes: ["pdf", "jpg", "jpeg", "png", "tif", "tiff"]; title: qsTr("Chọn thư mục có ảnh quét"); onPicked: path => card.model.source = path }
    FilePicker { id: filePicker; objectName: "filePicker"; mode: "open"; home: card.model.station.dataFolder; title: qsTr("Chọn tệp quét"); suffixes: ["pdf", "jpg", "jpeg", "png", "tif", "tiff"]; onPicked: path => card.model.source = path }
}
