// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import KiemPhieu

// A white sheet on the ground, with an optional heading.
Rectangle {
    id: root
    property string heading: ""
    property int padding: Theme.px(18)
    property bool filled: false  // the content fills the card, whose size its page gives
    default property alias content: body.data
    readonly property alias contentItem: body
    color: Theme.card
    radius: Theme.radius
    border.width: 1
    border.color: Theme.line
    implicitHeight: filled ? 0 : body.childrenRect.height + padding * 2 + (heading === "" ? 0 : title.height + Theme.px(8))
    KText {
        id: title
        visible: root.heading !== ""
        text: root.heading
        font.pixelSize: Theme.large
        font.bold: true
        elide: Text.ElideRight
        wrapMode: Text.NoWrap
        anchors { left: parent.left; right: parent.right; top: parent.top; margins: root.padding }
    }
    Item {
        id: body
        anchors {
            left: parent.left; right: parent.right; bottom: parent.bottom
            top: root.heading === "" ? parent.top : title.bottom
            margins: root.padding
            topMargin: root.heading === "" ? root.padding : Theme.px(8)
        }
    }
}
