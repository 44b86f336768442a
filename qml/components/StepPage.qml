// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import KiemPhieu
import KiemPhieu.Kiosk

// What every screen of the day shares: title and one sentence of what it is for, the content, messages, and at the bottom the actions – the main one always in the
// right corner, others to its left, going back on the far left.
FocusScope {
    id: page
    required property Station station
    property string title: ""
    property string hint: ""
    property string error: ""
    property string notice: ""
    property string noticeKind: "info"
    property string mainText: ""
    property bool mainEnabled: true
    property string mainKind: "main"
    property bool busy: false
    property bool loading: false  // the file was not read yet: what the page would show until then ("no ballot waits") is not so
    readonly property bool reading: loading && error === ""
    property bool dirty: false  // something typed is not saved: leaving the page asks first
    property string unsavedText: qsTr("Những gì vừa nhập trên màn hình này chưa được lưu và sẽ mất. Muốn giữ, hãy bấm “Để nguyên” rồi lưu trước.")
    property var typed: null  // the same as values: kept while the screen locks itself, nobody being there to be asked …
    property var again: null  // … and given back here before the page has loaded, as is what goTo() brings
    property alias actions: others.data
    default property alias content: body.data
    readonly property alias body: body
    signal mainTriggered
    signal errorSeen
    signal go(string step)
    signal goTo(string step, var values)  // with what `again` of that page is to be
    signal discard  // what is typed is given up

    Column {
        id: head
        anchors { left: parent.left; right: parent.right; top: parent.top; margins: Theme.px(24); bottomMargin: 0 }
        spacing: Theme.px(4)
        TextMetrics { id: large; font.family: Theme.family; font.pixelSize: Theme.title; font.bold: true; text: page.title }
        KText { objectName: "pageTitle"; text: page.title; font.pixelSize: large.advanceWidth > head.width ? Theme.large : Theme.title; font.bold: true; width: parent.width; maximumLineCount: 2; elide: Text.ElideRight; Accessible.role: Accessible.Heading; Accessible.name: text }
        KText { text: page.hint; soft: true; visible: text !== ""; width: parent.width }
    }
    Item {
        id: body
        enabled: !page.reading
        anchors { left: parent.left; right: parent.right; top: head.bottom; bottom: messages.top; leftMargin: Theme.px(24); rightMargin: Theme.px(24); topMargin: Theme.px(14); bottomMargin: Theme.px(10) }
    }
    Rectangle {
        objectName: "pageReading"
        visible: page.reading
        anchors { fill: parent; topMargin: body.y; bottomMargin: foot.height }
        color: Theme.ground
        KText { anchors.centerIn: parent; visible: slow.late; text: qsTr("Đang đọc tệp đại hội…"); soft: true; font.pixelSize: Theme.large }
        Timer { id: slow; property bool late: false; running: page.reading; interval: 400; onTriggered: late = true }
    }
    Column {
        id: messages
        visible: !page.reading
        anchors { left: parent.left; right: parent.right; bottom: foot.top; leftMargin: Theme.px(24); rightMargin: Theme.px(24) }
        spacing: Theme.px(8)
        bottomPadding: notice.visible || problem.visible ? Theme.px(10) : 0
        Banner { id: notice; width: parent.width; kind: page.noticeKind; text: page.notice }
        Banner { id: problem; width: parent.width; kind: "bad"; text: page.error; closable: true; onClosed: page.errorSeen() }
    }
    Rectangle {
        id: foot
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        readonly property bool empty: page.mainText === "" && others.visibleChildren.length === 0 && !page.busy
        height: empty ? 0 : Theme.px(76)  // a page without actions has the room itself
        clip: empty
        color: Theme.card
        Rectangle { width: parent.width; height: 1; color: Theme.line }
        Row {
            id: others
            anchors { right: main.visible ? main.left : parent.right; rightMargin: Theme.px(main.visible ? 12 : 24); verticalCenter: parent.verticalCenter }
            spacing: Theme.px(12)
        }
        KButton {
            id: main
            objectName: "mainAction"
            visible: page.mainText !== ""
            anchors { right: parent.right; rightMargin: Theme.px(24); verticalCenter: parent.verticalCenter }
            kind: page.mainKind
            text: page.mainText
            enabled: page.mainEnabled && !page.busy && !page.reading
            implicitWidth: Math.max(Theme.px(220), contentItem.implicitWidth + Theme.px(44))
            onClicked: page.mainTriggered()
        }
        KText {
            visible: page.busy
            anchors { left: parent.left; leftMargin: Theme.px(24); verticalCenter: parent.verticalCenter }
            text: qsTr("Đang làm…")
            soft: true
        }
    }
}
