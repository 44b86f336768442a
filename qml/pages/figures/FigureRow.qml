// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import KiemPhieu

// One figure: what it is on the left, the number on the right. Only digits; the pad types here too.
Item {
    id: row
    property string name: ""
    property string label: ""
    property string value: ""
    property bool current: false
    property bool writable: true
    signal typedText(string text)
    signal entered
    signal taken
    implicitHeight: Math.max(Theme.target, caption.implicitHeight)
    onCurrentChanged: if (current) input.forceActiveFocus()
    KText {
        id: caption
        anchors { left: parent.left; right: input.left; rightMargin: Theme.px(10); verticalCenter: parent.verticalCenter }
        text: row.label
        font.pixelSize: Theme.small
    }
    TextField {
        id: input
        readonly property bool ownKeys: true  // the pad beside it
        objectName: row.name
        anchors { right: parent.right; verticalCenter: parent.verticalCenter }
        width: Theme.px(116)
        height: Theme.target
        text: row.value
        readOnly: !row.writable
        horizontalAlignment: Text.AlignRight
        rightPadding: Theme.px(14)
        inputMethodHints: Qt.ImhDigitsOnly
        font.family: Theme.family
        font.pixelSize: Theme.px(24)
        font.bold: true
        color: Theme.ink
        selectByMouse: true
        maximumLength: 7
        Accessible.name: row.label
        onActiveFocusChanged: if (activeFocus) { row.taken(); selectAll() }
        onTextEdited: { row.typedText(text); text = Qt.binding(() => row.value) }
        Keys.onReturnPressed: row.entered()
        Keys.onEnterPressed: row.entered()
        Keys.onDownPressed: row.entered()
        background: Rectangle {
            radius: Theme.radius
            color: input.readOnly ? Theme.ground : Theme.card
            border.width: row.current ? Theme.px(3) : 1
            border.color: row.current ? Theme.focus : Theme.inkSoft
        }
    }
}
