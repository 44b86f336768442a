// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import KiemPhieu

// The rule that is cited, with its words and where it stands, and what is proposed.
Rectangle {
    id: root
    property string rule: ""
    property string words: ""
    property string source: ""
    property string proposal: ""
    visible: rule !== "" || proposal !== ""
    implicitHeight: column.height + Theme.px(16)
    radius: Theme.radius
    color: Theme.infoSoft
    Column {
        id: column
        anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter; leftMargin: Theme.px(12); rightMargin: Theme.px(12) }
        spacing: Theme.px(2)
        KText { width: parent.width; visible: root.rule !== ""; font.pixelSize: Theme.small; text: root.source !== "" ? qsTr("%1 – %2 (%3)").arg(root.rule).arg(root.words).arg(root.source) : qsTr("%1 – %2").arg(root.rule).arg(root.words) }
        KText { width: parent.width; visible: text !== ""; text: root.proposal; font.bold: true; font.pixelSize: Theme.small }
    }
}
