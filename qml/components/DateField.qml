// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import KiemPhieu

// A day as people here write it, 22/11/2026: digits only need to be typed, the strokes come by themselves.
KField {
    id: root
    placeholder: qsTr("ví dụ %1").arg("22/11/2026")
    inputMethodHints: Qt.ImhDigitsOnly | Qt.ImhNoPredictiveText
    maximumLength: 10
    onEdited: {
        const parts = /^(\d\d)(\d{1,2})$/.exec(text) ?? /^(\d\d\/\d\d)(\d{1,4})$/.exec(text)
        if (parts) text = parts[1] + "/" + parts[2]
        else if (/^\d{8}$/.test(text)) text = text.slice(0, 2) + "/" + text.slice(2, 4) + "/" + text.slice(4)  // pasted
    }
}
