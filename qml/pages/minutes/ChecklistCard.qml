// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import KiemPhieu
import KiemPhieu.Kiosk

// What is left to do after announcing (R-37). What the program sees is ticked by itself; sealing and handing over are ticked by people.
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
                height: modelData.byHand ? box.implicitHeight : auto.implicitHeight + Theme.px(10)
                KCheck { id: box; objectName: "check-" + item.modelData.key; visible: item.modelData.byHand; width: parent.width; enabled: card.model.closed; text: item.modelData.text; checked: item.modelData.done; onToggled: card.model.tick(item.modelData.key, checked) }
                Row {
                    id: auto
                    visible: !item.modelData.byHand
                    anchors.verticalCenter: parent.verticalCenter
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
