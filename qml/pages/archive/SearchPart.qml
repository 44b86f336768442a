// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import KiemPhieu
import KiemPhieu.Kiosk

// Past congresses: any contest, person or figure.
Item {
    id: part
    required property ArchiveSearchModel model
    signal opened(string path, string contest, bool isPackage)
    function start() { question.forceActiveFocus() }
    KField { id: question; objectName: "archiveQuestion"; anchors { left: parent.left; right: again.left; rightMargin: Theme.px(12); top: parent.top } label: qsTr("Tên người, cuộc bầu, đại hội, năm hoặc con số (không cần dấu)"); text: part.model.question; onEdited: part.model.question = text }
    KButton { id: again; objectName: "archiveRefresh"; anchors { right: parent.right; bottom: question.bottom } text: qsTr("Đọc lại thư mục"); enabled: part.model.state !== "indexing"; onClicked: part.model.refresh() }
    KText { id: summary; objectName: "archiveSummary"; anchors { left: parent.left; right: parent.right; top: question.bottom; topMargin: Theme.px(8) } soft: true; font.pixelSize: Theme.small; elide: Text.ElideMiddle; wrapMode: Text.NoWrap; text: (part.model.state === "indexing" ? qsTr("Đang đọc thư mục, %1 %…").arg(Math.round(part.model.fraction * 100)) : part.model.summary) + "  ·  " + part.model.folder }
    Banner { id: problem; anchors { left: parent.left; right: parent.right; top: summary.bottom; topMargin: visible ? Theme.px(8) : 0 } kind: "bad"; text: part.model.error !== "" ? part.model.error : part.model.damaged.length > 0 ? qsTr("Không đọc được %1 tệp: %2").arg(part.model.damaged.length).arg(part.model.damaged[0]) : "" }
    Card {
        anchors { left: parent.left; right: parent.right; top: problem.visible ? problem.bottom : summary.bottom; topMargin: Theme.px(8); bottom: parent.bottom }
        padding: Theme.px(6)
        implicitHeight: 0  // as high as the page gives it
        ListView {
            id: list
            objectName: "archiveHits"
            anchors.fill: parent
            clip: true
            model: part.model.hits
            activeFocusOnTab: true
            keyNavigationEnabled: true
            boundsBehavior: Flickable.StopAtBounds
            ScrollBar.vertical: ScrollBar {}
            delegate: ItemDelegate {
                id: hit
                required property int index
                required property string path
                required property string contest
                required property string title
                required property string under
                required property string figures
                required property string outcome
                required property string file
                required property bool isPackage
                objectName: "hit-" + index
                width: ListView.view.width
                height: Math.max(Theme.px(64), words.implicitHeight + Theme.px(16))
                Accessible.name: title + ", " + under + ", " + figures + ", " + outcome
                Keys.onReturnPressed: clicked()
                Keys.onEnterPressed: clicked()
                onClicked: { list.currentIndex = index; part.opened(path, contest, isPackage) }
                background: Rectangle { color: hit.hovered ? Theme.infoSoft : hit.index % 2 === 1 ? Theme.ground : Theme.card; border.width: list.activeFocus && list.currentIndex === hit.index ? Theme.px(3) : 0; border.color: Theme.focus }
                contentItem: Item {
                    Column {
                        id: words
                        anchors { left: parent.left; right: numbers.left; rightMargin: Theme.px(16); verticalCenter: parent.verticalCenter }
                        KText { width: parent.width; text: hit.title; font.bold: true }
                        KText { width: parent.width; text: hit.under; soft: true; font.pixelSize: Theme.small }
                    }
                    Column {
                        id: numbers
                        anchors { right: parent.right; rightMargin: Theme.px(10); verticalCenter: parent.verticalCenter }
                        KText { anchors.right: parent.right; text: hit.figures; font.bold: true; wrapMode: Text.NoWrap }
                        KText { anchors.right: parent.right; text: hit.outcome; font.pixelSize: Theme.small; color: Theme.good; wrapMode: Text.NoWrap }
                    }
                }
            }
            KText { anchors.centerIn: parent; visible: list.count === 0 && part.model.state === "ready"; soft: true; text: qsTr("Không thấy gì. Thử gõ ít chữ hơn, hoặc chọn thư mục khác.") }
        }
    }
}
