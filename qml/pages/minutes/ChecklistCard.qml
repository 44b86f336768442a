// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import KiemPhieu
import KiemPhieu.Kiosk

// What is left to do after announcing (R-37). What the program sees is ticked by itself; the rest is noted by people, in the journal.
Card {
    id: card
    required property PapersModel model
    padding: Theme.px(14)
    heading: qsTr("Việc còn lại (R-37)")
    Column {
        id: list
        width: parent.width
        spacing: Theme.px(4)
        Repeater {
            model: card.model.checklist
            Item {
                id: item
                required property var modelData
                width: list.width
                height: modelData.byHand ? box.implicitHeight + (who.visible ? who.implicitHeight : 0) : auto.implicitHeight + Theme.px(10) + (who.visible ? who.implicitHeight : 0)
                KCheck { id: box; objectName: "check-" + item.modelData.key; visible: item.modelData.byHand; width: parent.width; enabled: card.model.mayTick && !card.model.busy; text: item.modelData.text; checked: item.modelData.done; onToggled: card.model.tick(item.modelData.key, checked) }
                KText { id: who; visible: item.modelData.detail !== ""; anchors.bottom: parent.bottom; x: Theme.px(42); width: parent.width - x; text: item.modelData.detail; font.pixelSize: Theme.small; soft: true }
                Row {
                    id: auto
                    visible: !item.modelData.byHand
                    y: Theme.px(5)
                    spacing: Theme.px(12)
                    Accessible.role: Accessible.StaticText
                    Accessible.name: (item.modelData.done ? qsTr("đã xong: ") : qsTr("chưa xong: ")) + item.modelData.text
                    StateMark { stepState: item.modelData.done ? "done" : "waiting" }
                    KText { width: list.width - Theme.px(42); text: item.modelData.text }
                }
            }
        }
    }
}
