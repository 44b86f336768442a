// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import KiemPhieu
import KiemPhieu.Kiosk

// Congress, contest, who is signed in, language, lock.
Rectangle {
    id: header
    required property Station station
    signal contestPicked(string contest)
    signal locked
    function shown() { contests.currentIndex = Qt.binding(() => header.station.contestIndex) }  // another one was picked and not taken
    color: Theme.card
    height: Theme.px(64)
    Rectangle { anchors.bottom: parent.bottom; width: parent.width; height: 1; color: Theme.line }
    KText {
        id: congress
        anchors { left: parent.left; leftMargin: Theme.px(24); verticalCenter: parent.verticalCenter }
        width: Math.min(implicitWidth, header.width * 0.22)
        text: header.station.congressName
        font.bold: true
        lineHeight: 0.9
        maximumLineCount: 3
        elide: Text.ElideRight
        font.pixelSize: Theme.small
    }
    KChoice {
        id: contests
        visible: header.station.contests.length > 0
        anchors { left: congress.right; leftMargin: Theme.px(16); right: who.left; rightMargin: Theme.px(16); verticalCenter: parent.verticalCenter }
        height: boxHeight
        boxHeight: Theme.px(58)
        lines: 3  // rounds of one contest are told apart by the end of their title
        listWidth: Theme.px(620)
        objectName: "contestChoice"
        model: header.station.contests
        currentIndex: header.station.contestIndex
        onChosen: value => header.contestPicked(value)
        Accessible.name: qsTr("Cuộc bầu đang làm")
    }
    Row {
        id: who
        anchors { right: parent.right; rightMargin: Theme.px(16); verticalCenter: parent.verticalCenter }
        spacing: Theme.px(10)
        Column {
            anchors.verticalCenter: parent.verticalCenter
            visible: header.station.session.signedIn
            KText { anchors.right: parent.right; width: Math.min(implicitWidth, header.width * 0.2); horizontalAlignment: Text.AlignRight; text: header.station.session.name; font.pixelSize: Theme.small; font.bold: true; lineHeight: 0.9; maximumLineCount: 2; elide: Text.ElideRight }
            KText { anchors.right: parent.right; text: header.station.session.roleText; soft: true; font.pixelSize: Theme.small; wrapMode: Text.NoWrap }
        }
        KButton {
            objectName: "language"
            implicitWidth: Theme.px(64)
            text: header.station.language === "vi" ? "EN" : "VI"
            Accessible.name: header.station.language === "vi" ? "English" : "Tiếng Việt"
            onClicked: header.station.language = header.station.language === "vi" ? "en" : "vi"
        }
        KButton { objectName: "lock"; visible: header.station.session.signedIn; text: qsTr("Khóa"); implicitWidth: Theme.px(90); onClicked: header.locked() }
    }
}
