#include "mention/quote/cue_table.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include <tidings/text.hpp>

#include "base/tsv_table.hpp"

namespace tidings {

namespace fs = std::filesystem;
using mention::Cue;
using mention::CuePart;

namespace {

constexpr std::array<std::pair<std::string_view, CuePart>, mention::kCueParts> kPartNames{
    {{"verb", CuePart::Verb},
     {"noun", CuePart::Noun},
     {"adjective", CuePart::Adjective},
     {"adverb", CuePart::Adverb},
     {"phrase", CuePart::Phrase},
     {"voicing", CuePart::Voicing}}};

constexpr std::array<std::pair<std::string_view, QuoteStance>, 3> kStances{
    {{"asserted", QuoteStance::Asserted},
     {"claimed", QuoteStance::Claimed},
     {"attitude", QuoteStance::Attitude}}};

constexpr std::array<std::pair<std::string_view, std::uint16_t>, 9> kForms{
    {{"clause", mention::TakesClause},
     {"question", mention::TakesQuestion},
     {"to+verb", mention::TakesInfinitive},
     {"ing", mention::TakesGerund},
     {"object", mention::TakesObject},
     {"predicate", mention::TakesPredicate},
     {"+object", mention::ObjectBelongs},
     {"marked", mention::TakesMarked},
     {"raising", mention::RaisesSubject}}};

constexpr std::array<std::string_view, 26> kPrepositions{
    "about", "after",     "against", "among",  "as",      "at",   "behind", "between", "by",
    "for",   "from",      "in",      "into",   "like",    "of",   "off",    "on",      "out",
    "over",  "regarding", "to",      "toward", "towards", "upon", "with",   "without"};

constexpr const char* kExampleHint = "write {The minister} said [the war was over].";

/// The value of that name in a list of pairs, or nothing.
template <typename Value, std::size_t N>
std::optional<Value> named(std::string_view name,
                           const std::array<std::pair<std::string_view, Value>, N>& list) {
    for (const auto& [known, value] : list) {
        if (known == name) return value;
    }
    return std::nullopt;
}

/// The names of a list, for suggestions and hints.
template <typename Value, std::size_t N>
std::vector<std::string> names_of(const std::array<std::pair<std::string_view, Value>, N>& list) {
    std::vector<std::string> names;
    names.reserve(N);
    for (const auto& [name, value] : list) names.emplace_back(name);
    return names;
}

std::string hint_for(std::string_view word, const std::vector<std::string>& known) {
    const std::string near = nearest(word, known);
    return near.empty() ? fmt::format("known are {}", fmt::join(known, ", "))
                        : fmt::format("did you mean \"{}\"?", near);
}

/// Parts of a cell between separators, each with its offset.
std::vector<std::pair<std::string_view, std::size_t>> split_placed(std::string_view cell,
                                                                   char separator) {
    std::vector<std::pair<std::string_view, std::size_t>> parts;
    std::size_t start = 0;
    while (start <= cell.size()) {
        const std::size_t end = std::min(cell.find(separator, start), cell.size());
        if (end > start) parts.emplace_back(cell.substr(start, end - start), start);
        start = end + 1;
    }
    return parts;
}

class CueReader {
  public:
    explicit CueReader(QuoteCueData& data) : data_(data) {}

    Status read(const fs::path& path) {
        auto table =
            TsvTable::load(path.string(), {{"words", "part", "takes", "stance", "example"}, {}});
        if (!table) return tl::unexpected<Error>(table.error());
        for (const TsvRow& row : table->rows()) {
            if (auto done = read_row(row, path.filename().string()); !done) return done;
        }
        return {};
    }

  private:
    Status read_row(const TsvRow& row, const std::string& file) {
        const auto part = named(row["part"], kPartNames);
        if (!part) {
            return row.fail("part", fmt::format("there is no part {}", row["part"]),
                            hint_for(row["part"], names_of(kPartNames)));
        }
        const auto stance = named(row["stance"], kStances);
        if (!stance) {
            return row.fail("stance", fmt::format("there is no stance {}", row["stance"]),
                            hint_for(row["stance"], names_of(kStances)));
        }
        Cue cue;
        cue.stance = *stance;
        if (auto done = read_takes(row, *part, cue); !done) return done;
        const auto words = split_placed(row["words"], '|');
        if (words.empty()) return row.fail("words", "a cue needs a word");
        if (*part != CuePart::Voicing) {
            if (auto done = read_examples(row, file); !done) return done;
        }
        if (*part == CuePart::Phrase) return add_phrases(row, words, *stance);
        const auto index = static_cast<std::uint32_t>(data_.cues.size());
        data_.cues.push_back(std::move(cue));
        auto& known = data_.words[static_cast<std::size_t>(*part)];
        for (const auto& [word, offset] : words) {
            if (known.emplace(std::string(word), index).second) continue;
            return row.fail("words", fmt::format("{} stands here twice as {}", word, row["part"]),
                            "put all that it takes into one row", offset);
        }
        return {};
    }

    static Status read_takes(const TsvRow& row, CuePart part, Cue& cue) {
        for (const auto& [form, offset] : split_placed(row["takes"], ' ')) {
            if (const auto known = named(form, kForms)) {
                cue.takes = static_cast<std::uint16_t>(cue.takes | *known);
            } else if (std::find(kPrepositions.begin(), kPrepositions.end(), form) !=
                       kPrepositions.end()) {
                cue.prepositions.emplace_back(form);
            } else {
                return row.fail("takes", fmt::format("a cue cannot take {}", form),
                                hint_for(form, names_of(kForms)) + ", and prepositions", offset);
            }
        }
        const bool needs =
            part == CuePart::Verb || part == CuePart::Noun || part == CuePart::Adjective;
        if (needs && cue.takes == 0 && cue.prepositions.empty()) {
            return row.fail("takes", "a cue must take something",
                            hint_for("", names_of(kForms)) + ", and prepositions");
        }
        return {};
    }

    Status read_examples(const TsvRow& row, const std::string& file) {
        const auto sentences = split_placed(row["example"], '|');
        if (sentences.empty()) return row.fail("example", "a cue needs an example", kExampleHint);
        for (const auto& [sentence, offset] : sentences) {
            auto example = read_example(sentence);
            if (!example) {
                return row.fail("example", "the example marks no content", kExampleHint, offset);
            }
            example->where = fmt::format("{}:{}", file, row.line());
            data_.examples.push_back(std::move(*example));
        }
        return {};
    }

    /// `{Who} says [what].` to a sentence with two spans.
    static std::optional<QuoteCues::Example> read_example(std::string_view marked) {
        while (marked.starts_with(' ')) marked.remove_prefix(1);
        while (marked.ends_with(' ')) marked.remove_suffix(1);
        QuoteCues::Example example;
        for (const char c : marked) {
            const auto at = static_cast<std::uint32_t>(example.text.size());
            switch (c) {
                case '[':
                    example.content.start = at;
                    break;
                case ']':
                    example.content.end = at;
                    break;
                case '{':
                    example.speaker.start = at;
                    break;
                case '}':
                    example.speaker.end = at;
                    break;
                default:
                    example.text += c;
            }
        }
        const bool whole = example.content.end > example.content.start &&
                           example.speaker.end >= example.speaker.start;
        if (!whole) return std::nullopt;
        return example;
    }

    Status add_phrases(const TsvRow& row,
                       const std::vector<std::pair<std::string_view, std::size_t>>& phrases,
                       QuoteStance stance) {
        for (const auto& [phrase, offset] : phrases) {
            mention::SourcePhrase source;
            source.stance = stance;
            const std::size_t gap = phrase.find('_');
            if (gap == std::string_view::npos || gap == 0) {
                return row.fail("words", "a phrase holds _ where its source stands",
                                "write according to _", offset);
            }
            for (const auto& [word, ignored] : split_placed(phrase.substr(0, gap), ' ')) {
                source.before.emplace_back(word);
            }
            const auto behind = split_placed(phrase.substr(gap + 1), ' ');
            const bool possessive = behind.size() == 2 && behind.front().first == "'s";
            if (!behind.empty() && !possessive) {
                return row.fail("words", "behind _ there may stand 's and one noun", {},
                                offset + gap);
            }
            if (possessive) source.noun = std::string(behind.back().first);
            data_.phrases.push_back(std::move(source));
        }
        return {};
    }

    QuoteCueData& data_;
};

}  // namespace

const Cue* QuoteCueData::find(CuePart part, std::string_view lemma) const {
    const Words& known = words[static_cast<std::size_t>(part)];
    const auto found = known.find(lemma);
    return found == known.end() ? nullptr : &cues[found->second];
}

QuoteCues::QuoteCues(std::shared_ptr<const QuoteCueData> data) : data_(std::move(data)) {}

Result<QuoteCues> QuoteCues::load(const std::string& data_folder) {
    auto data = std::make_shared<QuoteCueData>();
    CueReader reader(*data);
    const fs::path folder = fs::path(data_folder) / "quotes";
    for (const char* name : {"verbs.tsv", "nouns.tsv", "phrases.tsv"}) {
        if (auto done = reader.read(folder / name); !done) {
            return tl::unexpected<Error>(done.error());
        }
    }
    return QuoteCues(std::move(data));
}

std::size_t QuoteCues::word_count() const noexcept {
    std::size_t count = data_->phrases.size();
    for (const auto& words : data_->words) count += words.size();
    return count;
}

const std::vector<QuoteCues::Example>& QuoteCues::examples() const noexcept {
    return data_->examples;
}

}  // namespace tidings
