// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import KiemPhieu
import KiemPhieu.Kiosk

// Whether the blank ballot registers: as made, and as printed and scanned.
Card {
    id: root
    required property PrintModel model
    heading: qsTr("Đọc lại phiếu trắng")
    height: lines.implicitHeight + Theme.px(72)
    Column {
        id: lines
        width: parent.width
        spacing: Theme.px(8)
        Row {
            visible: !root.model.learned
            spacing: Theme.px(10)
            StateMark { id: made; stepState: root.model.checkState === "good" ? "done" : root.model.checkState === "bad" ? "stopped" : "waiting" }
            KText { objectName: "readBack"; width: lines.width - made.width - Theme.px(10); text: root.model.checkText === "" ? "" : qsTr("Tệp in – %1").arg(root.model.checkText); color: root.model.checkState === "bad" ? Theme.bad : Theme.ink }
        }
        Row {
            spacing: Theme.px(10)
            StateMark { id: scanned; stepState: root.model.scanState === "good" || (root.model.scanText === "" && root.model.proved) ? "done" : root.model.scanState === "bad" ? "stopped" : "waiting" }
            KText { objectName: "scanBack"; width: lines.width - scanned.width - Theme.px(10); color: root.model.scanState === "bad" ? Theme.bad : Theme.ink; soft: root.model.scanText === "" && !root.model.proved
                text: root.model.scanLine }
        }
        Repeater {
            model: root.model.scanState === "bad" && root.model.checkPages.length > 1 ? root.model.checkPages : []  // of one page all is said above
            KText { required property var modelData; width: lines.width; text: (modelData.good ? "✓ " : "! ") + modelData.text; font.pixelSize: Theme.small; color: modelData.good ? Theme.good : Theme.bad }
        }
    }
}
