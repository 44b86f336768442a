// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// Screen 12 promises: votes in ballot order and from high to low with the line of "quá bán", every number opens to its ballots, and closing takes two.
PageTest {
    name: "Result"

    function nineBallots() {  // names 1 and 2 get 9, name 3 gets 6, name 4 gets 3, name 5 none; base 10
        congress.makeWithPins()
        congress.count([[3, 4], [3, 4], [3, 4], [3, 4], [3, 4], [3, 4], [2, 4], [2, 4], [2, 4]])
        congress.askForOnePass("bch")
        congress.figures("bch", 10, 9)
    }

    // Caught: a number that opens to other ballots than it counts.
    function test_aNumberOpensToItsBallots() {
        nineBallots()
        open("result", congress.head)
        click("votes-3")
        waitForText("6 / 9 phiếu")
        keyClick(Qt.Key_Escape)
        waitForMain("Chốt kết quả")
    }

    // Caught: a count closed by one person, or by one whose PIN was wrong.
    function test_closingTakesTwo() {
        nineBallots()
        open("result", congress.head)
        main("Chốt kết quả")
        waitFor("secondPin")
        kiosk.type("9999")
        keyClick(Qt.Key_Return)
        waitFor("secondRefused")
        compare(congress.journal("contest-closed").length, 0)
        second(congress.member)
        waitForMain("Lập biên bản")
        compare(congress.journal("contest-closed").map(entry => entry.by), [congress.head + ", " + congress.member])
        compare(congress.result("bch").votes, [9, 9, 6, 3, 0])
        click("mainAction")
        until(() => page() === "minutes", "the minutes")
    }
}
