#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "export/sample_report.hpp"

namespace tidings {
namespace {

using Json = nlohmann::json;

const CoderInfo kCoder{"0.1.0", "1", "abc", "en_core_web_sm 3.8.0"};

/// The code points of [start, end) of a text.
std::string cut(const std::string& text, const Json& from) {
    const auto start = from.at("start").get<std::size_t>();
    const auto end = from.at("end").get<std::size_t>();
    std::string out;
    std::size_t at = 0;
    for (std::size_t n = 0; at < text.size(); ++n) {
        const auto decoded = utf8::decode(text, at);
        if (n >= start && n < end) out += text.substr(at, decoded.length);
        at += decoded.length;
    }
    return out;
}

TEST(Json, OffsetsAreCodePoints) {
    const CodedReport coded = test::sample_report();
    const Json json = Json::parse(to_jsonl(coded, kCoder, true));
    const std::string text = json["report"]["text"];
    EXPECT_EQ(text, coded.report.text);
    const Json& event = json["events"][0];
    EXPECT_EQ(cut(text, event["mentions"][0]), "expelled");
    EXPECT_EQ(event["mentions"][0]["start"], 16);
    EXPECT_EQ(event["mentions"][0]["end"], 24);
    EXPECT_EQ(cut(text, event["source"]), "Chad");
    EXPECT_EQ(cut(text, event["target"]), "Ana \"Nené\" Díaz");
    EXPECT_EQ(cut(text, json["report"]["sections"][0]), "Zürich");
    EXPECT_EQ(cut(text, json["report"]["sections"][1]), "today.");
    EXPECT_EQ(json["actors"][0]["mentions"][0], Json::array({10, 14}));
    EXPECT_EQ(event["mentions"][0]["sentence_end"], utf8::count(text));
}

TEST(Json, MissingValuesAreNull) {
    const std::string line = to_jsonl(test::sample_report(), kCoder, false);
    EXPECT_EQ(line.find("None"), std::string::npos);
    EXPECT_EQ(line.find("\"\""), std::string::npos) << line;
    const Json json = Json::parse(line);
    for (const char* field : {"uri", "publisher", "published", "modified", "language"}) {
        EXPECT_TRUE(json["report"].at(field).is_null()) << field;
    }
    EXPECT_TRUE(json["actors"][1].at("country").is_null());
    EXPECT_TRUE(json["actors"][1].at("code").is_null());
    EXPECT_EQ(json["actors"][1].at("sectors"), Json::array());
    EXPECT_TRUE(json["events"][0].at("mode").is_null());
    EXPECT_TRUE(json["events"][0].at("attributed_to").is_null());
    EXPECT_TRUE(json["events"][0]["date"].at("start").is_null());
    EXPECT_TRUE(json["quotes"][0].at("speaker").is_null());
    EXPECT_TRUE(json["quotes"][0].at("cue").is_null());
}

TEST(Json, NobodyIsNull) {
    CodedReport coded = test::sample_report();
    coded.events[0].source.reset();
    coded.events[0].target.reset();
    const Json json = Json::parse(to_jsonl(coded, kCoder, false));
    EXPECT_TRUE(json["events"][0].at("source").is_null());
    EXPECT_TRUE(json["events"][0].at("target").is_null());
}

TEST(Json, UnknownSpeakersKeepTheirWords) {
    CodedReport coded = test::sample_report();
    coded.events[0].attributed_to =
        EventSide{kNoActor, test::span_of(coded.report.text, "today"), {}, {}};
    const Json json = Json::parse(to_jsonl(coded, kCoder, false));
    EXPECT_TRUE(json["events"][0]["attributed_to"].at("actor").is_null());
    EXPECT_EQ(json["events"][0]["attributed_to"]["text"], "today");
}

TEST(Json, CodesAreTextAndKeepTheirZero) {
    const Json json = Json::parse(to_jsonl(test::sample_report(), kCoder, false));
    EXPECT_EQ(json["events"][0]["cameo"], "0160");
    EXPECT_EQ(json["events"][0]["quad"], 4);
    EXPECT_EQ(json["events"][0]["goldstein"], -4.0);
    EXPECT_EQ(json["events"][0]["contexts"], Json::array({"diplomatic", "legal"}));
}

TEST(Json, IsOneLineOfUtf8) {
    const std::string line = to_jsonl(test::sample_report(), kCoder, true);
    EXPECT_EQ(line.find('\n'), std::string::npos);
    EXPECT_TRUE(utf8::is_valid(line));
    EXPECT_NE(line.find("Zürich"), std::string::npos) << "text is not written as \\u escapes";
}

TEST(Json, MalformedBytesDoNotThrow) {
    CodedReport coded = test::sample_report();
    coded.report.title = "bad \xff byte";
    const std::string line = to_jsonl(coded, kCoder, false);
    EXPECT_TRUE(utf8::is_valid(line));
    EXPECT_EQ(Json::parse(line)["report"]["title"], "bad \uFFFD byte");
}

TEST(Json, TextOnlyWhereAskedFor) {
    const CodedReport coded = test::sample_report();
    EXPECT_FALSE(Json::parse(to_jsonl(coded, kCoder, false))["report"].contains("text"));
    const Json read = Json::parse(report_to_jsonl(coded.report));
    EXPECT_EQ(read.size(), 1U);
    EXPECT_EQ(read["report"]["text"], coded.report.text);
}

TEST(Json, RepeatedSectionsSaySo) {
    const Json json = Json::parse(to_jsonl(test::sample_report(), kCoder, false));
    EXPECT_FALSE(json["report"]["sections"][0].contains("repeated"));
    EXPECT_EQ(json["report"]["sections"][1]["repeated"], true);
    EXPECT_EQ(json["report"]["sections"][0]["role"], "title");
}

TEST(Json, TheCoderSaysWhatItWas) {
    const Json json = Json::parse(to_jsonl(test::sample_report(), kCoder, false));
    EXPECT_EQ(json["coder"]["version"], "0.1.0");
    EXPECT_EQ(json["coder"]["model"], "en_core_web_sm 3.8.0");
    EXPECT_EQ(json["links"], Json::array());
}

TEST(Json, AnEmptyReportIsWhole) {
    const Json json = Json::parse(to_jsonl(CodedReport{}, kCoder, true));
    for (const char* list : {"times", "places", "actors", "quotes", "events", "links"}) {
        EXPECT_EQ(json.at(list), Json::array()) << list;
    }
    EXPECT_EQ(json["report"]["text"], "");
}

}  // namespace
}  // namespace tidings
