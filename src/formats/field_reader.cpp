// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/field_reader.h"

#include <cstdint>

#include "election/text.h"
#include "election/utf8.h"
#include "formats/unicode.h"

namespace kp {
namespace {

const nlohmann::json& emptyObject() {
  static const nlohmann::json empty = nlohmann::json::object();
  return empty;
}

}  // namespace

FieldReader::FieldReader(const nlohmann::json& object, std::string path, std::optional<Error>& mistake)
    : m_object(object.is_object() ? &object : &emptyObject()), m_path(std::move(path)), m_mistake(&mistake) {
  if (!object.is_object()) note(m_path.empty() ? "{ }" : m_path, tr("phải là một nhóm trường trong dấu { }.", "must be an object in { }."));
}

bool FieldReader::has(const char* key) const { return m_object->contains(key); }

std::string FieldReader::pathOf(const char* key) const { return m_path.empty() ? std::string(key) : m_path + "." + key; }

void FieldReader::note(const std::string& path, const std::string& what) {
  if (*m_mistake) return;
  *m_mistake = Error{ErrorKind::BadInput,
                     trf("Trường “{0}” trong tệp khai báo: {1} Chưa có gì được tạo; hãy sửa tệp rồi làm lại.",
                         "Field “{0}” of the definition: {1} Nothing has been created; correct the file and try again.", path, what)};
}

const nlohmann::json* FieldReader::find(const char* key, bool required) {
  const auto found = m_object->find(key);
  if (found != m_object->end()) return &*found;
  if (required) note(pathOf(key), tr("chưa có trường này.", "is missing."));
  return nullptr;
}

std::string FieldReader::text(const char* key, const std::optional<std::string>& fallback) {
  const nlohmann::json* value = find(key, !fallback);
  if (!value) return fallback.value_or("");
  if (!value->is_string()) {
    note(pathOf(key), tr("phải là chữ, đặt trong dấu ngoặc kép.", "must be text in quotes."));
    return {};
  }
  const std::string normal = nfc(value->get_ref<const std::string&>());
  if (hasInvisibleCharacter(normal))
    note(pathOf(key),
         tr("có ký tự ẩn hoặc ký tự điều khiển; hãy gõ lại bằng tay.", "has a control or invisible character; type it again by hand."));
  return normal;
}

int FieldReader::number(const char* key, const std::optional<int>& fallback, int least, int most) {
  const nlohmann::json* value = find(key, !fallback);
  if (!value) return fallback.value_or(0);
  if (value->is_number_unsigned()) {  // nlohmann-json keeps −1, 2.0 and what exceeds 64 bits as other kinds
    const auto number = value->get<std::uint64_t>();
    if (number >= static_cast<std::uint64_t>(least) && number <= static_cast<std::uint64_t>(most)) return static_cast<int>(number);
  }
  note(pathOf(key), trf("phải là số nguyên từ {0} đến {1}.", "must be a whole number from {0} to {1}.", least, most));
  return 0;
}

bool FieldReader::flag(const char* key, bool fallback) {
  const nlohmann::json* value = find(key, false);
  if (!value) return fallback;
  if (value->is_boolean()) return value->get<bool>();
  note(pathOf(key), tr("phải là true hoặc false.", "must be true or false."));
  return fallback;
}

FieldReader FieldReader::object(const char* key) {
  const nlohmann::json* value = find(key, true);
  return {value ? *value : emptyObject(), pathOf(key), *m_mistake};
}

std::vector<FieldReader> FieldReader::objects(const char* key, bool required) {
  std::vector<FieldReader> out;
  const nlohmann::json* value = find(key, required);
  if (!value) return out;
  if (!value->is_array()) {
    note(pathOf(key), tr("phải là một danh sách trong dấu [ ].", "must be a list in [ ]."));
    return out;
  }
  for (std::size_t i = 0; i < value->size(); ++i) out.emplace_back((*value)[i], pathOf(key) + "[" + std::to_string(i) + "]", *m_mistake);
  return out;
}

}  // namespace kp
