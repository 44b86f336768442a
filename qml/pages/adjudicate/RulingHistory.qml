// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import KiemPhieu

// Rulings of one ballot, oldest first; none is ever erased.
Column {
    id: root
    property var history: []
    visible: history.length > 0
    spacing: Theme.px(4)
    KText { text: qsTr("Các kết luận đã ghi (%1)").arg(root.history.length); font.bold: true; font.pixelSize: Theme.small }
    Repeater {
        model: root.history
        KText {
            required property var modelData
            width: root.width
            font.pixelSize: Theme.small
            text: qsTr("%1 – %2 (%3)").arg(modelData.time).arg(modelData.text).arg(modelData.by)
        }
    }
}
