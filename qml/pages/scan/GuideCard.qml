// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import KiemPhieu
import KiemPhieu.Kiosk

// After the scanner stopped, also when the program was gone with it: what happened, then what to do with the paper, step by step, beside the picture of the last sheet that is stored.
Card {
    id: card
    required property ScanModel model
    implicitHeight: 0  // as high as its place; the content scrolls or fills it
    border.color: Theme.bad
    border.width: Theme.px(2)
    Flickable {
        anchors { left: parent.left; right: picture.visible ? picture.left : parent.right; rightMargin: picture.visible ? Theme.px(14) : 0; top: parent.top; bottom: parent.bottom }
        contentHeight: steps.implicitHeight
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        Column {
            id: steps
            width: parent.width
            spacing: Theme.px(10)
            KText { objectName: "scanFailure"; width: parent.width; text: "! " + card.model.failure; color: Theme.bad; font.bold: true; Accessible.role: Accessible.AlertMessage; Accessible.name: card.model.failure }
            Repeater {
                model: card.model.guide
                Row {
                    required property string modelData
                    required property int index
                    width: steps.width
                    spacing: Theme.px(10)
                    KText { text: String(parent.index + 1) + "."; font.bold: true; width: Theme.px(24) }
                    KText { width: parent.width - Theme.px(34); text: parent.modelData }
                }
            }
        }
    }
    Item {
        id: picture
        visible: card.model.lastSheet > 0 && card.model.feederFailed && card.model.pictures
        anchors { right: parent.right; top: parent.top; bottom: parent.bottom }
        width: Math.round(parent.width * 0.34)
        Rectangle {
            anchors { left: parent.left; right: parent.right; top: parent.top; bottom: place.top; bottomMargin: Theme.px(6) }
            color: Theme.ground
            border.width: 1
            border.color: Theme.line
            Image {
                anchors { fill: parent; margins: Theme.px(4) }
                source: card.model.lastSheet > 0 ? "image://sheet/" + card.model.lastSheet : ""
                sourceSize.height: Math.max(100, Math.round(height))
                asynchronous: true
                fillMode: Image.PreserveAspectFit
                Accessible.role: Accessible.Graphic
                Accessible.name: card.model.lastSheetText
            }
        }
        KText { id: place; objectName: "lastStored"; anchors { left: parent.left; right: parent.right; bottom: parent.bottom } text: card.model.lastSheetText; font.pixelSize: Theme.small; wrapMode: Text.Wrap }
    }
}
