#include "language/attribute_ruler.hpp"

#include <cctype>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "language/json_fields.hpp"
#include "language/morphology.hpp"
#include "language/msgpack_json.hpp"
#include "language/token_pattern.hpp"

namespace tidings::language {
namespace {

using nlohmann::json;

constexpr std::size_t kMaxRules = 100'000;

/// What a rule sets; what it leaves alone is empty.
struct RuleValues {
    std::optional<std::string> tag;
    std::optional<std::string> dep;
    std::optional<std::string> lemma;
    std::optional<std::string> morph;
    std::optional<Pos> pos;
};

struct Rule {
    std::vector<TokenPattern> patterns;
    RuleValues values;
    std::int64_t index = 0;  // of the token to be set; negative from the end of the match
};

struct RuleMatch {
    std::uint32_t rule = 0;
    std::uint32_t first = 0;
    std::uint32_t last = 0;
};

/// A pattern by the numbers of its rule and of itself.
struct PatternRef {
    std::uint32_t rule = 0;
    std::uint32_t pattern = 0;
};

/// Patterns by a value that their first token must have, so that most tokens are tested against
/// few patterns.
struct PatternIndex {
    std::unordered_map<std::uint64_t, std::vector<PatternRef>> by_lower;
    std::unordered_map<std::string_view, std::vector<PatternRef>> by_tag;
    std::unordered_map<std::string_view, std::vector<PatternRef>> by_dep;
    std::vector<PatternRef> space;
    std::vector<PatternRef> other;
};

std::optional<Pos> to_pos(const std::string& text) {
    std::string upper;
    for (const char c : text)
        upper += static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    for (auto i = static_cast<int>(Pos::None); i <= static_cast<int>(Pos::Space); ++i) {
        if (to_string(static_cast<Pos>(i)) == upper) return static_cast<Pos>(i);
    }
    return std::nullopt;
}

Status read_values(const json& attrs, RuleValues& values) {
    if (!attrs.is_object()) return fail(ErrorKind::Config, "a rule's attributes are no map");
    for (const auto& [key, value] : attrs.items()) {
        if (!value.is_string()) {
            return fail(ErrorKind::Config, fmt::format("the value of {} is no string", key));
        }
        const std::string text = value.get<std::string>();
        if (key == "TAG") {
            values.tag = text;
        } else if (key == "DEP") {
            values.dep = text;
        } else if (key == "LEMMA") {
            values.lemma = text;
        } else if (key == "MORPH") {
            values.morph = normalize_morph(text);
        } else if (key == "POS") {
            values.pos = to_pos(text);
            if (!values.pos) {
                return fail(ErrorKind::Config, fmt::format("unknown part of speech {}", text));
            }
        } else {
            return fail(ErrorKind::Config,
                        fmt::format("rules that set {} are not known here", key));
        }
    }
    return {};
}

Result<Rule> read_rule(const json& entry) {
    Rule rule;
    const auto patterns = entry.is_object() ? entry.find("patterns") : entry.end();
    const auto attrs = entry.is_object() ? entry.find("attrs") : entry.end();
    if (patterns == entry.end() || attrs == entry.end() || !patterns->is_array()) {
        return fail(ErrorKind::Config, "a rule has no patterns or no attributes");
    }
    for (const json& specs : *patterns) {
        auto pattern = TokenPattern::compile(specs);
        if (!pattern) return tl::unexpected<Error>(std::move(pattern.error()));
        rule.patterns.push_back(std::move(*pattern));
    }
    if (auto status = read_values(*attrs, rule.values); !status) {
        return tl::unexpected<Error>(std::move(status.error()));
    }
    const auto index = entry.find("index");
    if (index != entry.end() && index->is_number_integer()) {
        rule.index = index->get<std::int64_t>();
    }
    return rule;
}

Result<std::vector<Rule>> read_rules(const json& entries) {
    if (!entries.is_array() || entries.size() > kMaxRules) {
        return fail(ErrorKind::Config, "the attribute ruler's patterns are no list");
    }
    std::vector<Rule> rules;
    for (const json& entry : entries) {
        auto rule = read_rule(entry);
        if (!rule) {
            rule.error().message =
                fmt::format("attribute ruler, rule {}: {}", rules.size(), rule.error().message);
            return tl::unexpected<Error>(std::move(rule.error()));
        }
        rules.push_back(std::move(*rule));
    }
    return rules;
}

/// The first test among `tests` that asks for one or several values of `attribute`.
const AttributeTest* wanted(const TokenSpec& spec, TokenAttribute attribute) {
    for (const AttributeTest& test : spec.tests) {
        const bool positive =
            test.kind == AttributeTest::Kind::Equal || test.kind == AttributeTest::Kind::In;
        if (test.attribute == attribute && positive) return &test;
    }
    return nullptr;
}

void index_pattern(const TokenPattern& pattern, PatternRef ref, PatternIndex& index) {
    const TokenSpec& first = pattern.specs().front();
    if (first.quantifier != Quantifier::One) return index.other.push_back(ref);
    if (const auto* lower = wanted(first, TokenAttribute::Lower)) {
        for (const std::uint64_t id : lower->ids) index.by_lower[id].push_back(ref);
    } else if (const auto* tag = wanted(first, TokenAttribute::Tag)) {
        for (const std::string& text : tag->texts) index.by_tag[text].push_back(ref);
    } else if (const auto* dep = wanted(first, TokenAttribute::Dep)) {
        for (const std::string& text : dep->texts) index.by_dep[text].push_back(ref);
    } else if (const auto* space = wanted(first, TokenAttribute::IsSpace);
               space != nullptr && space->yes) {
        index.space.push_back(ref);
    } else {
        index.other.push_back(ref);
    }
}

void set_values(const RuleValues& values, Token& token) {
    if (values.tag) token.tag = *values.tag;
    if (values.dep) token.dep = *values.dep;
    if (values.lemma) token.lemma = *values.lemma;
    if (values.morph) token.morph = *values.morph;
    if (values.pos) token.pos = *values.pos;
}

/// Matches in the order in which rules are applied: later rules have the last word. The order of
/// one rule's own matches does not matter, as they all set the same values.
void sort_by_rule(std::size_t rules, const std::vector<RuleMatch>& matches,
                  std::vector<std::uint32_t>& counts, std::vector<RuleMatch>& sorted) {
    counts.assign(rules + 1, 0);
    for (const RuleMatch& match : matches) ++counts[match.rule + 1];
    for (std::size_t r = 1; r <= rules; ++r) counts[r] += counts[r - 1];
    sorted.resize(matches.size());
    for (const RuleMatch& match : matches) sorted[counts[match.rule]++] = match;
}

std::string section_name(std::string_view component) {
    return std::string(component) + "/rules";
}

}  // namespace

struct AttributeRuler::Data {
    std::vector<Rule> rules;  // never changed once indexed: the index views its strings
    PatternIndex index;
};

struct RulerScratch::Buffers {
    PatternScratch pattern;
    std::vector<std::uint32_t> lengths;
    std::vector<RuleMatch> matches;
    std::vector<RuleMatch> sorted;
    std::vector<std::uint32_t> counts;
};

RulerScratch::RulerScratch() : buffers_(std::make_unique<Buffers>()) {}
RulerScratch::~RulerScratch() = default;
RulerScratch::RulerScratch(RulerScratch&&) noexcept = default;
RulerScratch& RulerScratch::operator=(RulerScratch&&) noexcept = default;

AttributeRuler::AttributeRuler(std::shared_ptr<const Data> data) : data_(std::move(data)) {}

Status AttributeRuler::convert(const PipelineSource& source, const json&,
                               std::string_view component, ModelFileWriter& writer) {
    const std::string file = std::string(component) + "/patterns";
    const std::string name = source.name() + ": " + file;
    auto bytes = source.read(file);
    if (!bytes) return tl::unexpected<Error>(std::move(bytes.error()));
    auto document = MsgpackDocument::parse(*bytes, name);
    if (!document) return tl::unexpected<Error>(std::move(document.error()));
    const json entries = to_json(document->root());
    if (auto rules = read_rules(entries); !rules) {
        rules.error().file = name;
        return tl::unexpected<Error>(std::move(rules.error()));
    }
    writer.add(section_name(component), json_text(entries));
    return {};
}

Result<AttributeRuler> AttributeRuler::load(const ModelFile& model, std::string_view component) {
    auto bytes = model.section(section_name(component));
    if (!bytes) return tl::unexpected<Error>(std::move(bytes.error()));
    auto rules = read_rules(parse_json(*bytes));
    if (!rules) return tl::unexpected<Error>(std::move(rules.error()));
    auto data = std::make_shared<Data>();
    data->rules = std::move(*rules);
    for (std::uint32_t r = 0; r < data->rules.size(); ++r) {
        const auto& patterns = data->rules[r].patterns;
        for (std::uint32_t p = 0; p < patterns.size(); ++p) {
            index_pattern(patterns[p], {r, p}, data->index);
        }
    }
    return AttributeRuler(std::move(data));
}

void AttributeRuler::apply(const Doc& doc, RulerScratch& scratch, Parse& parse) const {
    if (doc.tokens.size() != parse.tokens.size()) return;
    RulerScratch::Buffers& buffers = scratch.buffers();
    const PatternInput input{doc, parse.tokens};
    const PatternIndex& index = data_->index;
    buffers.matches.clear();

    // All matches are found before anything is set.
    const auto try_pattern = [&](PatternRef ref, std::size_t i) {
        buffers.lengths.clear();
        data_->rules[ref.rule].patterns[ref.pattern].match(input, i, buffers.pattern,
                                                           buffers.lengths);
        for (const std::uint32_t length : buffers.lengths) {
            const auto first = static_cast<std::uint32_t>(i);
            buffers.matches.push_back({ref.rule, first, first + length});
        }
    };
    const auto try_group = [&](const auto& map, const auto& key, std::size_t i) {
        const auto found = map.find(key);
        if (found == map.end()) return;
        for (const PatternRef ref : found->second) try_pattern(ref, i);
    };
    for (std::size_t i = 0; i < doc.tokens.size(); ++i) {
        try_group(index.by_lower, doc.tokens[i].lower, i);
        try_group(index.by_tag, parse.tokens[i].tag, i);
        try_group(index.by_dep, parse.tokens[i].dep, i);
        if (doc.tokens[i].is_space) {
            for (const PatternRef ref : index.space) try_pattern(ref, i);
        }
        for (const PatternRef ref : index.other) try_pattern(ref, i);
    }

    sort_by_rule(data_->rules.size(), buffers.matches, buffers.counts, buffers.sorted);
    for (const RuleMatch& match : buffers.sorted) {
        const Rule& rule = data_->rules[match.rule];
        const std::int64_t target =
            rule.index >= 0 ? match.first + rule.index : match.last + rule.index;
        if (target < match.first || target >= match.last) continue;  // no such token
        set_values(rule.values, parse.tokens[static_cast<std::size_t>(target)]);
    }
}

}  // namespace tidings::language
