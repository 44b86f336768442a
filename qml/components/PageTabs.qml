// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import KiemPhieu

// The pages of one ballot: a few side by side, many one at a time between two arrows, so that a ballot of eleven pages takes no more room than one of two. `pages`: list of {label}.
Item {
    id: root
    property var pages: []
    property int current: 0
    property int most: 3  // side by side
    readonly property bool many: pages.length > most
    signal picked(int index)
    visible: pages.length > 1
    implicitWidth: row.implicitWidth
    implicitHeight: visible ? Theme.target : 0
    Row {
        id: row
        spacing: Theme.px(8)
        Repeater {
            model: root.many ? [] : root.pages
            KButton {
                required property var modelData
                required property int index
                objectName: "page-" + index
                text: modelData.label + (index === root.current ? " ●" : "")
                font.bold: index === root.current
                focusPolicy: Qt.TabFocus
                onClicked: root.picked(index)
            }
        }
        KButton { objectName: "pageBack"; visible: root.many; implicitWidth: Theme.target; text: "‹"; focusPolicy: Qt.TabFocus; enabled: root.current > 0; Accessible.name: qsTr("Trang trước"); onClicked: root.picked(root.current - 1) }
        KText { objectName: "pageOf"; visible: root.many; height: Theme.target; verticalAlignment: Text.AlignVCenter; wrapMode: Text.NoWrap; font.bold: true; text: root.many && root.pages[root.current] ? qsTr("%1 / %2").arg(root.pages[root.current].label).arg(root.pages.length) : "" }
        KButton { objectName: "pageNext"; visible: root.many; implicitWidth: Theme.target; text: "›"; focusPolicy: Qt.TabFocus; enabled: root.current + 1 < root.pages.length; Accessible.name: qsTr("Trang sau"); onClicked: root.picked(root.current + 1) }
    }
}
