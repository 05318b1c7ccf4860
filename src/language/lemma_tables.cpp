#include "language/lemma_tables.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "language/config_cfg.hpp"
#include "language/hash_table.hpp"
#include "language/json_fields.hpp"
#include "language/lookups.hpp"
#include "language/string_hash.hpp"

namespace tidings::language {
namespace {

using nlohmann::json;

/// Languages whose rule lemmatizer is code of its own in spaCy.
constexpr auto kOwnRuleCode =
    std::to_array<std::string_view>({"ca", "el", "es", "fr", "ht", "mk", "nl"});
constexpr auto kOwnLookupCode = std::to_array<std::string_view>({"nl"});

/// A hash that is never 0, which marks empty slots.
std::uint64_t word_hash(std::string_view word) {
    const std::uint64_t hash = hash_string(word);
    return hash == 0 ? 1 : hash;
}

std::uint64_t slot_key(const LemmaTables::WordSlot& slot) {
    return slot.hash;
}
std::uint64_t hash_key(const std::uint64_t& hash) {
    return hash;
}

std::string lower_name(Pos pos) {
    std::string name(to_string(pos));
    for (char& c : name) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
    }
    return name;
}

/// Gathers the sections of the model file.
class TableBuilder {
  public:
    Status add_lookup(const MsgpackValue& table);
    Status add_part(Pos pos, const MsgpackValue& rules, const MsgpackValue& exceptions,
                    const MsgpackValue& index);
    void write(json meta, std::string_view component, ModelFileWriter& writer) const;

  private:
    LemmaTables::TextRef add_text(std::string_view text);
    Status add_rules(const MsgpackValue& rules, json& out) const;
    Status add_exceptions(const MsgpackValue& exceptions, json& out);
    void add_index(const MsgpackValue& index, json& out);
    void add_words(const std::vector<LemmaTables::WordSlot>& words, json& out);

    json parts_ = json::object();
    json lookup_;
    std::vector<std::uint64_t> index_;
    std::vector<LemmaTables::WordSlot> words_;
    std::vector<LemmaTables::TextRef> refs_;
    std::string texts_;
};

tl::unexpected<Error> broken() {
    return fail(ErrorKind::Config, "the lemmatizer's tables are broken");
}

LemmaTables::TextRef TableBuilder::add_text(std::string_view text) {
    const LemmaTables::TextRef ref{static_cast<std::uint32_t>(texts_.size()),
                                   static_cast<std::uint32_t>(text.size())};
    texts_ += text;
    return ref;
}

void TableBuilder::add_words(const std::vector<LemmaTables::WordSlot>& words, json& out) {
    const auto slots = build_hash_table<LemmaTables::WordSlot>(words, slot_key);
    out = json::array({words_.size(), slots.size()});
    words_.insert(words_.end(), slots.begin(), slots.end());
}

Status TableBuilder::add_lookup(const MsgpackValue& table) {
    std::vector<LemmaTables::WordSlot> words;
    for (const auto& [key, value] : table.entries()) {
        const auto lemma = value.is_array() ? value.at(0).text() : value.text();
        if (!lemma) return broken();
        words.push_back({lookup_key(key), static_cast<std::uint32_t>(refs_.size()), 1});
        refs_.push_back(add_text(*lemma));
    }
    add_words(words, lookup_);
    return {};
}

Status TableBuilder::add_rules(const MsgpackValue& rules, json& out) const {
    out = json::array();
    for (const MsgpackValue rule : rules.items()) {
        const auto old_end = rule.at(0).text();
        const auto new_end = rule.at(1).text();
        if (!old_end || !new_end) return broken();
        out.push_back({*old_end, *new_end});
    }
    return {};
}

Status TableBuilder::add_exceptions(const MsgpackValue& exceptions, json& out) {
    std::vector<LemmaTables::WordSlot> words;
    for (const auto& [key, forms] : exceptions.entries()) {
        const auto word = key.text();
        if (!word || !forms.is_array()) return broken();
        words.push_back({word_hash(*word), static_cast<std::uint32_t>(refs_.size()),
                         static_cast<std::uint32_t>(forms.size())});
        for (const MsgpackValue form : forms.items()) {
            const auto text = form.text();
            if (!text) return broken();
            refs_.push_back(add_text(*text));
        }
    }
    add_words(words, out);
    return {};
}

void TableBuilder::add_index(const MsgpackValue& index, json& out) {
    std::vector<std::uint64_t> hashes;
    for (const MsgpackValue word : index.items()) {
        if (const auto text = word.text()) hashes.push_back(word_hash(*text));
    }
    for (const auto& [word, unused] : index.entries()) {  // some pipelines have a map here
        if (const auto text = word.text()) hashes.push_back(word_hash(*text));
    }
    const auto slots = build_hash_table<std::uint64_t>(hashes, hash_key);
    out = json::array({index_.size(), slots.size()});
    index_.insert(index_.end(), slots.begin(), slots.end());
}

Status TableBuilder::add_part(Pos pos, const MsgpackValue& rules, const MsgpackValue& exceptions,
                              const MsgpackValue& index) {
    if (rules.size() + exceptions.size() + index.size() == 0) return {};
    json part;
    if (auto status = add_rules(rules, part["rules"]); !status) return status;
    if (auto status = add_exceptions(exceptions, part["exceptions"]); !status) return status;
    add_index(index, part["index"]);
    parts_[lower_name(pos)] = std::move(part);
    return {};
}

void TableBuilder::write(json meta, std::string_view component, ModelFileWriter& writer) const {
    meta["parts"] = parts_;
    meta["lookup"] = lookup_;
    const std::string prefix = std::string(component) + "/";
    writer.add(prefix + "meta", json_text(meta));
    writer.add_array<std::uint64_t>(prefix + "index", index_);
    writer.add_array<LemmaTables::WordSlot>(prefix + "words", words_);
    writer.add_array<LemmaTables::TextRef>(prefix + "refs", refs_);
    writer.add(prefix + "texts", texts_);
}

/// A [first, count] pair of the meta data as a part of `values`.
template <typename T>
std::optional<std::span<const T>> part_of(std::span<const T> values, const json& range) {
    if (!range.is_array() || range.size() != 2 || !range[0].is_number_unsigned() ||
        !range[1].is_number_unsigned()) {
        return std::nullopt;
    }
    const auto first = range[0].get<std::uint64_t>();
    const auto count = range[1].get<std::uint64_t>();
    if (first > values.size() || count > values.size() - first) return std::nullopt;
    return values.subspan(first, count);
}

struct Settings {
    std::string mode;
    bool english = false;
    bool overwrite = false;
};

Result<Settings> read_settings(const PipelineSource& source, const json& config,
                               std::string_view component) {
    const std::string path = "components." + std::string(component);
    const std::string language = text_in_config(config, "nlp.lang");
    Settings settings;
    settings.english = language == "en";
    settings.mode = text_in_config(config, path + ".mode");
    if (settings.mode.empty()) settings.mode = settings.english ? "rule" : "lookup";
    const json* overwrite = find_in_config(config, path + ".overwrite");
    settings.overwrite = overwrite != nullptr && overwrite->is_boolean() && overwrite->get<bool>();

    const bool own_rules =
        std::find(kOwnRuleCode.begin(), kOwnRuleCode.end(), language) != kOwnRuleCode.end();
    const bool own_lookup =
        std::find(kOwnLookupCode.begin(), kOwnLookupCode.end(), language) != kOwnLookupCode.end();
    if ((settings.mode == "rule" && !own_rules) || (settings.mode == "lookup" && !own_lookup)) {
        return settings;
    }
    return fail(ErrorKind::Config,
                fmt::format("the lemmatizer's mode `{}` for language {} is not known here",
                            settings.mode, language),
                source.name() + ": config.cfg");
}

}  // namespace

Status LemmaTables::convert(const PipelineSource& source, const json& config,
                            std::string_view component, ModelFileWriter& writer) {
    const auto settings = read_settings(source, config, component);
    if (!settings) return tl::unexpected<Error>(settings.error());
    const std::string file = std::string(component) + "/lookups/lookups.bin";
    auto lookups = Lookups::read(source, file);
    if (!lookups) return tl::unexpected<Error>(std::move(lookups.error()));

    TableBuilder builder;
    Status status;
    if (settings->mode == "lookup") {
        status = builder.add_lookup(lookups->table("lemma_lookup"));
    } else if (lookups->table("lemma_rules").missing()) {
        status = fail(ErrorKind::Config, "the table lemma_rules is missing");
    } else {
        for (auto i = static_cast<int>(Pos::Adj); status && i < static_cast<int>(Pos::Space); ++i) {
            const Pos pos = static_cast<Pos>(i);
            const std::uint64_t id = string_id(lower_name(pos));
            const auto table = [&](std::string_view name) {
                for (const auto& [key, value] : lookups->table(name).entries()) {
                    if (lookup_key(key) == id) return value;
                }
                return MsgpackValue();
            };
            status = builder.add_part(pos, table("lemma_rules"), table("lemma_exc"),
                                      table("lemma_index"));
        }
    }
    if (!status) {
        status.error().file = source.name() + ": " + file;
        return status;
    }
    builder.write({{"mode", settings->mode},
                   {"english", settings->english},
                   {"overwrite", settings->overwrite}},
                  component, writer);
    return {};
}

Result<LemmaTables> LemmaTables::load(const ModelFile& model, std::string_view component) {
    const std::string prefix = std::string(component) + "/";
    const auto meta_text = model.section(prefix + "meta");
    const auto index = model.array<std::uint64_t>(prefix + "index");
    const auto words = model.array<WordSlot>(prefix + "words");
    const auto refs = model.array<TextRef>(prefix + "refs");
    const auto texts = model.section(prefix + "texts");
    if (!meta_text) return tl::unexpected<Error>(meta_text.error());
    if (!index) return tl::unexpected<Error>(index.error());
    if (!words) return tl::unexpected<Error>(words.error());
    if (!refs) return tl::unexpected<Error>(refs.error());
    if (!texts) return tl::unexpected<Error>(texts.error());

    const json meta = parse_json(*meta_text);
    if (!meta.is_object() || !meta.contains("mode") || !meta.contains("parts")) return broken();
    LemmaTables tables;
    tables.refs_ = *refs;
    tables.texts_ = *texts;
    tables.by_rule_ = meta["mode"] == "rule";
    tables.english_ = meta.contains("english") && meta["english"] == true;
    tables.overwrite_ = meta.contains("overwrite") && meta["overwrite"] == true;
    if (!tables.by_rule_) {
        const auto lookup = part_of(*words, meta.contains("lookup") ? meta["lookup"] : json());
        if (!lookup) return broken();
        tables.lookup_ = *lookup;
    }
    if (auto status = tables.read_parts(meta["parts"], *index, *words); !status) {
        return tl::unexpected<Error>(std::move(status.error()));
    }
    return tables;
}

Status LemmaTables::read_parts(const json& parts, std::span<const std::uint64_t> index,
                               std::span<const WordSlot> words) {
    for (auto i = static_cast<int>(Pos::Adj); i < static_cast<int>(Pos::Space); ++i) {
        const auto found = parts.find(lower_name(static_cast<Pos>(i)));
        if (found == parts.end()) continue;
        if (!found->is_object() || !found->contains("rules") || !found->contains("index") ||
            !found->contains("exceptions") || !(*found)["rules"].is_array()) {
            return broken();
        }
        PartOfSpeech part;
        for (const json& rule : (*found)["rules"]) {
            if (!rule.is_array() || rule.size() != 2 || !rule[0].is_string() ||
                !rule[1].is_string()) {
                return broken();
            }
            part.rules.push_back({rule[0].get<std::string>(), rule[1].get<std::string>()});
        }
        const auto known = part_of(index, (*found)["index"]);
        const auto exceptions = part_of(words, (*found)["exceptions"]);
        if (!known || !exceptions) return broken();
        part.index = *known;
        part.exceptions = *exceptions;
        parts_[static_cast<std::size_t>(i)] = std::move(part);
    }
    return {};
}

const LemmaTables::PartOfSpeech* LemmaTables::part(Pos pos) const noexcept {
    const auto& found = parts_[static_cast<std::size_t>(pos)];
    return found ? &*found : nullptr;
}

bool LemmaTables::in_index(const PartOfSpeech& part, std::string_view word) const noexcept {
    return find_in_hash_table(part.index, word_hash(word), hash_key) != nullptr;
}

std::span<const LemmaTables::TextRef> LemmaTables::refs(const WordSlot* slot) const noexcept {
    if (slot == nullptr || slot->first > refs_.size() || slot->count > refs_.size() - slot->first) {
        return {};
    }
    return refs_.subspan(slot->first, slot->count);
}

std::span<const LemmaTables::TextRef> LemmaTables::exceptions(
    const PartOfSpeech& part, std::string_view word) const noexcept {
    return refs(find_in_hash_table(part.exceptions, word_hash(word), slot_key));
}

std::optional<std::string_view> LemmaTables::lookup(std::string_view word) const noexcept {
    const auto found = refs(find_in_hash_table(lookup_, string_id(word), slot_key));
    if (found.empty()) return std::nullopt;
    return text(found.front());
}

std::string_view LemmaTables::text(TextRef ref) const noexcept {
    if (ref.start > texts_.size()) return {};
    return texts_.substr(ref.start, ref.size);
}

}  // namespace tidings::language
