// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// Screen 5 promises: a rehearsal read and graded of which nothing comes into the count, one sheet through the scanner, and the zero report.
PageTest {
    name: "Check"

    // Caught: a rehearsal without a verdict, or whose ballots are counted.
    function test_aRehearsalIsGradedAndNeverCounted() {
        congress.makeWithPins()
        open("check", congress.technician)
        choose("rehearsalSize", "20 phiếu, nhanh")
        main("Chạy thử")
        waitFor("rehearsalWrong")
        verify(kiosk.textOf("rehearsalVerdict") !== "")
        waitForText("Đạt. ")
        until(() => kiosk.textOf("rehearsalWrong") === "0", "rehearsalWrong to say 0")
        verify(congress.journal("rehearsal-made").length > 0)
        verify(congress.journal("rehearsal-made").every(entry => entry.by === congress.technician))
        compare(congress.sheets("bch", 1), 0)
    }

    // Caught: a zero report that is made and shown nowhere.
    function test_theZeroReportIsMadeAndSaved() {
        congress.makeWithPins()
        open("check", congress.technician)
        click("part-zero")
        main("Lập biên bản số không")
        waitForMain("Lưu tệp PDF…")
        compare(congress.journal("zero-report-made").map(entry => entry.by), [congress.technician])
        click("mainAction")
        saveAs("so-khong")
        until(() => congress.files("", "so-khong.pdf").length === 1, "the file")
    }

    // Caught: a zero report over ballots that are in already.
    function test_noZeroReportOnceThereAreBallots() {
        congress.makeWithPins()
        congress.count([[3, 4]])
        open("check", congress.technician)
        click("part-zero")
        waitForText("Cuộc bầu này đã có phiếu nên không lập được biên bản số không nữa.")
        verify(!kiosk.canTouch("mainAction"))
    }

    // Caught: a simulated scanner that answers and is not found.
    function test_aSheetGoesThroughTheScanner() {
        congress.makeWithPins()
        open("check", congress.technician)
        click("part-scanner")
        until(() => kiosk.entryOf("testScanner") !== "" && kiosk.canTouch("mainAction"), "a scanner")
        click("mainAction")
        until(() => kiosk.textOf("testText") !== "" && kiosk.canTouch("mainAction"), "what came of it")
        compare(congress.sheets("bch", 1), 0)
    }

    // Caught: a supervisor who makes papers or rehearses; a dead button that does not say whose it is.
    function test_aSupervisorOnlyLooks() {
        congress.makeWithPins()
        open("check", congress.supervisor)
        waitForText("chạy thử máy do Ban kiểm phiếu hoặc nhân viên kỹ thuật làm")
        verify(!kiosk.canTouch("mainAction"))
        click("part-zero")
        waitForText("lập, in và lưu văn bản do Ban kiểm phiếu")
        verify(!kiosk.canTouch("mainAction"))
        compare(congress.journal("zero-report-made").length + congress.journal("rehearsal-made").length, 0)
    }
}
