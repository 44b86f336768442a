// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Templates as T
import KiemPhieu
import KiemPhieu.Kiosk

// Picks a file ("open"), a folder ("folder"), or a folder and a name to write to ("save"). USB sticks come first. `picked` gives the absolute path.
Popup {
    id: root
    property string mode: "open"
    property string title: ""
    property string pickText: mode === "save" ? qsTr("Lưu vào đây") : mode === "folder" ? qsTr("Chọn thư mục này") : qsTr("Chọn tệp này")
    property string fileName: ""
    property alias suffixes: files.suffixes
    property alias home: files.home
    property alias folder: files.folder
    signal picked(string path)
    readonly property var endings: suffixes
    property bool reading: false  // a folder to read from: it may be write-protected
    readonly property string chosen: mode === "folder" ? files.folder : mode === "save" ? (files.folder === "" ? "" : files.pathFor(nameField.text)) : list.pickedPath
    readonly property bool taken: mode === "save" && opened && chosen !== "" && files.exists(chosen)
    modal: true
    focus: true
    anchors.centerIn: T.Overlay.overlay
    width: Theme.px(1040)
    height: Theme.px(730)
    padding: Theme.px(24)
    closePolicy: Popup.CloseOnEscape
    background: Rectangle { color: Theme.card; radius: Theme.radius }
    onAboutToShow: { list.pickedPath = ""; nameField.text = fileName; files.recallFolder(); files.reload() }
    onOpened: list.forceActiveFocus()
    function finish() { if (chosen === "" || taken) return; const path = chosen; files.keepFolder(); close(); picked(path) }
    FileListModel { id: files; foldersOnly: root.mode === "folder"; onFolderChanged: list.pickedPath = "" }
    contentItem: Item {
        KText { id: heading; width: parent.width; text: root.title; font.pixelSize: Theme.large; font.bold: true; elide: Text.ElideRight; wrapMode: Text.NoWrap }
        FilePlaces {
            id: places
            anchors { left: parent.left; top: heading.bottom; bottom: foot.top; topMargin: Theme.px(14); bottomMargin: Theme.px(14) }
            width: Theme.px(270)
            files: files
        }
        Row {
            id: path
            anchors { left: places.right; right: parent.right; top: places.top; leftMargin: Theme.px(16) }
            spacing: Theme.px(10)
            KButton { id: up; objectName: "fileUp"; text: "↑"; implicitWidth: Theme.target; enabled: files.canGoUp; Accessible.name: qsTr("Lên thư mục trên"); onClicked: files.goUp() }
            KText {
                width: parent.width - up.width - again.width - Theme.px(20)
                height: Theme.target
                verticalAlignment: Text.AlignVCenter
                text: files.title
                elide: Text.ElideMiddle
                wrapMode: Text.NoWrap
                font.bold: true
            }
            KButton { id: again; text: "⟳"; implicitWidth: Theme.target; Accessible.name: qsTr("Đọc lại"); onClicked: files.reload() }
        }
        Rectangle {
            anchors { left: path.left; right: parent.right; top: path.bottom; bottom: below.top; topMargin: Theme.px(8); bottomMargin: below.height > 0 ? Theme.px(10) : 0 }
            border.width: 1
            border.color: Theme.line
            radius: Theme.radius
            color: Theme.card
            FileList { id: list; anchors { fill: parent; margins: 1 } files: files; onOpenFile: path => { list.pickedPath = path; root.finish() } }
            KText {
                anchors { centerIn: parent }
                width: parent.width - Theme.px(60)
                visible: files.count === 0
                horizontalAlignment: Text.AlignHCenter
                soft: files.problem === ""
                color: files.problem === "" ? Theme.inkSoft : Theme.bad
                text: files.problem !== "" ? files.problem : files.reading ? qsTr("Đang đọc…")
                    : root.mode === "open" && root.endings.length > 0 ? qsTr("Thư mục này không có tệp %1 nào.").arg(root.endings.map(s => "." + s).join(", "))
                    : root.mode === "folder" && root.reading && root.endings.length > 0 ? (files.fitting > 0 ? "" : qsTr("Thư mục này không có ảnh quét nào.")) : root.mode === "folder" ? qsTr("Trong này không có thư mục con nào.") : qsTr("Thư mục trống.")
            }
        }
        Column {
            id: below
            anchors { left: path.left; right: parent.right; bottom: places.bottom }
            spacing: Theme.px(6)
            KText { objectName: "fittingFiles"; width: parent.width; visible: root.mode === "folder" && files.fitting > 0; font.bold: true; text: qsTr("Thư mục này có %1 ảnh, tệp quét.").arg(files.fitting) }
            KField { id: nameField; objectName: "fileName"; width: parent.width; visible: root.mode === "save"; telex: false; label: qsTr("Tên tệp"); onAccepted: root.finish() }
            KText { width: parent.width; visible: text !== ""; color: Theme.bad; font.pixelSize: Theme.small
                text: root.taken ? qsTr("Đã có tệp tên này; tệp cũ không bị ghi đè. Hãy đặt tên khác.") : root.mode !== "open" && !root.reading && !files.writable && !files.reading ? qsTr("Nơi này chỉ cho đọc, không lưu được. Hãy chọn nơi khác.") : "" }
        }
        Row {
            id: foot
            anchors { right: parent.right; bottom: parent.bottom }
            spacing: Theme.px(12)
            KButton { objectName: "fileCancel"; text: qsTr("Thôi"); onClicked: root.close() }
            KButton {
                objectName: "filePick"
                kind: "main"
                text: root.pickText
                enabled: root.chosen !== "" && !root.taken && (root.mode === "open" || files.writable || (root.reading && files.problem === ""))
                onClicked: root.finish()
            }
        }
    }
}
