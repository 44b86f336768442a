// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// Screen 7 promises: the big count against "returned", the last sheets, nothing counted twice.
PageTest {
    name: "Scan"

    function sixBallots() {
        congress.makeWithPins()
        congress.makeDeck("xap-phieu", "clean", 6)
        congress.figures("bch", 6, 6)
    }
    function scanFolder() {
        click("source-folder")
        click("chooseSource")
        pick(["xap-phieu"], "")
        click("mainAction")
    }

    // Caught: a pile that is in and does not say so; a scan nobody is named for.
    function test_aFolderIsScannedAgainstReturned() {
        sixBallots()
        open("scan", congress.technician)
        scanFolder()
        until(() => kiosk.textOf("papers") === "6" && kiosk.screen().includes("✓ Đủ số phiếu thu về"), "the pile to be in")
        until(() => kiosk.seen("thumb-6"), "the last sheet on the screen")
        compare(congress.sheets("bch", 1), 6)
        compare(congress.journal("scan-started").map(entry => entry.by), [congress.technician])
        compare(congress.result("bch").valid + congress.result("bch").invalid + congress.result("bch").undecided, 6)
    }

    // Caught: the same files a second time in the count.
    function test_theSamePileAgainIsNotCountedTwice() {
        sixBallots()
        open("scan", congress.technician)
        scanFolder()
        until(() => kiosk.textOf("papers") === "6" && kiosk.canTouch("otherSource"), "the pile to be in")
        click("otherSource")
        click("otherSource")
        click("promptYes")
        until(() => congress.journal("scan-ended").length === 2, "the second run")
        compare(congress.sheets("bch", 1), 6)
        until(() => kiosk.textOf("papers") === "6", "papers to say 6")
    }

    // Caught: "the machine is scanning another contest" although that run has ended: the next contest of a congress could not be scanned, and closing the first left no way out.
    function test_afterOneContestTheNextCanBeScanned() {
        sixBallots()
        open("scan", congress.technician)
        scanFolder()
        until(() => kiosk.textOf("papers") === "6" && kiosk.canTouch("otherSource"), "the pile to be in")
        choose("contestChoice", "Bầu Bí thư Đảng ủy xã Vân Sơn")
        waitForMain("Sang bước In phiếu")
        verify(!kiosk.screen().includes("Máy đang quét phiếu của cuộc bầu khác"), kiosk.screen())
        waitFor("source-folder")
    }

    // Caught: a supervisor who can start the scanner; a pile scanned before the printed ballot was read back.
    function test_whoMayNotAndWhenNot() {
        congress.makeWithPins()
        congress.figures("bch", 6, 6)
        open("scan", congress.supervisor)
        waitForText("quét phiếu do Ban kiểm phiếu hoặc nhân viên kỹ thuật làm")
        waitForMain("Sang bước In phiếu")
        click("mainAction")
        until(() => page() === "print", "the way to what is missing")
        compare(congress.journal("scan-started").length, 0)
    }
}
