// Reads `data/events/*.events`; the format is docs/event-lexicon.md.

#include <algorithm>
#include <array>
#include <optional>

#include <tidings/text.hpp>

#include "base/mapped_file.hpp"
#include "coding/headword_products.hpp"
#include "coding/hint.hpp"
#include "coding/lexicon.hpp"

namespace tidings::coding {

namespace {

constexpr std::string_view kFirstLine = "tidings-events 1";

constexpr std::array<std::pair<std::string_view, SlotKind>, 17> kSlots{{
    {"subject", SlotKind::Subject},
    {"object", SlotKind::Object},
    {"particle", SlotKind::Particle},
    {"clause", SlotKind::Clause},
    {"modifier", SlotKind::Modifier},
    {"possessor", SlotKind::Possessor},
    {"light", SlotKind::Light},
    {"speaker", SlotKind::Speaker},
    {"addressee", SlotKind::Addressee},
    {"topic", SlotKind::Topic},
    {"modal", SlotKind::Modal},
    {"verb", SlotKind::Verb},
    {"copula", SlotKind::Copula},
    {"complement", SlotKind::Complement},
    {"none", SlotKind::None},
    {"inner source", SlotKind::InnerSource},
    {"inner target", SlotKind::InnerTarget},
}};

// A slot word outside this list is more likely a typing mistake than a rare preposition.
constexpr std::array<std::string_view, 64> kPrepositions{
    "aboard",    "beside",   "facing",     "about",      "above",  "across",       "after",
    "against",   "ahead of", "along",      "alongside",  "amid",   "among",        "around",
    "as",        "at",       "away from",  "because of", "before", "behind",       "below",
    "between",   "by",       "concerning", "despite",    "down",   "during",       "followed by",
    "following", "for",      "from",       "in",         "inside", "instead of",   "into",
    "like",      "near",     "of",         "off",        "on",     "on behalf of", "onto",
    "opposite",  "out",      "out of",     "outside",    "over",   "past",         "regarding",
    "since",     "through",  "throughout", "to",         "toward", "towards",      "under",
    "until",     "up",       "upon",       "versus",     "via",    "with",         "within",
    "without"};

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    for (const std::string_view word : split(text, ' ')) {
        if (!trim(word).empty()) words.emplace_back(trim(word));
    }
    return words;
}

std::string parted_at_hyphens(std::string text) {
    std::replace(text.begin(), text.end(), '-', ' ');
    return text;
}

/// One file being read: knows the current line for messages and what it has read so far.
class Reader {
  public:
    Reader(std::string name, EventLexiconData& lexicon)
        : name_(std::move(name)), lexicon_(lexicon) {
        const std::size_t slash = name_.rfind('/');
        stem_ = name_.substr(slash == std::string::npos ? 0 : slash + 1);
        stem_ = stem_.substr(0, stem_.find('.'));
    }

    Status read(std::string_view content) {
        bool seen_header = false;
        for (std::string_view raw : split(content, '\n')) {
            ++line_number_;
            raw_ = raw;
            const std::string_view line = without_comment(raw);
            if (trim(line).empty()) continue;
            if (!seen_header) {
                if (trim(line) != kFirstLine) {
                    return error(raw, "the first line must be \"tidings-events 1\"",
                                 "another number is another version of the format");
                }
                seen_header = true;
                continue;
            }
            if (auto done = read_line(line); !done) return done;
        }
        if (!seen_header) return error(raw_, "the file is empty", "its first line is missing");
        return finish_rule();
    }

  private:
    /// A comment begins at `#` at the start of the line or behind white space, followed by a space;
    /// `#MIL` is a sector.
    static std::string_view without_comment(std::string_view line) {
        for (std::size_t i = 0; i < line.size(); ++i) {
            if (line[i] != '#') continue;
            const bool begins = i == 0 || line[i - 1] == ' ' || line[i - 1] == '\t';
            const bool spaced = i + 1 == line.size() || line[i + 1] == ' ';
            if ((i == 0) || (begins && spaced)) return line.substr(0, i);
        }
        return line;
    }

    tl::unexpected<Error> error(std::string_view at, std::string message, std::string hint = {}) {
        Error result;
        result.kind = ErrorKind::Config;
        result.message = std::move(message);
        result.file = name_;
        result.line = line_number_;
        const bool inside = at.data() >= raw_.data() && at.data() <= raw_.data() + raw_.size();
        const std::size_t byte = inside ? static_cast<std::size_t>(at.data() - raw_.data()) : 0;
        result.column = static_cast<std::uint32_t>(utf8::count(raw_.substr(0, byte))) + 1;
        result.excerpt = std::string(raw_);
        result.hint = std::move(hint);
        return tl::unexpected<Error>(std::move(result));
    }

    Status read_line(std::string_view line) {
        if (line.find('\t') != std::string_view::npos) {
            return error(line.substr(line.find('\t')), "indent with spaces, not with tabs");
        }
        const std::size_t indent = line.find_first_not_of(' ');
        const std::string_view text = trim(line);
        if (indent == 0) return read_entry(text);
        if (indent == 4) return read_rule(text);
        if (indent == 8) return read_example(text);
        return error(text, "unexpected indentation",
                     "an entry has none, a rule 4 spaces, an example 8");
    }

    Status read_entry(std::string_view text) {
        if (auto done = finish_rule(); !done) return done;
        const std::size_t open = text.rfind('(');
        if (open == std::string_view::npos || text.back() != ')') {
            return error(text, "an entry ends in its part of speech",
                         "write HEADWORD (verb), (noun) or (adjective)");
        }
        const std::string_view pos_name = trim(text.substr(open + 1, text.size() - open - 2));
        if (pos_name == "verb") {
            pos_ = PredicatePos::Verb;
        } else if (pos_name == "noun") {
            pos_ = PredicatePos::Noun;
        } else if (pos_name == "adjective") {
            pos_ = PredicatePos::Adjective;
        } else {
            return error(pos_name, "unknown part of speech " + std::string(pos_name),
                         "known are verb, noun, adjective");
        }
        first_entry_ = lexicon_.entries.size();
        for (const std::string_view part : split(text.substr(0, open), ',')) {
            const std::vector<std::string> headwords = expand_headword(part);
            if (headwords.empty()) {
                return error(part, "a headword is missing",
                             "between two commas, | or + stands a word or several");
            }
            if (headwords.size() > kMaxHeadwords) {
                return error(part,
                             "these are more than " + std::to_string(kMaxHeadwords) + " headwords");
            }
            if (lexicon_.entries.size() == first_entry_) {
                id_prefix_ = stem_ + ":" + headwords.front() + "." + std::string(pos_name) + ":";
                std::replace(id_prefix_.begin(), id_prefix_.end(), ' ', '_');
            }
            for (const std::string& headword : headwords) add_headword(headword);
        }
        in_entry_ = true;
        return {};
    }

    void add_headword(const std::string& headword) {
        Entry entry;
        entry.pos = pos_;
        entry.words = words_of(headword);
        lexicon_.entries.push_back(std::move(entry));
        // The analysis parts *pull-out* into three words.
        if (pos_ != PredicatePos::Noun || headword.find('-') == std::string::npos) return;
        Entry parted;
        parted.pos = pos_;
        parted.words = words_of(parted_at_hyphens(headword));
        parted.hyphened = true;
        lexicon_.entries.push_back(std::move(parted));
    }

    Status finish_rule() {
        if (!open_rule_) return {};
        open_rule_ = false;
        const Rule& rule = lexicon_.rules.back();
        const bool tried = !lexicon_.examples.empty() && lexicon_.examples.back().rule == rule.id;
        if (!tried) {
            return fail(ErrorKind::Config, "the rule " + rule.id + " has no example", rule.where,
                        "write a sentence under it, indented by 8 spaces: Kenya … . [KEN > SDN]");
        }
        return {};
    }

    Status read_rule(std::string_view text) {
        if (auto done = finish_rule(); !done) return done;
        if (!in_entry_) return error(text, "this rule belongs to no entry");
        const std::size_t arrow = text.find("=>");
        if (arrow == std::string_view::npos) {
            return error(text, "a rule needs \"=>\" before its action");
        }
        Rule rule;
        rule.id = id_prefix_ + std::to_string(++lexicon_.rule_counts[id_prefix_]);
        rule.where = name_ + ":" + std::to_string(line_number_);
        rule.text = std::string(text);
        const std::string_view left = text.substr(0, arrow);
        const std::size_t semicolon = left.find(';');
        if (auto done = read_conditions(left.substr(0, semicolon), rule); !done) return done;
        if (semicolon != std::string_view::npos) {
            if (auto done = read_roles(left.substr(semicolon + 1), rule); !done) return done;
        }
        if (auto done = read_action(trim(text.substr(arrow + 2)), rule); !done) return done;
        for (std::size_t i = first_entry_; i < lexicon_.entries.size(); ++i) {
            lexicon_.entries[i].rules.push_back(static_cast<std::uint32_t>(lexicon_.rules.size()));
        }
        lexicon_.rules.push_back(std::move(rule));
        open_rule_ = true;
        return {};
    }

    /// The slot of that name, nothing if there is none.
    static std::optional<Slot> find_slot(std::string_view text) {
        Slot slot;
        for (const auto& [name, kind] : kSlots) {
            if (name != text) continue;
            slot.kind = kind;
            return slot;
        }
        // `into|against`: any of several prepositions.
        for (const std::string_view word : split(text, '|')) {
            if (std::find(kPrepositions.begin(), kPrepositions.end(), word) ==
                kPrepositions.end()) {
                return std::nullopt;
            }
        }
        slot.kind = SlotKind::Preposition;
        slot.preposition = std::string(text);
        return slot;
    }

    Result<Slot> read_slot(std::string_view text) {
        if (auto slot = find_slot(text)) return std::move(*slot);
        std::vector<std::string> known(kPrepositions.begin(), kPrepositions.end());
        for (const auto& [name, kind] : kSlots) known.emplace_back(name);
        for (const std::string_view word : split(text, '|')) {
            if (find_slot(word)) continue;
            return error(text, "unknown slot " + std::string(word), did_you_mean(word, known));
        }
        return error(text, "unknown slot " + std::string(text));
    }

    Status read_conditions(std::string_view text, Rule& rule) {
        for (const std::string_view part : split(text, ',')) {
            std::string_view condition_text = trim(part);
            if (condition_text.empty()) continue;
            if (condition_text == "mutual") {
                rule.mutual = true;
                continue;
            }
            Condition condition;
            if (condition_text.starts_with("no ")) {
                condition.mode = ConditionMode::Absent;
                auto slot = read_slot(trim(condition_text.substr(3)));
                if (!slot) return tl::unexpected<Error>(slot.error());
                condition.slot = *slot;
                rule.conditions.push_back(std::move(condition));
                continue;
            }
            const std::size_t space = condition_text.rfind(' ');
            if (auto bare = find_slot(condition_text)) {
                condition.slot = *bare;  // `out`: the slot is there, whatever stands in it
                condition.mode = ConditionMode::Present;
                rule.conditions.push_back(std::move(condition));
                continue;
            }
            if (space == std::string_view::npos) {
                return error(condition_text, "a condition is a slot and a test",
                             "for instance: object @diplomat, on *, clause to");
            }
            // Tests may hold words of several parts (`travel ban|embargo`): the slot is the longest
            // known beginning.
            std::size_t cut = space;
            std::optional<Slot> slot;
            while (cut != std::string_view::npos && cut > 0) {
                const std::string_view head = trim(condition_text.substr(0, cut));
                std::string_view name = head;
                bool negated = false;
                if (name.ends_with(" not")) {
                    name = trim(name.substr(0, name.size() - 4));
                    negated = true;
                }
                if (auto found = find_slot(name)) {
                    slot = *found;
                    condition.mode = negated ? ConditionMode::IsNot : ConditionMode::Is;
                    break;
                }
                cut = condition_text.rfind(' ', cut - 1);
            }
            if (!slot) {
                auto reported = read_slot(condition_text.substr(0, condition_text.find(' ')));
                if (!reported) return tl::unexpected<Error>(reported.error());
                slot = *reported;
            }
            condition.slot = *slot;
            if (auto done = read_test(trim(condition_text.substr(cut)), condition); !done) {
                return done;
            }
            rule.conditions.push_back(std::move(condition));
        }
        return {};
    }

    Status read_test(std::string_view text, Condition& condition) {
        const bool clause = condition.slot.kind == SlotKind::Clause;
        for (const std::string_view part : split(text, '|')) {
            const std::string_view word = trim(part);
            if (word.empty()) return error(text, "an alternative of the test is empty");
            Atom atom;
            if (word == "*") {
                atom.kind = AtomKind::Any;
            } else if (clause) {
                if (word == "to") {
                    atom.kind = AtomKind::ClauseTo;
                } else if (word == "that") {
                    atom.kind = AtomKind::ClauseThat;
                } else if (word == "subjunctive") {
                    atom.kind = AtomKind::ClauseSubjunctive;
                } else if (word == "ing") {
                    atom.kind = AtomKind::ClauseIng;
                } else {
                    return error(word, "a clause is tested for to, that, subjunctive, ing or *");
                }
            } else if (word.front() == '#') {
                atom.kind = AtomKind::Sector;
                atom.word = std::string(word.substr(1));
            } else if (word.front() == '@') {
                if (auto done = read_class(word, atom); !done) return done;
            } else {
                atom.kind = AtomKind::Lemma;
                atom.word = utf8::lower(word);
            }
            condition.alternatives.push_back(std::move(atom));
        }
        return {};
    }

    Status read_class(std::string_view word, Atom& atom) {
        static constexpr std::array<std::pair<std::string_view, AtomKind>, 10> kBuiltIn{{
            {"actor", AtomKind::Actor},
            {"party", AtomKind::Party},
            {"country", AtomKind::Country},
            {"person", AtomKind::Person},
            {"event", AtomKind::Event},
            {"doing", AtomKind::Doing},
            {"foreign", AtomKind::Foreign},
            {"other", AtomKind::Other},
            {"several", AtomKind::Several},
            {"number", AtomKind::Number},
        }};
        const std::string_view name = word.substr(1);
        for (const auto& [built_in, kind] : kBuiltIn) {
            if (built_in == name) {
                atom.kind = kind;
                return {};
            }
        }
        if (!lexicon_.classes.find(name, atom.class_id)) {
            const std::string near = nearest(name, lexicon_.classes.names());
            return error(
                word, "there is no class " + std::string(word),
                near.empty() ? "classes stand in data/classes" : "did you mean @" + near + "?");
        }
        atom.kind = AtomKind::Class;
        return {};
    }

    Status read_roles(std::string_view text, Rule& rule) {
        for (const std::string_view part : split(text, ',')) {
            const std::string_view role = trim(part);
            if (role == "mutual") {
                rule.mutual = true;
                continue;
            }
            const bool is_source = role.starts_with("source ");
            if (!is_source && !role.starts_with("target ")) {
                return error(role, "a role is \"source SLOT\", \"target SLOT\" or \"mutual\"");
            }
            for (const std::string_view name : split(role.substr(7), '|')) {
                auto slot = read_slot(trim(name));
                if (!slot) return tl::unexpected<Error>(slot.error());
                (is_source ? rule.source : rule.target).push_back(*slot);
            }
        }
        return {};
    }

    Status read_action(std::string_view text, Rule& rule) {
        const std::vector<std::string> words = words_of(text);
        if (words.empty()) return error(text, "the action is missing");
        Action& action = rule.action;
        if (words[0] == "none" && words.size() == 1) {
            action.kind = ActionKind::None;
            return {};
        }
        if (words[0] == "through") {
            action.kind = ActionKind::Through;
            if (words.size() == 1) return {};
            const auto status = status_named(words[1]);
            if (!status || words.size() > 2) return error(text, "unknown status " + words[1]);
            action.status = *status;
            action.has_status = true;
            return {};
        }
        if (words[0] == "compose") return read_compose(text, words, action);
        if (words.size() < 3) {
            return error(text, "an action is TYPE MODE CAMEO, with - for no mode",
                         "or: compose OPERATOR, through, none");
        }
        action.kind = ActionKind::Code;
        if (auto read = read_coding(text, words, 0, action.coding); !read) return read;
        std::size_t next = 3;
        if (next + 3 < words.size() && words[next] == "also") {
            if (auto read = read_coding(text, words, next + 1, action.also); !read) return read;
            next += 4;
        }
        const auto& ontology = lexicon_.ontology;
        if (next + 1 < words.size() && words[next] == "status") {
            const auto status = status_named(words[next + 1]);
            if (!status) return error(text, "unknown status " + words[next + 1]);
            action.status = *status;
            action.has_status = true;
            next += 2;
        }
        if (next < words.size() && words[next] == "context") {
            action.contexts.assign(words.begin() + static_cast<std::ptrdiff_t>(next) + 1,
                                   words.end());
            for (const std::string& context : action.contexts) {
                if (ontology.has_context(context)) continue;
                return error(text, "there is no context " + context,
                             did_you_mean(context, ontology.contexts()));
            }
            next = words.size();
        }
        if (next != words.size()) {
            return error(
                text, "unexpected " + words[next] + " after the code",
                "only \"also TYPE MODE CAMEO\", \"status NAME\" and \"context NAME …\" may stand "
                "there");
        }
        return {};
    }

    /// TYPE MODE CAMEO, the three words from `first` on.
    Status read_coding(std::string_view text, const std::vector<std::string>& words,
                       std::size_t first, Coding& coding) {
        const std::string& type = words[first];
        const std::string& mode = words[first + 1];
        const std::string& code = words[first + 2];
        const auto& ontology = lexicon_.ontology;
        coding = {type, mode == "-" ? std::string() : mode, code};
        if (!ontology.has_type(type)) {
            return error(text, "there is no event type " + type,
                         did_you_mean(type, ontology.type_names()));
        }
        if (!ontology.has_mode(type, coding.mode)) {
            return error(text, type + " has no mode " + mode);
        }
        if (!ontology.has_cameo(code)) return error(text, "there is no code " + code);
        return {};
    }

    Status read_compose(std::string_view text, const std::vector<std::string>& words,
                        Action& action) {
        action.kind = ActionKind::Compose;
        if (words.size() < 2) return error(text, "compose needs the name of an operator");
        action.op = words[1];
        if (!lexicon_.ontology.has_operator(action.op)) {
            return error(text, "data/events/composition.tsv has no operator " + action.op,
                         did_you_mean(action.op, lexicon_.ontology.operator_names()));
        }
        if (words.size() == 2) return {};
        const auto status = words.size() == 4 ? status_named(words[3]) : std::nullopt;
        if ((words[2] != "keep" && words[2] != "else") || !status) {
            return error(text,
                         "after the operator only \"keep STATUS\" or \"else STATUS\" may stand");
        }
        action.keep_inner = words[2] == "keep";
        action.else_inner = words[2] == "else";
        action.status = *status;
        action.has_status = action.keep_inner || *status != EventStatus::Actual;
        return {};
    }

    Status read_example(std::string_view text) {
        if (!open_rule_) return error(text, "this example belongs to no rule");
        const std::size_t open = text.rfind('[');
        if (open == std::string_view::npos || text.back() != ']') {
            return error(text, "an example ends in what it is coded to",
                         "for instance: Kenya expelled two Sudanese diplomats. [KEN > SDN]");
        }
        const Rule& rule = lexicon_.rules.back();
        EventLexicon::Example example;
        example.rule = rule.id;
        example.where = name_ + ":" + std::to_string(line_number_);
        example.text = std::string(trim(text.substr(0, open)));
        std::string_view expected = trim(text.substr(open + 1, text.size() - open - 2));
        if (expected == "no event") {
            example.negative = true;
            lexicon_.examples.push_back(std::move(example));
            return {};
        }
        if (const std::size_t colon = expected.find(':'); colon != std::string_view::npos) {
            const auto words = words_of(expected.substr(0, colon));
            if (words.size() != 3 || !lexicon_.ontology.has_type(words[0])) {
                return error(expected, "before the colon stand TYPE MODE CAMEO");
            }
            if (words[2] != "*" && !lexicon_.ontology.has_cameo(words[2])) {
                return error(expected, "there is no code " + words[2],
                             "or * for any code of the type");
            }
            example.type = words[0];
            example.mode = words[1] == "-" ? std::string() : words[1];
            example.cameo = words[2];
            expected = trim(expected.substr(colon + 1));
        } else if (rule.action.kind == ActionKind::Code) {
            example.type = rule.action.coding.type;
            example.mode = rule.action.coding.mode;
            example.cameo = rule.action.coding.cameo;
        } else {
            return error(expected, "this rule composes: the example must say what comes out",
                         "for instance: [THREATEN violence 138: KEN > SDN]");
        }
        const auto words = words_of(expected);
        const bool with_status = words.size() == 4 && status_named(words[3]).has_value();
        if ((words.size() != 3 && !with_status) || words[1] != ">") {
            return error(expected, "the sides are written SOURCE > TARGET, then perhaps a status");
        }
        example.source = words[0];
        example.target = words[2];
        if (with_status) {
            example.status = words[3];
        } else if (rule.action.kind == ActionKind::Code && rule.action.has_status) {
            example.status = std::string(to_string(rule.action.status));
        }
        lexicon_.examples.push_back(std::move(example));
        return {};
    }

    std::string name_;
    std::string stem_;
    EventLexiconData& lexicon_;
    std::uint32_t line_number_ = 0;
    std::string_view raw_;
    PredicatePos pos_ = PredicatePos::Verb;
    std::size_t first_entry_ = 0;
    std::string id_prefix_;
    bool in_entry_ = false;
    bool open_rule_ = false;
};

}  // namespace

Status read_events_file(const std::string& path, const std::string& shown_name,
                        EventLexiconData& lexicon) {
    auto content = read_file(path);
    if (!content) return tl::unexpected<Error>(content.error());
    if (!utf8::is_valid(*content)) {
        return fail(ErrorKind::Config, "the file is not valid UTF-8", shown_name);
    }
    return Reader(shown_name, lexicon).read(*content);
}

}  // namespace tidings::coding
