// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import KiemPhieu
import KiemPhieu.Kiosk

// Folders and files of one folder. A folder opens at a touch; a file is picked at a touch and taken at a second one or with Enter.
ListView {
    id: root
    required property FileListModel files
    property string pickedPath: ""
    signal openFile(string path)
    function act(path: string, folder: bool) {
        if (folder) files.folder = path
        else if (pickedPath === path) openFile(path)
        else pickedPath = path
    }
    objectName: "fileList"
    clip: true
    model: files
    activeFocusOnTab: true
    currentIndex: 0
    keyNavigationEnabled: true
    boundsBehavior: Flickable.StopAtBounds
    ScrollBar.vertical: ScrollBar {}
    Keys.onReturnPressed: if (currentItem) (currentItem as ItemDelegate).clicked()
    Keys.onEnterPressed: if (currentItem) (currentItem as ItemDelegate).clicked()
    Keys.onPressed: event => { if (event.key === Qt.Key_Backspace) { files.goUp(); event.accepted = true } }
    delegate: ItemDelegate {
        id: row
        required property int index
        required property string name
        required property string path
        required property bool isFolder
        required property string detail
        readonly property bool chosen: !isFolder && root.pickedPath === path
        objectName: "file-" + name
        width: ListView.view.width
        height: Theme.px(56)
        focusPolicy: Qt.NoFocus
        Accessible.name: (isFolder ? qsTr("Thư mục %1").arg(name) : qsTr("Tệp %1, %2").arg(name).arg(detail))
        onClicked: { root.currentIndex = index; root.act(path, isFolder) }
        background: Rectangle {
            color: row.chosen ? Theme.infoSoft : row.hovered ? Theme.ground : "transparent"
            border.width: root.activeFocus && root.currentIndex === row.index ? Theme.px(2) : 0
            border.color: Theme.focus
        }
        contentItem: Item {
            KText { id: sign; anchors.verticalCenter: parent.verticalCenter; width: Theme.px(30); text: row.isFolder ? "▸" : row.chosen ? "✓" : ""; font.bold: true; color: row.isFolder ? Theme.info : Theme.good }
            KText { anchors { left: sign.right; right: about.left; rightMargin: Theme.px(10); verticalCenter: parent.verticalCenter } text: row.name; font.bold: row.isFolder || row.chosen; elide: Text.ElideMiddle; wrapMode: Text.NoWrap }
            KText { id: about; anchors { right: parent.right; rightMargin: Theme.px(12); verticalCenter: parent.verticalCenter } text: row.detail; soft: true; font.pixelSize: Theme.small; wrapMode: Text.NoWrap }
        }
    }
}
