// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import KiemPhieu
import KiemPhieu.Kiosk

// Sets somebody's PIN: a forgotten one first asks a second person; then the new one is typed twice. Who may is decided by the program behind (count/access.h).
Prompt {
    id: root
    required property CongressModel model
    required property Station station
    property string name: ""
    property bool fresh: false  // a first PIN
    property bool needsTwo: false
    property var helpers: []
    property bool helped: false
    property string firstTyped: ""
    property string refusedText: ""
    readonly property bool asksSecond: needsTwo && !helped
    function ask(person: var) {
        name = person.name
        fresh = !person.hasPin
        needsTwo = model.needsTwoFor(name)
        helpers = needsTwo ? model.helpersFor(name) : []
        helped = false
        firstTyped = ""
        refusedText = ""
        pad.clear()
        open()
        pad.forceActiveFocus()
    }
    function typed(pin: string) {
        refusedText = ""
        if (asksSecond) { station.session.signSecond(helper.currentValue, pin); return }
        if (firstTyped === "") { firstTyped = pin; return }
        if (firstTyped !== pin) { firstTyped = ""; refusedText = qsTr("Hai lần gõ không giống nhau. Mã cũ còn nguyên. Hãy gõ lại từ đầu."); return }
        firstTyped = ""
        done = true
        close()
        model.setPin(name, pin)
    }
    property bool done: false
    title: qsTr("Mã cá nhân của %1").arg(name)
    yesVisible: false
    onAboutToShow: done = false
    onClosed: { pad.clear(); firstTyped = ""; if (!done) station.session.dropSecond() }
    Connections {
        target: root.station.session
        enabled: root.opened
        function onSecondReady(who: string) { root.helped = true }
        function onRefused(what: string, waitSeconds: int) { root.refusedText = what; pad.waitSeconds = waitSeconds }
    }
    Column {
        width: parent.width
        spacing: Theme.px(12)
        KText {
            width: parent.width
            text: root.asksSecond ? (root.helpers.length > 0 ? root.fresh ? qsTr("Đã đọc phiếu nên đặt mã đầu tiên cho %1 cần hai người: Trưởng ban và một người nữa. Hãy chọn người thứ hai, người đó gõ mã của mình.").arg(root.name) : qsTr("Đặt lại mã bị quên cần hai người: %1 và một người nữa. Hãy chọn người thứ hai, người đó gõ mã của mình.").arg(root.station.session.name)
                    : qsTr("Đặt lại mã bị quên cần hai người của Ban kiểm phiếu đã có mã. Hiện chưa đủ hai người.")) : root.firstTyped === "" ? qsTr("Gõ mã mới, ít nhất 4 chữ số. Đồng chí %1 tự gõ, không để người khác thấy.").arg(root.name) : qsTr("Gõ lại mã vừa đặt.")
        }
        KChoice { id: helper; objectName: "pinHelper"; pad: pad; visible: root.asksSecond && root.helpers.length > 0; width: parent.width; label: qsTr("Người thứ hai"); model: root.helpers.map(one => ({ value: one, text: one })) }
        Banner { width: parent.width; kind: "bad"; text: root.refusedText }
        PinPad { id: pad; objectName: "newPin"; visible: !root.asksSecond || root.helpers.length > 0; anchors.horizontalCenter: parent.horizontalCenter; busy: root.station.session.busy; enterText: qsTr("Xong"); onEntered: pin => root.typed(pin) }
    }
}
