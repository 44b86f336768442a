// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import KiemPhieu

// Why a sheet is set aside: the usual reasons, or words of one's own.
Prompt {
    id: root
    signal chosen(string why)
    property int twin: 0  // the sheet this may be the same paper as
    readonly property var usual: (twin > 0 ? [qsTr("Cùng một tờ giấy với tờ số %1, đã tính ở đó").arg(twin)] : []).concat(reasons)
    readonly property var reasons: [qsTr("Không phải phiếu bầu"), qsTr("Phiếu của cuộc bầu khác"), qsTr("Đã tính ở tờ khác"), qsTr("Hai tờ dính nhau, đã quét lại từng tờ"), qsTr("Quét hỏng, đã quét lại tờ này")]
    title: qsTr("Vì sao để riêng tờ này?")
    text: qsTr("Tờ để riêng không được tính vào kết quả. Vẫn kết luận lại được cho đến khi chốt.")
    yesText: qsTr("Để riêng")
    yesEnabled: own.text.trim() !== ""
    onAccepted: chosen(own.text)
    onAboutToShow: own.text = ""
    onOpened: first.itemAt(0).forceActiveFocus()
    Column {
        width: parent.width
        spacing: Theme.px(8)
        Keys.onPressed: event => {
            const at = event.key - Qt.Key_1
            if (own.activeFocus || at < 0 || at >= root.usual.length) return
            event.accepted = true
            root.close()
            root.chosen(root.usual[at])
        }
        Repeater {
            id: first
            model: root.usual
            KButton {
                required property string modelData
                required property int index
                objectName: "asideReason-" + index
                width: parent.width
                text: (index + 1) + ".  " + modelData
                onClicked: { root.close(); root.chosen(modelData) }
            }
        }
        KField { id: own; objectName: "asideOwn"; width: parent.width; label: qsTr("Lý do khác"); maximumLength: 200; onAccepted: if (root.yesEnabled) { root.close(); root.chosen(own.text) } }
    }
}
