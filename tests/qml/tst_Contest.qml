// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// Screen 3 promises: title, office, seats, names the Vietnamese way; the face chosen by the rule and said why; warnings with their rules; the ballot as it will print.
PageTest {
    name: "Contest"

    function draft(seats: string, names: var) {
        congress.makeWithPins()
        open("contest", congress.head)
        click("addContest")
        enter("contestTitle", "Bầu đoàn đại biểu dự Đại hội cấp trên")
        choose("contestOffice", "Đại biểu dự đại hội cấp trên")
        enter("contestSeats", seats)
        click("tab-1")
        for (const name of names) {
            enter("candidateName", name)
            keyClick(Qt.Key_Return)
        }
    }

    // Caught: names sorted by the first letter of the family name; a face nobody explains; a contest stored other than it was typed.
    function test_aContestIsDrawnUpAndStored() {
        draft("2", ["Tô Quang Sự", "Đinh Văn Ân", "Nguyễn Thị Ánh"])
        waitForText("3 người, bầu 2: có số dư 1, nên dùng phiếu gạch tên (R-01).")
        click("sortCandidates")
        main("Lưu cuộc bầu")
        waitForMain("Tiếp: In phiếu")
        const made = congress.contests()[2]
        compare(made.title, "Bầu đoàn đại biểu dự Đại hội cấp trên")
        compare(made.seats, 2)
        compare(made.names, ["Nguyễn Thị Ánh", "Đinh Văn Ân", "Tô Quang Sự"])
        compare(congress.journal("congress-changed").pop().by, congress.head)
    }

    // Caught (R-06): one of those who count on the ballot.
    function test_whoCountsIsNoCandidate() {
        draft("2", ["Tô Quang Sự", "Đinh Văn Ân", congress.member])
        waitForText("R-06")
        verify(!kiosk.canTouch("mainAction"))
        compare(congress.contests().length, 2)
    }

    // Caught: a draft lost without a question.
    function test_leavingAsksBeforeADraftIsLost() {
        draft("1", ["Tô Quang Sự"])
        click("rail-figures")
        waitFor("promptNo")
        click("promptNo")
        compare(page(), "contest")
        waitForText("Tô Quang Sự")
    }
}
