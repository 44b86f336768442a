// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import KiemPhieu
import KiemPhieu.Kiosk

// Before a congress is open: the congress files of this machine, or a new one.
FocusScope {
    id: page
    required property Station station
    property string problem: ""
    signal go(string step)
    Connections {
        target: page.station
        function onFailed(what: string) { page.problem = what }
    }
    KText {
        id: heading
        anchors { left: parent.left; top: parent.top; margins: Theme.px(36) }
        text: qsTr("Kiểm Phiếu")
        font.pixelSize: Theme.title
        font.bold: true
    }
    KText {
        id: hint
        anchors { left: heading.left; top: heading.bottom; topMargin: Theme.px(6) }
        text: page.station.opening ? qsTr("Đang mở…") : qsTr("Chọn đại hội để mở.")
        soft: true
        font.pixelSize: Theme.large
    }
    Banner { id: banner; anchors { left: parent.left; right: parent.right; top: hint.bottom; margins: Theme.px(36); topMargin: Theme.px(14) } kind: "bad"; text: page.problem; closable: true; onClosed: page.problem = "" }
    ListView {
        focus: true
        clip: true
        anchors { left: parent.left; right: parent.right; top: banner.bottom; bottom: parent.bottom; margins: Theme.px(36); topMargin: Theme.px(14) }
        spacing: Theme.px(10)
        model: page.station.knownFiles()
        delegate: KButton {
            required property var modelData
            width: ListView.view.width
            height: Theme.px(64)
            text: modelData.name + "   " + modelData.time
            onClicked: page.station.openFile(modelData.path)
        }
    }
}
