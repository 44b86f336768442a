// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls
import KiemPhieu
import KiemPhieu.Kiosk

// The ballots behind a number, over any page: `ballots.show(title, { candidate: 3, vote: "yes" })`, or one of them: `ballots.showOne(title, 12)` (of another pass than the first: `showOne(title, 12, { pass: 2 })`). Keys of the filter: candidate (index in ballot order), vote, validity,
// state, rule, why, pass, numbers (a list of ballot numbers; the heading says which they are). Escape or the button closes it; nothing can be changed here.
Popup {
    id: root
    required property Station station
    property string title: ""
    property var filter: ({})
    property int number: 0
    property bool ruling: false  // the ballot that is open can be ruled on anew, elsewhere
    signal ruleAgain(int pass, int ballot)
    readonly property BallotWall wall: place.item as BallotWall
    function show(heading: string, which: var) { title = heading; filter = which.numbers ? Object.assign({ about: heading }, which) : which; number = 0; open() }
    function showOne(heading: string, which: int, of: var) { title = heading; filter = of ?? ({}); number = which; open() }
    modal: true
    focus: true
    parent: Overlay.overlay
    anchors.centerIn: parent
    width: parent ? parent.width - Theme.px(48) : 0
    height: parent ? parent.height - Theme.px(48) : 0
    padding: Theme.px(20)
    closePolicy: Popup.CloseOnEscape
    background: Rectangle { color: Theme.ground; radius: Theme.radius; border { width: 1; color: Theme.line } }
    contentItem: Item {
        KText { id: heading; anchors { left: parent.left; right: again.visible ? again.left : shut.left; rightMargin: Theme.px(12); verticalCenter: shut.verticalCenter } text: root.title; font.pixelSize: Theme.large; font.bold: true; wrapMode: Text.NoWrap; elide: Text.ElideRight }
        KButton { id: shut; objectName: "ballotsClose"; anchors { right: parent.right; top: parent.top } text: qsTr("Đóng"); onClicked: root.close() }
        KButton { id: again; objectName: "ballotsRuleAgain"; visible: root.ruling && (root.wall?.isOpen ?? false); anchors { right: shut.left; rightMargin: Theme.px(12); top: parent.top } text: qsTr("Kết luận lại phiếu này…"); onClicked: { const ballot = root.wall.model.opened.number; const pass = root.wall.shownFilter.pass ?? 1; root.close(); root.ruleAgain(pass, ballot) } }
        Loader {
            id: place
            anchors { left: parent.left; right: parent.right; top: shut.bottom; topMargin: Theme.px(12); bottom: parent.bottom }
            active: root.opened
            focus: true
            sourceComponent: BallotWall { station: root.station; focus: true; number: root.number; Component.onCompleted: filter = root.filter }
        }
    }
}
