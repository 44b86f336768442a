// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// Screen 1 promises: people as large cards, a PIN nobody sees, a first PIN typed twice; a wrong one is refused, journalled and slows down.
PageTest {
    name: "Login"

    // Caught: a slip of the finger that becomes somebody's PIN for the day.
    function test_aFirstPinIsTypedTwiceTheSame() {
        congress.make()
        open("", "")
        click("person-" + congress.head)
        waitForText("Chưa có mã: hãy đặt mã mới, ít nhất 4 chữ số.")
        kiosk.type("4711")
        keyClick(Qt.Key_Return)
        waitForText("Hãy gõ lại mã vừa đặt.")
        kiosk.type("4712")
        keyClick(Qt.Key_Return)
        waitForText("Hai lần gõ không giống nhau. Chưa đặt mã nào.")
        compare(congress.journal("pin-set").length, 0)
        for (let time = 0; time < 2; ++time) {
            for (const digit of "4711") click("pin" + digit)
            verify(!kiosk.screen().includes("4711"), "the PIN stood on the screen")
            click("pin↵")
        }
        waitFor("lock")
        compare(kiosk.station.session.name, congress.head)
        compare(congress.journal("pin-set").length, 1)
    }

    // Caught: a wrong PIN that lets in, leaves no trace, or can be tried again and again.
    function test_aWrongPinIsRefusedJournalledAndSlowsDown() {
        congress.makeWithPins()
        open("", "")
        click("person-" + congress.member)
        for (let wrong = 1; wrong <= 3; ++wrong) {
            kiosk.type("9999")
            keyClick(Qt.Key_Return)
            until(() => congress.journal("pin-wrong").length === wrong, "the wrong PIN in the journal")
            waitFor("loginRefused")
        }
        waitForText("Chờ")
        kiosk.type(pin)
        keyClick(Qt.Key_Return)
        verify(!kiosk.station.session.signedIn)
        clickWords("Người khác")
        click("person-" + congress.technician)
        kiosk.type(pin)
        keyClick(Qt.Key_Return)
        waitFor("lock")
        compare(kiosk.station.session.name, congress.technician)
    }

    // Caught: a card that only a mouse reaches.
    function test_theKeyboardAloneSignsIn() {
        congress.makeWithPins()
        open("", "")
        waitFor("person-" + congress.head)
        keyClick(Qt.Key_Right)
        keyClick(Qt.Key_Return)
        waitForText("Hãy nhập mã cá nhân.")
        kiosk.type(pin)
        keyClick(Qt.Key_Enter)
        waitFor("lock")
        compare(kiosk.station.session.name, congress.member)
    }
}
