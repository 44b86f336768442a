// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls
import KiemPhieu
import KiemPhieu.Kiosk

// A pile of another contest fed by mistake: its papers set aside in one act of two people, not one after the other.
Column {
    id: root
    required property DoubtsModel doubts
    property string why: ""
    signal done
    visible: papers.count > 1 && doubts.mayRule && !doubts.closed
    spacing: Theme.px(8)
    AsidesModel { id: papers; objectName: "asidesAtOnce"; station: root.doubts.station; pass: root.doubts.pass }
    function setAside() { papers.setAside(why); done() }
    KButton {
        objectName: "asideAll"
        enabled: !papers.busy
        text: qsTr("Để riêng cả %1 tờ của nơi khác…").arg(papers.count)
        onClicked: reason.open()
    }
    AsidePrompt {
        id: reason
        parent: Overlay.overlay
        onChosen: why => {
            root.why = why
            const session = root.doubts.station.session
            if (session.signedIn && session.second === "") pair.open(); else root.setAside()
        }
    }
    TwoPersonPrompt {
        id: pair
        parent: Overlay.overlay
        station: root.doubts.station
        title: qsTr("Để riêng %1 tờ").arg(papers.count)
        text: qsTr("Những tờ mang mã của cuộc bầu khác hoặc của đại hội khác không được tính vào kết quả: %1. Mỗi tờ được ghi một kết luận, vẫn kết luận lại được cho đến khi chốt.").arg(root.why)
        onConfirmed: root.setAside()
    }
}
