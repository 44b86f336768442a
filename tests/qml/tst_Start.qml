// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// Before a congress is open: the files this machine knows, said what is wrong with one that is damaged; a new congress from a form.
PageTest {
    name: "Start"

    function start() {
        kiosk.show(false)
        waitFor("newCongress")
    }

    // Caught: a known congress that a touch does not open; a damaged file that opens, or says nothing.
    function test_aKnownCongressOpensAndADamagedOneSaysSo() {
        congress.makeWithPins()
        congress.write("hong.kiemphieu", "not a congress")
        start()
        waitForText("Đại hội Đảng bộ xã Vân Sơn")
        click("congress-hong.kiemphieu")
        until(() => kiosk.screen().includes("! "), "what is wrong with the damaged file")
        verify(!kiosk.station.open)
        click("congress-dh.kiemphieu")
        waitFor("person-" + congress.head)
        compare(kiosk.station.file, congress.path)
    }

    // Caught: a form that makes a congress without what its papers need, or another one than was typed.
    function test_aNewCongressIsMadeOfTheForm() {
        congress.begin()
        start()
        click("newCongress")
        waitFor("newName")
        verify(!kiosk.canTouch("createNew"))
        enter("newName", "Đại hội Chi bộ Đồi Chè")
        enter("newDate", "03022027")
        waitForText("Còn phải điền: người lập tệp.")
        enter("newPerson", "Đỗ Kỹ Thuật")
        click("createNew")
        waitFor("person-Đỗ Kỹ Thuật")
        compare(congress.files("", "*.kiemphieu"), ["dai-hoi-chi-bo-doi-che.kiemphieu"])
        waitForText("Đại hội Chi bộ Đồi Chè")
    }

    // Caught: a language that changes half of the screen.
    function test_englishAtATouch() {
        congress.begin()
        start()
        click("language")
        until(() => kiosk.textOf("newCongress") === "Set up a new congress", "English")
        waitForText("There is no congress on this computer yet.")
    }
}
