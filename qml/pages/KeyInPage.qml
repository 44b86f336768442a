// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import KiemPhieu

StepPage {
    title: "KeyIn"
}
