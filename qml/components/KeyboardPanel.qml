// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.VirtualKeyboard
import QtQuick.VirtualKeyboard.Settings
import KiemPhieu
import KiemPhieu.Kiosk

// The keyboard on the screen, for touch screens, with a bar above it: Telex on or off, and the button that puts it away. TouchKeyboard says when it is there.
Rectangle {
    id: panel
    property string language: "vi"
    height: bar.height + keys.height
    color: Theme.rail
    // The keys are made when their language is known: made before, those of the system's language would be taken down again in front of the user, and Qt's layouts (6.4) crash over that
    // now and then (SIGSEGV in QQuickGridLayoutBase::invalidate, 2 of 500 times on a busy machine).
    Component.onCompleted: {
        VirtualKeyboardSettings.activeLocales = ["vi_VN", "en_GB"]
        VirtualKeyboardSettings.locale = panel.language === "en" ? "en_GB" : "vi_VN"
        keys.active = true
    }
    MouseArea { anchors.fill: parent }  // between the keys nothing of the page is touched
    Item {
        id: bar
        width: parent.width
        height: Theme.target + Theme.px(12)
        KButton {
            objectName: "telex"
            anchors { left: parent.left; leftMargin: Theme.px(16); verticalCenter: parent.verticalCenter }
            focusPolicy: Qt.NoFocus
            text: TouchKeyboard.telex ? qsTr("Telex: bật") : qsTr("Telex: tắt")
            onClicked: TouchKeyboard.telex = !TouchKeyboard.telex
        }
        KButton {
            objectName: "hideKeyboard"
            anchors { right: parent.right; rightMargin: Theme.px(16); verticalCenter: parent.verticalCenter }
            focusPolicy: Qt.NoFocus
            text: qsTr("Ẩn bàn phím ▾")
            Accessible.name: qsTr("Ẩn bàn phím")
            onClicked: TouchKeyboard.close()
        }
    }
    Loader {
        id: keys
        active: false
        anchors.horizontalCenter: parent.horizontalCenter
        // Put away it lies outside the window: Qt's keyboard lets touches on its own rectangle through every modal popup, also while nobody sees it.
        y: bar.height + (TouchKeyboard.open ? 0 : Theme.px(10000))
        width: Math.min(parent.width, Theme.px(940))
        sourceComponent: InputPanel {
            onActiveChanged: if (!active) TouchKeyboard.close()
        }
    }
}
