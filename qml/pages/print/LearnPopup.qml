// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Templates as T
import KiemPhieu
import KiemPhieu.Kiosk

// What was found on the blank ballots: pictures to compare with the list, then "it is right". Escape leaves everything as it is.
Popup {
    id: root
    required property LearnModel model
    signal fileWanted
    objectName: "learnPopup"
    modal: true
    focus: true
    anchors.centerIn: T.Overlay.overlay
    width: Theme.px(1200)
    height: Theme.px(740)
    padding: Theme.px(24)
    closePolicy: Popup.CloseOnEscape
    background: Rectangle { color: Theme.card; radius: Theme.radius }
    contentItem: Item {
        KText { id: heading; width: parent.width; text: qsTr("Nhận mẫu phiếu in sẵn"); font.pixelSize: Theme.large; font.bold: true }
        LearnedPages {
            id: pages
            anchors { left: parent.left; top: heading.bottom; bottom: foot.top; topMargin: Theme.px(12); bottomMargin: Theme.px(12) }
            width: Math.round(parent.width * 0.5)
            pictures: root.model.pictures
            emptyText: root.model.finding ? qsTr("Đang tìm các dòng và các ô trên phiếu trắng…") : qsTr("Hình để so với danh sách hiện ở đây.")
        }
        Flickable {
            id: side
            anchors { left: pages.right; leftMargin: Theme.px(20); right: parent.right; top: pages.top; bottom: pages.bottom }
            contentHeight: column.implicitHeight
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            ScrollBar.vertical: ScrollBar {}
            Column {
                id: column
                width: side.width - Theme.px(12)
                spacing: Theme.px(10)
                KText { width: parent.width; text: qsTr("Tệp phiếu trắng: %1").arg(root.model.fileNames); soft: true; wrapMode: Text.WrapAnywhere }
                Banner { objectName: "learnProblem"; width: parent.width; kind: "bad"; text: root.model.problem }
                KText { width: parent.width; visible: root.model.problem !== ""; text: qsTr("Chọn nhầm tệp thì bấm “Chọn lại tệp…”. Phiếu có nhiều trang thì bấm “Thêm trang sau…” rồi chọn tệp của trang kế tiếp."); soft: true }
                KText { objectName: "learnSummary"; width: parent.width; visible: text !== ""; text: root.model.summary; font.bold: true }
                KText { width: parent.width; visible: root.model.found; text: qsTr("Hãy so từng dòng: số và tên màu đỏ phải đứng cạnh đúng tên in trên phiếu, khung đỏ phải nằm đúng chỗ cử tri đánh dấu.") }
                Repeater {
                    model: root.model.notes
                    Banner { required property string modelData; width: column.width; kind: "warn"; text: modelData }
                }
                Repeater {
                    model: root.model.rows
                    KText {
                        required property var modelData
                        width: column.width
                        font.pixelSize: Theme.small
                        text: qsTr("Trang %1 · %2. %3 – chữ in khớp %4 %").arg(modelData.page).arg(modelData.number).arg(modelData.name).arg(modelData.fit)
                    }
                }
            }
        }
        Row {
            id: foot
            anchors { right: parent.right; bottom: parent.bottom }
            spacing: Theme.px(12)
            KButton { objectName: "learnCancel"; text: qsTr("Thôi"); onClicked: { root.model.begin(); root.close() } }
            KButton { objectName: "learnAgain"; visible: root.model.problem !== ""; text: qsTr("Chọn lại tệp…"); onClicked: { root.model.begin(); root.fileWanted() } }
            KButton { objectName: "learnMore"; enabled: !root.model.finding; text: qsTr("Thêm trang sau…"); onClicked: root.fileWanted() }
            KButton { objectName: "learnConfirm"; kind: "main"; enabled: root.model.found && root.model.mayLearn && !root.model.busy; text: qsTr("Đúng, dùng mẫu này"); onClicked: { root.close(); root.model.confirm() } }
        }
    }
}
