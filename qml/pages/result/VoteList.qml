// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import KiemPhieu
import KiemPhieu.Kiosk

// All candidates with their votes, in ballot order or from the most down, measured by the line of "quá bán".
Card {
    id: card
    required property ResultModel model
    readonly property int barWidth: Math.round(Math.min(Theme.px(260), width * 0.22))
    signal picked(int candidate)
    padding: Theme.px(12)
    implicitHeight: 0  // as high as the page gives it
    Row {
        id: order
        spacing: Theme.px(8)
        KButton { objectName: "ballotOrder"; text: (card.model.highToLow ? "" : "● ") + qsTr("Theo thứ tự trên phiếu"); Accessible.checked: !card.model.highToLow; onClicked: card.model.highToLow = false }
        KButton { objectName: "highToLow"; text: (card.model.highToLow ? "● " : "") + qsTr("Từ cao xuống thấp"); Accessible.checked: card.model.highToLow; onClicked: card.model.highToLow = true }
    }
    Item {
        id: heads
        anchors { left: parent.left; right: parent.right; top: order.bottom; topMargin: Theme.px(8) }
        height: line.implicitHeight + Theme.px(4)
        KText { id: line; objectName: "majorityText"; anchors { left: parent.left; right: votesHead.left; rightMargin: Theme.px(10) } text: (card.model.majority > 0 ? "▌" : "") + card.model.majorityText; font.bold: true; font.pixelSize: Theme.small }
        KText { id: votesHead; anchors { right: percentHead.left; rightMargin: Theme.px(10); bottom: line.bottom } text: card.model.votesLabel; soft: true; font.pixelSize: Theme.small; wrapMode: Text.NoWrap }
        KText { id: percentHead; anchors { right: parent.right; rightMargin: Theme.px(18); bottom: line.bottom } text: qsTr("Tỷ lệ"); soft: true; font.pixelSize: Theme.small; wrapMode: Text.NoWrap }
    }
    ListView {
        id: list
        objectName: "voteList"
        anchors { left: parent.left; right: parent.right; top: heads.bottom; bottom: parent.bottom }
        clip: true
        model: card.model.rows
        activeFocusOnTab: true
        keyNavigationEnabled: true
        boundsBehavior: Flickable.StopAtBounds
        ScrollBar.vertical: ScrollBar { policy: list.contentHeight > list.height ? ScrollBar.AlwaysOn : ScrollBar.AsNeeded }
        onActiveFocusChanged: if (activeFocus && currentItem) currentItem.forceActiveFocus()
        delegate: VoteRow {
            withLine: card.model.majority > 0
            barWidth: card.barWidth
            rightPadding: Theme.px(16)
            Keys.onReturnPressed: clicked()
            Keys.onEnterPressed: clicked()
            onClicked: card.picked(candidate)
        }
    }
}
