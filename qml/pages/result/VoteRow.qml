// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import KiemPhieu

// One candidate: number, name, bar with the line of "quá bán", votes, percent, and in words what came of it. Touching it opens the ballots behind the votes.
ItemDelegate {
    id: row
    required property int index
    required property int candidate
    required property int number
    required property string name
    required property int votes
    required property string percent
    required property string detail
    required property double fraction
    required property string outcome
    required property string stateText
    property bool withLine: true
    property int barWidth: Theme.px(170)
    readonly property color tone: outcome === "elected" ? Theme.good : outcome === "tied" ? Theme.warn : Theme.info
    readonly property string sign: outcome === "elected" ? "✓ " : outcome === "tied" ? "= " : outcome === "beyond" ? "△ " : ""
    objectName: "votes-" + number
    width: ListView.view ? ListView.view.width : 0
    height: Math.max(Theme.target, who.implicitHeight + Theme.px(12), words.implicitHeight + Theme.px(30))
    topPadding: 0
    bottomPadding: 0
    focusPolicy: Qt.StrongFocus
    Accessible.name: qsTr("Số %1, %2: %3 phiếu, %4. %5").arg(number).arg(name).arg(votes).arg(percent).arg(stateText)
    Accessible.description: qsTr("Mở các phiếu đã bầu cho người này")
    background: Rectangle {
        color: row.hovered ? Theme.infoSoft : row.index % 2 === 1 ? Theme.ground : Theme.card
        border.width: row.activeFocus ? Theme.px(3) : 0
        border.color: Theme.focus
    }
    contentItem: Item {
        KText { id: place; anchors.verticalCenter: parent.verticalCenter; width: Theme.px(36); text: row.number; horizontalAlignment: Text.AlignRight; soft: true }
        KText { id: who; anchors { left: place.right; leftMargin: Theme.px(12); right: bar.left; rightMargin: Theme.px(12); verticalCenter: parent.verticalCenter } text: row.name; font.bold: row.outcome === "elected"; lineHeight: 0.95 }
        Item {
            id: bar
            anchors { right: count.left; rightMargin: Theme.px(10); top: parent.top; bottom: parent.bottom }
            width: row.barWidth
            Rectangle { id: track; width: parent.width; y: words.visible ? Theme.px(7) : Math.round((parent.height - height) / 2); height: Theme.px(14); color: Theme.line; radius: Theme.px(3)
                Rectangle { width: Math.round(parent.width * row.fraction); height: parent.height; radius: Theme.px(3); color: row.tone } }
            KText { id: words; visible: text !== ""; y: Theme.px(25); width: parent.width; text: row.stateText !== "" ? row.sign + row.stateText : row.detail; font.pixelSize: Theme.small; color: row.stateText === "" || row.outcome === "not" ? Theme.inkSoft : row.outcome === "beyond" ? Theme.ink : row.tone; lineHeight: 0.9 }
        }
        KText { id: count; anchors { right: share.left; rightMargin: Theme.px(8); verticalCenter: parent.verticalCenter } width: Theme.px(62); horizontalAlignment: Text.AlignRight; text: row.votes; font.bold: true; font.pixelSize: Theme.large; font.underline: row.hovered; wrapMode: Text.NoWrap }
        KText { id: share; anchors { right: parent.right; rightMargin: Theme.px(4); verticalCenter: parent.verticalCenter } width: Theme.px(84); horizontalAlignment: Text.AlignRight; text: row.percent; wrapMode: Text.NoWrap }
    }
    Rectangle {  // above the words, and unbroken from row to row: everybody is measured by the same line
        objectName: "majorityLine"
        visible: row.withLine
        x: row.leftPadding + bar.x + Math.round(bar.width / 2) - Math.round(width / 2)
        width: Theme.px(3)
        height: words.visible ? track.y + track.height + Theme.px(2) : row.height
        color: Theme.ink
    }
}
