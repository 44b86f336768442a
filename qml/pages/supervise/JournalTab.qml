// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import KiemPhieu
import KiemPhieu.Kiosk

// The journal, newest first, with its chain verified while one looks.
FocusScope {
    id: root
    required property Station station
    property alias error: model.error
    JournalModel { id: model; objectName: "journal"; station: root.station }
    Row {
        id: head
        anchors { left: parent.left; right: parent.right; top: parent.top }
        spacing: Theme.px(12)
        KField { id: search; objectName: "journalSearch"; focus: true; width: Theme.px(model.verifying ? 190 : 360); placeholder: qsTr("Tìm trong nhật ký"); onEdited: model.search = text }
        KButton { objectName: "verifyChain"; height: Theme.target; text: qsTr("Kiểm tra chuỗi nhật ký"); kind: "main"; enabled: !model.verifying; onClicked: model.verify() }
        KButton { objectName: "stopVerify"; height: Theme.target; visible: model.verifying; text: qsTr("Dừng"); onClicked: model.stop() }
        KText { objectName: "verifyProgress"; anchors.verticalCenter: parent.verticalCenter; width: root.width - x; elide: Text.ElideRight; wrapMode: Text.NoWrap; text: model.verifying ? (model.progress !== "" ? model.progress : qsTr("Đang tính lại… %1 giây").arg(model.seconds)) : qsTr("%1 / %2 mục").arg(model.entries.count).arg(model.total); soft: true }
    }
    Rectangle {
        id: bar
        anchors { left: parent.left; right: parent.right; top: head.bottom; topMargin: Theme.px(6) }
        height: model.verifying ? Theme.px(10) : 0
        visible: model.verifying
        radius: height / 2
        color: Theme.line
        Accessible.role: Accessible.ProgressBar
        Accessible.name: qsTr("Đang kiểm tra")
        Rectangle { height: parent.height; radius: height / 2; width: parent.width * model.fraction; color: Theme.info }
    }
    Column {
        id: verdict
        anchors { left: parent.left; right: parent.right; top: bar.bottom; topMargin: Theme.px(10) }
        spacing: Theme.px(6)
        Banner { width: parent.width; objectName: "chainVerdict"; kind: model.sound ? "good" : "bad"; text: model.verdict }
        Repeater { model: model.findings.slice(0, 5); KText { required property string modelData; width: verdict.width; text: "• " + modelData; color: Theme.bad } }
        KText { width: parent.width; visible: model.head !== ""; font.pixelSize: Theme.small; soft: true; text: qsTr("Mã của mục mới nhất: %1").arg(model.head) }
    }
    ListView {
        id: list
        objectName: "journalList"
        anchors { left: parent.left; right: parent.right; top: verdict.bottom; topMargin: Theme.px(10); bottom: parent.bottom }
        clip: true
        activeFocusOnTab: true
        boundsBehavior: Flickable.StopAtBounds
        ScrollBar.vertical: ScrollBar {}
        Keys.onDownPressed: flick(0, -1200)
        Keys.onUpPressed: flick(0, 1200)
        model: model.entries
        delegate: Rectangle {
            id: entry
            required property int index
            required property int seq
            required property string time
            required property string text
            required property string by
            width: list.width
            height: Math.max(Theme.px(44), what.implicitHeight + Theme.px(12), who.implicitHeight + Theme.px(12))
            color: index % 2 ? "transparent" : Theme.card
            KText { id: number; anchors { left: parent.left; leftMargin: Theme.px(10); verticalCenter: parent.verticalCenter } width: Theme.px(56); text: entry.seq; soft: true; font.pixelSize: Theme.small }
            KText { id: when; anchors { left: number.right; verticalCenter: parent.verticalCenter } width: Theme.px(190); text: entry.time; font.pixelSize: Theme.small }
            KText { id: what; anchors { left: when.right; right: who.left; rightMargin: Theme.px(10); verticalCenter: parent.verticalCenter } text: entry.text; font.pixelSize: Theme.small }
            KText { id: who; anchors { right: parent.right; rightMargin: Theme.px(12); verticalCenter: parent.verticalCenter } width: Theme.px(200); horizontalAlignment: Text.AlignRight; text: entry.by; soft: true; font.pixelSize: Theme.small }
        }
    }
}
