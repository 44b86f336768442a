// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import KiemPhieu
import KiemPhieu.Kiosk

// A package, a congress file, minutes as PDF or a photo of them, checked; what is wrong stands first.
Item {
    id: part
    required property DocumentCheck model
    readonly property string kind: model.state === "sound" ? "good" : model.state === "wrong" || model.state === "unreadable" ? "bad" : "info"
    KText {
        anchors.centerIn: parent
        width: Math.min(parent.width - Theme.px(60), Theme.px(640))
        visible: part.model.state === ""
        horizontalAlignment: Text.AlignHCenter
        soft: true
        font.pixelSize: Theme.large
        text: qsTr("Chọn một gói lưu trữ (.kpz), một tệp đại hội, một biên bản PDF, hoặc ảnh chụp các trang biên bản. Chương trình tính lại từ đầu và nói chỗ nào không đúng; không sửa gì.")
    }
    Column {
        id: head
        visible: part.model.state !== ""
        width: parent.width
        spacing: Theme.px(10)
        KText { objectName: "checkedName"; width: parent.width; text: part.model.name; font.bold: true; font.pixelSize: Theme.large; elide: Text.ElideMiddle; wrapMode: Text.NoWrap }
        Banner { objectName: "verdict"; width: parent.width; kind: part.kind; text: part.model.verdict }
        BusyIndicator { visible: part.model.state === "checking"; running: visible; width: Theme.px(48); height: width }
    }
    Flickable {
        id: left
        visible: part.model.facts.length + part.model.findings.length > 0
        anchors { left: parent.left; top: head.bottom; topMargin: Theme.px(12); bottom: parent.bottom }
        width: part.model.votes.length > 0 ? Math.round(parent.width * 0.52) : parent.width
        contentHeight: facts.implicitHeight
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        ScrollBar.vertical: ScrollBar {}
        Column {
            id: facts
            width: left.width - Theme.px(14)
            spacing: Theme.px(8)
            Repeater {
                model: part.model.findings
                KText { required property string modelData; required property int index; objectName: "finding-" + index; width: facts.width; text: "! " + modelData; color: Theme.bad; font.bold: true }
            }
            Repeater {
                model: part.model.facts
                KText { required property string modelData; width: facts.width; text: "· " + modelData }
            }
        }
    }
    Card {
        implicitHeight: 0  // as high as the page gives it
        visible: part.model.votes.length > 0
        anchors { left: left.right; leftMargin: Theme.gap; right: parent.right; top: left.top; bottom: parent.bottom }
        padding: Theme.px(14)
        heading: qsTr("Số phiếu đã ký trong mã")
        ListView {
            objectName: "signedVotes"
            anchors.fill: parent
            clip: true
            activeFocusOnTab: true
            boundsBehavior: Flickable.StopAtBounds
            model: part.model.votes
            ScrollBar.vertical: ScrollBar {}
            delegate: Item {
                id: row
                required property var modelData
                width: ListView.view.width
                height: Math.max(Theme.px(36), name.implicitHeight + Theme.px(8))
                KText { id: number; width: Theme.px(40); anchors.verticalCenter: parent.verticalCenter; horizontalAlignment: Text.AlignRight; text: row.modelData.number; soft: true }
                KText { id: name; anchors { left: number.right; leftMargin: Theme.px(12); right: votes.left; verticalCenter: parent.verticalCenter } text: row.modelData.name !== "" ? row.modelData.name : qsTr("số %1 trên phiếu").arg(row.modelData.number) }
                KText { id: votes; anchors { right: parent.right; rightMargin: Theme.px(16); verticalCenter: parent.verticalCenter } text: row.modelData.votes; font.bold: true }
            }
        }
    }
}
