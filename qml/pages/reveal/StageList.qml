// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import KiemPhieu

// The stages of announcing, in the order of R-29.
Column {
    id: list
    required property var stages
    spacing: Theme.px(8)
    Repeater {
        model: list.stages
        Row {
            id: stage
            required property var modelData
            required property int index
            spacing: Theme.px(10)
            Accessible.role: Accessible.StaticText
            Accessible.name: (modelData.state === "done" ? qsTr("đã chiếu: ") : modelData.state === "now" ? qsTr("đang chiếu: ") : qsTr("chưa chiếu: ")) + modelData.text
            StateMark { stepState: stage.modelData.state }
            KText { width: list.width - Theme.px(40); anchors.verticalCenter: parent.verticalCenter; text: stage.modelData.text; font.bold: stage.modelData.state === "now"; soft: stage.modelData.state === "waiting" }
        }
    }
}
