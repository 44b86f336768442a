// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import KiemPhieu

// R-35: technical staff are introduced by somebody and approved by the presidium; asked when one is added, and for those who came in with a list.
Prompt {
    id: root
    property string name: ""
    signal introduced(string introducedBy, string approvedBy)
    objectName: "introducePrompt"
    title: qsTr("Ai giới thiệu %1?").arg(name)
    text: qsTr("Nhân viên kỹ thuật phải do tổ chức hoặc người có trách nhiệm giới thiệu và Đoàn Chủ tịch đồng ý (R-35). Cả hai được ghi vào nhật ký và biên bản.")
    yesText: qsTr("Ghi lại")
    yesEnabled: introducer.text.trim() !== "" && approver.text.trim() !== ""
    function ask(who: string, by: string, approved: string) { name = who; introducer.text = by; approver.text = approved; open() }
    onOpened: introducer.forceActiveFocus()
    onAccepted: introduced(introducer.text, approver.text)
    Column {
        width: parent.width
        spacing: Theme.px(14)
        KField { id: introducer; objectName: "introducedBy"; width: parent.width; label: qsTr("Người hoặc tổ chức giới thiệu"); maximumLength: 100; onAccepted: approver.forceActiveFocus() }
        KField { id: approver; objectName: "approvedBy"; width: parent.width; label: qsTr("Người của Đoàn Chủ tịch đã đồng ý"); maximumLength: 100 }
    }
}
