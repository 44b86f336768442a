// SPDX-License-Identifier: GPL-3.0-or-later
pragma Singleton
import QtQuick

// Colours, sizes and letters of the whole kiosk. Lengths are for 1280×800 and grow with the window: Theme.px(18) is 18 px there.
// Contrast of every text on its ground is at least 4.5:1 (tests/kiosk/pages_test.cpp works it out).
QtObject {
    property real scale: 1
    function px(length: real): real { return Math.round(length * scale) }

    readonly property color ground: "#f3f1ec"
    readonly property color card: "#ffffff"
    readonly property color line: "#d6d1c7"
    readonly property color ink: "#1d2430"
    readonly property color inkSoft: "#4d5866"
    readonly property color rail: "#1f2a3a"
    readonly property color railInk: "#eef1f5"
    readonly property color railInkSoft: "#b4bfcd"
    readonly property color railNow: "#33445e"
    readonly property color accent: "#9b1c1f"
    readonly property color accentInk: "#ffffff"
    readonly property color accentSoft: "#f8e4e2"
    readonly property color good: "#1b6b3a"
    readonly property color goodSoft: "#e3f2e8"
    readonly property color warn: "#8a5200"
    readonly property color warnSoft: "#fdf0d9"
    readonly property color bad: "#a81c1c"
    readonly property color badSoft: "#fbe4e3"
    readonly property color info: "#1f4e8c"
    readonly property color infoSoft: "#e5eef9"
    readonly property color focus: "#1f6feb"

    readonly property string family: "Liberation Sans"
    readonly property string paperFamily: "Liberation Serif"
    readonly property int small: px(16)
    readonly property int body: px(18)
    readonly property int large: px(22)
    readonly property int title: px(30)
    readonly property int huge: px(64)
    readonly property int target: px(52)
    readonly property int gap: px(16)
    readonly property int radius: px(8)
}
