// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import KiemPhieu

// A label and a number to type, on one line.
Item {
    id: root
    property string label: ""
    property string value: ""
    property bool strong: false
    signal typed(string text)
    implicitHeight: Math.max(field.implicitHeight, words.implicitHeight)
    KText { id: words; anchors { left: parent.left; right: field.left; rightMargin: Theme.px(16); verticalCenter: parent.verticalCenter } text: root.label; font.bold: root.strong }
    KField {
        id: field
        anchors { right: parent.right; verticalCenter: parent.verticalCenter }
        width: Theme.px(150)
        horizontalAlignment: TextInput.AlignRight
        inputMethodHints: Qt.ImhDigitsOnly
        validator: RegularExpressionValidator { regularExpression: /\d{0,7}/ }
        text: root.value
        Accessible.name: root.label
        onEdited: root.typed(text)
    }
}
