#include <gtest/gtest.h>

#include "support.hpp"

namespace tidings::ingest {
namespace {

TEST(FieldMapping, TakesKeysInsideKeys) {
    const std::vector<FieldMapping> fields{{"text", "article.body"},
                                           {"text", "lead"},
                                           {"id", "meta.keys.uuid"},
                                           {"published", "when"}};
    const Collected found = collect(
        "{\"article\":{\"body\":\"One\",\"x\":{}},\"meta\":{\"keys\":{\"uuid\":7}},\"when\":\"2020-"
        "01-"
        "17\",\"text\":\"no\",\"date\":\"no\"}\n"
        "{\"article\":[1],\"lead\":\"Two\",\"meta\":{\"keys\":3},\"url\":\"u\"}\n"
        "{\"lead\":\"no\",\"article\":{\"body\":\"Three\"}}\n"
        "{\"article.body\":\"Four\"}\n"
        "{\"text\":\"none\"}\n",
        {"in", "in", false}, {}, SIZE_MAX, fields);
    ASSERT_EQ(found.documents.size(), 4U);
    EXPECT_EQ(found.documents[0].bytes, "One");
    EXPECT_EQ(found.documents[0].id, "7");
    EXPECT_EQ(found.documents[0].published, "2020-01-17");
    EXPECT_EQ(found.documents[1].bytes, "Two");
    EXPECT_EQ(found.documents[1].id, "u");
    EXPECT_EQ(found.documents[2].bytes, "Three");
    EXPECT_EQ(found.documents[3].bytes, "Four");
    EXPECT_EQ(messages(found), "in:5: the object has no string \"article.body\" or \"lead\"\n");
}

TEST(JsonLines, TakesWhatElseIsKnownOfAReport) {
    const Collected found = collect(
        "{\"text\":\"a\",\"authors\":[\"Jane Doe\",{\"name\":\"John Roe\"},7],\"publisher\":"
        "{\"name\":\"Courier\"},\"section\":[\"World\",\"War\"],\"modified\":\"2020-01-18\"}\n"
        "{\"text\":\"b\",\"authors\":\"Jane Doe; John Roe\"}\n");
    ASSERT_EQ(found.documents.size(), 2U);
    EXPECT_EQ(found.documents[0].authors, (std::vector<std::string>{"Jane Doe", "John Roe", "7"}));
    EXPECT_EQ(found.documents[0].publisher, "Courier");
    EXPECT_EQ(found.documents[0].section, "World");
    EXPECT_EQ(found.documents[0].modified, "2020-01-18");
    EXPECT_EQ(found.documents[1].authors, (std::vector<std::string>{"Jane Doe", "John Roe"}));
}

TEST(JsonArray, ReadsObjectsOneAfterTheOtherWhereverTheInputIsCut) {
    std::string array = "\xEF\xBB\xBF [";
    for (int i = 0; i < 300; ++i) {
        array += (i > 0 ? ",\n" : "\n") + std::string("{\"id\":") + std::to_string(i) +
                 ",\"text\":\"a ] } \\\" \\\\\",\"x\":[{\"y\":[]},\"}\"]}";
    }
    array += "]\n";
    for (const std::string& bytes : {array, gzip(array), zstd(array)}) {
        for (const std::size_t step : {1U, 5U, 100000U}) {
            const Collected found = collect(bytes, {"in", "in", true}, {}, step);
            EXPECT_EQ(messages(found), "");
            ASSERT_EQ(found.documents.size(), 300U) << step;
            EXPECT_EQ(found.documents[299].id, "299");
            EXPECT_EQ(found.documents[299].bytes, "a ] } \" \\");
            EXPECT_EQ(found.documents[299].source_line, 301U);
        }
    }
    EXPECT_EQ(collect("[]", {"a.json", "a", true}).documents.size(), 0U);
}

TEST(JsonArray, ABadElementDoesNotHideTheOthers) {
    const Collected found = collect(
        "[{\"text\":\"a\"}, {\"title\":\"no text\"}, {\"text\" \"b\"},\n"
        "{\"text\": \"c\"}]");
    EXPECT_EQ(ids(found), "in:1 in:4");
    EXPECT_EQ(messages(found),
              "in:1: the object has no string \"text\" or \"event_text\"\n"
              "in:1: the line is not one valid JSON object\n");
    EXPECT_EQ(messages(collect("[{\"text\":\"a\"}, 17, {\"text\":\"b\"}]")),
              "in:1: a JSON object is expected\n");
    EXPECT_EQ(ids(collect("[{\"text\":\"a\"}, 17, {\"text\":\"b\"}]")), "in:1 in:3");
}

TEST(JsonArray, GoesOnAtTheNextLineBehindAnOpenString) {
    const Collected found = collect(
        "[\n"
        "  {\"id\": \"a\", \"text\": \"open},\n"
        "  {\"id\": \"b\", \"text\": \"whole\"},\n"
        "  {\"id\": \"c\", \"text\": [{\n"
        "  {\"id\": \"d\", \"text\": \"whole\"}\n"
        "]\n");
    EXPECT_EQ(ids(found), "b d");
    EXPECT_EQ(found.documents[1].source_line, 5U);
    ASSERT_EQ(found.errors.size(), 2U);
    EXPECT_EQ(found.errors[0].line, 2U);
    EXPECT_EQ(found.errors[1].line, 4U);
}

TEST(JsonArray, SaysThatItIsNotClosed) {
    const Collected found = collect("[{\"text\":\"a\"},\n{\"text\":\"b\"}");
    EXPECT_EQ(found.documents.size(), 2U);
    EXPECT_EQ(messages(found), "in:2: the JSON array is not closed\n");
}

TEST(JsonArray, BoundsItsElements) {
    const IngestLimits limits{50, 100};
    const Collected found =
        collect("[{\"text\":\"" + std::string(300, 'x') + "\"},\n{\"text\":\"b\"}]",
                {"in", "in", true}, limits);
    EXPECT_EQ(messages(found), "in:1: the report's text has 300 bytes; at most 50 are read\n");
    EXPECT_EQ(found.documents.size(), 1U);
    const std::string deep = "[" + std::string(200000, '[') + "\n{\"text\":\"b\"}";
    EXPECT_GE(collect("[{\"a\":" + deep).errors.size(), 1U);
}

TEST(JsonFeed, TellsFullContentFromSummaries) {
    const Collected found = collect(
        "{\"version\":\"https://jsonfeed.org/version/1.1\",\"authors\":[{\"name\":\"Desk\"}],"
        "\"items\":[\n"
        "{\"id\":\"1\",\"url\":\"https://example.org/1\",\"title\":\"T\",\"content_html\":\"<p>A</"
        "p>\","
        "\"content_text\":\"A\",\"date_published\":\"2024-03-12T10:00:00Z\",\"date_modified\":"
        "\"2024-03-13T10:00:00Z\",\"author\":{\"name\":\"Jane "
        "Doe\"},\"tags\":[\"World\",\"War\"]},\n"
        "{\"url\":\"https://example.org/2\",\"summary\":\"Short.\",\"content_text\":\"Long.\"},\n"
        "{\"id\":3,\"summary\":\"Short.\"},\n"
        "{\"id\":4}],\"title\":\"Courier\"}");
    EXPECT_EQ(ids(found), "1 https://example.org/2 3");
    const Document& first = found.documents[0];
    EXPECT_EQ(first.media_type, MediaType::HtmlFragment);
    EXPECT_EQ(first.bytes, "<p>A</p>");
    EXPECT_EQ(first.authors, std::vector<std::string>{"Jane Doe"});
    EXPECT_EQ(first.publisher, "Courier");
    EXPECT_EQ(first.section, "World");
    EXPECT_EQ(first.published, "2024-03-12T10:00:00Z");
    EXPECT_EQ(first.modified, "2024-03-13T10:00:00Z");
    EXPECT_FALSE(first.excerpt);
    EXPECT_EQ(found.documents[1].bytes, "Long.");
    EXPECT_EQ(found.documents[1].media_type, MediaType::FieldText);
    EXPECT_EQ(found.documents[1].authors, std::vector<std::string>{"Desk"});
    EXPECT_FALSE(found.documents[1].excerpt);
    EXPECT_TRUE(found.documents[2].excerpt);
    ASSERT_EQ(found.errors.size(), 1U);
    EXPECT_EQ(found.errors[0].line, 5U);
}

// How far an element is indented does not depend on where the input is cut.
TEST(JsonArray, IsReadAlikeHoweverTheInputIsCut) {
    const std::string array =
        "[[\n  {\"id\": 1, \"text\": \"Troops left.\", \"authors\": [A,B\" D\"}]},\n  17,\n"
        "  {\"id\": 2, \"tPP\n{\"id\": 1,\n  \"b\", \"x\"P\\\"b\", \"x\"P {:s\"y\": [1, {}]}}\n"
        "1, {}]}}\n]\n";
    const Collected whole = collect(array);
    for (const std::size_t step : {1U, 2U, 3U, 5U, 7U, 64U}) {
        const Collected cut = collect(array, {"in", "in", false}, {}, step);
        EXPECT_EQ(messages(cut), messages(whole)) << step;
        EXPECT_EQ(ids(cut), ids(whole)) << step;
    }
}

}  // namespace
}  // namespace tidings::ingest
