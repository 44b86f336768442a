// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls
import KiemPhieu

// A question before something that matters: title, what will happen, and the button that does it. Escape and the other button leave everything as it is.
Popup {
    id: root
    property string title: ""
    property string text: ""
    property string yesText: qsTr("Đồng ý")
    property string yesKind: "main"
    property string noText: qsTr("Để nguyên")
    property bool yesVisible: true
    property bool yesEnabled: true
    default property alias content: extra.data
    signal accepted
    modal: true
    focus: true
    anchors.centerIn: Overlay.overlay
    width: Theme.px(640)
    padding: Theme.px(28)
    closePolicy: Popup.CloseOnEscape
    background: Rectangle { color: Theme.card; radius: Theme.radius }
    contentItem: Column {
        spacing: Theme.px(16)
        KText { text: root.title; font.pixelSize: Theme.large; font.bold: true; width: parent.width }
        KText { text: root.text; visible: text !== ""; width: parent.width }
        Item { id: extra; width: parent.width; height: childrenRect.height; visible: children.length > 0 }
        Row {
            anchors.right: parent.right
            spacing: Theme.px(12)
            KButton { text: root.noText; objectName: "promptNo"; focus: !root.yesVisible; onClicked: root.close() }
            KButton { text: root.yesText; objectName: "promptYes"; kind: root.yesKind; visible: root.yesVisible; enabled: root.yesEnabled; onClicked: { root.close(); root.accepted() } }
        }
    }
}
