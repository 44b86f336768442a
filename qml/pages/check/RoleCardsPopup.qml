// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Templates as T
import KiemPhieu
import KiemPhieu.Kiosk

// A card for each role, to be printed and handed out the day before: what to do, in which order, what never to do.
Popup {
    id: root
    required property RoleCardsModel model
    property string savedText: ""
    signal saveWanted
    objectName: "roleCards"
    modal: true
    focus: true
    anchors.centerIn: T.Overlay.overlay
    width: Theme.px(1100)
    height: Theme.px(740)
    padding: Theme.px(24)
    closePolicy: Popup.CloseOnEscape
    background: Rectangle { color: Theme.card; radius: Theme.radius }
    onAboutToShow: { savedText = ""; model.make() }
    Connections { target: root.model; function onSavedTo(path: string) { root.savedText = qsTr("Đã lưu vào %1.").arg(path) } }
    contentItem: Item {
        PaperView {
            id: pages
            anchors { left: parent.left; top: parent.top; bottom: parent.bottom }
            width: Math.round(parent.width * 0.5)
            paperKey: root.model.paperKey
            pages: root.model.pages
            what: qsTr("Thẻ công việc")
            emptyText: qsTr("Đang lập thẻ…")
        }
        Column {
            anchors { left: pages.right; leftMargin: Theme.px(24); right: parent.right; top: parent.top }
            spacing: Theme.px(14)
            KText { width: parent.width; text: qsTr("Thẻ công việc cho từng vai trò"); font.pixelSize: Theme.large; font.bold: true }
            KText { width: parent.width; text: qsTr("Mỗi vai trò một trang: Trưởng ban, ủy viên, nhân viên kỹ thuật, giám sát, thư ký. In ra và phát cho từng đồng chí trước ngày đại hội.") }
            KChoice { id: printer; objectName: "cardsPrinter"; visible: root.model.printing.printers.length > 0; width: parent.width; label: qsTr("Máy in"); model: root.model.printing.printers }
            KButton { objectName: "printCards"; visible: printer.visible; enabled: root.model.mayPrint && root.model.paperKey !== "" && !root.model.busy && !root.model.printing.jobOpen; text: qsTr("In thẻ công việc"); onClicked: root.model.sendToPrinter(printer.currentValue ?? "") }
            KText { width: parent.width; visible: text !== ""; soft: true; text: root.model.printing.asking ? qsTr("Đang tìm máy in…") : root.model.printing.problem }
            Banner { width: parent.width; kind: root.model.printing.jobState === "good" ? "good" : root.model.printing.jobState === "bad" ? "bad" : root.model.printing.jobState === "stuck" ? "warn" : "info"; text: root.model.printing.jobText }
            Banner { width: parent.width; kind: "bad"; text: root.model.error }
            Banner { objectName: "cardsSaved"; width: parent.width; kind: "good"; text: root.savedText }
        }
        Row {
            anchors { right: parent.right; bottom: parent.bottom }
            spacing: Theme.px(12)
            KButton { objectName: "cardsClose"; text: qsTr("Đóng"); onClicked: root.close() }
            KButton { objectName: "saveCards"; kind: "main"; enabled: root.model.paperKey !== ""; text: qsTr("Lưu tệp PDF…"); onClicked: { root.savedText = ""; root.saveWanted() } }
        }
    }
}
