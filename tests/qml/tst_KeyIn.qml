// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// Screen 8 promises: struck numbers typed, two operators who do not see each other's work, differences back to both.
PageTest {
    name: "KeyIn"

    function twoBallots() {
        congress.makeWithPins()
        congress.figures("bch", 2, 2)
    }
    function key(ballot: int, text: string) {
        until(() => kiosk.screen().includes("Phiếu số " + ballot + " / 2") && kiosk.canTouch("entry"), "ballot " + ballot)
        kiosk.type(text)
        keyClick(Qt.Key_Return)
    }
    function changeTo(who: string) {
        click("lock")
        click("person-" + who)
        kiosk.type(pin)
        keyClick(Qt.Key_Return)
        waitFor("entry")
    }

    // Caught: a pair that agrees and is not recorded; a difference that one of the two alone settles.
    function test_whatAgreesIsRecordedAndWhatDiffersComesBack() {
        twoBallots()
        open("key-in", congress.member)
        key(1, "4 5")
        key(2, "1 2")
        until(() => congress.journal("ballot-keyed").length === 2, "both ballots of the first")
        changeTo(congress.secondMember)
        verify(!kiosk.screen().includes("4 5"), "what the other keyed is on the screen")
        key(1, "4 5")
        until(() => congress.journal("keying-agreed").length === 1, "the ballot both keyed alike")
        key(2, "1 3")
        waitFor("again-2")
        compare(congress.sheets("bch", 1), 1)
        click("again-2")
        key(2, "1 2")
        until(() => congress.journal("ballot-keyed").length === 5, "the ballot keyed again")
        compare(congress.sheets("bch", 1), 1)
        changeTo(congress.member)
        click("again-2")
        key(2, "1 2")
        until(() => congress.sheets("bch", 1) === 2, "the ballot both looked at again")
        waitForMain("Sang Phiếu cần xem")
        compare(congress.result("bch").votes, [1, 1, 2, 1, 1])
    }

    // Caught: a number that is on no ballot, stored.
    function test_aWrongNumberIsNamedAndNotStored() {
        twoBallots()
        open("key-in", congress.member)
        until(() => kiosk.canTouch("entry") && kiosk.screen().includes("Phiếu số 1 / 2"), "the first ballot")
        kiosk.type("3 9")
        verify(!kiosk.canTouch("mainAction"))
        keyClick(Qt.Key_Return)
        waitForText("9")
        compare(congress.journal("ballot-keyed").length, 0)
    }

    // Caught: keying that begins before anybody knows how many ballots there are.
    function test_withoutFiguresTheWayIsShown() {
        congress.makeWithPins()
        open("key-in", congress.member)
        main("Sang Số liệu phiếu")
        until(() => page() === "figures", "the figures")
    }
}
