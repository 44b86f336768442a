// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import KiemPhieu
import KiemPhieu.Kiosk

// The big count against what the committee counted by hand, and what became of the sheets.
Card {
    id: card
    required property ScanModel model
    signal wanted(string caption, string line)
    Column {
        width: parent.width
        spacing: Theme.px(10)
        Row {
            spacing: Theme.px(14)
            KText {
                objectName: "papers"
                text: String(card.model.papers)
                font.pixelSize: Theme.huge
                font.bold: true
                wrapMode: Text.NoWrap
                color: card.model.balance === "over" ? Theme.warn : card.model.balance === "equal" ? Theme.good : Theme.ink
                Accessible.name: qsTr("Đã nhận %1 tờ, %2").arg(card.model.papers).arg(card.model.expectedText)
            }
            Column {
                anchors.verticalCenter: parent.verticalCenter
                width: card.width - card.padding * 2 - parent.children[0].width - Theme.px(14)
                KText { width: parent.width; text: qsTr("tờ phiếu đã nhận"); soft: true }
                KText { width: parent.width; text: card.model.expectedText; font.bold: true }
            }
        }
        KText {
            width: parent.width
            visible: text !== ""
            font.bold: true
            color: card.model.balance === "equal" ? Theme.good : Theme.warn
            text: card.model.balance === "equal" && card.model.expected > 0 ? qsTr("✓ Đủ số phiếu thu về") : card.model.balance === "over" ? qsTr("⚠ Nhiều hơn số phiếu thu về") : ""
        }
        Rectangle { width: parent.width; height: 1; color: Theme.line }
        Grid {
            id: lines
            readonly property real column: (width - columnSpacing * (columns - 1)) / columns
            width: parent.width
            columns: width < Theme.px(380) ? 1 : 2  // beside the guide there is half the width, and height enough
            rowSpacing: Theme.px(6)
            columnSpacing: Theme.px(16)
            CountLine { objectName: "countRead"; width: lines.column; sign: "✓"; tone: Theme.good; count: card.model.read; caption: qsTr("phiếu đã đọc xong"); onWanted: card.wanted(caption, "read") }
            CountLine { objectName: "countCommittee"; width: lines.column; sign: "⚑"; tone: Theme.warn; count: card.model.committee; caption: qsTr("chờ Ban kiểm phiếu xem"); onWanted: card.wanted(caption, "committee") }
            CountLine { objectName: "countSeen"; width: lines.column; sign: "="; tone: Theme.info; count: card.model.seen; caption: qsTr("tờ quét lại, không tính"); onWanted: card.wanted(caption, "seen") }
            CountLine { objectName: "countAside"; width: lines.column; sign: "–"; tone: Theme.inkSoft; count: card.model.aside; caption: qsTr("tờ để riêng, không là phiếu"); onWanted: card.wanted(caption, "aside") }
        }
    }
}
