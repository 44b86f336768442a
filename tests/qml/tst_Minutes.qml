// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// Screen 13 promises: the papers as they will print, page by page; printed or saved; none of a count that is open.
PageTest {
    name: "Minutes"

    function nineBallots() {
        congress.makeWithPins()
        congress.count([[3, 4], [3, 4], [3, 4], [3, 4], [3, 4], [3, 4], [2, 4], [2, 4], [2, 4]])
        congress.askForOnePass("bch")
        congress.figures("bch", 10, 9)
    }

    // Caught: minutes that cannot be seen before they are signed, or saved without a trace.
    function test_minutesAreSeenAndSaved() {
        nineBallots()
        congress.close("bch")
        open("minutes", congress.secretary)
        until(() => kiosk.textOf("shortCode") !== "" && kiosk.textOf("paperPage").startsWith("Trang 1/"), "the minutes on the screen")
        click("paperNext")
        until(() => kiosk.textOf("paperPage").startsWith("Trang 2/"), "the second page")
        if (kiosk.canTouch("savePaper")) click("savePaper"); else main("Lưu ra USB…")
        pick([], "")
        until(() => congress.files("", "*.pdf").length === 1, "the minutes on the stick")
        until(() => congress.journal("minutes-made").length === 1, "the journal")
        compare(congress.journal("minutes-made")[0].by, congress.secretary)
    }

    // Caught: minutes of an open count, or a refusal without a way on.
    function test_anOpenCountIsRefusedWithTheWayOn() {
        nineBallots()
        open("minutes", congress.secretary)
        waitFor("refusalGo")
        verify(!kiosk.canTouch("mainAction"))
        click("refusalGo")
        until(() => page() === "result", "the result")
        compare(congress.journal("minutes-made").length, 0)
    }

    // Caught (R-37): what is done by hand afterwards and is noted nowhere; Enter on a box that ticked it on the screen alone.
    function test_whatIsLeftToDoIsNoted() {
        nineBallots()
        congress.close("bch")
        open("minutes", congress.secretary)
        until(() => kiosk.model("papersModel").checklist.length > 0, "what is left to do")
        const task = kiosk.model("papersModel").checklist.find(one => one.byHand)
        click("check-" + task.key)
        until(() => congress.journal("afterwards-noted").length === 1, "the journal")
        until(() => kiosk.canTouch("check-" + task.key), "the box again")
        kiosk.seen("check-" + task.key).forceActiveFocus(Qt.TabFocusReason)
        keyClick(Qt.Key_Return)
        until(() => congress.journal("afterwards-noted").length === 2, "the tick taken back by Enter, in the journal")
        compare(congress.journal("afterwards-noted")[0].by, congress.secretary)
    }

    // Caught: a supervisor who saves minutes; a dead button that does not say whose it is.
    function test_aSupervisorOnlyLooks() {
        nineBallots()
        congress.close("bch")
        open("minutes", congress.supervisor)
        waitForText("lập, in và lưu văn bản do Ban kiểm phiếu")
        verify(!kiosk.canTouch("mainAction"))
        compare(congress.journal("minutes-made").length, 0)
    }
}
