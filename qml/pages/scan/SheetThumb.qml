// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import KiemPhieu

// One stored sheet, small.
Rectangle {
    id: thumb
    required property int sheet
    required property string mark
    required property string what
    required property string why
    required property string source
    property bool picture: true  // handwriting is for the committee's eyes
    signal pointed(bool at)
    readonly property int captionHeight: Theme.px(54)
    readonly property color tone: mark === "read" ? Theme.good : mark === "committee" ? Theme.warn : mark === "waiting" ? Theme.info : Theme.inkSoft
    radius: Theme.radius
    color: Theme.card
    border.width: mark === "committee" ? Theme.px(3) : 1
    border.color: mark === "committee" ? Theme.warn : Theme.line
    Accessible.role: Accessible.ListItem
    Accessible.name: qsTr("Tờ số %1: %2. %3").arg(sheet).arg(what).arg(why)
    Image {
        anchors { left: parent.left; right: parent.right; top: parent.top; bottom: caption.top; margins: Theme.px(4) }
        objectName: "thumb-" + thumb.sheet
        source: thumb.picture ? "image://sheet/" + thumb.sheet : ""
        sourceSize.height: Math.max(60, Math.round(thumb.height))
        asynchronous: true
        cache: false
        fillMode: Image.PreserveAspectFit
    }
    Column {
        id: caption
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom; leftMargin: Theme.px(6); rightMargin: Theme.px(4) }
        height: thumb.captionHeight
        KText { width: parent.width; text: qsTr("Tờ %1").arg(thumb.sheet); font.pixelSize: Theme.small; wrapMode: Text.NoWrap; elide: Text.ElideRight }
        KText {
            width: parent.width
            text: (thumb.mark === "read" ? "✓ " : thumb.mark === "committee" ? "⚑ " : thumb.mark === "seen" ? "= " : thumb.mark === "waiting" ? "… " : "– ") + thumb.what
            color: thumb.tone
            font.bold: true
            font.pixelSize: Theme.small
            wrapMode: Text.NoWrap
            elide: Text.ElideRight
        }
    }
    HoverHandler { id: hover; onHoveredChanged: thumb.pointed(hovered) }
}
