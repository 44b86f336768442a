// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import KiemPhieu
import KiemPhieu.Kiosk

// Leaving the program for the operating system: whose PIN opens the way out, and the PIN. Escape and the other button leave the program running.
Prompt {
    id: root
    required property Leaving leaving
    readonly property bool locked: leaving.people.length > 0
    property string refusedText: ""
    objectName: "leavePrompt"
    title: qsTr("Rời chương trình?")
    text: locked ? qsTr("Chương trình đóng lại và máy về hệ điều hành. Mọi việc đã làm đều còn trong tệp đại hội. Việc này của nhân viên kỹ thuật, có ghi nhật ký.")
                 : qsTr("Chương trình đóng lại và máy về hệ điều hành. Mọi việc đã làm đều còn trong tệp đại hội. Máy này chưa đặt mã kỹ thuật nên ai cũng rời được.")
    yesText: qsTr("Rời chương trình")
    yesKind: "danger"
    yesVisible: !locked
    onAccepted: leaving.leave("", "")
    onAboutToShow: {
        who.currentIndex = 0
        refusedText = ""
        pad.waitSeconds = 0
        pad.clear()
        if (locked) pad.forceActiveFocus()
    }
    onClosed: pad.clear()
    Connections {
        target: root.leaving
        function onAsked() { root.open() }
        function onRefused(what: string, waitSeconds: int) { root.refusedText = what; pad.waitSeconds = waitSeconds; root.open() }
        function onLeft() { root.close() }
    }
    Column {
        width: parent.width
        spacing: Theme.px(14)
        KChoice {
            id: who
            objectName: "leaver"
            visible: root.locked
            width: parent.width
            label: qsTr("Nhập mã của")
            model: root.leaving.people
        }
        Banner { objectName: "leaveRefused"; width: parent.width; kind: "bad"; text: root.refusedText }
        PinPad {
            id: pad
            objectName: "leavePin"
            visible: root.locked
            anchors.horizontalCenter: parent.horizontalCenter
            busy: root.leaving.busy
            enterText: qsTr("Rời chương trình")
            onEntered: typed => { root.refusedText = ""; root.leaving.leave(who.currentValue, typed) }
        }
    }
}
