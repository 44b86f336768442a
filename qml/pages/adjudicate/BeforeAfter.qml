// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import KiemPhieu

// What the ballot counts for now, and what it would count for after what was chosen.
Rectangle {
    id: root
    property string now: ""
    property string then: ""
    property string keyed: ""
    property string recorded: ""  // of the ballot before
    property bool ruled: false
    property bool ready: false
    implicitHeight: column.height + Theme.px(16)
    radius: Theme.radius
    color: then === "" ? Theme.card : ready ? Theme.goodSoft : Theme.warnSoft
    border { width: 1; color: then === "" ? Theme.line : ready ? Theme.good : Theme.warn }
    Column {
        id: column
        anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter; leftMargin: Theme.px(12); rightMargin: Theme.px(12) }
        spacing: Theme.px(4)
        KText { width: parent.width; objectName: "recorded"; visible: root.recorded !== ""; font.pixelSize: Theme.small; color: Theme.good; text: qsTr("✓ %1").arg(root.recorded); Accessible.role: Accessible.AlertMessage; Accessible.name: text }
        KText { width: parent.width; visible: root.ruled && root.keyed !== ""; font.pixelSize: Theme.small; soft: true; text: qsTr("Máy đọc: %1").arg(root.keyed) }
        KText { width: parent.width; font.pixelSize: Theme.small; text: qsTr("Hiện nay: %1").arg(root.now) }
        KText { width: parent.width; visible: root.then !== ""; font.bold: true; text: qsTr("→ Nếu ghi: %1").arg(root.then) }
    }
}
