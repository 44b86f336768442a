// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Templates as T
import KiemPhieu
import KiemPhieu.Kiosk

// A list read from a file, row by row, before anything of it is taken: every row that is not accepted says why.
Popup {
    id: root
    required property ListImportModel imports
    property string addText: ""
    property string replaceText: ""
    property bool sortOffered: false
    signal add
    signal replace
    modal: true
    focus: true
    anchors.centerIn: T.Overlay.overlay
    width: Theme.px(1180)
    height: Theme.px(752)
    padding: Theme.px(24)
    closePolicy: Popup.CloseOnEscape
    background: Rectangle { color: Theme.card; radius: Theme.radius }
    onClosed: if (!taking) imports.forget()
    onAboutToShow: taking = false
    property bool taking: false
    contentItem: Item {
        Column {
            id: head
            width: parent.width
            spacing: Theme.px(6)
            KText { width: parent.width; text: root.imports.ready ? qsTr("Xem trước: %1").arg(root.imports.fileName) : root.imports.reading ? qsTr("Đang đọc tệp…") : qsTr("Không đọc được tệp"); font.pixelSize: Theme.large; font.bold: true; elide: Text.ElideMiddle; wrapMode: Text.NoWrap }
            KText { objectName: "importSummary"; width: parent.width; text: root.imports.summary; visible: text !== ""; font.bold: true }
            KText { width: parent.width; text: root.imports.columns; visible: text !== ""; soft: true; font.pixelSize: Theme.small; maximumLineCount: 2; elide: Text.ElideRight }
            KText { objectName: "importFigures"; width: parent.width; visible: text !== ""; text: root.imports.figures === "" ? "" : qsTr("Số liệu đề xuất: %1").arg(root.imports.figures); font.bold: true }
            Repeater { model: root.imports.notes; Banner { required property string modelData; width: head.width; kind: "info"; text: modelData } }
            Banner { width: parent.width; kind: "bad"; text: root.imports.problem }
            Row {
                visible: root.imports.ready
                spacing: Theme.px(20)
                KCheck { objectName: "onlyProblems"; text: qsTr("Chỉ xem dòng cần chú ý"); checked: root.imports.onlyProblems; onToggled: root.imports.onlyProblems = checked }
                KCheck { objectName: "suggestedNames"; visible: root.imports.hasSuggestions; text: qsTr("Viết hoa họ tên như gợi ý"); checked: root.imports.suggestedNames; onToggled: root.imports.suggestedNames = checked }
                KCheck { objectName: "sortedList"; visible: root.sortOffered; text: qsTr("Xếp theo tên A, B, C"); checked: root.imports.sorted; onToggled: root.imports.sorted = checked }
            }
        }
        ListView {
            id: list
            objectName: "importRows"
            anchors { left: parent.left; right: parent.right; top: head.bottom; bottom: foot.top; topMargin: Theme.px(10); bottomMargin: Theme.px(14) }
            visible: root.imports.ready
            activeFocusOnTab: true
            clip: true
            model: root.imports.rows
            boundsBehavior: Flickable.StopAtBounds
            ScrollBar.vertical: ScrollBar {}
            KText { anchors.centerIn: parent; visible: list.count === 0; soft: true; text: root.imports.onlyProblems ? qsTr("Không có dòng nào cần chú ý.") : qsTr("Tệp không có dòng nào.") }
            delegate: Rectangle {
                id: row
                required property int number
                required property string name
                required property string beside
                required property string rowState
                required property string stateText
                required property string sign
                required property string why
                required property int index
                width: ListView.view.width
                height: Math.max(Theme.px(44), words.implicitHeight + Theme.px(14))
                color: rowState === "rejected" ? Theme.badSoft : index % 2 === 0 ? Theme.card : Theme.ground
                Accessible.role: Accessible.ListItem
                Accessible.name: qsTr("Dòng %1, %2: %3. %4").arg(number).arg(stateText).arg(name).arg(why)
                KText { id: place; anchors { left: parent.left; leftMargin: Theme.px(10); verticalCenter: parent.verticalCenter } width: Theme.px(52); text: row.number; soft: true; wrapMode: Text.NoWrap }
                KText { id: verdict; anchors { left: place.right; verticalCenter: parent.verticalCenter } width: Theme.px(150); text: row.sign + " " + row.stateText; color: row.rowState === "rejected" ? Theme.bad : row.rowState === "accepted" ? Theme.good : Theme.inkSoft; font.bold: true; wrapMode: Text.NoWrap }
                Column {
                    id: words
                    anchors { left: verdict.right; right: parent.right; rightMargin: Theme.px(14); verticalCenter: parent.verticalCenter }
                    KText { width: parent.width; text: row.beside === "" ? row.name : row.name + " – " + row.beside; font.bold: row.rowState === "accepted"; soft: row.rowState === "passed"; maximumLineCount: 2; elide: Text.ElideRight }
                    KText { width: parent.width; visible: text !== ""; text: row.why; font.pixelSize: Theme.small; color: row.rowState === "rejected" ? Theme.bad : Theme.inkSoft }
                }
            }
        }
        Row {
            id: foot
            anchors { right: parent.right; bottom: parent.bottom }
            spacing: Theme.px(12)
            KButton { objectName: "importCancel"; text: qsTr("Thôi, không nhập"); onClicked: root.close() }
            KButton { objectName: "importReplace"; visible: root.replaceText !== ""; text: root.replaceText; enabled: root.imports.ready && root.imports.accepted > 0; onClicked: { root.taking = true; root.close(); root.replace() } }
            KButton { objectName: "importAdd"; kind: "main"; text: root.addText; enabled: root.imports.ready && root.imports.accepted > 0; onClicked: { root.taking = true; root.close(); root.add() } }
        }
    }
}
