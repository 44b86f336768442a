// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// Screen 15 promises: the package on two media, read back; documents checked; past congresses searched.
PageTest {
    name: "Archive"

    function closedCount() {
        congress.makeWithPins()
        congress.count([[3, 4], [3, 4], [3, 4], [2, 4]])
        congress.askForOnePass("bch")
        congress.figures("bch", 4, 4)
        congress.close("bch")
    }
    function makePackage() {
        open("archive", congress.secretary)
        main("Lập gói lưu trữ")
        waitForMain("Chép ra thiết bị…")
    }

    // Caught: a copy that was not read back, or a package nobody is named for.
    function test_aPackageIsMadeAndCopied() {
        closedCount()
        makePackage()
        compare(congress.journal("package-made").map(entry => entry.by), [congress.secretary])
        congress.write("README.txt", "a folder needs something in it")
        click("mainAction")
        pick([], "")
        until(() => congress.journal("saved-to-medium").length === 1, "the copy in the journal")
        verify(congress.journal("saved-to-medium")[0].details.includes("agrees"))
        compare(congress.files("", "*.kpz").length, 1)
    }

    // Caught: a package that is sound and is said to be wrong, or the other way round.
    function test_thePackageIsChecked() {
        closedCount()
        makePackage()
        const name = congress.files("goi-luu-tru", "*.kpz")[0]
        click("tab-1")
        main("Chọn tài liệu…")
        pick(["goi-luu-tru"], name)
        until(() => kiosk.model("documentCheck").state === "sound", "the verdict")
        verify(kiosk.textOf("checkedName").includes(name))
    }

    // Caught: a person of a past congress who is not found without diacritics.
    function test_aPersonIsFoundWithoutDiacritics() {
        closedCount()
        open("archive", congress.secretary)
        click("tab-2")
        enter("archiveQuestion", "vang a chinh")
        waitFor("hit-0")
        waitForText("Bầu Ban Chấp hành Đảng bộ xã Vân Sơn")
    }

    // Caught: a supervisor who makes or copies the package; a dead button that does not say whose it is.
    function test_aSupervisorOnlyLooks() {
        closedCount()
        open("archive", congress.supervisor)
        waitForText("lập và chép gói lưu trữ do Ban kiểm phiếu")
        verify(!kiosk.canTouch("mainAction"))
        click("tab-1")
        waitForMain("Chọn tài liệu…")  // what everybody may do
        compare(congress.journal("package-made").length, 0)
    }
}
