// Reads `data/time/*.times`; the format is docs/times.md.

#include "mention/time/rules.hpp"

#include <algorithm>
#include <filesystem>
#include <optional>

#include "base/mapped_file.hpp"

namespace tidings {

namespace {

using namespace mention::time;

constexpr std::string_view kFirstLine = "tidings-times 1";

constexpr std::array<std::pair<std::string_view, Builder>, 6> kBuilders{{
    {"date", Builder::Date},
    {"unit", Builder::Unit},
    {"shift", Builder::Shift},
    {"duration", Builder::Duration},
    {"set", Builder::Set},
    {"reference", Builder::Reference},
}};
constexpr std::array<std::pair<std::string_view, Check>, 6> kChecks{{
    {"name", Check::Name},
    {"year", Check::Year},
    {"clock", Check::Clock},
    {"season", Check::Season},
    {"adverb", Check::Adverb},
    {"bare", Check::Bare},
}};

/// Words of these classes make an expression; the others only belong to one.
constexpr std::uint64_t core_classes() {
    std::uint64_t mask = 0;
    for (const TokenClass c :
         {TokenClass::Month, TokenClass::Weekday, TokenClass::Weekdays, TokenClass::Unit,
          TokenClass::Units, TokenClass::Season, TokenClass::Part, TokenClass::Parts,
          TokenClass::Shift, TokenClass::Reference, TokenClass::Decade, TokenClass::Frequency,
          TokenClass::Core}) {
        mask |= std::uint64_t{1} << static_cast<unsigned>(c);
    }
    return mask;
}
constexpr std::uint64_t kCoreClasses = core_classes();

/// Classes that a token of a kind may have, whatever its value.
std::uint64_t classes_of(TimeToken::Kind kind) {
    const auto bits = [](std::initializer_list<TokenClass> classes) {
        std::uint64_t mask = 0;
        for (const TokenClass c : classes) mask |= std::uint64_t{1} << static_cast<unsigned>(c);
        return mask;
    };
    switch (kind) {
        case TimeToken::Kind::Number:
            return bits({TokenClass::Number, TokenClass::DayNumber, TokenClass::Year,
                         TokenClass::AnyYear, TokenClass::TwoDigits, TokenClass::Hour,
                         TokenClass::Military});
        case TimeToken::Kind::Ordinal:
            return bits({TokenClass::Ordinal, TokenClass::DayNumber, TokenClass::DayOrdinal});
        case TimeToken::Kind::Clock:
            return bits({TokenClass::Clock});
        case TimeToken::Kind::Date:
            return bits({TokenClass::NumericDate});
        case TimeToken::Kind::Decade:
            return bits({TokenClass::Decade});
        case TimeToken::Kind::ShortYear:
            return bits({TokenClass::ShortYear});
        default:
            return 0;
    }
}

template <typename Table>
auto named(const Table& table, std::string_view name) {
    return std::find_if(table.begin(), table.end(),
                        [&](const auto& entry) { return entry.first == name; });
}

/// One file being read.
class RuleFile {
  public:
    RuleFile(std::string path, TimeRulesData& data, Definitions& definitions)
        : path_(std::move(path)), data_(data), definitions_(definitions) {
        stem_ = std::filesystem::path(path_).filename().string();
    }

    Status read(std::string_view content) {
        bool seen_header = false;
        for (std::string_view raw : split(content, '\n')) {
            ++line_;
            if (raw.ends_with('\r')) raw.remove_suffix(1);
            raw_ = raw;
            const std::string_view line = trim(raw);
            if (line.empty() || line[0] == '#') continue;
            if (!seen_header) {
                if (line != kFirstLine) {
                    return error(0, "the first line must be \"tidings-times 1\"",
                                 "another number is another version of the format");
                }
                seen_header = true;
                continue;
            }
            if (auto done = read_line(line); !done) return done;
        }
        if (!seen_header) return error(0, "the file is empty", "its first line is missing");
        return {};
    }

  private:
    [[nodiscard]] tl::unexpected<Error> error(std::size_t at, std::string message,
                                              std::string hint = {}) const {
        const auto column =
            static_cast<std::uint32_t>(utf8::count(raw_.substr(0, std::min(at, raw_.size()))) + 1);
        return tl::unexpected<Error>(Error{ErrorKind::Config, std::move(message), path_, line_,
                                           column, std::string(raw_), std::move(hint)});
    }
    [[nodiscard]] std::size_t offset(std::string_view part) const {
        return static_cast<std::size_t>(part.data() - raw_.data());
    }

    Status read_line(std::string_view line) {
        if (line.starts_with("define ")) return read_definition(line.substr(7));
        if (line.starts_with("rule ")) return read_header(line.substr(5));
        if (!rule_) {
            return error(offset(line), "this stands under no rule",
                         "a rule begins with \"rule NAME KIND\"");
        }
        if (line[0] == '+' || line[0] == '!') return read_example(line, *rule_);
        return read_pattern(line, *rule_);
    }

    Status read_definition(std::string_view line) {
        const std::size_t equals = line.find('=');
        if (equals == std::string_view::npos) {
            return error(offset(line), "\"=\" is missing", "define NAME = PATTERN");
        }
        const std::string_view name = trim(line.substr(0, equals));
        const std::string_view pattern = trim(line.substr(equals + 1));
        if (definitions_.contains(std::string(name))) {
            return error(offset(name), "\"" + std::string(name) + "\" is defined twice");
        }
        const auto program = compile_pattern(pattern, definitions_, data_.vocabulary);
        if (!program) {
            return error(offset(pattern) + program.error().at, program.error().message,
                         program.error().hint);
        }
        definitions_.emplace(name, pattern);
        return {};
    }

    Status read_header(std::string_view line) {
        std::vector<std::string_view> words;
        for (const std::string_view word : split(line, ' ')) {
            if (!word.empty()) words.push_back(word);
        }
        if (words.size() < 2 || words.size() > 3) {
            return error(offset(line), "a rule has a name and a kind", "rule NAME KIND [CHECK]");
        }
        Rule rule;
        rule.name = std::string(words[0]);
        const auto* builder = named(kBuilders, words[1]);
        if (builder == kBuilders.end()) {
            return error(offset(words[1]), "there is no kind \"" + std::string(words[1]) + "\"",
                         "date, unit, shift, duration, set or reference");
        }
        rule.builder = builder->second;
        if (words.size() == 3) {
            const auto* check = named(kChecks, words[2]);
            if (check == kChecks.end()) {
                return error(offset(words[2]),
                             "there is no check \"" + std::string(words[2]) + "\"",
                             "name, year, clock, season, adverb or bare");
            }
            rule.check = check->second;
        }
        rule_ = std::move(rule);
        return {};
    }

    Status read_pattern(std::string_view line, const Rule& header) {
        auto program = compile_pattern(line, definitions_, data_.vocabulary);
        if (!program) {
            return error(offset(line) + program.error().at, program.error().message,
                         program.error().hint);
        }
        if (first_set(*program).anything) {
            return error(offset(line), "a pattern begins with a word, not with a mark or nothing",
                         "put what may be left out behind it");
        }
        Rule rule = header;
        rule.where = stem_ + ":" + std::to_string(line_);
        rule.program = std::move(*program);
        data_.rules.push_back(std::move(rule));
        return {};
    }

    /// `+ 2024-03-12 | sentence | words = TYPE VALUE [MOD]; ...` or `! date | sentence | words`.
    Status read_example(std::string_view line, const Rule& header) {
        const std::vector<std::string_view> cells = split(line.substr(1), '|');
        if (cells.size() != 3) {
            return error(offset(line), "an example has three parts",
                         "+ DATE | sentence | words = TYPE VALUE");
        }
        TimeRules::Example example;
        example.rule = header.name;
        example.where = stem_ + ":" + std::to_string(line_);
        example.published = std::string(trim(cells[0]));
        example.text = std::string(trim(cells[1]));
        example.negative = line[0] == '!';
        if (!example.published.empty() && !parse_iso(example.published)) {
            return error(offset(cells[0]), "this is no date", "YYYY-MM-DD, or nothing");
        }
        for (const std::string_view part : split(cells[2], ';')) {
            const std::size_t equals = part.rfind(" = ");
            TimeRules::Example::Mention mention;
            mention.words = std::string(trim(part.substr(0, equals)));
            if (example.text.find(mention.words) == std::string::npos || mention.words.empty()) {
                return error(offset(part), "these words do not stand in the sentence");
            }
            if (!example.negative) {
                if (equals == std::string_view::npos) {
                    return error(offset(part), "\" = \" is missing", "words = TYPE VALUE");
                }
                const auto words = split(trim(part.substr(equals + 3)), ' ');
                if (words.size() < 2) {
                    return error(offset(part), "type and value are missing", "words = TYPE VALUE");
                }
                mention.type = std::string(words[0]);
                mention.value = std::string(words[1]);
                if (words.size() > 2) mention.mod = std::string(words[2]);
            }
            example.mentions.push_back(std::move(mention));
        }
        data_.examples.push_back(std::move(example));
        return {};
    }

    std::string path_;
    std::string stem_;
    TimeRulesData& data_;
    Definitions& definitions_;
    std::string_view raw_;
    std::uint32_t line_ = 0;
    std::optional<Rule> rule_;
};

}  // namespace

bool TimeRulesData::may_begin(const FirstSet& set, const TimeToken& token) const noexcept {
    if (set.anything || token.holiday != 0) return true;
    if (token.kind != TimeToken::Kind::Word) return (classes_of(token.kind) & set.classes) != 0;
    constexpr std::uint64_t kAny = std::uint64_t{1} << static_cast<unsigned>(TokenClass::Any);
    if ((set.classes & kAny) != 0) return true;
    if (token.word == kNoWord) return false;
    return (vocabulary.mask(token.word) & set.classes) != 0 ||
           std::binary_search(set.words.begin(), set.words.end(), token.word);
}

bool TimeRulesData::is_core(const TimeToken& token) const noexcept {
    if (token.kind == TimeToken::Kind::Word) {
        return token.holiday != 0 || (vocabulary.mask(token.word) & kCoreClasses) != 0;
    }
    return token.kind != TimeToken::Kind::Mark && token.kind != TimeToken::Kind::Break;
}

Status TimeRulesData::read_rules(const std::string& path, Definitions& definitions) {
    auto content = read_file(path);
    if (!content) return tl::unexpected<Error>(content.error());
    return RuleFile(path, *this, definitions).read(*content);
}

void TimeRulesData::index() {
    by_word.resize(vocabulary.size());
    needs_core.assign(vocabulary.size(), true);
    for (std::uint32_t r = 0; r < rules.size(); ++r) {
        Program& program = rules[r].program;
        for (std::size_t pc = 0; pc < program.size(); ++pc) {
            if (program[pc].kind != Op::Kind::Split) continue;
            program[pc].arg = static_cast<std::uint32_t>(rules[r].branches.size());
            rules[r].branches.push_back(first_set(program, pc + 1));
        }
        const FirstSet first = first_set(program);
        for (WordId word = 1; word < vocabulary.size(); ++word) {
            const bool named =
                std::find(first.words.begin(), first.words.end(), word) != first.words.end();
            if (named || (vocabulary.mask(word) & first.classes) != 0) by_word[word].push_back(r);
        }
        for (std::size_t kind = 0; kind < by_kind.size(); ++kind) {
            if ((classes_of(static_cast<TimeToken::Kind>(kind)) & first.classes) != 0) {
                by_kind[kind].push_back(r);
            }
        }
        if ((first.classes >> static_cast<unsigned>(TokenClass::Holiday) & 1U) != 0) {
            by_holiday.push_back(r);
        }
    }
    for (WordId word = 1; word < vocabulary.size(); ++word) {
        needs_core[word] = (vocabulary.mask(word) & kCoreClasses) == 0;
    }
}

Result<std::shared_ptr<const TimeRulesData>> TimeRulesData::load(const std::string& data_folder) {
    auto data = std::make_shared<TimeRulesData>();
    const std::string folder = data_folder + "/time";
    if (auto done = data->vocabulary.load(folder + "/words.tsv"); !done) {
        return tl::unexpected<Error>(done.error());
    }
    if (auto done = data->holidays.load(folder + "/holidays.tsv", data->vocabulary); !done) {
        return tl::unexpected<Error>(done.error());
    }
    std::vector<std::string> files;
    std::error_code failed;
    for (const auto& entry : std::filesystem::directory_iterator(folder, failed)) {
        if (entry.path().extension() == ".times") files.push_back(entry.path().string());
    }
    if (failed) return fail(ErrorKind::Config, "the folder cannot be read", folder);
    // The name order is the order of the rules, and definitions stand in the first file.
    std::sort(files.begin(), files.end());
    Definitions definitions;
    for (const std::string& file : files) {
        if (auto done = data->read_rules(file, definitions); !done) {
            return tl::unexpected<Error>(done.error());
        }
    }
    if (auto done = data->publishers.load(folder + "/publishers.tsv"); !done) {
        return tl::unexpected<Error>(done.error());
    }
    data->index();
    return std::shared_ptr<const TimeRulesData>(std::move(data));
}

Result<TimeRules> TimeRules::load(const std::string& data_folder) {
    auto data = TimeRulesData::load(data_folder);
    if (!data) return tl::unexpected<Error>(data.error());
    TimeRules rules;
    rules.data_ = *data;
    return rules;
}

std::size_t TimeRules::rule_count() const noexcept {
    return data_ == nullptr ? 0 : data_->rules.size();
}

const std::vector<TimeRules::Example>& TimeRules::examples() const noexcept {
    static const std::vector<Example> kNone;
    return data_ == nullptr ? kNone : data_->examples;
}

}  // namespace tidings
