// spaCy's config.cfg: INI sections with JSON values and ${section.key} references.
#pragma once

#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include <tidings/error.hpp>

namespace tidings::language {

/// Parses config.cfg to nested objects: `[components.ner.model]` becomes
/// `config["components"]["ner"]["model"]`. References `${a.b:c}` and `${a.b.c}` are replaced, also
/// inside strings. A value that is not JSON is kept as a string. Errors (ErrorKind::Config) name
/// `file` and the line. Limits: 4 MiB, 64 levels of nesting.
[[nodiscard]] Result<nlohmann::json> parse_config(std::string_view text, std::string_view file);

/// The value at a dotted path (`nlp.tokenizer`), or null.
[[nodiscard]] const nlohmann::json* find_in_config(const nlohmann::json& config,
                                                   std::string_view path);

/// The string at a dotted path; empty if there is none.
[[nodiscard]] std::string text_in_config(const nlohmann::json& config, std::string_view path);

}  // namespace tidings::language
