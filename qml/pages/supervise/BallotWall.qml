// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import KiemPhieu
import KiemPhieu.Kiosk

// Every ballot behind a number: filters, thumbnails in order of intake, and one ballot opened beside its reading. Used by screen 10 and by BallotsPopup.
FocusScope {
    id: root
    required property Station station
    property alias filter: model.filter
    property alias model: model
    property int number: 0  // opened at once, as soon as its pass is there
    readonly property var shownFilter: model.filter
    readonly property bool isOpen: (model.opened.number ?? 0) > 0
    Keys.onPressed: event => {
        if (!root.isOpen) return
        if (event.key === Qt.Key_Escape) { model.close(); grid.forceActiveFocus() }
        else if (event.key === Qt.Key_Left) model.step(-1)
        else if (event.key === Qt.Key_Right) model.step(1)
        else return
        event.accepted = true
    }
    WallModel {
        id: model
        station: root.station
        onChanged: {
            if (root.number > 0) open(root.number)
            if (root.isOpen) root.number = 0
        }
    }
    Flow {
        id: filters
        visible: !root.isOpen
        anchors { left: parent.left; right: parent.right; top: parent.top }
        spacing: Theme.px(10)
        function at(options: var, value: var): int { return Math.max(0, options.findIndex(option => option.value === value)) }
        KChoice { objectName: "wallPass"; Accessible.name: qsTr("Chọn lượt kiểm"); visible: model.passes.length > 1; width: Theme.px(120); model: model.passes; currentIndex: filters.at(model.passes, root.shownFilter.pass ?? 1); onChosen: value => model.set("pass", value) }
        KChoice { objectName: "wallCandidate"; Accessible.name: qsTr("Lọc theo người trong danh sách"); width: Theme.px(270); model: model.candidates; currentIndex: filters.at(model.candidates, root.shownFilter.candidate ?? -1); onChosen: value => model.set("candidate", value) }
        KChoice { objectName: "wallVote"; Accessible.name: qsTr("Lọc theo phiếu bầu"); visible: (root.shownFilter.candidate ?? -1) >= 0; width: Theme.px(220); model: model.votes; currentIndex: filters.at(model.votes, root.shownFilter.vote ?? ""); onChosen: value => model.set("vote", value) }
        KChoice { objectName: "wallState"; Accessible.name: qsTr("Lọc theo tình trạng phiếu"); width: Theme.px(190); model: model.states; currentIndex: filters.at(model.states, root.shownFilter.state ?? ""); onChosen: value => model.set("state", value) }
        KChoice { objectName: "wallRule"; Accessible.name: qsTr("Lọc theo quy tắc"); width: Theme.px(160); model: model.rules; currentIndex: filters.at(model.rules, root.shownFilter.rule ?? ""); onChosen: value => model.set("rule", value) }
        KChoice { objectName: "wallWhy"; Accessible.name: qsTr("Lọc theo lý do"); width: Theme.px(220); model: model.whys; currentIndex: filters.at(model.whys, root.shownFilter.why ?? ""); onChosen: value => model.set("why", value) }
    }
    KText {
        id: count
        objectName: "wallCount"
        visible: !root.isOpen
        anchors { left: parent.left; right: parent.right; top: filters.bottom; topMargin: Theme.px(8) }
        text: qsTr("%1 / %2 phiếu – %3").arg(model.count).arg(model.total).arg(model.words)
        font.bold: true
    }
    KText { id: hidden; anchors { left: parent.left; right: parent.right; top: count.bottom } height: visible ? implicitHeight : 0; visible: !model.mayLook && !root.isOpen; text: qsTr("Ảnh phiếu có nét chữ của đại biểu nên chỉ Ban kiểm phiếu và người giám sát được xem."); soft: true }
    GridView {
        id: grid
        objectName: "wall"
        visible: !root.isOpen
        focus: !root.isOpen
        anchors { left: parent.left; right: parent.right; top: hidden.bottom; topMargin: Theme.px(8); bottom: parent.bottom }
        readonly property int columns: Math.max(1, Math.floor(width / Theme.px(150)))
        cellWidth: Math.floor(width / columns)
        cellHeight: model.mayLook ? Theme.px(196) : Theme.px(76)
        clip: true
        cacheBuffer: 0
        model: model.ballots
        keyNavigationEnabled: true
        Keys.onReturnPressed: if (currentItem) (currentItem as WallCell).open()
        Keys.onEnterPressed: if (currentItem) (currentItem as WallCell).open()
        delegate: WallCell {
            width: grid.cellWidth
            height: grid.cellHeight
            mayOpen: model.mayLook
            here: GridView.isCurrentItem && grid.activeFocus
            onOpened: number => model.open(number)
        }
    }
    KText { anchors.centerIn: grid; visible: !root.isOpen && model.loaded && model.count === 0; text: model.total === 0 ? qsTr("Chưa có phiếu nào.") : qsTr("Không có phiếu nào như vậy."); soft: true }
    BallotDetail {
        visible: root.isOpen
        anchors.fill: parent
        ballot: model.opened
        place: qsTr("%1 / %2").arg(model.openedPlace).arg(model.count)
        first: model.openedPlace <= 1
        last: model.openedPlace >= model.count
        onClosed: { model.close(); grid.forceActiveFocus() }
        onStepped: by => model.step(by)
    }
}
