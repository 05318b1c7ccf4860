#include "language/python_regex.hpp"

#include <string>

#include <gtest/gtest.h>

#include "language/regex.hpp"

namespace tidings::language {
namespace {

/// The first match of a Python pattern, `<none>` if there is none.
std::string found(std::string_view pattern, std::string_view subject) {
    const auto translated = translate_python_regex(pattern);
    EXPECT_TRUE(translated) << translated.error().to_string();
    if (!translated) return "<refused>";
    const auto regex = Regex::compile(*translated, false);
    EXPECT_TRUE(regex) << regex.error().to_string();
    if (!regex) return "<broken>";
    RegexScratch scratch;
    const auto match = regex->search(subject, scratch);
    return match ? std::string(subject.substr(match->start, match->end - match->start)) : "<none>";
}

TEST(PythonRegex, TranslatesEscapes) {
    EXPECT_EQ(found(R"([\u00A6\U0001F300-\U0001F3FA])", "x🌂"), "🌂");
    EXPECT_EQ(found(R"(\x41b)", "Ab"), "Ab");
    EXPECT_EQ(found(R"(a\Z)", "ba"), "a");
    EXPECT_EQ(found(R"(a\Z)", "a\n"), "<none>");
    EXPECT_EQ(found(R"(a$)", "a\n"), "a");
    EXPECT_EQ(found(R"([\v])", "\x0b"), "\x0b");
    EXPECT_EQ(found(R"(\v)", "\n"), "<none>");
}

TEST(PythonRegex, WhiteSpaceIsPythons) {
    EXPECT_EQ(found(R"(\S+)", "\x1c\u3000ab\u00a0"), "ab");
    EXPECT_EQ(found(R"([^\s]+)", "\x1d\u2009é\u180e "), "é\u180e");
    EXPECT_EQ(found(R"(\w+)", "-éж٣_"), "éж٣_");
    EXPECT_EQ(found(R"(\d+)", "a٣4"), "٣4");
}

TEST(PythonRegex, ClassesAreRead) {
    EXPECT_EQ(found("[[:a]+", "x[:a"), "[:a");
    EXPECT_EQ(found("[]x]+", "a]x"), "]x");
    EXPECT_EQ(found("[^]]+", "]ab]"), "ab");
    EXPECT_EQ(found(R"([+\-\*^])", "2^3"), "^");
}

TEST(PythonRegex, FlagsAndCounts) {
    EXPECT_EQ(found("(?u)^a", "ab"), "a");
    EXPECT_EQ(found("(?iu)É", "é"), "é");
    EXPECT_EQ(found("a{,2}b", "aaab"), "aab");
    EXPECT_EQ(found("a{,x}", "a{,x}"), "a{,x}");
    EXPECT_EQ(found("(?:(?=x)|y)(?P<n>z)?", "yz"), "yz");
    EXPECT_EQ(found("(?<=[0-9])\\+$", "5+"), "+");
}

TEST(PythonRegex, RefusesWhatPythonWould) {
    for (const char* pattern : {"\\", "[a", R"(\p{L})", R"(\Q)", R"(\K)", R"(\u12)",
                                R"(\U00110000)", "(*FAIL)", "(?a)x", "(?x) a", R"(\012)"}) {
        EXPECT_FALSE(translate_python_regex(pattern)) << pattern;
    }
}

TEST(PythonRegex, FactorsHugePatterns) {
    std::string letters = "[";
    for (char c = 'a'; c <= 'z'; ++c) letters += std::string(40, c);
    letters += "]";
    std::string pattern;
    for (int i = 0; i < 100; ++i) pattern += "X" + letters + "Y|";
    pattern += "(" + letters + ")" + letters + R"(\1!)";  // the back reference stays the first
    EXPECT_LT(translate_python_regex(pattern)->size(), 5000U);
    EXPECT_EQ(found(pattern, "-XqY-"), "XqY");
    EXPECT_EQ(found(pattern, "zaba!"), "aba!");
    EXPECT_EQ(found(pattern, "zabc!"), "<none>");
}

TEST(PythonRegex, MeasuresSuffixes) {
    EXPECT_EQ(suffix_window(R"(\)$|…$|(?<=[0-9])(?:km²|m)$|'s$)"), 3U);
    EXPECT_EQ(suffix_window(R"(\.\.+$|a$)"), 2U);
    EXPECT_EQ(suffix_window(R"([\u00A6-\u00A9]$)"), 1U);
    EXPECT_EQ(suffix_window(R"(a+b$)"), std::nullopt);
    EXPECT_EQ(suffix_window(R"(a|b$)"), std::nullopt);
    EXPECT_EQ(suffix_window(R"((?:ab)+$)"), std::nullopt);
    EXPECT_EQ(suffix_window(R"(a{3}$)"), std::nullopt);
    EXPECT_EQ(suffix_window(R"((a)\1$)"), std::nullopt);
    EXPECT_EQ(suffix_window(R"((a$)"), std::nullopt);
}

TEST(Regex, EndsOnRunawayPatterns) {
    const auto regex = Regex::compile("^(?:(?:a+)+)+$", false);
    ASSERT_TRUE(regex);
    RegexScratch scratch;
    EXPECT_FALSE(regex->search(std::string(5000, 'a') + "!", scratch));
}

TEST(Regex, SaysWhereAPatternIsBroken) {
    const auto regex = Regex::compile("ab(", false);
    ASSERT_FALSE(regex);
    EXPECT_NE(regex.error().message.find("byte 3"), std::string::npos);
}

}  // namespace
}  // namespace tidings::language
