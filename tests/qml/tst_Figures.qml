// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// Screen 6 promises: issued and returned with the failing sum named; more returned than issued stops (R-21).
PageTest {
    name: "Figures"

    // Caught: figures that the keyboard cannot enter one after the other, or that are stored other than typed.
    function test_figuresAreTypedFromTopToBottom() {
        congress.makeWithPins()
        open("figures", congress.head)
        click("convened")
        for (const number of ["20", "19"]) {
            kiosk.type(number)
            keyClick(Qt.Key_Return)
        }
        enter("issued", "19")
        enter("returned", "18")
        main("Lưu số liệu")
        waitForMain("Tiếp: Quét phiếu")
        const stored = congress.result("bch")
        compare([stored.convened, stored.present, stored.issued, stored.returned], [20, 19, 19, 18])
        compare(congress.journal("figures-set").map(entry => entry.by), [congress.head])
    }

    // Caught (R-21): more ballots than were given out, and the count goes on.
    function test_moreReturnedThanIssuedStops() {
        congress.makeWithPins()
        open("figures", congress.head)
        enter("convened", "20")
        enter("present", "20")
        enter("issued", "19")
        click("returned")
        for (const key of ["2", "1"]) click("pad" + key)
        until(() => kiosk.textOf("stopText").startsWith("! "), "the stop")
        verify(!kiosk.canTouch("mainAction"))
        click("recordStop")
        until(() => congress.journal("figures-refused").length === 1, "the stop in the journal")
        compare(congress.result("bch").returned, -1)
    }

    // Caught: figures changed by somebody who may only look.
    function test_aSupervisorOnlyLooks() {
        congress.makeWithPins()
        congress.figures("bch", 20, 18)
        open("figures", congress.supervisor)
        waitForText("ghi số liệu do Trưởng ban hoặc ủy viên Ban kiểm phiếu làm")
        click("returned")
        kiosk.type("7")
        verify(!kiosk.canTouch("mainAction"))
        compare(kiosk.seen("returned").text, "18")
    }
}
