// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// Screen 11 promises: pass 1 and pass 2 ballot by ballot; they must agree or be ruled on; every number opens to its ballots.
PageTest {
    name: "Compare"

    function passes(first: var, second: var) {
        congress.makeWithPins()
        congress.count(first, 1)
        if (second.length > 0) congress.count(second, 2)
        congress.figures("bch", first.length, first.length)
    }

    // Caught: passes that agree and do not lead on; a number of one pass shown as the other's.
    function test_passesThatAgreeLeadOn() {
        passes([[3, 4], [0, 1]], [[3, 4], [0, 1]])
        open("compare", congress.head)
        waitForMain("Sang kết quả")
        click("compareB-0")
        waitFor("ballotsClose")
        keyClick(Qt.Key_Escape)
        main("Sang kết quả")
        until(() => page() === "result", "the result")
    }

    // Caught: a difference that is not seen, or from which no way leads to the paper.
    function test_aDifferenceIsNamedAndLeadsToTheBallot() {
        passes([[3, 4], [0, 1]], [[3, 4], [0, 2]])
        open("compare", congress.head)
        waitForText("≠ khác")
        main("Xem lại các phiếu")
        until(() => page() === "adjudicate", "the ballots")
    }

    // Caught: a single pass taken for enough where the rules ask for two.
    function test_oneSinglePassOffersTheSecond() {
        passes([[3, 4], [0, 1]], [])
        open("compare", congress.head)
        waitForMain("Bắt đầu lượt 2: quét")
        click("keySecond")
        until(() => page() === "key-in", "keying in as the second pass")
    }
}
