// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.VirtualKeyboard
import QtQuick.VirtualKeyboard.Settings

// The keyboard on the screen, for touch screens, with Vietnamese typing. Loaded at the first touch of a text field, so that a real keyboard is never covered.
InputPanel {
    id: panel
    readonly property real covered: active ? height : 0
    property string language: "vi"
    width: parent ? parent.width : 0
    y: active ? parent.height - height : parent.height
    visible: active
    z: 99
    Component.onCompleted: {
        VirtualKeyboardSettings.activeLocales = ["vi_VN", "en_GB"]
        VirtualKeyboardSettings.locale = panel.language === "en" ? "en_GB" : "vi_VN"
    }
}
