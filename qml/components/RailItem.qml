// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import KiemPhieu

// One step of the rail. `why` is shown when the pointer rests on it or it has the focus; the page itself says it too.
AbstractButton {
    id: item
    property string mark: "waiting"
    property string detail: ""
    property string spoken: ""
    property bool active: false
    signal picked
    implicitHeight: Theme.px(49)
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Button
    Accessible.name: text + (spoken === "" ? "" : ", " + spoken) + (detail === "" ? "" : ". " + detail)
    onClicked: picked()
    Keys.onReturnPressed: picked()
    Keys.onEnterPressed: picked()
    background: Rectangle {
        color: item.active ? Theme.railNow : item.hovered ? Qt.lighter(Theme.rail, 1.25) : "transparent"
        border.width: item.visualFocus ? Theme.px(2) : 0
        border.color: Theme.railInk
        Rectangle { visible: item.active; width: Theme.px(5); height: parent.height; color: "#e8b04b" }
    }
    contentItem: Row {
        leftPadding: Theme.px(16)
        spacing: Theme.px(12)
        StateMark { visible: item.mark !== ""; anchors.verticalCenter: parent.verticalCenter; stepState: item.mark; dark: true }
        KText { anchors.verticalCenter: parent.verticalCenter; text: item.text; wrapMode: Text.NoWrap; color: item.mark === "waiting" ? Theme.railInkSoft : Theme.railInk; font.bold: item.active }
    }
    KTip {
        objectName: "railTip"
        x: item.width + Theme.px(8)
        y: Math.round((item.height - height) / 2)
        text: item.detail
        visible: (item.hovered || item.visualFocus) && !item.active && item.detail !== ""  // on the page itself it would only stand in the way
    }
}
