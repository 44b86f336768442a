// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import KiemPhieu

// Body text.
Text {
    property bool soft: false
    font.family: Theme.family
    font.pixelSize: Theme.body
    color: soft ? Theme.inkSoft : Theme.ink
    wrapMode: Text.Wrap
    textFormat: Text.PlainText
}
