// SPDX-License-Identifier: GPL-3.0-or-later
// Internal to src/formats: reads the fields of a JSON object and remembers the first mistake with its path.
#pragma once
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "election/error.h"

namespace kp {

/// Reads one JSON object. A field that is missing or of the wrong kind yields the fallback and, if it is the first mistake, is kept in the `mistake`
/// all readers of one document share; the caller looks at it once at the end.
class FieldReader {
 public:
  /// `path` is where the object stands in the document, such as `contests[0]`; "" for the document itself.
  FieldReader(const nlohmann::json& object, std::string path, std::optional<Error>& mistake);

  /// A text in NFC without control or invisible characters. nullopt as fallback: the field is required.
  std::string text(const char* key, const std::optional<std::string>& fallback);
  /// A whole number from `least` to `most`, none of them negative.
  int number(const char* key, const std::optional<int>& fallback, int least, int most);
  bool flag(const char* key, bool fallback);
  /// One of an enum's names; `parse` is the enum's parse function.
  template <typename E>
  E word(const char* key, Expected<E> (*parse)(const std::string&), const std::optional<E>& fallback) {
    if (!has(key) && fallback) return *fallback;
    const auto value = parse(text(key, std::nullopt));
    if (value) return *value;
    note(pathOf(key), value.error().what);
    return E{};
  }
  /// The object in a field; an empty one where it is missing or something else.
  FieldReader object(const char* key);
  /// The objects of an array.
  std::vector<FieldReader> objects(const char* key, bool required);

 private:
  bool has(const char* key) const;
  std::string pathOf(const char* key) const;
  void note(const std::string& path, const std::string& what);
  const nlohmann::json* find(const char* key, bool required);

  const nlohmann::json* m_object;
  std::string m_path;
  std::optional<Error>* m_mistake;
};

}  // namespace kp
