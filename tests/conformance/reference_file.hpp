// Reference output of spaCy, as tools/spacy-reference writes it (and describes it), and inputs.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <tidings/error.hpp>
#include <tidings/language.hpp>
#include <tidings/text.hpp>

namespace tidings::conformance {

struct ReferenceToken {
    Span span;  ///< bytes into the text
    bool space_after = false;
    bool sentence_start = false;
    std::uint32_t head = 0;
    std::string tag;
    std::string pos;
    std::string dep;
    std::string lemma;
    std::string morph;
    std::string ent;  ///< "O", "B-ORG", "I-ORG"
};

struct ReferenceText {
    std::string id;
    std::string text;
    std::vector<ReferenceToken> tokens;
};

struct ReferenceFile {
    std::string pipeline;
    std::string version;
    std::vector<ReferenceText> texts;
};

[[nodiscard]] Result<ReferenceFile> read_reference(const std::string& path);

/// Texts without annotations: {"id"?, "text"} a line of a .jsonl file, else the whole file.
[[nodiscard]] Result<std::vector<ReferenceText>> read_inputs(const std::vector<std::string>& paths);

/// Our analysis in the reference form, one line.
[[nodiscard]] std::string to_reference_line(const std::string& id, std::string_view text,
                                            const Parse& parse);

/// "O", "B-ORG" or "I-ORG" for every token of `parse`.
[[nodiscard]] std::vector<std::string> name_tags(const Parse& parse);

}  // namespace tidings::conformance
