#include <string>

#include <gtest/gtest.h>

#include <tidings/evaluation.hpp>

namespace tidings {
namespace {

EvaluationInput files(std::string_view gold, std::string_view coded) {
    return {gold, "gold.jsonl", coded, "coded.jsonl", {}, {}};
}

double figure(const StageScore& score, std::string_view group, std::string_view name) {
    const auto value = score.value(group, name);
    EXPECT_TRUE(value) << group << "." << name;
    return value.value_or(-1);
}

// "Kenya expelled two envoys of Norway. Talks failed." with two gold events.
constexpr const char* kGold =
    R"({"id":"a","text":"Kenya expelled two envoys of Norway. Talks failed.","events":[)"
    R"({"anchor_start":6,"anchor_end":14,"sent_start":0,"sent_end":36,"plover":"SANCTION",)"
    R"("cameo":"161","status":"actual","date":"2020-03",)"
    R"("source":{"country":"KEN","sector":"GOV"},"target":{"country":"NOR","sector":"GOV"}},)"
    R"({"anchor_start":37,"anchor_end":42,"sent_start":37,"sent_end":50,"plover":"CONSULT",)"
    R"("cameo":"040","source":null,"target":null}]})";
constexpr const char* kCoded =
    R"({"report":{"id":"a"},"events":[{"type":"SANCTION","cameo":"161","status":"planned",)"
    R"("confidence":0.8,"source":{"country":"KEN","sectors":["MIL"]},)"
    R"("target":{"country":"SWE","sectors":["GOV"]},"date":{"start":"2020-03-04","end":"2020-03-04"},)"
    R"("mentions":[{"start":6,"end":14,"sentence_start":0,"sentence_end":36}]}]})";

TEST(Evaluate, ScoresEventsAtThreeLevels) {
    const auto score = evaluate(EvaluationStage::Events, files(kGold, kCoded));
    ASSERT_TRUE(score);
    EXPECT_DOUBLE_EQ(figure(*score, "type", "precision"), 1.0);
    EXPECT_DOUBLE_EQ(figure(*score, "type", "recall"), 0.5);
    EXPECT_DOUBLE_EQ(figure(*score, "type", "f1"), 0.6667);
    EXPECT_DOUBLE_EQ(figure(*score, "who-whom", "f1"), 0.0);
    EXPECT_DOUBLE_EQ(figure(*score, "of matched", "cameo"), 1.0);
    EXPECT_DOUBLE_EQ(figure(*score, "of matched", "date"), 1.0);
    EXPECT_DOUBLE_EQ(figure(*score, "of matched", "status"), 0.0);
    EXPECT_DOUBLE_EQ(figure(*score, "of matched", "source sector"), 0.0);
    EXPECT_DOUBLE_EQ(figure(*score, "status", "actual, coded planned"), 1.0);
    EXPECT_DOUBLE_EQ(figure(*score, "confidence", "expected calibration error"), 0.8);
}

TEST(Evaluate, ListsWhatWasMissedWithItsSentence) {
    const auto score = evaluate(EvaluationStage::Events, files(kGold, kCoded));
    ASSERT_TRUE(score);
    ASSERT_EQ(score->findings.size(), 2U);
    EXPECT_EQ(score->findings[0].kind, "missed");
    EXPECT_EQ(score->findings[0].what, "SANCTION KEN > NOR");
    EXPECT_EQ(score->findings[1].text, "Talks failed.");
}

TEST(Evaluate, AcceptsAlternativesOfGold) {
    std::string gold = kGold;
    gold.replace(gold.find(R"("NOR",)"), 6, R"("NOR","country_alt":["SWE"],)");
    const auto score = evaluate(EvaluationStage::Events, files(gold, kCoded));
    ASSERT_TRUE(score);
    EXPECT_DOUBLE_EQ(figure(*score, "who-whom", "precision"), 1.0);
}

TEST(Evaluate, CountsASecondRecordOfOneEventAsADuplicate) {
    std::string coded = kCoded;
    const std::size_t end = coded.rfind("]}");
    const std::size_t event = coded.find("{\"type\"");
    coded.replace(coded.find("SWE"), 3, "NOR");
    coded.insert(end, "," + coded.substr(event, end - event));
    const auto score = evaluate(EvaluationStage::Events, files(kGold, coded));
    ASSERT_TRUE(score);
    EXPECT_DOUBLE_EQ(figure(*score, "", "duplicates"), 1.0);
    EXPECT_DOUBLE_EQ(figure(*score, "type", "precision"), 0.5);
}

TEST(Evaluate, ScoresTimesStrictlyLooselyAndByValue) {
    const auto score = evaluate(
        EvaluationStage::Times,
        files(R"({"id":"a","times":[{"start":0,"end":4,"type":"DATE","value":"2001"},)"
              R"({"start":9,"end":12,"type":"DATE","value":"2002"}]})",
              R"({"report":{"id":"a"},"times":[{"start":0,"end":4,"type":"DATE","value":"2001"},)"
              R"({"start":8,"end":12,"type":"SET","value":"2003"}]})"));
    ASSERT_TRUE(score);
    EXPECT_DOUBLE_EQ(figure(*score, "relaxed", "f1"), 1.0);
    EXPECT_DOUBLE_EQ(figure(*score, "strict", "f1"), 0.5);
    EXPECT_DOUBLE_EQ(figure(*score, "value", "f1"), 0.5);
    EXPECT_DOUBLE_EQ(figure(*score, "type", "f1"), 0.5);
}

TEST(Evaluate, ResolvesPlacesByIdOrDistance) {
    const auto score = evaluate(
        EvaluationStage::Places,
        files(
            R"({"id":"a","places":[{"start":0,"end":4,"geonames_id":"1","lat":10,"lon":10},)"
            R"({"start":9,"end":12,"lat":10,"lon":10},{"start":20,"end":22,"lat":10,"lon":10}]})",
            R"({"report":{"id":"a"},"places":[{"start":0,"end":4,"geonames_id":1,"lat":0,"lon":0},)"
            R"({"start":9,"end":12,"lat":11,"lon":10},{"start":20,"end":22,"lat":12,"lon":10}]})"));
    ASSERT_TRUE(score);
    EXPECT_DOUBLE_EQ(figure(*score, "end to end", "exact id"), 1.0);
    // One degree is 111 km, two are too far.
    EXPECT_DOUBLE_EQ(figure(*score, "end to end", "within 161 km"), 0.6667);
}

TEST(Evaluate, FindsQuotationsThatCoverEnoughOfOneAnother) {
    const auto score = evaluate(
        EvaluationStage::Quotes,
        files(R"({"id":"a","quotes":[{"start":0,"end":100,"kind":"direct","speaker":[110,115]},)"
              R"({"start":200,"end":300,"kind":"indirect","speaker":null}]})",
              R"({"report":{"id":"a"},"quotes":[{"start":40,"end":100,"kind":"direct",)"
              R"("speaker":{"start":112,"end":115}},{"start":265,"end":300,"kind":"direct"}]})"));
    ASSERT_TRUE(score);
    EXPECT_DOUBLE_EQ(figure(*score, "recall", "direct"), 1.0);
    EXPECT_DOUBLE_EQ(figure(*score, "recall", "indirect"), 0.0);
    EXPECT_DOUBLE_EQ(figure(*score, "speaker", "right"), 1.0);
}

TEST(Evaluate, ChoosesTheRelationWhoseSidesAreRight) {
    const char* gold =
        R"({"id":"a","text":"x","sources":[[0,5]],"targets":[[20,25]],"root":"YIELD","quad":2})";
    const char* coded =
        R"({"report":{"id":"a"},"events":[{"type":"ACCUSE","cameo":"112",)"
        R"("source":{"start":20,"end":25},"target":{"start":0,"end":5}},{"type":"CONCEDE",)"
        R"("cameo":"081","source":{"start":0,"end":5},"target":{"start":20,"end":25}}]})";
    const auto score = evaluate(EvaluationStage::Relations, files(gold, coded));
    ASSERT_TRUE(score);
    EXPECT_DOUBLE_EQ(figure(*score, "strict", "root accuracy"), 1.0);
    EvaluationInput input = files(gold, coded);
    input.types_by_code = {{"081", "AID"}};
    const auto by_code = evaluate(EvaluationStage::Relations, input);
    ASSERT_TRUE(by_code);
    EXPECT_DOUBLE_EQ(figure(*by_code, "strict", "root accuracy"), 0.0);
    EXPECT_DOUBLE_EQ(figure(*by_code, "strict by type", "root accuracy"), 1.0);
}

TEST(Evaluate, TakesTheMostConfidentEventAsTheClass) {
    const auto score =
        evaluate(EvaluationStage::Classes,
                 files(R"({"id":"a","penta":4})",
                       R"({"report":{"id":"a"},"events":[{"cameo":"111","confidence":0.4},)"
                       R"({"cameo":"190","confidence":0.6}]})"));
    ASSERT_TRUE(score);
    EXPECT_DOUBLE_EQ(figure(*score, "", "accuracy"), 1.0);
}

TEST(Evaluate, MeasuresAgreement) {
    const char* second =
        R"({"id":"a","events":[{"anchor_start":6,"anchor_end":14,"sent_start":0,"sent_end":36,)"
        R"("plover":"COERCE","cameo":"174","source":{"country":"KEN"},"target":{"country":"NOR"}}]})";
    const auto score = agreement(files(kGold, second));
    ASSERT_TRUE(score);
    EXPECT_DOUBLE_EQ(figure(*score, "events in one sentence", "precision"), 1.0);
    EXPECT_DOUBLE_EQ(figure(*score, "events in one sentence", "recall"), 0.5);
    EXPECT_DOUBLE_EQ(figure(*score, "type", "f1"), 0.0);
    EXPECT_DOUBLE_EQ(figure(*score, "cohen's kappa", "source"), 1.0);
}

TEST(Evaluate, NamesTheLineThatIsNoJson) {
    const auto score =
        evaluate(EvaluationStage::Events, files("{\"id\":\"a\"}\n\nnot json\n", kCoded));
    ASSERT_FALSE(score);
    EXPECT_EQ(score.error().file, "gold.jsonl");
    EXPECT_EQ(score.error().line, 3U);
}

TEST(Evaluate, SurvivesFieldsOfTheWrongKind) {
    const char* strange =
        R"({"id":7,"events":[1,null,{"mentions":5,"source":"x"}],"times":{},"quotes":[[1]],"places":[{}]})";
    for (const EvaluationStage stage :
         {EvaluationStage::Events, EvaluationStage::Times, EvaluationStage::Places,
          EvaluationStage::Quotes, EvaluationStage::Relations, EvaluationStage::Classes,
          EvaluationStage::Records, EvaluationStage::Phrases}) {
        EXPECT_TRUE(evaluate(stage, files(strange, strange))) << name_of(stage);
    }
    EXPECT_TRUE(agreement(files(strange, strange)));
}

TEST(StagesOf, FollowFromTheFields) {
    const auto stages = stages_of(kGold, "gold.jsonl");
    ASSERT_TRUE(stages);
    EXPECT_EQ(*stages, std::vector<EvaluationStage>{EvaluationStage::Events});
    EXPECT_FALSE(stages_of("{\"id\":\"a\"}", "gold.jsonl"));
    EXPECT_EQ(stage_named("who"), std::nullopt);
}

}  // namespace
}  // namespace tidings
