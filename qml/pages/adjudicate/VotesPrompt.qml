// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import KiemPhieu
import KiemPhieu.Kiosk

// Votes of every name entered by hand, for a sheet that could not be read or was read wrong: numbers typed as when keying in, or each name tapped.
Prompt {
    id: root
    required property DoubtsModel model
    title: qsTr("Ghi lại phiếu: %1").arg(model.ballot.title ?? "")
    yesText: qsTr("Dùng phiếu ghi tay này")
    yesEnabled: model.draftOpen === 0 && model.draftProblem === ""
    readonly property var sheets: model.ballot.sheets ?? []
    property int page: 0
    width: Math.min(Theme.px(1220), (parent ? parent.width : 1000) - Theme.px(24))
    padding: Theme.px(20)
    onAccepted: model.takeDraft()
    onAboutToShow: { typed.text = ""; page = 0 }
    onOpened: typed.forceActiveFocus()
    Item {
        width: parent.width
        height: Theme.px(520)
        Row {
            id: pages
            visible: root.sheets.length > 1
            height: visible ? Theme.target + Theme.px(8) : 0
            spacing: Theme.px(8)
            Repeater {
                model: root.sheets
                KButton { required property var modelData; required property int index; text: modelData.label + (index === root.page ? " ●" : ""); focusPolicy: Qt.TabFocus; onClicked: root.page = index }
            }
        }
        SheetView {
            id: paper
            anchors { left: parent.left; top: pages.bottom; bottom: parent.bottom }
            width: Math.round(parent.width * 0.44)
            sheet: root.opened && root.model.mayLook && root.sheets.length > 0 ? root.sheets[Math.min(root.page, root.sheets.length - 1)].picture : 0
        }
        Column {
        id: column
        anchors { left: paper.right; leftMargin: Theme.gap; right: parent.right; top: parent.top; bottom: parent.bottom }
        spacing: Theme.px(8)
        KText { width: parent.width; soft: true; font.pixelSize: Theme.small; text: root.model.draftHint }
        Row {
            width: parent.width
            spacing: Theme.px(12)
            KField {
                id: typed
                objectName: "votesTyped"
                width: Theme.px(300)
                placeholder: qsTr("Gõ số ở đây")
                onEdited: root.model.draftText(text)
                onAccepted: if (root.yesEnabled) { root.close(); root.accepted() }
            }
            KText {
                anchors.verticalCenter: parent.verticalCenter
                width: parent.width - Theme.px(312)
                text: root.model.draftProblem !== "" ? root.model.draftProblem : root.model.draftOpen > 0 ? qsTr("Còn %1 người chưa ghi.").arg(root.model.draftOpen) : qsTr("Đã đủ. Enter để dùng.")
                color: root.model.draftProblem !== "" ? Theme.bad : Theme.ink
                font.pixelSize: Theme.small
            }
        }
        GridView {
            id: names
            width: parent.width
            height: column.height - y
            cellWidth: width
            readonly property bool longNames: {
                if (root.opened) for (const row of root.model.draft) if (row.name.length > 60) return true
                return false
            }
            cellHeight: longNames ? Theme.px(68) : Theme.target
            clip: true
            model: root.opened ? root.model.draft : []
            delegate: Item {
                id: cell
                required property var modelData
                required property int index
                width: names.cellWidth
                height: names.cellHeight
                KButton {
                    id: entry
                    anchors { fill: parent; margins: Theme.px(2) }
                    objectName: "draft-" + (cell.index + 1)
                    text: cell.modelData.number + ". " + cell.modelData.name + ": " + cell.modelData.text
                    focusPolicy: Qt.TabFocus
                    onClicked: root.model.turnDraft(cell.index)
                    contentItem: Item {
                        KText { anchors { left: parent.left; right: vote.left; rightMargin: Theme.px(8); verticalCenter: parent.verticalCenter } font.pixelSize: Theme.small; maximumLineCount: names.longNames ? 3 : 2; elide: Text.ElideRight; text: cell.modelData.number + ". " + cell.modelData.name }
                        KText { id: vote; anchors { right: parent.right; verticalCenter: parent.verticalCenter } font.pixelSize: Theme.small; font.bold: true; wrapMode: Text.NoWrap; text: cell.modelData.text; color: cell.modelData.vote === "unsure" ? Theme.warn : cell.modelData.vote === "yes" || cell.modelData.vote === "high" ? Theme.good : Theme.bad }
                    }
                }
            }
        }
    }
    }
}
