// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import KiemPhieu
import KiemPhieu.Kiosk

// One candidate; a touch opens the row to mend the name, move it or take it out.
Rectangle {
    id: row
    required property int index
    required property int number
    required property string name
    required property string note
    required property string suggested
    required property ContestModel contest
    property bool free: true
    property bool open: false
    property bool last: false
    signal picked
    signal moved(int to)
    property var mended: null  // {name, note} as typed, not yet taken
    property string problem: ""
    function type(name: string, note: string) { mended = { name: name, note: note }; problem = "" }
    function commit() {
        if (!mended) return
        const typed = mended
        mended = null
        problem = contest.renameCandidate(index, typed.name)
        contest.setNote(index, typed.note)
    }
    onOpenChanged: { if (!open) commit(); problem = "" }
    height: head.height + (more.visible ? more.implicitHeight + Theme.px(12) : 0)
    color: open ? Theme.infoSoft : index % 2 === 0 ? Theme.card : Theme.ground
    Accessible.role: Accessible.ListItem
    Accessible.name: number + ". " + name
    Item {
        id: head
        width: parent.width
        height: Math.max(Theme.target, title.implicitHeight + Theme.px(12))
        KText { id: place; anchors { left: parent.left; leftMargin: Theme.px(8); verticalCenter: parent.verticalCenter } width: Theme.px(42); horizontalAlignment: Text.AlignRight; text: row.number + "."; soft: true; wrapMode: Text.NoWrap }
        Column {
            id: title
            anchors { left: place.right; right: better.visible ? better.left : parent.right; leftMargin: Theme.px(10); rightMargin: Theme.px(8); verticalCenter: parent.verticalCenter }
            KText { width: parent.width; text: row.name; font.bold: row.open }
            KText { width: parent.width; visible: better.visible; text: "→ " + row.suggested; color: Theme.info; font.pixelSize: Theme.small }
            KText { width: parent.width; visible: text !== ""; text: row.note; soft: true; font.pixelSize: Theme.small; wrapMode: Text.NoWrap; elide: Text.ElideRight }
        }
        TapHandler { enabled: row.free; onTapped: row.picked() }
        KButton { id: better; objectName: "suggest-" + row.index; visible: row.free && row.suggested !== ""; anchors { right: parent.right; verticalCenter: parent.verticalCenter } implicitWidth: Theme.px(112); text: qsTr("Đổi"); Accessible.name: qsTr("Viết thành %1").arg(row.suggested); onClicked: row.contest.renameCandidate(row.index, row.suggested) }
    }
    Loader {
        id: more
        active: row.open && row.free
        visible: active
        anchors { left: parent.left; right: parent.right; top: head.bottom; leftMargin: Theme.px(8); rightMargin: Theme.px(8) }
        sourceComponent: Column {
            spacing: Theme.px(8)
            Row {
                spacing: Theme.px(8)
                onActiveFocusChanged: if (!activeFocus) row.commit()
                KField { id: name; objectName: "mendName"; width: Math.round(more.width * 0.6); text: row.name; label: qsTr("Sửa họ và tên"); maximumLength: 100; onEdited: row.type(text, note.text); onAccepted: row.commit() }
                KField { id: note; objectName: "mendNote"; width: more.width - name.width - Theme.px(8); text: row.note; label: qsTr("Ghi chú (không in)"); maximumLength: 200; onEdited: row.type(name.text, text); onAccepted: row.commit() }
            }
            KText { width: more.width; visible: text !== ""; text: row.problem; color: Theme.bad; font.pixelSize: Theme.small }
            Row {
                spacing: Theme.px(8)
                KButton { objectName: "candidateUp"; implicitWidth: Theme.px(70); text: "↑"; enabled: row.index > 0; Accessible.name: qsTr("Lên một dòng"); onClicked: row.moved(row.index - 1) }
                KButton { objectName: "candidateDown"; implicitWidth: Theme.px(70); text: "↓"; enabled: !row.last; Accessible.name: qsTr("Xuống một dòng"); onClicked: row.moved(row.index + 1) }
                KButton { objectName: "removeCandidate"; text: qsTr("Bỏ khỏi danh sách"); onClicked: { const contest = row.contest; const at = row.index; row.picked(); contest.removeCandidate(at) } }  // closed first: a second touch must not take the next person out
            }
        }
    }
}
