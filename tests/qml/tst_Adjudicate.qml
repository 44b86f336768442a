// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// Screen 9 promises: one doubtful ballot at a time with its image, the rule and the choices; two people decide; undo until the count is closed.
PageTest {
    name: "Adjudicate"

    function doubts(): var { return kiosk.model("doubts") }

    function oneOverVoted() {  // the second keeps five names where three are elected
        congress.makeWithPins()
        congress.count([[3, 4], [], [0, 1]])
        congress.figures("bch", 3, 3)
    }

    // Caught: a ruling of one person, or one that the screen believes in and the file does not; no way back from it.
    function test_twoPeopleRuleAndMayRuleAgain() {
        oneOverVoted()
        open("adjudicate", congress.head)
        waitFor("ruleInvalid")
        waitForText("R-08")
        keyClick(Qt.Key_1 + placeOf("invalid"))
        until(() => kiosk.screen().includes("→ Nếu ghi:"), "what would come of it")
        keyClick(Qt.Key_Return)
        waitFor("secondPin")
        compare(congress.journal("ruling-made").length, 0)
        second(congress.secondMember)
        until(() => congress.journal("ruling-made").length === 1, "the ruling")
        compare(congress.journal("ruling-made")[0].by, congress.head + ", " + congress.secondMember)
        compare(congress.result("bch").invalid, 1)
        click("ruleAgain")
        click("setAside")
        click("asideReason-0")
        main("Ghi và sang phiếu sau")
        until(() => congress.journal("ruling-made").length === 2, "the ruling anew, in the same series of the two")
        compare(congress.result("bch").invalid, 0)
    }
    function placeOf(kind: string): int { return doubts().choices.findIndex(choice => choice.kind === kind) }

    // Caught: a doubtful mark without its picture beside the name; a vote ruled that counts for somebody else.
    function test_aDoubtfulMarkIsSeenAndAnswered() {
        congress.makeWithPins()
        congress.makeDeck("ngo", "ambiguous", 6)
        congress.scan("ngo", "bch", 1)
        congress.figures("bch", 6, 6)
        verify(congress.result("bch").undecided > 0)
        open("adjudicate", congress.head)
        until(() => doubts().loaded && doubts().deciding && doubts().choices.length > 0, "a ballot to decide")
        const before = doubts().waiting
        for (let spot = 0; spot < 6 && !doubts().ready; ++spot) {
            if (kiosk.canTouch("vote-yes")) click("vote-yes"); else click("ruleInvalid")
            wait(30)
        }
        main("Ghi và sang phiếu sau")
        waitFor("secondPin")
        second(congress.member)
        until(() => doubts().waiting === before - 1, "the ruling")
        verify(congress.journal("ruling-made").every(entry => entry.by === congress.head + ", " + congress.member))
        verify(doubts().ballot.sheets[0].picture > 0, "no picture of the paper")
    }

    // Caught: choices for people who may not rule.
    function test_aTechnicianSeesAndCannotRule() {
        oneOverVoted()
        open("adjudicate", congress.technician)
        waitForText("không kết luận về phiếu")
        keyClick(Qt.Key_1)
        verify(!doubts().ready)
        verify(!kiosk.seen("ruleInvalid"))
    }
}
