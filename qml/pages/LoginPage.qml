// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import KiemPhieu
import KiemPhieu.Kiosk

// Screen 1, Đăng nhập: people as large cards, then the PIN. Who has none yet sets one, typed twice.
FocusScope {
    id: page
    focus: true  // the cards take the first arrow
    required property Station station
    property var picked: null
    property string firstTyped: ""
    property string refusedText: ""
    signal go(string step)
    // Once the head has a PIN, somebody's first one takes the head, who types the own PIN last.
    readonly property string headName: station.session.headWithPin
    readonly property bool needsHead: !!picked && !picked.hasPin && headName !== "" && headName !== picked.name
    property bool headsTurn: false
    function pick(person: var) { picked = person; firstTyped = ""; headsTurn = false; refusedText = ""; pad.clear(); pad.waitSeconds = 0; pad.forceActiveFocus() }  // who waits is said anew for each
    function typed(pin: string) {
        refusedText = ""
        if (picked.hasPin) { station.session.signIn(picked.name, pin); return }
        if (headsTurn) { station.session.setFirstPinBy(picked.name, firstTyped, headName, pin); return }
        if (firstTyped === "") { firstTyped = pin; return }
        if (firstTyped !== pin) { firstTyped = ""; refusedText = qsTr("Hai lần gõ không giống nhau. Chưa đặt mã nào. Hãy gõ lại từ đầu."); return }
        if (needsHead) { headsTurn = true; return }
        station.session.setFirstPin(picked.name, pin)
    }
    Keys.onPressed: event => {  // digits belong to the PIN, whatever button was left with the focus
        if (!picked || event.key < Qt.Key_0 || event.key > Qt.Key_9) return
        pad.forceActiveFocus()
        pad.press(String(event.key - Qt.Key_0))
        event.accepted = true
    }
    Connections {
        target: page.station.session
        function onRefused(what: string, waitSeconds: int) { page.refusedText = what; if (!page.headsTurn) page.firstTyped = ""; pad.waitSeconds = waitSeconds }
    }
    Column {
        id: head
        anchors { left: parent.left; right: parent.right; top: parent.top; leftMargin: Theme.px(36); rightMargin: Theme.px(36); topMargin: Theme.px(28) }
        spacing: Theme.px(6)
        KText { width: parent.width - tools.width - Theme.px(16); text: page.station.congressName; font.pixelSize: Theme.px(28); font.bold: true; maximumLineCount: 3; elide: Text.ElideRight }
        KText { width: parent.width; text: page.picked ? "" : qsTr("Hãy chạm vào tên của đồng chí."); soft: true; font.pixelSize: Theme.large }
    }
    Row {
        id: tools
        anchors { right: parent.right; top: parent.top; topMargin: Theme.px(28); rightMargin: Theme.px(36) }
        spacing: Theme.px(10)
        KButton { text: page.station.language === "vi" ? "EN" : "VI"; implicitWidth: Theme.px(64); Accessible.name: page.station.language === "vi" ? "English" : "Tiếng Việt"; onClicked: page.station.language = page.station.language === "vi" ? "en" : "vi" }
        KButton { objectName: "closeFile"; text: qsTr("Tệp đại hội khác"); onClicked: page.station.closeFile() }
        KButton { objectName: "leave"; text: qsTr("Thoát…"); Accessible.name: qsTr("Rời chương trình"); onClicked: page.go("leave") }
    }
    GridView {
        id: cards
        visible: !page.picked
        focus: visible
        anchors { left: parent.left; right: parent.right; top: head.bottom; bottom: parent.bottom; leftMargin: Theme.px(28); rightMargin: Theme.px(28); topMargin: Theme.px(20); bottomMargin: Theme.px(20) }  // and 8 round each card
        readonly property int columns: Math.max(1, Math.floor(width / Theme.px(380)))
        cellWidth: Math.floor(width / columns)
        cellHeight: Math.max(Theme.px(116), Math.min(Theme.px(170), Math.floor(height / Math.max(1, Math.ceil(count / columns)))))
        clip: true
        keyNavigationEnabled: true
        model: page.station.session.people
        Keys.onReturnPressed: if (currentItem) page.pick(page.station.session.people[currentIndex])
        Keys.onEnterPressed: if (currentItem) page.pick(page.station.session.people[currentIndex])
        delegate: Item {
            id: cell
            required property var modelData
            required property int index
            width: cards.cellWidth
            height: cards.cellHeight
            KButton {
                anchors { fill: parent; margins: Theme.px(8) }
                objectName: "person-" + cell.modelData.name
                text: cell.modelData.name
                Accessible.name: cell.modelData.name + ", " + cell.modelData.roleText
                onClicked: page.pick(cell.modelData)
                contentItem: Item {
                    Column {
                        anchors { left: parent.left; right: parent.right; leftMargin: Theme.px(14); rightMargin: Theme.px(8); verticalCenter: parent.verticalCenter }
                        spacing: Theme.px(4)
                        KText { width: parent.width; text: cell.modelData.name; font.pixelSize: text.length > 44 ? Theme.body : Theme.large; font.bold: true; maximumLineCount: 3; elide: Text.ElideRight }
                        KText { width: parent.width; text: cell.modelData.roleText + (cell.modelData.hasPin ? "" : qsTr(" · chưa có mã")); soft: true; wrapMode: Text.NoWrap; elide: Text.ElideRight }
                    }
                }
            }
        }
    }
    Column {
        visible: !!page.picked
        anchors.centerIn: parent
        width: Theme.px(420)
        spacing: Theme.px(14)
        KText { width: parent.width; horizontalAlignment: Text.AlignHCenter; text: page.picked ? page.picked.name : ""; font.pixelSize: Theme.title; font.bold: true }
        KText { width: parent.width; horizontalAlignment: Text.AlignHCenter; soft: true; text: page.picked ? page.picked.roleText : "" }
        KText {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            objectName: "loginAsk"
            text: !page.picked ? "" : page.headsTurn ? qsTr("Mời Trưởng ban kiểm phiếu %1 nhập mã của mình để đồng ý.").arg(page.headName) : page.picked.hasPin ? qsTr("Hãy nhập mã cá nhân.") : page.firstTyped === "" ? qsTr("Chưa có mã: hãy đặt mã mới, ít nhất 4 chữ số.") : qsTr("Hãy gõ lại mã vừa đặt.")
        }
        Banner { objectName: "loginNeedsHead"; width: parent.width; kind: "info"; text: page.needsHead && !page.headsTurn ? qsTr("Mã đầu tiên của đồng chí cần Trưởng ban kiểm phiếu (%1) đồng ý. Đồng chí đặt mã trước, sau đó mời Trưởng ban nhập mã của mình ngay tại đây.").arg(page.headName) : "" }
        Banner { objectName: "loginRefused"; width: parent.width; kind: "bad"; text: page.refusedText }
        PinPad { id: pad; objectName: "pinPad"; anchors.horizontalCenter: parent.horizontalCenter; busy: page.station.session.busy; onEntered: pin => page.typed(pin) }
        KButton { anchors.horizontalCenter: parent.horizontalCenter; text: qsTr("Người khác"); onClicked: page.picked = null }
    }
}
