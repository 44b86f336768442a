// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import KiemPhieu
import KiemPhieu.Kiosk

// A new congress: from a definition file, shown before it is taken, or from an empty form.
Item {
    id: root
    required property StartModel model
    required property Station station
    readonly property bool fromFile: tabs.current === 1
    readonly property bool definitionRead: Object.keys(model.definition).length > 0
    readonly property bool complete: !model.busy && (fromFile ? definitionRead && about.complete : form.complete)
    function pick() { picker.open() }
    function create() { if (fromFile) model.createFromDefinition(about.file, about.person, about.role); else form.create() }
    KTabs { id: tabs; tabs: [qsTr("Điền biểu mẫu"), qsTr("Từ tệp khai báo (JSON)")] }
    Flickable {
        anchors { left: parent.left; right: parent.right; top: tabs.bottom; bottom: parent.bottom; topMargin: Theme.px(12) }
        contentHeight: card.height
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        ScrollBar.vertical: ScrollBar {}
        Card {
            id: card
            width: parent.width
            height: (root.fromFile ? file.implicitHeight : form.implicitHeight) + padding * 2
            NewCongressForm { id: form; visible: !root.fromFile; width: parent.width; model: root.model }
            Column {
                id: file
                visible: root.fromFile
                width: parent.width
                spacing: Theme.px(14)
                KText { width: parent.width; soft: true; text: qsTr("Tệp khai báo do cấp trên gửi hoặc xuất từ máy khác: có tên đại hội, Ban kiểm phiếu, các cuộc bầu và danh sách bầu cử.") }
                DefinitionCard { id: about; visible: root.definitionRead; width: parent.width; definition: root.model.definition; roles: root.model.roles }
            }
        }
    }
    FilePicker { id: picker; title: qsTr("Chọn tệp khai báo đại hội"); home: root.station.dataFolder; suffixes: ["json"]; onPicked: path => root.model.readDefinition(path) }
}
