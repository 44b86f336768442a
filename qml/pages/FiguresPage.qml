// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import KiemPhieu
import KiemPhieu.Kiosk

// Screen 6, Số liệu phiếu: attendance with the base worked out in full, ballots issued and returned, and the sums with the failing one named. Typed on the keyboard
// or on the pad; Enter goes to the next figure.
StepPage {
    id: page
    objectName: "figuresPage"
    readonly property bool mayEnter: !station.session.signedIn || station.session.may("enterFigures")
    property string current: "convened"
    property string savedText: ""
    loading: !figures.loaded && station.contests.length > 0
    title: qsTr("Số liệu phiếu")
    hint: qsTr("Ghi số đại biểu trước khi phát phiếu; ghi số phiếu thu về sau khi mở hòm và đếm bằng tay.")
    error: figures.error
    onErrorSeen: figures.clearError()
    noticeKind: savedText !== "" ? "good" : "warn"
    notice: figures.closed ? qsTr("Cuộc bầu này đã chốt kết quả; số liệu không sửa được nữa.")
        : !mayEnter ? qsTr("Đồng chí xem được màn hình này; ghi số liệu do Trưởng ban hoặc ủy viên Ban kiểm phiếu làm.")
        : figures.stopped ? "" : figures.problem !== "" ? figures.problem : savedText
    readonly property bool stored: savedText !== "" && !figures.changed
    mainText: stored ? qsTr("Tiếp: Quét phiếu") : qsTr("Lưu số liệu")
    mainEnabled: stored || mayEnter && !figures.closed && figures.changed && figures.problem === "" && !figures.stopped
    busy: figures.busy
    dirty: figures.changed
    onDiscard: figures.undo()
    typed: figures.changed ? figures.values : null
    Connections { target: page.station; function onContestChanged() { page.savedText = "" } }
    onMainTriggered: if (stored) page.go("scan"); else if (figures.takesTwo) pair.open(); else figures.save()
    actions: [
        KButton { objectName: "undoFigures"; visible: figures.changed; text: qsTr("Bỏ thay đổi"); onClicked: figures.undo() },
        // R-21: refused all the same, but what was counted by hand stays on record
        KButton { objectName: "recordStop"; visible: figures.stopped && page.mayEnter && !figures.closed; text: qsTr("Ghi việc này vào nhật ký"); onClicked: figures.save() }
    ]
    function next() {
        const keys = Array.from(figures.keys)
        const at = keys.indexOf(current)
        if (at + 1 < keys.length) current = keys[at + 1]
    }
    function take(key: string, middle: real) {  // the row typed into is always in view
        current = key
        left.contentY = Math.max(0, Math.min(left.contentHeight - left.height, middle - left.height / 2))
    }
    function press(key: string) {
        const before = String(figures.values[current] ?? "")
        figures.type(current, key === "⌫" ? before.slice(0, -1) : before + key)
    }
    FiguresModel {
        id: figures
        objectName: "figuresModel"
        station: page.station
        onSaved: page.savedText = qsTr("Đã lưu số liệu.")
        onTyped: if (changed) page.savedText = ""
        onLoadedChanged: if (page.again) for (const key of Object.keys(page.again)) figures.type(key, page.again[key])
    }
    TwoPersonPrompt {
        id: pair
        objectName: "figuresPair"
        station: page.station
        title: qsTr("Hai người cùng sửa số liệu")
        text: qsTr("Đã đọc phiếu của cuộc bầu này nên sửa số liệu đã ghi phải có hai người của Ban kiểm phiếu, trong đó có Trưởng ban. Biên bản sẽ ghi số liệu đã sửa sau khi đọc phiếu.")
        onConfirmed: figures.save()
    }
    Flickable {
        id: left
        anchors { left: parent.left; top: parent.top; bottom: parent.bottom }
        width: Math.round(parent.width * 0.47)
        contentHeight: fields.implicitHeight
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        Column {
            id: fields
            width: left.width
            spacing: Theme.px(10)
            FigureGroup { model: figures; current: page.current; writable: page.mayEnter && !figures.closed; onNext: page.next(); onTaken: (key, middle) => page.take(key, middle); title: qsTr("Người dự"); fields: figures.people; note: figures.absent === "" ? "" : qsTr("Vắng mặt: %1").arg(figures.absent) }
            FigureGroup { model: figures; current: page.current; writable: page.mayEnter && !figures.closed; onNext: page.next(); onTaken: (key, middle) => page.take(key, middle); title: qsTr("Giảm trừ"); fields: figures.deductions; note: figures.base === "" ? "" : qsTr("Số làm căn cứ: %1").arg(figures.baseText) }
            FigureGroup { model: figures; current: page.current; writable: page.mayEnter && !figures.closed; onNext: page.next(); onTaken: (key, middle) => page.take(key, middle); title: qsTr("Phiếu"); fields: figures.ballots; note: "" }
            KButton { objectName: "takeOthers"; width: parent.width; visible: figures.othersText !== "" && page.mayEnter && !figures.closed; text: figures.othersText; onClicked: figures.takeOthers() }
        }
    }
    Item {
        anchors { left: left.right; leftMargin: Theme.gap; right: parent.right; top: parent.top; bottom: parent.bottom }
        Rectangle {
            id: stop
            visible: figures.stopped
            anchors { left: parent.left; right: parent.right; top: parent.top }
            height: visible ? stopText.implicitHeight + Theme.px(28) : 0
            color: Theme.badSoft
            radius: Theme.radius
            border.width: Theme.px(2)
            border.color: Theme.bad
            KText { id: stopText; objectName: "stopText"; anchors { left: parent.left; right: parent.right; top: parent.top; margins: Theme.px(14) } text: "! " + figures.stopText; color: Theme.bad; font.bold: true; Accessible.role: Accessible.AlertMessage; Accessible.name: text }
        }
        NumberPad {
            id: pad
            anchors { left: parent.left; top: stop.bottom; topMargin: stop.visible ? Theme.px(12) : 0 }
            width: Theme.px(190)
            enabled: page.mayEnter && !figures.closed
            onPressed: key => key === "↵" ? page.next() : page.press(key)
        }
        SumsCard {
            anchors { left: pad.right; leftMargin: Theme.gap; right: parent.right; top: pad.top; bottom: parent.bottom }
            model: figures
        }
    }
}
