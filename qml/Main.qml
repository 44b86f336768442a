// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Templates as T
import KiemPhieu
import KiemPhieu.Kiosk

// The window: without a file the start page, without a person the login, else rail, header and the page of one step.
ApplicationWindow {
    id: root
    required property Station station
    required property bool fullScreen
    required property string startPage
    required property Leaving leaving
    property string page: startPage
    readonly property var pages: ({
        "congress": "pages/CongressPage.qml", "contest": "pages/ContestPage.qml", "print": "pages/PrintPage.qml", "check": "pages/CheckPage.qml",
        "figures": "pages/FiguresPage.qml", "scan": "pages/ScanPage.qml", "key-in": "pages/KeyInPage.qml", "adjudicate": "pages/AdjudicatePage.qml",
        "supervise": "pages/SupervisePage.qml", "compare": "pages/ComparePage.qml", "result": "pages/ResultPage.qml", "minutes": "pages/MinutesPage.qml",
        "reveal": "pages/RevealPage.qml", "archive": "pages/ArchivePage.qml"
    })
    readonly property bool inside: station.open && (station.session.signedIn || startPage !== "")
    width: fullScreen ? Math.max(minimumWidth, Screen.width) : 1280  // also where nothing makes a window full screen: a bare X server
    height: fullScreen ? Math.max(minimumHeight, Screen.height) : 800
    minimumWidth: 1024
    minimumHeight: 640
    visible: true
    visibility: fullScreen ? Window.FullScreen : Window.Windowed
    title: qsTr("Kiểm Phiếu")
    color: Theme.ground
    function go(step: string) {
        if (step === "leave") { leaving.ask(); return }
        if (step !== page) root.guarded(() => { root.page = step })
        else place.forceActiveFocus()  // the step that is open already: its field goes on taking the keys
    }
    // What is typed and not saved is asked about before anything takes it away.
    function guarded(then: var) {
        const open = place.item as StepPage
        if (!open || !open.dirty) { then(); return }
        unsaved.then = then
        unsaved.open()
    }
    Binding { target: Theme; property: "scale"; value: Math.max(0.8, Math.min(root.width / 1280, root.height / 800)) }
    Connections {
        target: root.station.session
        function onSignedInAs(name: string) { if (root.page === "") root.page = root.station.steps.firstOpen() }
    }
    Rail {
        id: rail
        visible: root.inside
        station: root.station
        current: root.page
        anchors { left: parent.left; top: parent.top; bottom: parent.bottom }
        onPicked: step => root.go(step)
    }
    Header {
        id: header
        z: 1  // a page moved up for the keyboard goes under it
        visible: root.inside
        station: root.station
        anchors { left: rail.right; right: parent.right; top: parent.top }
        onContestPicked: contest => root.guarded(() => { root.station.contest = contest })
        onLocked: root.guarded(() => root.station.session.lock())
    }
    Loader {
        id: place
        objectName: "place"
        focus: true
        anchors { left: root.inside ? rail.right : parent.left; right: parent.right; top: root.inside ? header.bottom : parent.top; bottom: parent.bottom }
        transform: Translate { y: -root.lift }
        function update() {
            const file = !root.station.open ? "pages/StartPage.qml" : !root.inside ? "pages/LoginPage.qml" : (root.pages[root.page] ?? "pages/CongressPage.qml")
            place.setSource(file, { "station": root.station })
            const open = place.item as StepPage
            if (!open || !root.kept || root.kept.file !== root.station.file || root.kept.contest !== root.station.contest || root.kept.page !== root.page) return
            open.again = root.kept.values
            root.kept = null
        }
        Component.onCompleted: update()
        onItemChanged: TouchKeyboard.close()
    }
    Loader {  // the keyboard on the screen, above popups too; made before it is wanted: one made while a field has the focus takes no keys
        id: keyboard
        readonly property bool shown: TouchKeyboard.open
        asynchronous: true
        parent: root.contentItem.parent
        z: 2000000
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        visible: shown
        active: TouchKeyboard.possible
        sourceComponent: KeyboardPanel { language: root.station.language }
        Binding { target: TouchKeyboard; property: "area"; value: Qt.rect(0, root.height - keyboard.height, root.width, keyboard.height) }
    }
    onActiveFocusItemChanged: TouchKeyboard.reveal(activeFocusItem)
    // The field being typed in stands above the keyboard: page and popups move up by as much as it needs.
    readonly property real lift: keyboard.shown && activeFocusItem ? liftFor(activeFocusItem, keyboard.height) : 0
    function liftFor(field: Item, covered: real): real {
        let host = field
        while (host && host !== place && host !== root.popups) host = host.parent
        if (!host) return 0
        const bottom = field.mapToItem(host, 0, field.height).y + (host === place ? place.y : 0) + Theme.px(16)
        return Math.max(0, Math.min(bottom - (root.height - covered), covered))
    }
    readonly property Item popups: T.Overlay.overlay
    Binding { target: root.popups; property: "y"; value: -root.lift }
    Connections {
        target: place.item
        ignoreUnknownSignals: true
        function onGo(step: string) { root.go(step) }
        function onGoTo(step: string, values: var) {
            root.go(step)
            const open = place.item as StepPage
            if (open && root.page === step) open.again = values
        }
    }
    LeavePrompt { leaving: root.leaving }
    Prompt {
        id: unsaved
        property var then: null
        objectName: "unsaved"
        title: qsTr("Chưa lưu")
        text: (place.item as StepPage)?.unsavedText ?? ""
        yesText: qsTr("Bỏ, không lưu")
        yesKind: "danger"
        onAccepted: { const open = place.item as StepPage; if (open) open.discard(); then() }
        onClosed: header.shown()
    }
    onPageChanged: place.update()
    property var kept: null  // what was typed when the screen locked itself
    onInsideChanged: {
        const open = place.item as StepPage
        if (!inside && open && open.typed) kept = { file: station.file, contest: station.contest, page: page, values: open.typed }
        place.update()
    }
    Connections {
        target: root.station
        function onFileChanged() { place.update() }
    }
}
