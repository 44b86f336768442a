// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import KiemPhieu

// One ballot, image beside reading: every mark, what counts, the rule, what was ruled, when and by whom.
Item {
    id: root
    property var ballot: ({})
    property string place: ""
    property bool first: true
    property bool last: true
    property int page: 0
    readonly property var sheets: ballot.sheets ?? []
    readonly property var sheet: sheets[Math.min(page, sheets.length - 1)] ?? null
    signal closed
    signal stepped(int by)
    onBallotChanged: page = 0
    Row {
        id: head
        anchors { left: parent.left; top: parent.top }
        spacing: Theme.px(10)
        KButton { objectName: "wallBack"; text: qsTr("◀ Tất cả phiếu"); onClicked: root.closed() }
        KButton { text: qsTr("Trước"); enabled: !root.first; onClicked: root.stepped(-1) }
        KButton { text: qsTr("Sau"); enabled: !root.last; onClicked: root.stepped(1) }
        KText { anchors.verticalCenter: parent.verticalCenter; text: root.place; soft: true }
        PageTabs { pages: root.sheets; current: root.page; onPicked: index => root.page = index }
    }
    SheetView {
        id: view
        anchors { left: parent.left; top: head.bottom; topMargin: Theme.px(10); bottom: where.top; bottomMargin: Theme.px(6) }
        width: Math.round(parent.width * 0.45)
        sheet: root.visible && root.sheet ? root.sheet.picture : 0
        boxes: root.sheet ? root.sheet.boxes : []
        showAll: true
    }
    KText { id: where; anchors { left: parent.left; bottom: parent.bottom } width: view.width; font.pixelSize: Theme.small; soft: true; text: root.sheet ? root.sheet.place : "" }
    Flickable {
        anchors { left: view.right; leftMargin: Theme.gap; right: parent.right; top: view.top; bottom: parent.bottom }
        contentHeight: body.height
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        Column {
            id: body
            width: parent.width
            spacing: Theme.px(8)
            KText { width: parent.width; font.pixelSize: Theme.large; font.bold: true; text: qsTr("%1 · %2 %3").arg(root.ballot.title ?? "").arg(root.ballot.sign ?? "").arg(root.ballot.stateText ?? "") }
            KText { width: parent.width; text: qsTr("Hiện nay: %1").arg(root.ballot.counts ?? ""); font.bold: true }
            KText { width: parent.width; visible: (root.ballot.history ?? []).length > 0; text: qsTr("Máy đọc: %1").arg(root.ballot.machine ?? ""); soft: true }
            Repeater { model: root.ballot.findings ?? []; KText { required property string modelData; width: body.width; text: "• " + modelData } }
            RulingHistory { width: parent.width; history: root.ballot.history ?? [] }
            Column {
                width: parent.width
                Repeater {
                    model: root.ballot.rows ?? []
                    Rectangle {
                        id: line
                        required property var modelData
                        required property int index
                        width: body.width
                        height: Math.max(Theme.px(30), Math.max(name.implicitHeight, seen.implicitHeight, counts.implicitHeight) + Theme.px(6))
                        color: modelData.unsure || modelData.changed ? Theme.warnSoft : index % 2 ? "transparent" : Theme.card
                        KText { id: name; anchors { left: parent.left; leftMargin: Theme.px(8); verticalCenter: parent.verticalCenter } width: parent.width * 0.45; font.pixelSize: Theme.small; text: line.modelData.number + ". " + line.modelData.name }
                        KText { id: seen; anchors { left: name.right; leftMargin: Theme.px(8); verticalCenter: parent.verticalCenter } width: parent.width * 0.22; font.pixelSize: Theme.small; soft: true; text: line.modelData.marks; elide: Text.ElideRight; maximumLineCount: 2 }
                        KText { id: counts; anchors { right: parent.right; rightMargin: Theme.px(8); verticalCenter: parent.verticalCenter } width: parent.width * 0.3; horizontalAlignment: Text.AlignRight; font.pixelSize: Theme.small; font.bold: line.modelData.changed; text: (line.modelData.changed ? "★ " : "") + line.modelData.vote; elide: Text.ElideRight; maximumLineCount: 2 }
                    }
                }
            }
        }
    }
}
