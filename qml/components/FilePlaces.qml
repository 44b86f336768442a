// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import KiemPhieu
import KiemPhieu.Kiosk

// Where files may lie: USB sticks first, then the program's own folder and this computer.
ListView {
    id: root
    required property FileListModel files
    // the narrowest place that holds the folder: the program's own folder mostly lies within this computer's
    readonly property string here: {
        let found = ""
        for (const place of files.places)
            if (place.path.length > found.length && (files.folder === place.path || files.folder.startsWith(place.path + "/"))) found = place.path
        return found
    }
    clip: true
    spacing: Theme.px(8)
    model: files.places
    activeFocusOnTab: true
    ScrollBar.vertical: ScrollBar {}
    delegate: KButton {
        id: place
        required property var modelData
        required property int index
        readonly property bool current: modelData.path === root.here
        objectName: "place-" + index
        width: ListView.view.width
        height: Theme.px(64)
        text: modelData.text
        Accessible.name: modelData.text
        onClicked: root.files.folder = modelData.path
        contentItem: KText {
            text: (place.current ? "● " : "") + place.modelData.text
            font.bold: place.modelData.removable
            maximumLineCount: 2
            elide: Text.ElideRight
            verticalAlignment: Text.AlignVCenter
            leftPadding: Theme.px(6)
        }
    }
    footer: KText {
        width: ListView.view ? ListView.view.width : 0
        topPadding: Theme.px(12)
        soft: true
        font.pixelSize: Theme.small
        text: root.files.places.some(place => place.removable) ? "" : qsTr("Chưa thấy USB. Cắm USB vào, đợi một lúc rồi bấm ⟳.")
    }
}
