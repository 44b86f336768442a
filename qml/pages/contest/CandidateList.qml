// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import KiemPhieu
import KiemPhieu.Kiosk

// The list of candidates in ballot order: type in, import, sort by given name, put in another place, mend, take out.
Item {
    id: root
    required property ContestModel model
    readonly property bool free: model.lockedWhy === ""
    property int chosen: -1
    property int suggestions: 0
    readonly property bool pending: name.text.trim() !== ""  // typed and not yet in the list
    function finish() {  // what is being mended is taken; true when nothing typed is wrong or left over
        const open = list.itemAtIndex(chosen) as CandidateRow
        if (open) open.commit()
        if (open && open.problem !== "") return false
        if (pending) name.problem = qsTr("Người này chưa có trong danh sách: bấm “Thêm”, hoặc xóa đi.")
        return !pending
    }
    function forget() { name.text = ""; name.problem = "" }
    signal importWanted
    signal exportWanted
    Row {
        id: adding
        visible: root.free
        height: visible ? implicitHeight : 0
        spacing: Theme.px(8)
        function add() {
            if (name.text.trim() === "") return
            name.problem = root.model.addCandidate(name.text, "")
            name.forceActiveFocus()
            if (name.problem !== "") return
            name.text = ""
            list.positionViewAtEnd()
        }
        KField { id: name; objectName: "candidateName"; width: root.width - plus.width - Theme.px(8); placeholder: qsTr("Họ và tên"); label: qsTr("Gõ họ và tên rồi bấm Enter"); maximumLength: 100; onEdited: problem = ""; onAccepted: adding.add() }
        KButton { id: plus; objectName: "addCandidate"; y: name.input.y; implicitWidth: Theme.px(96); text: qsTr("Thêm"); enabled: name.text.trim() !== ""; onClicked: adding.add() }
    }
    Flow {
        id: tools
        anchors { left: parent.left; right: parent.right; top: adding.bottom; topMargin: adding.visible ? Theme.px(8) : 0 }
        spacing: Theme.px(8)
        KButton { objectName: "importCandidates"; visible: root.free; implicitWidth: Theme.px(122); text: qsTr("Nhập tệp…"); Accessible.name: qsTr("Nhập danh sách từ tệp CSV, XLSX"); onClicked: root.importWanted() }
        KButton { objectName: "sortCandidates"; visible: root.free; enabled: root.model.candidates.count > 1; text: qsTr("Xếp theo tên"); Accessible.name: qsTr("Xếp theo tên, vần A, B, C"); onClicked: root.model.sortNames() }
        KButton { objectName: "exportCandidates"; visible: root.model.candidates.count > 0; implicitWidth: Theme.px(90); text: qsTr("Xuất…"); Accessible.name: qsTr("Xuất danh sách ra tệp CSV"); onClicked: root.exportWanted() }
    }
    ListView {
        id: list
        objectName: "candidates"
        anchors { left: parent.left; right: parent.right; top: tools.bottom; bottom: parent.bottom; topMargin: Theme.px(8) }
        clip: true
        activeFocusOnTab: true
        model: root.model.candidates
        boundsBehavior: Flickable.StopAtBounds
        ScrollBar.vertical: ScrollBar {}
        onCountChanged: if (root.chosen >= count) root.chosen = -1
        function show(index: int) { forceLayout(); positionViewAtIndex(index, ListView.Contain) }
        Keys.onUpPressed: root.chosen = Math.max(0, root.chosen - 1)
        Keys.onDownPressed: root.chosen = Math.min(count - 1, root.chosen + 1)
        KText { anchors.centerIn: parent; width: parent.width - Theme.px(40); visible: list.count === 0; soft: true; horizontalAlignment: Text.AlignHCenter; text: qsTr("Chưa có ai trong danh sách. Gõ tên ở trên, hoặc nhập từ tệp.") }
        delegate: CandidateRow {
            width: ListView.view.width
            contest: root.model
            free: root.free
            open: root.chosen === index
            last: index === list.count - 1
            onPicked: { root.chosen = root.chosen === index ? -1 : index; Qt.callLater(list.show, index) }  // once it is as high as it is open
            onMoved: to => { root.model.moveCandidate(index, to); root.chosen = to; list.positionViewAtIndex(to, ListView.Contain) }
        }
    }
}
