// Every way in which a file of event rules can be malformed is told with its place.

#include <gtest/gtest.h>

#include "coding/lexicon.hpp"
#include "support/small_data.hpp"

namespace tidings {
namespace {

using coding::ActionKind;
using coding::AtomKind;
using coding::ConditionMode;
using coding::SlotKind;

constexpr const char* kExample = "        Kenya expelled an envoy. [KEN > *]\n";

Result<EventLexicon> load_with(const std::string& rules) {
    const test::TempFolder folder;
    test::write_small_data(folder);
    folder.write("events/small.events", rules);
    return EventLexicon::load(folder.path());
}

/// An entry with one rule and its example.
std::string with_rule(const std::string& rule) {
    return "tidings-events 1\nexpel (verb)\n    " + rule + "\n" + kExample;
}

TEST(LexiconReader, ReadsRulesEntriesAndExamples) {
    const EventLexicon& lexicon = test::small_events();
    EXPECT_EQ(lexicon.rule_count(), 14U);
    EXPECT_EQ(lexicon.headword_count(), 13U);
    EXPECT_EQ(lexicon.examples().size(), 14U);
    EXPECT_EQ(lexicon.hash().size(), 64U);
    const auto& data = lexicon.data();
    const auto& rule = data.rules.front();
    EXPECT_EQ(rule.id, "small:expel.verb:1");
    EXPECT_EQ(rule.where, "data/events/small.events:3");
    EXPECT_EQ(rule.action.kind, ActionKind::Code);
    EXPECT_EQ(rule.action.coding.cameo, "161");
    ASSERT_EQ(rule.conditions.size(), 1U);
    EXPECT_EQ(rule.conditions[0].slot.kind, SlotKind::Object);
    EXPECT_EQ(rule.conditions[0].alternatives[0].kind, AtomKind::Class);
    EXPECT_TRUE(data.is_event_noun("attack"));
    EXPECT_FALSE(data.is_event_noun("expel"));
    ASSERT_NE(data.find(coding::PredicatePos::Verb, "strike"), nullptr);
    EXPECT_EQ(data.find(coding::PredicatePos::Noun, "expel"), nullptr);
}

TEST(LexiconReader, LongerHeadwordsComeFirst) {
    const auto& data = test::small_events().data();
    const auto* entries = data.find(coding::PredicatePos::Verb, "open");
    ASSERT_NE(entries, nullptr);
    ASSERT_EQ(entries->size(), 2U);
    EXPECT_EQ(data.entries[entries->front()].words.size(), 2U);
}

TEST(LexiconReader, ProductsAreAllTheirHeadwords) {
    const auto loaded = load_with(
        "tidings-events 1\noust, Send|hand over + back|to camp (verb)\n"
        "    => SANCTION expel 161\n" +
        std::string(kExample));
    ASSERT_TRUE(loaded.has_value()) << loaded.error().message;
    std::vector<std::string> headwords;
    for (const auto& entry : loaded->data().entries) {
        std::string text;
        for (const std::string& word : entry.words) text += (text.empty() ? "" : " ") + word;
        headwords.push_back(text);
    }
    EXPECT_EQ(headwords, (std::vector<std::string>{"oust", "send back", "send to camp",
                                                   "hand over back", "hand over to camp"}));
    EXPECT_EQ(loaded->data().rules.front().id, "small:oust.verb:1");
}

TEST(LexiconReader, AProductHasALimit) {
    std::string many = "a";
    for (int i = 0; i < 50; ++i) many += "|b" + std::to_string(i);
    const auto loaded = load_with("tidings-events 1\n" + many + " + " + many + " (verb)\n");
    ASSERT_FALSE(loaded.has_value());
    EXPECT_EQ(loaded.error().message, "these are more than 2000 headwords");
}

TEST(LexiconReader, AllPartsOfARule) {
    const auto loaded = load_with(with_rule(
        "subject #GOV|kenya, object not @diplomat, no clause, out of|into "
        "travel ban|*, off; source "
        "by|possessor, target none, mutual => SANCTION - 160 also SANCTION - 161 status planned "
        "context legal military  "
        "# why"));
    ASSERT_TRUE(loaded.has_value()) << loaded.error().to_string();
    const auto& rule = loaded->data().rules.front();
    ASSERT_EQ(rule.conditions.size(), 5U);
    EXPECT_EQ(rule.conditions[0].alternatives[0].kind, AtomKind::Sector);
    EXPECT_EQ(rule.conditions[0].alternatives[0].word, "GOV");
    EXPECT_EQ(rule.conditions[0].alternatives[1].word, "kenya");
    EXPECT_EQ(rule.conditions[1].mode, ConditionMode::IsNot);
    EXPECT_EQ(rule.conditions[2].mode, ConditionMode::Absent);
    EXPECT_EQ(rule.conditions[3].slot.preposition, "out of|into");
    EXPECT_EQ(rule.conditions[3].alternatives[0].word, "travel ban");
    EXPECT_EQ(rule.conditions[4].mode, ConditionMode::Present);
    ASSERT_EQ(rule.source.size(), 2U);
    EXPECT_EQ(rule.source[1].kind, SlotKind::Possessor);
    ASSERT_EQ(rule.target.size(), 1U);
    EXPECT_EQ(rule.target[0].kind, SlotKind::None);
    EXPECT_TRUE(rule.mutual);
    EXPECT_EQ(rule.action.coding.mode, "");
    EXPECT_EQ(rule.action.also.cameo, "161");
    EXPECT_EQ(rule.action.status, EventStatus::Planned);
    EXPECT_EQ(rule.action.contexts, (std::vector<std::string>{"legal", "military"}));
    EXPECT_EQ(loaded->examples().front().status, "planned");
}

TEST(LexiconReader, ExamplesSayWhatTheyAreCodedTo) {
    const auto loaded = load_with(
        "tidings-events 1\ndeny (verb)\n    => compose deny keep denied\n"
        "        Kenya denied it. [REJECT - 016: KEN > * denied]\n"
        "        A denial. [no event]\n");
    ASSERT_TRUE(loaded.has_value()) << loaded.error().to_string();
    const auto& first = loaded->examples().front();
    EXPECT_EQ(first.type, "REJECT");
    EXPECT_EQ(first.mode, "");
    EXPECT_EQ(first.cameo, "016");
    EXPECT_EQ(first.source, "KEN");
    EXPECT_EQ(first.target, "*");
    EXPECT_EQ(first.status, "denied");
    EXPECT_EQ(first.text, "Kenya denied it.");
    EXPECT_EQ(first.where, "data/events/small.events:4");
    EXPECT_TRUE(loaded->examples().back().negative);
}

struct Malformed {
    std::string rules;
    std::uint32_t line, column;
    std::string message;
    bool hint;
};

void PrintTo(const Malformed& wrong, std::ostream* out) {
    *out << wrong.message;
}

class LexiconReaderError : public testing::TestWithParam<Malformed> {};

TEST_P(LexiconReaderError, NamesItsPlace) {
    const auto loaded = load_with(GetParam().rules);
    ASSERT_FALSE(loaded.has_value()) << GetParam().message;
    const Error& error = loaded.error();
    EXPECT_EQ(error.kind, ErrorKind::Config);
    EXPECT_EQ(error.file, "data/events/small.events");
    EXPECT_EQ(error.message, GetParam().message);
    EXPECT_EQ(error.line, GetParam().line);
    EXPECT_EQ(error.column, GetParam().column);
    EXPECT_EQ(!error.hint.empty(), GetParam().hint) << error.hint;
    EXPECT_EQ(error.hint.find("mean ?"), std::string::npos) << error.hint;
    EXPECT_EQ(error.hint.find("mean @?"), std::string::npos) << error.hint;
}

std::vector<Malformed> malformed_files() {
    const std::string head = "tidings-events 1\n";
    const std::string entry = head + "expel (verb)\n";
    const auto rule = [&](const std::string& text) { return with_rule(text); };
    return {
        {"", 1, 1, "the file is empty", true},
        {"tidings-events 2\n", 1, 1, "the first line must be \"tidings-events 1\"", true},
        {"# note\nexpel (verb)\n", 2, 1, "the first line must be \"tidings-events 1\"", true},
        {head + "expel\n", 2, 1, "an entry ends in its part of speech", true},
        {head + "expel (verb\n", 2, 1, "an entry ends in its part of speech", true},
        {head + "expel (verbs)\n", 2, 8, "unknown part of speech verbs", true},
        {head + "expel, , oust (verb)\n", 2, 7, "a headword is missing", true},
        {head + "send| + home (verb)\n", 2, 1, "a headword is missing", true},
        {head + "oust, send + (verb)\n", 2, 6, "a headword is missing", true},
        {head + "    => none\n", 2, 5, "this rule belongs to no entry", false},
        {entry + "  => none\n", 3, 3, "unexpected indentation", true},
        {entry + "\t=> none\n", 3, 1, "indent with spaces, not with tabs", false},
        {entry + "        Kenya left. [KEN > *]\n", 3, 9, "this example belongs to no rule", false},
        {rule("object @diplomat"), 3, 5, "a rule needs \"=>\" before its action", false},
        {rule("objct @diplomat => none"), 3, 5, "unknown slot objct", true},
        {rule("zzzzzzzzz x => none"), 3, 5, "unknown slot zzzzzzzzz", false},
        {rule("objct => none"), 3, 5, "a condition is a slot and a test", true},
        {rule("no objct => none"), 3, 8, "unknown slot objct", true},
        {rule("object @diplomatt => none"), 3, 12, "there is no class @diplomatt", true},
        {rule("object a||b => none"), 3, 12, "an alternative of the test is empty", false},
        {rule("clause too => none"), 3, 12,
         "a clause is tested for to, that, subjunctive, ing or *", false},
        {rule("; origin by => none"), 3, 7,
         "a role is \"source SLOT\", \"target SLOT\" or \"mutual\"", false},
        {rule("; source bye => none"), 3, 14, "unknown slot bye", true},
        {rule("=>"), 3, 7, "the action is missing", false},
        {rule("=> SANCTION expel"), 3, 8, "an action is TYPE MODE CAMEO, with - for no mode", true},
        {rule("=> SANCTIONS expel 161"), 3, 8, "there is no event type SANCTIONS", true},
        {rule("=> QQQQQQQQQQQQ expel 161"), 3, 8, "there is no event type QQQQQQQQQQQQ", false},
        {rule("=> SANCTION phone 161"), 3, 8, "SANCTION has no mode phone", false},
        {rule("=> SANCTION expel 999"), 3, 8, "there is no code 999", false},
        {rule("=> SANCTION expel 161 status sure"), 3, 8, "unknown status sure", false},
        {rule("=> SANCTION expel 161 maybe"), 3, 8, "unexpected maybe after the code", true},
        {rule("=> through often"), 3, 8, "unknown status often", false},
        {rule("=> compose"), 3, 8, "compose needs the name of an operator", false},
        {rule("=> compose threatn"), 3, 8, "data/events/composition.tsv has no operator threatn",
         true},
        {rule("=> compose qqqqqqqqqq"), 3, 8,
         "data/events/composition.tsv has no operator qqqqqqqqqq", false},
        {rule("=> compose deny keep"), 3, 8,
         "after the operator only \"keep STATUS\" or \"else STATUS\" may stand", false},
        {rule("=> compose deny else often"), 3, 8,
         "after the operator only \"keep STATUS\" or \"else STATUS\" may stand", false},
        {entry + "    => none\n        Kenya left.\n", 4, 9,
         "an example ends in what it is coded to", true},
        {entry + "    => none\n        Kenya left. [KEN > *]\n", 4, 22,
         "this rule composes: the example must say what comes out", true},
        {entry + "    => SANCTION expel 161\n        Zürich left. [KEN SDN]\n", 4, 23,
         "the sides are written SOURCE > TARGET, then perhaps a status", false},
        {entry + "    => SANCTION expel 161\n        Kenya left. [SANCTION 161: KEN > *]\n", 4, 22,
         "before the colon stand TYPE MODE CAMEO", false},
        {entry + "    => SANCTION expel 161\n        Kenya left. [SANCTION - 999: KEN > *]\n", 4,
         22, "there is no code 999", true},
    };
}

INSTANTIATE_TEST_SUITE_P(AllLines, LexiconReaderError, testing::ValuesIn(malformed_files()));

TEST(LexiconReader, ARuleWithoutExampleFails) {
    const auto loaded = load_with("tidings-events 1\nexpel (verb)\n    => none\n");
    ASSERT_FALSE(loaded.has_value());
    EXPECT_EQ(loaded.error().message, "the rule small:expel.verb:1 has no example");
    EXPECT_EQ(loaded.error().file, "data/events/small.events:3");
    EXPECT_FALSE(loaded.error().hint.empty());
}

TEST(LexiconReader, BytesThatAreNoTextFail) {
    const auto loaded = load_with("tidings-events 1\n\xff\xfe (verb)\n");
    ASSERT_FALSE(loaded.has_value());
    EXPECT_NE(loaded.error().message.find("UTF-8"), std::string::npos);
}

TEST(LexiconReader, NoRulesAtAllFail) {
    const test::TempFolder folder;
    test::write_small_data(folder);
    std::filesystem::remove(folder.path() + "/events/small.events");
    const auto loaded = EventLexicon::load(folder.path());
    ASSERT_FALSE(loaded.has_value());
    EXPECT_EQ(loaded.error().message, "there are no event rules");
    EXPECT_FALSE(loaded.error().hint.empty());
}

TEST(LexiconReader, TheHashFollowsTheFiles) {
    const auto one = load_with(with_rule("=> SANCTION expel 161"));
    const auto same = load_with(with_rule("=> SANCTION expel 161"));
    const auto other = load_with(with_rule("=> SANCTION - 160"));
    ASSERT_TRUE(one && same && other);
    EXPECT_EQ(one->hash(), same->hash());
    EXPECT_NE(one->hash(), other->hash());
}

}  // namespace
}  // namespace tidings
