// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import KiemPhieu
import KiemPhieu.Kiosk

// The paper of the ballot in hand: pages as tabs, the doubtful places boxed, where the sheet lies; beside it the sheet that may be the same paper, fed twice.
Item {
    id: root
    required property DoubtsModel model
    property int page: 0
    readonly property var sheets: model.ballot.sheets ?? []
    readonly property var current: sheets[Math.min(page, sheets.length - 1)] ?? null
    readonly property int twin: current && model.mayLook ? (current.twin ?? 0) : 0
    readonly property var place: model.spot >= 0 ? (model.spots[model.spot] ?? null) : null
    onPlaceChanged: follow()
    onSheetsChanged: follow()
    function follow() {
        const at = place ? sheets.findIndex(sheet => sheet.sheet === place.sheet) : 0
        page = at < 0 ? 0 : at
    }
    PageTabs { id: tabs; height: implicitHeight; pages: root.sheets; current: root.page; onPicked: index => root.page = index }
    SheetView {
        id: view
        visible: root.model.mayLook
        anchors { left: parent.left; top: tabs.bottom; topMargin: tabs.visible ? Theme.px(8) : 0; bottom: where.top; bottomMargin: Theme.px(6) }
        width: root.twin > 0 ? Math.round((root.width - Theme.px(8)) / 2) : root.width
        sheet: root.current ? root.current.picture : 0
        boxes: root.current ? root.current.boxes : []
        spot: root.place && root.current && root.place.sheet === root.current.sheet ? root.place : null
        onBoxTapped: index => {
            const candidate = boxes[index].candidate
            const at = root.model.spots.findIndex(spot => spot.candidate === candidate && candidate >= 0)
            if (at >= 0) root.model.spot = at
        }
    }
    SheetView {
        objectName: "twinSheet"
        visible: root.twin > 0
        anchors { left: view.right; leftMargin: Theme.px(8); right: parent.right; top: view.top; bottom: view.bottom }
        sheet: root.twin
    }
    Rectangle {
        visible: !root.model.mayLook
        anchors.fill: view
        color: Theme.line
        KText { anchors.centerIn: parent; width: parent.width - Theme.px(32); horizontalAlignment: Text.AlignHCenter; text: qsTr("Ảnh phiếu có nét chữ của đại biểu nên chỉ Ban kiểm phiếu và người giám sát được xem.") }
    }
    KText {
        id: where
        anchors { left: view.left; right: view.right; bottom: parent.bottom }
        text: root.current ? root.current.place : ""
        font.pixelSize: Theme.small
        soft: true
    }
    KText {
        visible: root.twin > 0
        anchors { left: view.right; leftMargin: Theme.px(8); right: parent.right; top: where.top }
        text: root.current ? root.current.twinPlace : ""
        font.pixelSize: Theme.small
        soft: true
    }
}
