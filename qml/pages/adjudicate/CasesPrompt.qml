// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import KiemPhieu
import KiemPhieu.Kiosk

// All doubtful ballots of the pass with their state; one tap opens one.
Prompt {
    id: root
    required property DoubtsModel model
    title: qsTr("Phiếu cần xem: %1, đã kết luận %2").arg(model.count).arg(model.settled)
    yesVisible: false
    noText: qsTr("Đóng")
    width: Theme.px(760)
    Column {
        width: parent.width
        spacing: Theme.px(12)
        Row {
            spacing: Theme.px(12)
            KChoice {
                visible: root.model.passes.length > 1
                objectName: "passChoice"
                width: Theme.px(200)
                model: root.model.passes
                currentIndex: root.model.passes.findIndex(entry => entry.value === root.model.pass)
                onChosen: value => root.model.pass = value
            }
            KButton { visible: root.model.asides > 0; objectName: "showAsides"; text: root.model.showAsides ? qsTr("Ẩn %1 tờ máy để riêng").arg(root.model.asides) : qsTr("Xem cả %1 tờ máy để riêng").arg(root.model.asides); onClicked: root.model.showAsides = !root.model.showAsides }
        }
        AsidesAtOnce { doubts: root.model; onDone: root.close() }
        GridView {
            id: grid
            width: parent.width
            height: Theme.px(340)
            cellWidth: Math.floor(width / 4)
            cellHeight: Theme.px(64)
            clip: true
            model: root.model.cases
            delegate: Item {
                id: cell
                required property int number
                required property string sign
                required property string stateText
                required property bool waits
                required property bool current
                width: grid.cellWidth
                height: grid.cellHeight
                KButton {
                    anchors { fill: parent; margins: Theme.px(4) }
                    objectName: "case-" + cell.number
                    text: qsTr("%1 %2").arg(cell.sign).arg(cell.number)
                    Accessible.name: qsTr("Phiếu số %1, %2").arg(cell.number).arg(cell.stateText)
                    onClicked: { root.close(); root.model.open(cell.number) }
                    contentItem: Column {
                        KText { anchors.horizontalCenter: parent.horizontalCenter; text: cell.sign + " " + cell.number + (cell.current ? " ●" : ""); font.bold: true; color: cell.waits ? Theme.warn : Theme.ink }
                        KText { anchors.horizontalCenter: parent.horizontalCenter; text: cell.stateText; font.pixelSize: Theme.small; soft: true; wrapMode: Text.NoWrap }
                    }
                }
            }
        }
    }
}
