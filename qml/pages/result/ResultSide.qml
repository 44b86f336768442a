// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import KiemPhieu
import KiemPhieu.Kiosk

// Beside the votes: what they come to in words, what is in the way of closing, the figures, the base, the sums.
Flickable {
    id: side
    required property ResultModel model
    signal picked(string key)
    signal go(string step)
    contentHeight: column.implicitHeight
    clip: true
    boundsBehavior: Flickable.StopAtBounds
    ScrollBar.vertical: ScrollBar { policy: side.contentHeight > side.height ? ScrollBar.AlwaysOn : ScrollBar.AsNeeded }
    Column {
        id: column
        width: side.width - Theme.px(12)
        spacing: Theme.px(12)
        Rectangle {
            width: parent.width
            height: stand.implicitHeight + Theme.px(24)
            radius: Theme.radius
            color: side.model.closed ? Theme.goodSoft : side.model.any ? Theme.warnSoft : Theme.infoSoft
            border.width: 1
            border.color: side.model.closed ? Theme.good : side.model.any ? Theme.warn : Theme.info
            KText { id: stand; objectName: "standing"; anchors { left: parent.left; right: parent.right; top: parent.top; margins: Theme.px(12) } text: (side.model.closed ? "✓ " : "") + side.model.standing; font.bold: true; color: side.model.closed ? Theme.good : side.model.any ? Theme.warn : Theme.info; Accessible.role: Accessible.AlertMessage; Accessible.name: text }
        }
        Repeater {
            model: side.model.obstacles
            Card {
                id: obstacle
                required property var modelData
                required property int index
                width: column.width
                padding: Theme.px(12)
                Column {
                    width: parent.width
                    spacing: Theme.px(8)
                    KText { width: parent.width; text: "! " + obstacle.modelData.text }
                    KButton { objectName: "obstacle-" + obstacle.modelData.step; text: obstacle.modelData.label + " ›"; onClicked: side.go(obstacle.modelData.step) }
                }
            }
        }
        Card {
            visible: side.model.outcome.length > 0
            width: parent.width
            padding: Theme.px(14)
            heading: side.model.closed ? qsTr("Kết quả") : qsTr("Kết quả tạm tính")
            Column {
                width: parent.width
                spacing: Theme.px(8)
                Repeater {
                    model: side.model.outcome
                    KText { required property string modelData; required property int index; objectName: "outcome-" + index; width: column.width - Theme.px(28); text: modelData; font.bold: index === 0 }
                }
                KText { width: parent.width; visible: side.model.nextText !== ""; text: side.model.nextText; soft: true }
                KText { width: parent.width; visible: side.model.open && side.model.nextRoundThere; text: qsTr("Vòng bầu tiếp đã được tạo; chọn ở đầu màn hình."); soft: true }
            }
        }
        Card {
            visible: side.model.any
            width: parent.width
            padding: Theme.px(14)
            heading: qsTr("Số liệu")
            Column {
                width: parent.width
                spacing: Theme.px(10)
                FigureTiles { width: parent.width; figures: side.model.figures; onPicked: key => side.picked(key) }
                KText { objectName: "baseText"; width: parent.width; font.pixelSize: Theme.small; text: qsTr("Số làm căn cứ: %1").arg(side.model.baseText) }
            }
        }
        Card {
            visible: side.model.any
            width: parent.width
            padding: Theme.px(14)
            heading: side.model.failing === "" ? qsTr("Các phép cộng") : qsTr("! Có phép cộng chưa khớp")
            SumLines { width: parent.width; sums: side.model.sums }
        }
    }
}
