// The order of a network's classes, as the `moves` file gives it.
#include "language/transition_moves.hpp"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "language/arc_eager.hpp"
#include "language/biluo.hpp"
#include "pack.hpp"

namespace tidings::language {
namespace {

constexpr MoveRules kParser{kArcMoves, -1, -1};
constexpr MoveRules kNames{6, static_cast<int>(NameMove::Out), static_cast<int>(NameMove::Missing)};

std::string moves_file(const std::string& labels) {
    std::string bytes = test::pack_map(1);
    return bytes.append(test::pack("moves")).append(test::pack(labels));
}

std::vector<std::string> read(const std::string& labels, const MoveRules& rules) {
    const auto moves = parse_moves(moves_file(labels), "moves", rules);
    std::vector<std::string> names;
    if (!moves) return {moves.error().to_string()};
    for (const TransitionMove& move : *moves) {
        names.push_back(std::to_string(move.move).append(" ").append(move.label));
    }
    return names;
}

TEST(TransitionMoves, ComeByMoveAndThenByFrequency) {
    EXPECT_EQ(
        read(R"({"3":{"dobj":5,"pobj":9},"0":{"":2},"1":{"":3},"2":{"nsubj":1},"4":{"ROOT":1}})",
             kParser),
        (std::vector<std::string>{"0 ", "1 ", "2 nsubj", "3 pobj", "3 dobj", "4 ROOT"}));
}

TEST(TransitionMoves, EquallyFrequentLabelsComeInReverseOrder) {
    EXPECT_EQ(read(R"({"2":{"a":4,"c":4,"b":4}})", kParser),
              (std::vector<std::string>{"2 c", "2 b", "2 a"}));
}

TEST(TransitionMoves, LabelsAddedLaterComeLast) {
    EXPECT_EQ(read(R"({"2":{"x":-1,"a":4},"3":{"x":-1,"y":-2,"b":0}})", kParser),
              (std::vector<std::string>{"2 a", "3 b", "2 x", "3 x", "3 y"}));
}

TEST(TransitionMoves, NamesHaveNoMissingMoveAndNoLabelOutside) {
    EXPECT_EQ(read(R"({"0":{"A":1},"1":{"A":1},"4":{"A":1,"":1},"5":{"":1,"A":1}})", kNames),
              (std::vector<std::string>{"1 A", "4 A", "4 ", "5 "}));
}

TEST(TransitionMoves, BrokenFilesAreRefused) {
    const std::string good = moves_file(R"({"0":{"":1}})");
    ASSERT_TRUE(parse_moves(good, "ner/moves", kParser).has_value());
    for (std::size_t size = 0; size < good.size(); ++size) {
        const auto moves = parse_moves(good.substr(0, size), "ner/moves", kParser);
        ASSERT_FALSE(moves.has_value()) << size;
        EXPECT_EQ(moves.error().kind, ErrorKind::Config);
    }
    for (const char* broken :
         {"[]", "{", "{\"9\":{}}", "{\"00\":{}}", "{\"0\":[]}", "{\"0\":{\"a\":\"b\"}}", "7"}) {
        EXPECT_FALSE(parse_moves(moves_file(broken), "ner/moves", kParser).has_value()) << broken;
    }
}

TEST(TransitionMoves, SurviveTheModelFile) {
    const std::vector<TransitionMove> moves = {{0, ""}, {2, "nsubj"}, {4, "ROOT"}};
    ModelFileWriter writer;
    write_moves(moves, "parser", writer);
    const auto model = ModelFile::from_bytes(writer.to_bytes(nlohmann::json::object()), "test");
    ASSERT_TRUE(model.has_value());
    const auto loaded = load_moves(*model, "parser", kParser);
    ASSERT_TRUE(loaded.has_value());
    EXPECT_EQ(*loaded, moves);
    EXPECT_FALSE(load_moves(*model, "ner", kParser).has_value());
    EXPECT_FALSE(load_moves(*model, "parser", {3, -1, -1}).has_value()) << "move 4 of 3";
}

TEST(TransitionMoves, RangesOfEqualMoves) {
    const auto ranges = ranges_of({{0, ""}, {2, "a"}, {2, "b"}, {3, "a"}, {2, "c"}});
    ASSERT_EQ(ranges.size(), 4U);
    EXPECT_EQ(ranges[1].first, 1U);
    EXPECT_EQ(ranges[1].last, 3U);
    EXPECT_EQ(ranges[3].move, 2);
}

}  // namespace
}  // namespace tidings::language
