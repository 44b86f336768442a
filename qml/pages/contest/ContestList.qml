// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import KiemPhieu

// The contests of the congress, and a new one.
Item {
    id: root
    property var contests: []
    property bool adding: false
    property bool mayAdd: true
    signal picked(string id)
    signal add
    ListView {
        id: list
        objectName: "contestList"
        anchors { left: parent.left; right: parent.right; top: parent.top; bottom: plus.top; bottomMargin: Theme.px(10) }
        clip: true
        spacing: Theme.px(8)
        model: root.contests
        boundsBehavior: Flickable.StopAtBounds
        ScrollBar.vertical: ScrollBar {}
        delegate: KButton {
            id: card
            required property var modelData
            objectName: "contest-" + modelData.id
            width: ListView.view.width
            height: column.implicitHeight + Theme.px(20)
            text: modelData.title
            Accessible.name: modelData.title + ", " + modelData.line
            onClicked: root.picked(modelData.id)
            contentItem: Item {
                Rectangle { visible: card.modelData.current; width: Theme.px(5); height: parent.height; color: Theme.accent; radius: 2 }
                Column {
                    id: column
                    anchors { left: parent.left; right: parent.right; leftMargin: Theme.px(12); verticalCenter: parent.verticalCenter }
                    spacing: Theme.px(2)
                    KText { width: parent.width; text: card.modelData.title; font.bold: card.modelData.current }
                    KText { width: parent.width; text: card.modelData.line; soft: true; font.pixelSize: Theme.small; maximumLineCount: 2; elide: Text.ElideRight }
                }
            }
        }
    }
    KButton { id: plus; objectName: "addContest"; anchors { left: parent.left; right: parent.right; bottom: parent.bottom } text: root.adding ? qsTr("Đang thêm…") : qsTr("+ Thêm cuộc bầu"); enabled: root.mayAdd; onClicked: root.add() }
}
