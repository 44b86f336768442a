// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import KiemPhieu

// What the verification code on the paper is for, in two sentences, with the short code to compare by eye.
Card {
    id: card
    required property string shortCode
    padding: Theme.px(14)
    heading: qsTr("Mã xác thực")
    Column {
        width: parent.width
        spacing: Theme.px(8)
        KText { objectName: "shortCode"; width: parent.width; text: card.shortCode; font.family: "Liberation Mono"; font.bold: true; font.pixelSize: Theme.large; wrapMode: Text.NoWrap; fontSizeMode: Text.HorizontalFit; minimumPixelSize: Theme.small; Accessible.name: qsTr("Mã ngắn %1").arg(card.shortCode) }
        KText { width: parent.width; font.pixelSize: Theme.small; text: qsTr("Ô mã vuông trên mỗi trang ghi lại toàn bộ kết quả kèm chữ ký số, nên sửa một con số trên giấy là phát hiện được ngay. Mã ngắn này phải giống nhau trên mọi trang, mọi bản; muốn kiểm tra, chụp ảnh biên bản rồi đưa vào bước “Lưu trữ”.") }
    }
}
