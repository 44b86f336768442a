// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// Screen 14 promises: nothing reaches the hall before two released it; then the figures, the votes, the elected.
PageTest {
    name: "Reveal"

    function closedCount() {
        congress.makeWithPins()
        congress.count([[3, 4], [3, 4], [3, 4], [2, 4]])
        congress.askForOnePass("bch")
        congress.figures("bch", 4, 4)
        congress.close("bch")
    }
    function hallSays(text: string): bool { return textsOf(kiosk.seen("hallPreview")).includes(text) }
    function textsOf(item) {
        let all = item.text === undefined ? "" : item.text + "\n"
        for (const child of Array.from(item.children)) if (child.visible) all += textsOf(child)
        return all
    }

    // Caught: a name in the hall before it was released; stages out of the order of R-29.
    function test_releasedByTwoStageByStage() {
        closedCount()
        open("reveal", congress.head)
        waitForMain("Công bố kết quả")
        verify(!hallSays("Vàng A Chỉnh"))
        click("mainAction")
        waitFor("secondPin")
        second(congress.member)
        waitForMain("Tiếp  ›")
        compare(congress.journal("results-released").map(entry => entry.by), [congress.head + ", " + congress.member])
        verify(!hallSays("Vàng A Chỉnh"), "the figures come first")
        let slides = 0
        for (; kiosk.textOf("mainAction") === "Tiếp  ›" && slides < 20; ++slides) {
            keyClick(Qt.Key_Right)
            wait(20)
        }
        until(() => kiosk.textOf("mainAction") === "Đã chiếu hết", "mainAction to say Đã chiếu hết")
        verify(slides >= 2, "figures, votes, elected")
        verify(hallSays("Vàng A Chỉnh"))
        verify(!hallSays("Tô Quang Sự"), "the last page names those elected only")
    }

    // Caught: a secretary, or anybody before the count is closed, who shows the hall a result.
    function test_notBeforeItIsClosedAndNotByEverybody() {
        congress.makeWithPins()
        congress.count([[3, 4]])
        congress.figures("bch", 1, 1)
        open("reveal", congress.head)
        waitForText("Kết quả chưa chốt nên chưa công bố được.")
        verify(!kiosk.canTouch("mainAction"))
        click("toResult")
        until(() => page() === "result", "the result")
    }

    // Caught: "all shown" told to a secretary while the hall is at its first page; pages that anybody turns.
    function test_whoMayNotTurnThePagesIsTold() {
        closedCount()
        open("reveal", congress.head)
        main("Công bố kết quả")
        waitFor("secondPin")
        second(congress.member)
        waitForMain("Tiếp  ›")
        const session = kiosk.station.session
        session.lock()
        until(() => !kiosk.seen("lock"), "the lock")
        session.signIn(congress.secretary, pin)
        waitForText("chuyển trang trên hội trường do Trưởng ban và ủy viên")
        compare(kiosk.textOf("mainAction"), "Tiếp  ›")
        verify(!kiosk.canTouch("mainAction"))
    }
}
