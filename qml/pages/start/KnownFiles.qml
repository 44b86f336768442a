// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import KiemPhieu

// The congress files of this machine as cards: name, day, place, file, and what is wrong with one that cannot be read.
ListView {
    id: root
    property var files: []
    property bool loaded: false
    signal opened(string path)
    clip: true
    spacing: Theme.px(10)
    model: files
    keyNavigationEnabled: true
    boundsBehavior: Flickable.StopAtBounds
    ScrollBar.vertical: ScrollBar {}
    Keys.onReturnPressed: if (currentIndex >= 0 && currentIndex < files.length) opened(files[currentIndex].path)
    Keys.onEnterPressed: if (currentIndex >= 0 && currentIndex < files.length) opened(files[currentIndex].path)
    KText { anchors.centerIn: parent; visible: root.loaded && root.files.length === 0; text: qsTr("Máy này chưa có đại hội nào. Hãy lập đại hội mới, hoặc mở tệp từ USB."); soft: true; font.pixelSize: Theme.large }
    delegate: KButton {
        id: card
        required property var modelData
        required property int index
        objectName: "congress-" + modelData.file
        width: ListView.view.width
        height: column.implicitHeight + Theme.px(28)
        text: modelData.name
        Accessible.name: [modelData.name, modelData.date, modelData.place, modelData.problem].filter(s => s !== "").join(", ")
        onClicked: root.opened(modelData.path)
        contentItem: Item {
            Column {
                id: column
                anchors { left: parent.left; right: time.left; leftMargin: Theme.px(10); rightMargin: Theme.px(16); verticalCenter: parent.verticalCenter }
                spacing: Theme.px(4)
                KText { width: parent.width; text: card.modelData.name; font.bold: true; font.pixelSize: Theme.large; maximumLineCount: 2; elide: Text.ElideRight }
                KText { width: parent.width; visible: text !== ""; soft: true; elide: Text.ElideRight; wrapMode: Text.NoWrap
                    text: [card.modelData.date, card.modelData.place, card.modelData.contests > 0 ? qsTr("%1 cuộc bầu").arg(card.modelData.contests) : ""].filter(s => s !== "").join(" · ") }
                KText { width: parent.width; visible: text !== ""; text: card.modelData.problem === "" ? "" : "! " + card.modelData.problem; color: Theme.bad; font.pixelSize: Theme.small }
                KText { width: parent.width; text: card.modelData.where; soft: true; font.pixelSize: Theme.small; elide: Text.ElideMiddle; wrapMode: Text.NoWrap }
            }
            Column {
                id: time
                anchors { right: parent.right; rightMargin: Theme.px(10); verticalCenter: parent.verticalCenter }
                KText { anchors.right: parent.right; text: qsTr("Sửa lần cuối"); soft: true; font.pixelSize: Theme.small; wrapMode: Text.NoWrap }
                KText { anchors.right: parent.right; text: card.modelData.time; wrapMode: Text.NoWrap }
            }
        }
    }
}
