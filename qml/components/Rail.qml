// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import KiemPhieu
import KiemPhieu.Kiosk

// The steps of the day. A step that waits can be opened too: its page says what is missing.
Rectangle {
    id: rail
    required property Station station
    property string current: ""
    signal picked(string step)
    color: Theme.rail
    width: Theme.px(236)
    Column {
        anchors { left: parent.left; right: parent.right; top: parent.top; topMargin: Theme.px(14) }
        Repeater {
            model: rail.station.steps
            RailItem {
                required property string step
                required property string label
                required property string stepState
                required property string stateText
                required property string why
                width: rail.width
                mark: stepState
                text: label
                detail: why
                spoken: stateText
                active: rail.current === step
                objectName: "rail-" + step
                onPicked: rail.picked(step)
            }
        }
    }
    RailItem {
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom; bottomMargin: Theme.px(10) }
        text: qsTr("Giám sát")
        mark: ""
        spoken: ""
        detail: ""
        active: rail.current === "supervise"
        objectName: "rail-supervise"
        onPicked: rail.picked("supervise")
    }
}
