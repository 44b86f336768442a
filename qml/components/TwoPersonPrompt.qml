// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import KiemPhieu
import KiemPhieu.Kiosk

// A two-person act (domain.md §4): says what will be done, then the second person of the committee proves a PIN. `confirmed` comes when both are signed in;
// the act must follow at once, PageModel.act() signs the second out again.
Prompt {
    id: root
    required property Station station
    property var names: []
    property string refusedText: ""
    readonly property bool pickedHasPin: names.length === 0 || hasPin(choice.currentValue ?? "")
    function hasPin(name: string): bool {
        for (const person of station.session.people) if (person.name === name) return person.hasPin
        return false
    }
    signal confirmed
    yesVisible: false
    onAboutToShow: {
        const all = station.session.secondsFor()
        names = all.filter(name => hasPin(name)).concat(all.filter(name => !hasPin(name)))  // who can sign at once comes first
        choice.currentIndex = 0
        refusedText = ""
        pad.clear()
        pad.forceActiveFocus()
    }
    onClosed: pad.clear()
    Connections {
        target: root.station.session
        enabled: root.opened
        function onSecondReady(name: string) { root.close(); root.confirmed() }
        function onRefused(what: string, waitSeconds: int) { root.refusedText = what; pad.waitSeconds = waitSeconds }
    }
    Column {
        width: parent.width
        spacing: Theme.px(14)
        KText { width: parent.width; text: qsTr("Người thứ nhất: %1").arg(root.station.session.name); font.bold: true }
        Banner {
            width: parent.width
            kind: "warn"
            text: root.names.length === 0 ? qsTr("Việc này cần hai người của Ban kiểm phiếu, trong đó có Trưởng ban. Người đang đăng nhập không thể cùng ai ký; hãy đăng nhập lại.") : ""
        }
        KChoice {
            id: choice
            objectName: "secondPerson"
            pad: pad
            visible: root.names.length > 0
            width: parent.width
            label: qsTr("Người thứ hai của Ban kiểm phiếu")
            model: root.names.map(name => ({ value: name, text: root.hasPin(name) ? name : qsTr("%1 · chưa có mã").arg(name) }))
        }
        Banner { objectName: "secondNeedsPin"; width: parent.width; kind: "info"; text: root.pickedHasPin ? "" : qsTr("Đồng chí này chưa đặt mã cá nhân nên chưa ký được. Hãy bấm “Để nguyên”, rồi “Khóa”; đồng chí ấy chạm vào tên mình để đặt mã, Trưởng ban đồng ý ngay tại đó.") }
        Banner { objectName: "secondRefused"; width: parent.width; kind: "bad"; text: root.refusedText }
        PinPad {
            id: pad
            objectName: "secondPin"
            visible: root.names.length > 0 && root.pickedHasPin
            anchors.horizontalCenter: parent.horizontalCenter
            busy: root.station.session.busy
            onEntered: typed => root.station.session.signSecond(choice.currentValue, typed)
        }
    }
}
