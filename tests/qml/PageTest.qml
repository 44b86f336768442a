// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest

// What the test of a page stands on: the window as the kiosk makes it, with hands that can do what people's can. `congress` is the file on disk (congress_at_hand.h), `kiosk`
// the window over it (kiosk_at_hand.h). Every warning of Qt or QML fails the function in which it comes.
TestCase {
    when: windowShown
    readonly property int patience: 40000  // ms; far more than anything takes, so that a hang is a failure and a slow machine is not
    readonly property string pin: "1234"   // everybody's, see CongressAtHand::makeWithPins()

    function init() { failOnWarning(/.?/) }
    function cleanup() {
        kiosk.end()
        compare(kiosk.takeWarnings(), [])
    }

    // The congress at hand with this step on the screen; `who` is signed in, "" leaves the login there.
    function open(step: string, who: string) {
        kiosk.show(true)
        const session = kiosk.station.session
        until(() => kiosk.station.open && session.people.length > 0, "the congress to open")
        kiosk.window.page = step
        if (who === "") return
        session.signIn(who, pin)
        until(() => session.name === who && kiosk.canTouch("lock"), who)
    }
    function until(done: var, what: string) {
        const end = Date.now() + patience
        while (!done()) {
            if (Date.now() > end) fail("waited in vain for " + what + "; on the screen:\n" + kiosk.screen())
            wait(5)
        }
    }
    function waitFor(name: string) { until(() => kiosk.canTouch(name), name) }
    function waitForText(text: string) { until(() => kiosk.screen().includes(text), "“" + text + "”") }
    // The main action, once it says this and can be touched.
    function waitForMain(text: string) { until(() => kiosk.textOf("mainAction") === text && kiosk.canTouch("mainAction"), "“" + text + "” to be offered") }

    // Touches the middle of what can be seen, is switched on and has stood still for three frames: what has just opened is laid out only when it is drawn.
    function touch(find: var, what: string) {
        let last = null, still = 0
        until(() => {
            const item = find()
            if (item) kiosk.bringIntoView(item)
            if (!kiosk.canTouchItem(item)) { still = 0; return false }
            const at = item.mapToItem(null, item.width / 2, item.height / 2)
            still = last !== null && at.x === last.x && at.y === last.y ? still + 1 : 0
            last = at
            if (still < 3) wait(15)
            return still === 3
        }, "something to touch: " + what)
        mouseClick(find())
        wait(1)
    }
    function click(name: string) { touch(() => kiosk.seen(name), name) }
    function clickWords(text: string) { touch(() => kiosk.words(text), text) }
    function main(text: string) { waitForMain(text); click("mainAction") }
    // Touches a field, empties it and types.
    function enter(name: string, text: string) {
        click(name)
        keyClick(Qt.Key_A, Qt.ControlModifier)
        keyClick(Qt.Key_Delete)
        kiosk.type(text)
    }
    function choose(name: string, entry: string) {
        waitFor(name)
        if (kiosk.entryOf(name) === entry) return
        click(name)
        until(() => !kiosk.canTouch(name), "the list of " + name)
        clickWords(entry)
        until(() => kiosk.canTouch(name) && kiosk.entryOf(name) === entry, entry)
    }
    // The second of two people, at the prompt that is open.
    function second(who: string) {
        choose("secondPerson", who)
        kiosk.type(pin)  // digits are the PIN's, also while the list of names has the focus
        keyClick(Qt.Key_Return)
        until(() => !kiosk.seen("secondPin"), "the second person")
    }
    // The picker opens on a stick where one is plugged into this machine: to the test's own folder.
    function goToOurFolder() {
        const ours = () => [0, 1, 2, 3, 4, 5].find(place => kiosk.textOf("place-" + place).includes("Thư mục Kiểm Phiếu"))
        until(() => ours() !== undefined, "the picker")
        click("place-" + ours())
    }
    // The picker is open: from the data folder into folders, then a file, or the folder itself where `file` is "".
    function pick(folders: var, file: string) {
        goToOurFolder()
        for (const folder of folders) click("file-" + folder)
        if (file !== "") click("file-" + file)
        click("filePick")
        until(() => !kiosk.seen("filePick"), "the picker to close")
    }
    function saveAs(name: string) {
        goToOurFolder()
        enter("fileName", name)
        click("filePick")
        until(() => !kiosk.seen("filePick"), "the picker to close")
    }
    function page(): string { return kiosk.window.page }
}
