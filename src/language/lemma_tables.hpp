// The lemmatizer's tables, used in place from the model file.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include <tidings/error.hpp>
#include <tidings/language.hpp>

#include "language/model_file.hpp"
#include "language/pipeline_source.hpp"

namespace tidings::language {

/// Rules, exceptions and known words by part of speech, or one table of look-ups. Immutable.
class LemmaTables {
  public:
    struct Rule {
        std::string old_end;
        std::string new_end;
    };
    /// A string in the table of texts.
    struct TextRef {
        std::uint32_t start = 0;
        std::uint32_t size = 0;
    };
    /// Words (by hash) to texts [first, first + count).
    struct WordSlot {
        std::uint64_t hash = 0;
        std::uint32_t first = 0;
        std::uint32_t count = 0;
    };
    struct PartOfSpeech {
        std::vector<Rule> rules;
        std::span<const std::uint64_t> index;  // hashes of known words
        std::span<const WordSlot> exceptions;
    };

    [[nodiscard]] static Status convert(const PipelineSource& source, const nlohmann::json& config,
                                        std::string_view component, ModelFileWriter& writer);
    [[nodiscard]] static Result<LemmaTables> load(const ModelFile& model,
                                                  std::string_view component);

    [[nodiscard]] bool by_rule() const noexcept { return by_rule_; }
    [[nodiscard]] bool english() const noexcept { return english_; }
    [[nodiscard]] bool overwrite() const noexcept { return overwrite_; }

    /// The tables of one part of speech, or null if it has none.
    [[nodiscard]] const PartOfSpeech* part(Pos pos) const noexcept;
    [[nodiscard]] bool in_index(const PartOfSpeech& part, std::string_view word) const noexcept;
    [[nodiscard]] std::span<const TextRef> exceptions(const PartOfSpeech& part,
                                                      std::string_view word) const noexcept;
    [[nodiscard]] std::optional<std::string_view> lookup(std::string_view word) const noexcept;
    /// Views live as long as the model file.
    [[nodiscard]] std::string_view text(TextRef ref) const noexcept;

  private:
    [[nodiscard]] std::span<const TextRef> refs(const WordSlot* slot) const noexcept;
    Status read_parts(const nlohmann::json& parts, std::span<const std::uint64_t> index,
                      std::span<const WordSlot> words);

    bool by_rule_ = true;
    bool english_ = false;
    bool overwrite_ = false;
    std::array<std::optional<PartOfSpeech>, static_cast<std::size_t>(Pos::Space) + 1> parts_;
    std::span<const WordSlot> lookup_;
    std::span<const TextRef> refs_;
    std::string_view texts_;
};

}  // namespace tidings::language
