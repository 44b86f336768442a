// SPDX-License-Identifier: GPL-3.0-or-later
#include "page_audit.h"

#include <QAccessible>
#include <QQuickItem>
#include <cmath>

#include "driver.h"

namespace kp::kiosk {
namespace {

constexpr int kElideNone = Qt::ElideNone;
constexpr int kFixedSize = 0;  ///< Text.fontSizeMode

double luminance(const QColor& color) {
  const auto part = [](double c) { return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
  return 0.2126 * part(color.redF()) + 0.7152 * part(color.greenF()) + 0.0722 * part(color.blueF());
}

struct Look {
  QQuickItem* item = nullptr;
  QRectF shown;          ///< what of it can be seen, in the window
  bool picture = false;  ///< inside a picture of the hall's screen: small on purpose
};

class Audit {
 public:
  explicit Audit(QQuickWindow* window) : m_window(window) {}

  void walk(QQuickItem* item, QRectF clip, bool picture) {
    if (!item->isVisible() || item->opacity() < 0.05) return;
    const QRectF whole = item->mapRectToScene(QRectF(0, 0, item->width(), item->height()));
    if (item->clip()) clip = clip.intersected(whole);
    picture = picture || item->inherits("HallPicture") || QByteArray(item->metaObject()->className()).startsWith("HallPicture");
    const Look look{item, whole.intersected(clip), picture};
    if (item->width() > 0 && item->height() > 0 && !look.shown.isEmpty()) examine(look, whole);
    for (QQuickItem* child : item->childItems()) walk(child, clip, picture);
  }
  /// Two controls that lie on each other: one of them cannot be touched.
  void sayOverlaps() {
    for (std::size_t i = 0; i < m_touched.size(); ++i)
      for (std::size_t j = i + 1; j < m_touched.size(); ++j) {
        const QRectF both = m_touched[i].shown.intersected(m_touched[j].shown);
        if (both.width() < 2 || both.height() < 2) continue;
        if (m_touched[i].item->isAncestorOf(m_touched[j].item) || m_touched[j].item->isAncestorOf(m_touched[i].item)) continue;
        say(m_touched[j].item, QStringLiteral("lies on “%1”").arg(m_touched[i].item->property("text").toString()));
      }
  }
  QStringList findings;

 private:
  void say(QQuickItem* item, const QString& what) {
    QString where;
    for (QQuickItem* at = item; at && where.isEmpty(); at = at->parentItem()) where = at->objectName();
    const QString text = item->property("text").toString().left(50);
    const QString line = QStringLiteral("%1 “%2” (in %3): %4").arg(QString::fromLatin1(item->metaObject()->className()), text, where, what);
    if (!findings.contains(line)) findings.append(line);
  }
  void examine(const Look& look, const QRectF& whole) {
    if (look.item->inherits("QQuickText") && !look.picture && !look.item->property("text").toString().isEmpty()) examineText(look, whole);
    const bool field = look.item->inherits("QQuickTextField"),
               touched = field || look.item->inherits("QQuickAbstractButton") || look.item->inherits("QQuickComboBox");
    if (touched && look.item->isEnabled() && (whole.width() < kLeastTarget || whole.height() < kLeastTarget))
      say(look.item, QStringLiteral("%1 × %2 px, too small to touch").arg(whole.width()).arg(whole.height()));
    if (touched && look.item->isEnabled() && !inPopup(look.item)) m_touched.push_back(look);
    if (look.item->activeFocusOnTab() && look.item->isEnabled() && (touched || look.item->inherits("QQuickControl")))
      examineName(look.item);
  }
  void examineName(QQuickItem* item) {
    QAccessibleInterface* spoken = QAccessible::queryAccessibleInterface(item);
    if (!spoken || spoken->text(QAccessible::Name).trimmed().isEmpty())
      say(item, QStringLiteral("takes the focus and has no name for a screen reader"));
  }
  void examineText(const Look& look, const QRectF& whole) {
    QQuickItem* item = look.item;
    if (item->property("fontSizeMode").toInt() == kFixedSize && item->property("font").value<QFont>().pixelSize() < kLeastLetters)
      say(item, QStringLiteral("letters of %1 px").arg(item->property("font").value<QFont>().pixelSize()));
    const bool mayShorten = item->property("elide").toInt() != kElideNone;
    const QQuickItem* parent = item->parentItem();
    const bool onButton =
        parent && parent->inherits("QQuickAbstractButton") && parent->property("contentItem").value<QQuickItem*>() == item;
    if (item->property("truncated").toBool() && (!mayShorten || onButton)) say(item, QStringLiteral("is cut"));
    const double wide = item->property("contentWidth").toDouble(), high = item->property("contentHeight").toDouble();
    if (!mayShorten && item->property("fontSizeMode").toInt() == kFixedSize && (wide > item->width() + 1.5 || high > item->height() + 1.5))
      say(item, QStringLiteral("needs %1 × %2 px and has %3 × %4").arg(wide).arg(high).arg(item->width()).arg(item->height()));
    if (!inFlickable(item) && (whole.right() > m_window->width() + 1 || whole.bottom() > m_window->height() + 1 || whole.left() < -1))
      say(item, QStringLiteral("is outside of the window"));
    examineContrast(item);
  }
  void examineContrast(QQuickItem* item) {
    if (!item->isEnabled()) return;  // what is switched off may be faint
    const QColor letters = item->property("color").value<QColor>(), ground = groundOf(item);
    const double contrast = contrastOf(letters, ground);
    if (contrast < kLeastContrast)
      say(item, QStringLiteral("contrast %1:1 (%2 on %3)").arg(contrast, 0, 'f', 2).arg(letters.name(), ground.name()));
  }
  /// Above the page, where it may lie on what is behind it.
  static bool inPopup(const QQuickItem* item) {
    while (item && !item->inherits("QQuickPopupItem")) item = item->parentItem();
    return item != nullptr;
  }
  static bool inFlickable(const QQuickItem* item) {
    while (item && !item->inherits("QQuickFlickable")) item = item->parentItem();
    return item != nullptr;
  }
  QColor groundOf(const QQuickItem* item) const {
    for (const QQuickItem* at = item->parentItem(); at; at = at->parentItem()) {
      const auto* behind = at->inherits("QQuickControl") ? at->property("background").value<QQuickItem*>() : at;
      if (!behind || !behind->inherits("QQuickRectangle") || !behind->isVisible() || behind == item) continue;
      const QColor color = behind->property("color").value<QColor>();
      if (color.alpha() == 255) return color;
    }
    return m_window->color();
  }
  QQuickWindow* m_window;
  std::vector<Look> m_touched;
};

}  // namespace

double contrastOf(const QColor& a, const QColor& b) {
  const double x = luminance(a), y = luminance(b);
  return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

QStringList auditPage(QQuickWindow* window) {
  QAccessible::setActive(true);  // controls fill in their names only when somebody listens
  QStringList findings;
  // A machine under load may not have laid the page out yet: what is wrong is still wrong when it had the time.
  constexpr int kLooks = 5;
  for (int look = 0; look < kLooks; ++look) {
    if (look > 0) Driver(window).rest(800);
    Audit audit(window);
    audit.walk(window->contentItem(), QRectF(0, 0, window->width(), window->height()), false);
    audit.sayOverlaps();
    findings = audit.findings;
    if (findings.isEmpty()) break;
  }
  return findings;
}

}  // namespace kp::kiosk
