#include "ingest/read_stream.hpp"

#include <gtest/gtest.h>

#include "support.hpp"

namespace tidings::ingest {
namespace {

TEST(PlainText, IsOneDocumentNamedAfterItsFile) {
    const Collected found = collect("\xEF\xBB\xBFTroops left.\r\n", {"d/a.txt", "a", false});
    ASSERT_EQ(found.documents.size(), 1U);
    EXPECT_TRUE(found.errors.empty());
    EXPECT_EQ(found.documents[0].bytes, "Troops left.\r\n");
    EXPECT_EQ(found.documents[0].id, "a");
    EXPECT_EQ(found.documents[0].source_name, "d/a.txt");
    EXPECT_EQ(found.documents[0].source_line, 0U);
    EXPECT_EQ(found.documents[0].media_type, MediaType::PlainText);
}

TEST(PlainText, AboveTheLimitIsRefused) {
    const IngestLimits limits{1000, 2000};
    EXPECT_EQ(collect(std::string(1000, 'x'), {"a", "a", false}, limits).documents.size(), 1U);
    const Collected found = collect(std::string(1001, 'x'), {"a", "a", false}, limits);
    EXPECT_TRUE(found.documents.empty());
    ASSERT_EQ(found.errors.size(), 1U);
    EXPECT_EQ(found.errors[0].message, "the report is longer than 1000 bytes");
    EXPECT_EQ(found.errors[0].kind, ErrorKind::Input);
}

TEST(PlainText, EmptyTextIsAReportButAnEmptyTableIsNone) {
    EXPECT_EQ(collect("", {"a.txt", "a", false}).documents.size(), 1U);
    EXPECT_EQ(collect(" \n", {"a.jsonl", "a", true}).documents.size(), 0U);
    EXPECT_EQ(collect("", {"a.jsonl", "a", true}).errors.size(), 0U);
}

TEST(JsonLines, TakesTheFieldsUnderBothNames) {
    const Collected found = collect(
        "{\"id\":\"r1\",\"text\":\"One \\u00e9\\n\\ud83d\\ude00\",\"title\":\"T\",\"published\":"
        "\"2020-01-17\",\"url\":\"https://example.org/1\",\"extra\":{\"a\":[1,{}]}}\n"
        "\n"
        "{\"event_text\":\"Two\",\"date\":\"17 Jan 2020\"}\r\n");
    ASSERT_EQ(found.documents.size(), 2U);
    EXPECT_TRUE(found.errors.empty());
    const Document& first = found.documents[0];
    EXPECT_EQ(first.bytes, "One é\n😀");
    EXPECT_EQ(first.id, "r1");
    EXPECT_EQ(first.title, "T");
    EXPECT_EQ(first.published, "2020-01-17");
    EXPECT_EQ(first.uri, "https://example.org/1");
    EXPECT_EQ(first.source_line, 1U);
    EXPECT_EQ(first.media_type, MediaType::FieldText);
    const Document& second = found.documents[1];
    EXPECT_EQ(second.bytes, "Two");
    EXPECT_EQ(second.id, "in:3");
    EXPECT_EQ(second.published, "17 Jan 2020");
    EXPECT_EQ(second.source_line, 3U);
}

TEST(JsonLines, IdIsTheOwnIdElseTheUrlElseThePlace) {
    const Collected found = collect(
        "{\"id\":7,\"text\":\"a\"}\n"
        "{\"id\":123456789012345678901234567890,\"text\":\"a\"}\n"
        "{\"id\":null,\"text\":\"a\",\"url\":\"u\"}\n"
        "{\"id\":\"\",\"text\":\"a\"}\n"
        "{\"id\":[1],\"text\":\"a\"}\n"
        "{\"id\":1.50,\"text\":\"a\",\"title\":null,\"published\":null,\"date\":20200117}\n");
    EXPECT_TRUE(found.errors.empty());
    ASSERT_EQ(found.documents.size(), 6U);
    EXPECT_EQ(found.documents[0].id, "7");
    EXPECT_EQ(found.documents[1].id, "123456789012345678901234567890");
    EXPECT_EQ(found.documents[2].id, "u");
    EXPECT_EQ(found.documents[3].id, "in:4");
    EXPECT_EQ(found.documents[4].id, "in:5");
    EXPECT_EQ(found.documents[5].id, "1.50");
    EXPECT_EQ(found.documents[5].title, "");
    EXPECT_EQ(found.documents[5].published, "20200117");
}

TEST(JsonLines, ABadLineIsNamedAndTheRunGoesOn) {
    const Collected found = collect(
        "{\"text\":\"a\"}\n"
        "{\"text\":\"b\",}\n"
        "{\"title\":\"no text\"}\n"
        "[1]\n"
        "{\"text\":\"x\"} {}\n"
        "{\"text\":\"\xFF\"}\n"
        "{\"text\":\"cut\n"
        "{\"text\":\"last\"}");
    ASSERT_EQ(found.documents.size(), 2U);
    EXPECT_EQ(found.documents[1].bytes, "last");
    EXPECT_EQ(found.documents[1].source_line, 8U);
    ASSERT_EQ(found.errors.size(), 6U);
    EXPECT_EQ(found.errors[0].to_string(),
              "in:2:13: the line is not one valid JSON object\n"
              "    {\"text\":\"b\",}\n"
              "                ^\n"
              "    hint: give one JSON object with \"text\" a line");
    EXPECT_EQ(found.errors[1].line, 3U);
    EXPECT_EQ(found.errors[1].message, "the object has no string \"text\" or \"event_text\"");
    EXPECT_EQ(found.errors[2].message, "a JSON object is expected");
    EXPECT_EQ(found.errors[3].message, "the line is not one valid JSON object");
    EXPECT_EQ(found.errors[3].column, 14U);
    EXPECT_EQ(found.errors[4].message, "the line is not valid UTF-8");
    EXPECT_EQ(found.errors[4].column, 10U);
    EXPECT_EQ(found.errors[5].line, 7U);
}

TEST(JsonLines, ABadFirstLineDoesNotHideTheOthers) {
    const Collected found = collect("{\"text\": oops}\n{\"text\":\"b\"}\n");
    ASSERT_EQ(found.documents.size(), 1U);
    ASSERT_EQ(found.errors.size(), 1U);
    EXPECT_EQ(found.errors[0].line, 1U);
}

TEST(JsonLines, ASingleObjectMayBePrettyPrinted) {
    const Collected found =
        collect("\n{\n  \"id\": \"p\",\n  \"text\": \"a\\nb\"\n}\n", {"p.json", "p", true});
    ASSERT_EQ(found.documents.size(), 1U);
    EXPECT_EQ(found.documents[0].id, "p");
    const Collected unnamed = collect("{\n\"text\": \"a\"}", {"p.json", "p", true});
    ASSERT_EQ(unnamed.documents.size(), 1U);
    EXPECT_EQ(unnamed.documents[0].id, "p");
    const Collected bad = collect("{\n  \"text\": \"a\",\n  \"id\" 3\n}\n");
    ASSERT_EQ(bad.errors.size(), 1U);
    EXPECT_EQ(bad.errors[0].line, 3U);
    EXPECT_EQ(bad.errors[0].column, 8U);
}

TEST(JsonLines, LimitsHoldForLinesAndTexts) {
    const IngestLimits limits{50, 100};
    const Collected found =
        collect("{\"text\":\"a\"}\n{\"text\":\"" + std::string(200, 'x') + "\"}\n{\"text\":\"" +
                    std::string(60, 'y') + "\"}\n{\"text\":\"b\"}\n",
                {"in", "in", false}, limits);
    EXPECT_EQ(found.documents.size(), 2U);
    ASSERT_EQ(found.errors.size(), 2U);
    EXPECT_EQ(found.errors[0].message, "the line is longer than 100 bytes");
    EXPECT_EQ(found.errors[0].line, 2U);
    EXPECT_EQ(found.errors[1].message, "the report's text has 60 bytes; at most 50 are read");
    EXPECT_EQ(found.errors[1].line, 3U);
}

TEST(JsonLines, GivesTheSameWhereverTheInputIsCut) {
    std::string lines;
    for (int i = 0; i < 50; ++i) {
        lines += "{\"id\":" + std::to_string(i) + ",\"text\":\"Report no. " + std::to_string(i) +
                 " about é\"}\n";
    }
    for (const std::string& bytes : {lines, gzip(lines)}) {
        for (const std::size_t step : {1U, 5U, 100000U}) {
            const Collected found = collect(bytes, {"in", "in", false}, {}, step);
            ASSERT_EQ(found.documents.size(), 50U) << step;
            EXPECT_TRUE(found.errors.empty());
            EXPECT_EQ(found.documents[49].bytes, "Report no. 49 about é");
        }
    }
}

TEST(JsonLines, DeepNestingIsNoHarm) {
    const std::string deep = "{\"x\":" + std::string(100000, '[') + "\n{\"text\":\"b\"}\n";
    const Collected found = collect(deep);
    EXPECT_EQ(found.documents.size(), 1U);
    EXPECT_EQ(found.errors.size(), 1U);
}

TEST(Gzip, DeliversWhatCameBeforeTheDamage) {
    std::string lines;
    for (int i = 0; i < 20000; ++i) lines += "{\"text\":\"" + std::to_string(i * 7919) + "\"}\n";
    const std::string packed = gzip(lines);
    const Collected found = collect(packed.substr(0, packed.size() / 2));
    EXPECT_GT(found.documents.size(), 100U);
    ASSERT_EQ(found.errors.size(), 1U);
    EXPECT_EQ(found.errors[0].message, "the gzip data is damaged or cut off");
}

TEST(Gzip, UnpacksTextAndRefusesTwofoldCompression) {
    const Collected found = collect(gzip("Troops left."), {"a.txt.gz", "a", false});
    ASSERT_EQ(found.documents.size(), 1U);
    EXPECT_EQ(found.documents[0].bytes, "Troops left.");
    const Collected twice = collect(gzip(gzip("Troops left.")));
    ASSERT_EQ(twice.errors.size(), 1U);
    EXPECT_EQ(twice.errors[0].message, "the input is compressed twice");
    const Collected page = collect(gzip("<!DOCTYPE html><p>"));
    ASSERT_EQ(page.documents.size(), 1U);
    EXPECT_EQ(page.documents[0].media_type, MediaType::Html);
    EXPECT_EQ(page.documents[0].bytes, "<!DOCTYPE html><p>");
}

TEST(Sink, StopsTheReadingWhenItSaysSo) {
    int seen = 0;
    IngestCounts counts;
    const bool more = read_stream(
        memory_source("{\"text\":\"a\"}\n{\"text\":\"b\"}\n"), {"in", "in", false}, {},
        [&](Document&&) {
            ++seen;
            return false;
        },
        [](Error&&) { ADD_FAILURE(); }, counts);
    EXPECT_FALSE(more);
    EXPECT_EQ(seen, 1);
}

// `text`, all ASCII but for what stands for U+00FC, in UTF-16.
std::string wide(std::string_view text, bool big, bool mark) {
    std::string bytes;
    const auto add = [&](char low, char high) {
        bytes += big ? high : low;
        bytes += big ? low : high;
    };
    if (mark) add('\xFF', '\xFE');
    for (const char c : text) add(c == '%' ? '\xFC' : c, '\0');
    return bytes;
}

TEST(Utf16, IsReadInEveryFormat) {
    const std::pair<std::string_view, std::string_view> inputs[] = {
        {"Br%cken fielen.", "in"},
        {"{\"id\":\"a\",\"text\":\"Br%cken\"}\n{\"id\":\"b\",\"text\":\"Zwei\"}\n", "a b"},
        {"[{\"id\":\"a\",\"text\":\"Br%cken\"},{\"id\":\"b\",\"text\":\"Zwei\"}]", "a b"},
        {"id;text\n1;\"Br%cken; zwei\"\n2;Zwei\n", "1 2"},
        {"id\ttext\n1\tBr%cken\n", "1"},
        {"{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[{\"id\":\"7\","
         "\"content_text\":\"Br%cken\"}]}",
         "7"},
        {"<?xml version=\"1.0\"?><rss><channel><item><guid>g</guid><description>Br%cken"
         "</description></item></channel></rss>",
         "g"}};
    for (const auto& [text, expected] : inputs) {
        for (const int kind : {0, 1, 2, 3}) {
            const std::string bytes = wide(text, kind % 2 == 1, kind < 2);
            for (const std::size_t step : {SIZE_MAX, std::size_t{7}}) {
                const Collected found = collect(bytes, {"in", "in", false}, {}, step);
                EXPECT_EQ(messages(found), "");
                EXPECT_EQ(ids(found), expected) << text << kind;
                ASSERT_FALSE(found.documents.empty());
                EXPECT_TRUE(found.documents[0].bytes.find("Br\xC3\xBC"
                                                          "cken") != std::string::npos)
                    << text << kind;
            }
        }
    }
}

TEST(Utf16, IsReadOutOfMembersOfGzip) {
    const std::string bytes = wide("{\"id\":\"a\",\"text\":\"Br%cken\"}\n", false, true);
    const Collected found = collect(gzip(bytes.substr(0, 21)) + gzip(bytes.substr(21)));
    EXPECT_EQ(messages(found), "");
    EXPECT_EQ(ids(found), "a");
}

TEST(Utf16, TellsOfBrokenCharacters) {
    const Collected found = collect(wide("Troops left.", false, true) + "\x3D\xD8" + "x");
    ASSERT_EQ(found.documents.size(), 1U);
    EXPECT_EQ(found.documents[0].bytes, "Troops left.\xEF\xBF\xBD");
    EXPECT_EQ(messages(found), "in:0: broken UTF-16 was replaced by U+FFFD in 1 place\n");
}

}  // namespace
}  // namespace tidings::ingest
