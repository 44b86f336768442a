// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import KiemPhieu

// Digits to touch. `pressed` gives a digit, "⌫" or "↵" (next figure); the field keeps the keyboard's focus.
Grid {
    id: pad
    signal pressed(string key)
    columns: 3
    spacing: Theme.px(8)
    Repeater {
        model: ["7", "8", "9", "4", "5", "6", "1", "2", "3", "⌫", "0", "↵"]
        KButton {
            required property string modelData
            objectName: "pad" + modelData
            implicitWidth: Theme.px(56)
            width: (pad.width - 2 * pad.spacing) / 3
            height: Theme.px(56)
            focusPolicy: Qt.NoFocus
            text: modelData
            font.pixelSize: Theme.large
            Accessible.name: modelData === "⌫" ? qsTr("Xóa một chữ số") : modelData === "↵" ? qsTr("Sang số tiếp theo") : modelData
            onClicked: pad.pressed(modelData)
        }
    }
}
