// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
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
    width: 1280
    height: 800
    minimumWidth: 1024
    minimumHeight: 640
    visible: true
    visibility: fullScreen ? Window.FullScreen : Window.Windowed
    title: qsTr("Kiểm Phiếu")
    color: Theme.ground
    function go(step: string) { if (step === "leave") leaving.ask(); else page = step }
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
        visible: root.inside
        station: root.station
        anchors { left: rail.right; right: parent.right; top: parent.top }
    }
    Loader {
        id: place
        objectName: "place"
        focus: true
        anchors { left: root.inside ? rail.right : parent.left; right: parent.right; top: root.inside ? header.bottom : parent.top; bottom: parent.bottom; bottomMargin: keyboard.covered }
        function update() {
            const file = !root.station.open ? "pages/StartPage.qml" : !root.inside ? "pages/LoginPage.qml" : (root.pages[root.page] ?? "pages/CongressPage.qml")
            place.setSource(file, { "station": root.station })
        }
        Component.onCompleted: update()
    }
    Loader {  // the keyboard on the screen
        id: keyboard
        readonly property real covered: item ? (item as KeyboardPanel).covered : 0
        anchors.fill: parent
        active: root.station.session.touch
        sourceComponent: KeyboardPanel { language: root.station.language }
    }
    Connections {
        target: place.item
        ignoreUnknownSignals: true
        function onGo(step: string) { root.go(step) }
    }
    LeavePrompt { leaving: root.leaving }
    onPageChanged: place.update()
    onInsideChanged: place.update()
    Connections {
        target: root.station
        function onFileChanged() { place.update() }
    }
}
