// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import KiemPhieu
import KiemPhieu.Kiosk

// The package and its copies on two media.
Item {
    id: part
    required property ArchiveModel model
    Card {
        id: made
        anchors { left: parent.left; top: parent.top; bottom: parent.bottom }
        width: Math.round(parent.width * 0.5) - Theme.px(8)
        heading: qsTr("1. Gói lưu trữ")
        Column {
            width: parent.width
            spacing: Theme.px(12)
            KText { width: parent.width; text: qsTr("Một tệp chứa mọi văn bản, ảnh phiếu, kết luận, kết quả và nhật ký, có chữ ký số. Nơi nào có chương trình này cũng kiểm tra lại được từ đầu đến cuối.") }
            Banner { width: parent.width; kind: "warn"; text: part.model.openText }
            KText { objectName: "packageName"; width: parent.width; visible: text !== ""; text: part.model.packageName; font.bold: true; wrapMode: Text.WrapAnywhere }
            KText { objectName: "packageText"; width: parent.width; text: (part.model.packageName === "" ? "○ " : part.model.current && part.model.there ? "✓ " : "! ") + part.model.packageText; color: part.model.packageName === "" ? Theme.inkSoft : part.model.current && part.model.there ? Theme.good : Theme.warn }
            KText { width: parent.width; visible: part.model.packageHash !== ""; text: qsTr("Mã băm: %1").arg(part.model.packageHash); soft: true; font.family: "Liberation Mono"; font.pixelSize: Theme.small }
        }
    }
    Card {
        implicitHeight: 0  // as high as the page gives it
        anchors { left: made.right; leftMargin: Theme.gap; right: parent.right; top: parent.top; bottom: parent.bottom }
        heading: qsTr("2. Bản chép: %1 / %2 thiết bị").arg(part.model.media).arg(part.model.mediaAsked)
        KText {
            id: about
            width: parent.width
            objectName: "copiesAbout"
            text: part.model.done ? qsTr("✓ Đã có đủ bản chép trên hai thiết bị khác nhau. Hãy rút an toàn và cất giữ ở hai nơi.") : part.model.oldCopies ? qsTr("! Các bản dưới đây là của gói cũ, thiếu những việc làm sau đó. Hãy lập gói mới rồi chép lại ra hai thiết bị.") : qsTr("Cắm USB thứ nhất, bấm “Chép ra thiết bị”; làm lại với USB thứ hai. Mỗi bản được đọc lại từng byte.")
            color: part.model.done ? Theme.good : part.model.oldCopies ? Theme.warn : Theme.ink
            font.bold: part.model.done || part.model.oldCopies
        }
        ListView {
            id: list
            objectName: "copyList"
            anchors { left: parent.left; right: parent.right; top: about.bottom; bottom: parent.bottom; topMargin: Theme.px(12) }
            clip: true
            spacing: Theme.px(8)
            activeFocusOnTab: count > 0
            boundsBehavior: Flickable.StopAtBounds
            model: part.model.copies
            ScrollBar.vertical: ScrollBar {}
            delegate: Rectangle {
                id: copy
                required property var modelData
                width: ListView.view.width
                height: words.implicitHeight + Theme.px(16)
                radius: Theme.radius
                color: !modelData.agrees ? Theme.badSoft : part.model.oldCopies ? Theme.ground : Theme.goodSoft
                Accessible.role: Accessible.ListItem
                Accessible.name: modelData.text + ": " + modelData.detail
                KText { id: sign; x: Theme.px(10); y: Theme.px(8); text: !copy.modelData.agrees ? "!" : part.model.oldCopies ? "○" : "✓"; font.bold: true; color: !copy.modelData.agrees ? Theme.bad : part.model.oldCopies ? Theme.inkSoft : Theme.good }
                Column {
                    id: words
                    anchors { left: parent.left; leftMargin: Theme.px(38); right: parent.right; rightMargin: Theme.px(8); top: parent.top; topMargin: Theme.px(8) }
                    KText { width: parent.width; text: copy.modelData.text; font.bold: true }
                    KText { width: parent.width; text: copy.modelData.detail; font.pixelSize: Theme.small }
                }
            }
            KText { anchors.centerIn: parent; visible: list.count === 0; soft: true; text: qsTr("Chưa có bản chép nào.") }
        }
    }
}
