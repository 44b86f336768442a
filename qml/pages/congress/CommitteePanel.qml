// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import KiemPhieu
import KiemPhieu.Kiosk

// The committee and its staff: who, in what role, with a PIN or without; one line to add somebody.
Item {
    id: root
    required property CongressModel model
    required property Station station
    readonly property bool pending: name.text.trim() !== ""  // typed and not yet added
    function forget() { name.text = ""; name.problem = "" }
    function decide(act: var) {  // once ballots were read, who may rule is for two people
        if (!root.model.committeeTakesTwo) { act(); return }
        pair.act = act
        pair.open()
    }
    Connections {  // the head comes first, then members
        target: root.model
        function onChanged() { if (!root.model.hasHead) role.currentIndex = 0; else if (role.currentIndex === 0) role.currentIndex = 1 }
    }
    Row {
        id: adding
        visible: root.model.mayEdit
        height: visible ? implicitHeight : 0
        spacing: Theme.px(12)
        function add() {
            if (name.text.trim() === "") return
            name.problem = root.model.nameProblem(name.text)
            if (name.problem !== "") { name.forceActiveFocus(); return }
            if (role.currentValue === "technician") { introducing.fresh = true; introducing.ask(name.text.trim(), "", ""); return }
            const who = name.text, what = role.currentValue
            root.decide(() => root.model.addPerson(who, what))
            clear()
        }
        function clear() { name.text = ""; name.forceActiveFocus() }
        KField { id: name; objectName: "personName"; width: root.width - role.width - button.width - Theme.px(24); label: qsTr("Họ và tên người thêm vào"); maximumLength: 100; onEdited: problem = ""; onAccepted: adding.add() }
        KChoice { id: role; objectName: "personRole"; width: Theme.px(290); label: qsTr("Vai trò"); model: root.model.roles; Component.onCompleted: currentIndex = 1 }
        KButton { id: button; objectName: "addPerson"; y: name.input.y; text: qsTr("Thêm"); enabled: name.text.trim() !== "" && !root.model.busy; onClicked: adding.add() }
    }
    ListView {
        id: list
        objectName: "committee"
        anchors { left: parent.left; right: parent.right; top: adding.bottom; bottom: parent.bottom; topMargin: adding.visible ? Theme.px(12) : 0 }
        clip: true
        property real kept: 0
        model: root.model.people
        // PINs and roles come as a new list: it stays where it was, so that the next touch meets the row it was meant for
        onMovementEnded: kept = contentY
        onModelChanged: back.start()
        Timer { id: back; interval: 1; onTriggered: list.contentY = Math.max(0, Math.min(list.kept, list.contentHeight - list.height)) }
        spacing: Theme.px(6)
        boundsBehavior: Flickable.StopAtBounds
        ScrollBar.vertical: ScrollBar {}
        KText { anchors.centerIn: parent; visible: root.model.loaded && list.count === 0; soft: true; text: qsTr("Chưa có ai. Hãy thêm Trưởng ban kiểm phiếu trước.") }
        delegate: Rectangle {
            id: person
            required property var modelData
            required property int index
            width: ListView.view.width
            readonly property bool technician: modelData.technician
            height: !technician ? Theme.px(64) : root.model.mayEdit ? Theme.px(122) : Theme.px(96)
            radius: Theme.radius
            color: Theme.card
            border.width: 1
            border.color: Theme.line
            Item {  // the same columns for everybody
                id: line
                width: parent.width
                height: Theme.px(64)
                KText { id: who; anchors { left: parent.left; leftMargin: Theme.px(14); verticalCenter: parent.verticalCenter; right: what.left; rightMargin: Theme.px(10) } text: person.modelData.name + (person.modelData.self ? qsTr(" (đang đăng nhập)") : ""); font.bold: true; lineHeight: 0.9; elide: Text.ElideRight; maximumLineCount: 3 }
                KText { id: what; anchors { right: pin.left; rightMargin: Theme.px(10); verticalCenter: parent.verticalCenter } width: Theme.px(200); text: person.modelData.roleText; elide: Text.ElideRight; maximumLineCount: 2 }
                KText { id: pin; anchors { right: buttons.left; rightMargin: Theme.px(10); verticalCenter: parent.verticalCenter } width: Theme.px(124); text: person.modelData.pinText; color: person.modelData.hasPin ? Theme.good : Theme.inkSoft; wrapMode: Text.NoWrap }
                Row {
                    id: buttons
                    anchors { right: parent.right; rightMargin: Theme.px(6); verticalCenter: parent.verticalCenter }
                    spacing: Theme.px(6)
                    KButton { objectName: "pin-" + person.modelData.name; implicitWidth: Theme.px(128); text: person.modelData.hasPin ? qsTr("Đổi mã") : qsTr("Đặt mã"); Accessible.name: qsTr("%1 cho %2").arg(text).arg(person.modelData.name); onClicked: pinPrompt.ask(person.modelData) }
                    KButton { objectName: "remove-" + person.modelData.name; visible: root.model.mayEdit; implicitWidth: Theme.px(112); text: qsTr("Bỏ"); Accessible.name: qsTr("Bỏ %1").arg(person.modelData.name); onClicked: { removing.person = person.modelData.name; removing.open() } }
                }
            }
            KText { objectName: "introduction"; visible: text !== ""; anchors { left: parent.left; leftMargin: Theme.px(14); right: introduce.left; rightMargin: Theme.px(10); top: line.bottom; bottom: parent.bottom; bottomMargin: Theme.px(6) } verticalAlignment: Text.AlignVCenter; text: person.modelData.introduction; font.pixelSize: Theme.small; color: person.modelData.introducedBy === "" ? Theme.warn : Theme.inkSoft; wrapMode: Text.NoWrap; elide: Text.ElideRight }
            KButton { id: introduce; objectName: "introduce-" + person.modelData.name; visible: root.model.mayEdit && person.technician; anchors { right: parent.right; rightMargin: Theme.px(6); bottom: parent.bottom; bottomMargin: Theme.px(6) } width: visible ? Theme.px(246) : 0; text: qsTr("Giới thiệu…"); Accessible.name: qsTr("Ghi ai giới thiệu %1").arg(person.modelData.name); onClicked: { introducing.fresh = false; introducing.ask(person.modelData.name, person.modelData.introducedBy, person.modelData.approvedBy) } }
        }
    }
    Prompt {
        id: removing
        property string person: ""  // not "name": the field above has that id
        title: qsTr("Bỏ %1 khỏi danh sách?").arg(person)
        text: qsTr("Người này không còn trong Ban kiểm phiếu và tổ giúp việc; mã cá nhân cũng bị xóa. Những việc đã làm vẫn còn trong nhật ký.")
        yesText: qsTr("Bỏ khỏi danh sách")
        yesKind: "danger"
        onAccepted: { const who = person; root.decide(() => root.model.removePerson(who)) }
    }
    IntroducePrompt {
        id: introducing
        property bool fresh: false
        onIntroduced: (by, approved) => {
            const who = introducing.name
            if (!fresh) { root.decide(() => root.model.introduce(who, by, approved)); return }
            root.decide(() => root.model.addPerson(who, "technician", by, approved))
            adding.clear()
        }
    }
    TwoPersonPrompt {
        id: pair
        objectName: "committeePair"
        property var act: null
        station: root.station
        title: qsTr("Hai người cùng thay đổi Ban kiểm phiếu")
        text: qsTr("Đã đọc phiếu nên thay đổi Ban kiểm phiếu và tổ giúp việc phải có hai người của Ban kiểm phiếu, trong đó có Trưởng ban. Nhật ký ghi tên từng người được thêm hoặc bỏ.")
        onConfirmed: { const act = pair.act; act() }
    }
    PinPrompt { id: pinPrompt; model: root.model; station: root.station }
}
