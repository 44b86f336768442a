// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import KiemPhieu

// A few words beside what the pointer rests on or has the focus; letters and room grow with the window as everything does.
ToolTip {
    id: tip
    width: Math.min(Theme.px(460), words.implicitWidth + 2 * padding)
    delay: 600
    timeout: 6000  // read by then; it lies over the page, and the mouse may rest there since the login
    padding: Theme.px(12)
    contentItem: KText { id: words; text: tip.text }
    background: Rectangle { color: Theme.card; radius: Theme.radius; border.width: 1; border.color: Theme.inkSoft }
}
