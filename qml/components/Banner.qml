// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import KiemPhieu

// A message that stays beside the count, never over it: what happened, what is safe, what to do. Kinds: bad, warn, info, good; each with its own sign, so not by
// colour alone.
Rectangle {
    id: root
    property string kind: "info"
    property string text: ""
    property bool closable: false
    // What the core says may be a phrase for a command line: here it ends as a sentence does.
    readonly property string sentence: text === "" || /[.!?…:]$/.test(text) ? text : text + "."
    signal closed
    visible: text !== ""
    implicitHeight: visible ? Math.max(Theme.target + (closable ? Theme.px(12) : 0), message.implicitHeight + Theme.px(20)) : 0
    radius: Theme.radius
    color: kind === "bad" ? Theme.badSoft : kind === "warn" ? Theme.warnSoft : kind === "good" ? Theme.goodSoft : Theme.infoSoft
    border.width: 1
    border.color: letters
    readonly property color letters: kind === "bad" ? Theme.bad : kind === "warn" ? Theme.warn : kind === "good" ? Theme.good : Theme.info
    Accessible.role: Accessible.AlertMessage
    Accessible.name: sentence
    KText {
        id: sign
        anchors { left: parent.left; leftMargin: Theme.px(16); verticalCenter: parent.verticalCenter }
        text: root.kind === "bad" ? "!" : root.kind === "warn" ? "⚠" : root.kind === "good" ? "✓" : "i"
        font.bold: true
        font.pixelSize: Theme.large
        color: root.letters
    }
    KText {
        id: message
        anchors { left: sign.right; leftMargin: Theme.px(14); right: close.visible ? close.left : parent.right; rightMargin: Theme.px(12); verticalCenter: parent.verticalCenter }
        text: root.sentence
        color: root.letters
    }
    KButton {
        id: close
        visible: root.closable
        anchors { right: parent.right; rightMargin: Theme.px(6); verticalCenter: parent.verticalCenter }
        text: qsTr("Đã hiểu")
        onClicked: root.closed()
    }
}
