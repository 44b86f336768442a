// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import KiemPhieu
import KiemPhieu.Kiosk

// The sums that must hold before minutes can be made, each with its two sides; the first that fails is named on top.
Card {
    id: card
    required property FiguresModel model
    implicitHeight: 0  // as high as its place; the content scrolls or fills it
    heading: qsTr("Các phép cộng phải khớp")
    Flickable {
        anchors.fill: parent
        contentHeight: list.implicitHeight
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        Column {
            id: list
            width: parent.width
            spacing: Theme.px(8)
            KText { objectName: "firstFailing"; width: parent.width; visible: card.model.firstFailing !== ""; text: qsTr("! Chưa khớp: %1").arg(card.model.firstFailing); color: Theme.bad; font.bold: true }
            Repeater {
                model: card.model.sums
                Item {
                    id: sum
                    required property var modelData
                    width: list.width
                    implicitHeight: words.implicitHeight
                    Accessible.role: Accessible.StaticText
                    Accessible.name: modelData.text + ", " + (modelData.state === "holds" ? qsTr("khớp") : modelData.state === "fails" ? qsTr("chưa khớp") : qsTr("chưa đủ số")) + " " + modelData.detail
                    KText {
                        width: Theme.px(24)
                        text: sum.modelData.state === "holds" ? "✓" : sum.modelData.state === "fails" ? "!" : "○"
                        color: sum.modelData.state === "holds" ? Theme.good : sum.modelData.state === "fails" ? Theme.bad : Theme.inkSoft
                        font.bold: true
                    }
                    Column {
                        id: words
                        x: Theme.px(28)
                        width: parent.width - x
                        KText { width: parent.width; text: sum.modelData.text; font.pixelSize: Theme.small; color: sum.modelData.state === "fails" ? Theme.bad : sum.modelData.state === "waits" ? Theme.inkSoft : Theme.ink }
                        KText { width: parent.width; visible: text !== ""; text: sum.modelData.detail; font.bold: true; font.pixelSize: Theme.small; color: sum.modelData.state === "fails" ? Theme.bad : Theme.good }
                    }
                }
            }
            KText { width: parent.width; visible: !card.model.counted; text: qsTr("Khi đã kiểm phiếu, ở đây có thêm các phép cộng về phiếu hợp lệ và số phiếu của từng người."); soft: true; font.pixelSize: Theme.small }
        }
    }
}
