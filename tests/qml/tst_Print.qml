// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// Screen 4 promises: copies, printer or PDF; the blank ballot is read back and must register before the step is done.
PageTest {
    name: "Print"

    // Caught: ballots given out that were never read back; a print that no journal knows.
    function test_theBallotIsReadBackThenPrinted() {
        congress.makeWithPins()
        congress.printBlank("bch", "quet.png")
        open("print", congress.technician)
        waitFor("checkScan")
        enter("copies", "12")
        if (kiosk.canTouch("savePdf")) click("savePdf"); else main("Lưu 12 bản thành PDF…")
        saveAs("phieu")
        until(() => congress.files("", "phieu.pdf").length === 1 && congress.journal("ballots-printed").length === 1, "the ballots")
        compare(congress.journal("ballots-printed")[0].by, congress.technician)
        verify(kiosk.textOf("scanBack").includes("chưa đọc lại"), kiosk.textOf("scanBack"))
        click("checkScan")
        pick([], "quet.png")
        until(() => congress.journal("blank-ballot-read-back").length === 1, "the printed ballot read back")
        until(() => !kiosk.textOf("scanBack").includes("chưa đọc lại"), "the screen to say so")
    }

    // Caught: the ballot of one contest taken for the other's.
    function test_theBallotOfAnotherContestIsRefused() {
        congress.makeWithPins()
        congress.printBlank("bt", "khac.png")
        open("print", congress.technician)
        click("checkScan")
        pick([], "khac.png")
        until(() => kiosk.model("scanPage") === null && congress.journal("blank-ballot-read-back").length === 1, "the outcome")
        until(() => kiosk.screen().includes("cuộc bầu khác"), "why it is refused")
    }

    // Caught: a supervisor who can have ballots printed.
    function test_aSupervisorPrintsNothing() {
        congress.makeWithPins()
        open("print", congress.supervisor)
        waitForText("Đọc lại phiếu trắng")
        until(() => kiosk.textOf("readBack") !== "", "the ballot")
        verify(!kiosk.canTouch("mainAction"))
        verify(!kiosk.canTouch("checkScan"))
        waitForText("in phiếu do Ban kiểm phiếu, nhân viên kỹ thuật hoặc thư ký làm")
    }
}
