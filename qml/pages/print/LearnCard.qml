// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import KiemPhieu
import KiemPhieu.Kiosk

// Ballots that an office printed: their form is learned from a blank one, or given up again.
Card {
    id: root
    required property LearnModel model
    signal learnWanted
    signal forgetWanted
    heading: qsTr("Phiếu in sẵn ở nơi khác")
    height: lines.implicitHeight + Theme.px(72)
    Column {
        id: lines
        width: parent.width
        spacing: Theme.px(10)
        KText { objectName: "learnText"; width: parent.width; text: root.model.learned ? qsTr("✓ Cuộc bầu này dùng phiếu in sẵn; máy đọc theo mẫu đã nhận từ phiếu trắng.") : qsTr("Nếu đại hội dùng phiếu do nơi khác in, máy nhận mẫu từ một tờ phiếu trắng, rồi đồng chí so từng dòng trước khi dùng.") }
        KText { width: parent.width; visible: text !== ""; text: root.model.lockedWhy; soft: true; font.pixelSize: Theme.small }
        KButton { objectName: "learnBallot"; visible: !root.model.learned; enabled: root.model.mayLearn && !root.model.busy; text: qsTr("Nhận mẫu từ phiếu trắng…"); onClicked: root.learnWanted() }
        KButton { objectName: "forgetBallot"; visible: root.model.learned; enabled: root.model.mayLearn && !root.model.busy; text: qsTr("Bỏ mẫu này…"); onClicked: root.forgetWanted() }
    }
}
