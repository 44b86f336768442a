// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import KiemPhieu

// Parts of one page side by side; the chosen one is underlined and bold, so not by colour alone. `tabs`: list of texts. Left and right arrows change it.
Row {
    id: root
    property var tabs: []
    property var names: []  // objectNames, for tests
    property int current: 0
    spacing: Theme.px(4)
    Repeater {
        model: root.tabs
        KButton {
            id: tab
            required property int index
            required property string modelData
            readonly property bool chosen: root.current === index
            objectName: root.names[index] ?? "tab-" + index
            text: modelData
            font.bold: chosen
            implicitWidth: contentItem.implicitWidth + Theme.px(40)
            Accessible.role: Accessible.PageTab
            Accessible.name: modelData
            onClicked: root.current = index
            Keys.onLeftPressed: root.current = Math.max(0, root.current - 1)
            Keys.onRightPressed: root.current = Math.min(root.tabs.length - 1, root.current + 1)
            background: Item {
                Rectangle { anchors.fill: parent; radius: Theme.radius; color: tab.hovered && !tab.chosen ? Theme.line : "transparent"; border.width: tab.activeFocus ? Theme.px(3) : 0; border.color: Theme.focus }
                Rectangle { visible: tab.chosen; anchors { left: parent.left; right: parent.right; bottom: parent.bottom; leftMargin: Theme.px(12); rightMargin: Theme.px(12) } height: Theme.px(4); color: Theme.accent }
            }
        }
    }
}
