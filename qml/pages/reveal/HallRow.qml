// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import KiemPhieu

// One line of a hall slide: a figure with its label, or number, name and votes; of the elected a bar with the line of "quá bán" beneath.
Rectangle {
    id: line
    property var row: ({})
    property int letterSize: 40
    property bool striped: false
    property bool withBar: false
    property bool withLine: false
    property color letters: "#ffffff"
    property color soft: "#c7d3e6"
    property color gold: "#ffd25e"
    readonly property var values: row.values ?? [row.value ?? ""]
    readonly property bool figure: row.label !== undefined
    readonly property real textHeight: height * (withBar ? 0.8 : 1)
    color: striped ? "#182742" : "transparent"
    Text {
        id: number
        visible: !line.figure
        width: line.figure ? 0 : line.letterSize * 1.7
        height: line.textHeight
        verticalAlignment: Text.AlignVCenter
        horizontalAlignment: Text.AlignRight
        rightPadding: line.letterSize * 0.4
        font.family: Theme.family
        font.pixelSize: line.letterSize
        color: line.soft
        text: line.row.number ?? ""
    }
    Text {
        anchors { left: number.right; leftMargin: line.figure ? line.letterSize * 0.4 : 0; right: numbers.left; rightMargin: line.letterSize * 0.3 }
        height: line.textHeight
        verticalAlignment: Text.AlignVCenter
        wrapMode: Text.WordWrap
        fontSizeMode: Text.Fit
        minimumPixelSize: 1
        lineHeight: 0.85
        font.family: Theme.family
        font.pixelSize: line.letterSize
        font.bold: !line.figure
        color: line.letters
        textFormat: Text.PlainText
        text: line.figure ? line.row.label : line.row.name ?? ""
    }
    Row {
        id: numbers
        anchors { right: parent.right; rightMargin: line.letterSize * 0.2 }
        spacing: line.height * 0.45
        Repeater {
            model: line.values
            Text {
                required property string modelData
                required property int index
                width: line.figure ? Math.max(implicitWidth, line.letterSize * 4) : line.height * 2.4
                height: line.textHeight
                verticalAlignment: Text.AlignVCenter
                horizontalAlignment: Text.AlignRight
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: 1
                font.family: Theme.family
                font.pixelSize: line.letterSize
                font.bold: index === 0
                color: index === 0 ? line.letters : line.soft
                text: modelData
            }
        }
    }
    Rectangle {
        visible: line.withBar
        y: line.height * 0.81
        width: parent.width
        height: line.height * 0.13
        color: "#33435f"
        Rectangle { width: parent.width * (line.row.fraction ?? 0); height: parent.height; color: "#4fbf7b" }
    }
    Rectangle { visible: line.withLine; x: Math.round((parent.width - width) / 2); y: line.height * 0.75; width: Math.max(1, line.height * 0.07); height: line.height * 0.25; color: line.gold }
}
