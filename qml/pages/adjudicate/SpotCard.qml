// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import KiemPhieu
import KiemPhieu.Kiosk

// The doubtful place enlarged – the whole row with the name –, what was seen there, and the other places of this ballot.
Column {
    id: root
    required property DoubtsModel model
    property var place: null
    signal moved
    visible: model.spots.length > 0
    spacing: Theme.px(8)
    ListView {
        width: parent.width
        height: Theme.target
        visible: root.model.spots.length > 1
        orientation: ListView.Horizontal
        spacing: Theme.px(8)
        clip: true
        model: root.model.spots
        currentIndex: root.model.spot
        onCurrentIndexChanged: positionViewAtIndex(currentIndex, ListView.Contain)
        delegate: KButton {
            required property var modelData
            required property int index
            objectName: "spot-" + index
            text: (modelData.answer !== "" ? "✓ " : index === root.model.spot ? "● " : "") + modelData.title
            font.bold: index === root.model.spot
            implicitWidth: Math.min(Theme.px(250), contentItem.implicitWidth + Theme.px(28))
            focusPolicy: Qt.TabFocus
            Accessible.name: modelData.title + (modelData.answer !== "" ? ": " + modelData.answer : "")
            onClicked: { const card = root; card.model.spot = index; card.moved() }  // the buttons are made anew when the place changes
        }
    }
    Rectangle {
        visible: !!root.place && root.place.picture > 0
        width: parent.width
        height: picture.height + Theme.px(6)
        color: Theme.card
        border { width: Theme.px(2); color: Theme.focus }
        Image {
            id: picture
            x: Theme.px(3)
            y: Theme.px(3)
            width: parent.width - Theme.px(6)
            height: Math.min(Theme.px(132), implicitWidth > 0 ? width * implicitHeight / implicitWidth : Theme.px(90))
            fillMode: Image.PreserveAspectFit
            asynchronous: true
            smooth: true
            source: root.place && root.place.picture > 0 ? "image://sheet/" + root.place.picture + "/" + [root.place.x, root.place.y, root.place.w, root.place.h].map(v => v.toFixed(4)).join(",") : ""
            Accessible.role: Accessible.Graphic
            Accessible.name: root.place ? qsTr("Chỗ cần xem, phóng to: %1").arg(root.place.title) : ""
        }
    }
    KText { visible: !!root.place && root.place.candidate >= 0; width: parent.width; text: root.place ? qsTr("%1 – %2").arg(root.place.title).arg(root.place.what) : "" }
}
