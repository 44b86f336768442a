// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import KiemPhieu

// One slide of the hall screen at any size: everything is a share of its height, so that the preview is what the hall sees. Rows are 0.78/9 of the height and letters 0.66 of a
// row: kLetterShare in src/kiosk/hall_slides.h is worked out of these numbers.
Rectangle {
    id: root
    property var slide: ({})
    readonly property color ground: "#0e1a2f"
    readonly property color letters: "#ffffff"
    readonly property color letterSoft: "#c7d3e6"
    readonly property color gold: "#ffd25e"
    readonly property string kind: slide && slide.kind ? slide.kind : ""
    readonly property real edge: height * 0.05
    readonly property real rowHeight: height * 0.78 / 9
    readonly property int letterSize: Math.max(1, Math.round(rowHeight * 0.66))
    color: ground
    clip: true
    Accessible.role: Accessible.Graphic
    Accessible.name: kind === "" ? "" : slide.title + ". " + slide.under
    component Letters: Text {
        font.family: Theme.family
        color: root.letters
        textFormat: Text.PlainText
        minimumPixelSize: 1
    }
    Column {  // title
        visible: root.kind === "title"
        anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter; margins: root.edge }
        spacing: root.height * 0.05
        Letters { width: parent.width; height: root.height * 0.34; horizontalAlignment: Text.AlignHCenter; verticalAlignment: Text.AlignBottom; wrapMode: Text.WordWrap; fontSizeMode: Text.Fit; font.bold: true; font.pixelSize: Math.max(1, Math.round(root.height * 0.105)); text: root.kind === "title" ? root.slide.title.toLocaleUpperCase() : "" }
        Rectangle { anchors.horizontalCenter: parent.horizontalCenter; width: root.height * 0.5; height: Math.max(1, root.height * 0.006); color: root.gold }
        Letters { width: parent.width; height: root.height * 0.2; horizontalAlignment: Text.AlignHCenter; wrapMode: Text.WordWrap; fontSizeMode: Text.Fit; color: root.gold; font.pixelSize: Math.max(1, Math.round(root.height * 0.075)); text: root.kind === "title" ? root.slide.under : "" }
        Letters { width: parent.width; horizontalAlignment: Text.AlignHCenter; color: root.letterSoft; font.pixelSize: Math.max(1, Math.round(root.height * 0.045)); text: root.kind === "title" && root.slide.notes.length > 0 ? root.slide.notes[0] : "" }
    }
    Item {  // everything else
        visible: root.kind !== "" && root.kind !== "title"
        anchors { fill: parent; leftMargin: root.edge; rightMargin: root.edge }
        Letters { id: head; y: root.height * 0.018; anchors { left: parent.left; right: pageNumber.left } height: root.height * 0.075; verticalAlignment: Text.AlignVCenter; fontSizeMode: Text.HorizontalFit; font.bold: true; color: root.gold; font.pixelSize: Math.max(1, Math.round(root.height * 0.06)); text: root.slide.title ?? "" }
        Letters { id: pageNumber; anchors { right: parent.right; verticalCenter: head.verticalCenter } color: root.letterSoft; font.pixelSize: Math.max(1, Math.round(root.height * 0.045)); text: (root.slide.pages ?? 1) > 1 ? " " + root.slide.page + "/" + root.slide.pages : "" }
        Letters { id: under; y: root.height * 0.092; width: parent.width; height: root.height * 0.045; fontSizeMode: Text.HorizontalFit; color: root.letterSoft; font.pixelSize: Math.max(1, Math.round(root.height * 0.034)); text: root.slide.under ?? "" }
        Item {  // heads of the numbers
            id: heads
            y: root.height * 0.14
            width: parent.width
            height: root.height * 0.045
            Row {
                anchors { right: parent.right; rightMargin: root.letterSize * 0.2; bottom: parent.bottom }
                spacing: root.rowHeight * 0.45
                Repeater {
                    model: root.slide.columns ?? []
                    Letters { required property string modelData; width: root.rowHeight * 2.4; horizontalAlignment: Text.AlignRight; color: root.letterSoft; font.pixelSize: Math.max(1, Math.round(root.height * 0.036)); text: modelData }
                }
            }
            Letters { x: parent.width / 2 - width - root.height * 0.012; anchors.bottom: parent.bottom; visible: text !== ""; color: root.gold; font.bold: true; font.pixelSize: Math.max(1, Math.round(root.height * 0.04)); text: root.slide.line ?? "" }
            Rectangle { visible: !!root.slide.line; x: Math.round((parent.width - width) / 2); width: Math.max(1, root.height * 0.006); height: parent.height; color: root.gold }
        }
        Column {
            id: rows
            y: root.height * 0.188
            width: parent.width
            Repeater {
                model: root.kind === "title" ? [] : root.slide.rows ?? []
                HallRow {
                    id: line
                    required property var modelData
                    required property int index
                    width: rows.width
                    height: root.kind === "figures" ? Math.min(root.rowHeight, root.height * 0.78 / root.slide.rows.length) : root.rowHeight
                    letterSize: root.letterSize
                    row: modelData
                    striped: index % 2 === 0
                    withBar: root.kind === "elected"
                    withLine: root.kind === "elected" && root.slide.line !== ""
                    letters: root.letters
                    soft: root.letterSoft
                    gold: root.gold
                }
            }
        }
        Column {
            anchors { left: parent.left; right: parent.right; bottom: parent.bottom; bottomMargin: root.height * 0.015 }
            visible: root.kind === "elected"
            Repeater {
                model: root.kind === "elected" ? root.slide.notes : []
                Letters { required property string modelData; width: rows.width; height: root.rowHeight; verticalAlignment: Text.AlignVCenter; fontSizeMode: Text.Fit; wrapMode: Text.WordWrap; color: root.gold; font.pixelSize: root.letterSize; text: modelData }
            }
        }
    }
}
