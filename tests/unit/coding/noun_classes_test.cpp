#include "coding/noun_classes.hpp"

#include <gtest/gtest.h>

#include "support/temp_folder.hpp"

namespace tidings::coding {
namespace {

Status load(NounClasses& classes, const std::string& content, const std::string& second = {}) {
    const test::TempFolder folder;
    auto done = classes.read_file(folder.write("a.classes", content), "data/classes/a.classes");
    if (done && !second.empty()) {
        done = classes.read_file(folder.write("b.classes", second), "data/classes/b.classes");
    }
    return done ? classes.resolve() : done;
}

bool has(const NounClasses& classes, std::string_view name, std::string_view phrase) {
    ClassId id = 0;
    return classes.find(name, id) && classes.contains(id, phrase);
}

TEST(NounClasses, MembersOfSeveralWordsAndLines) {
    NounClasses classes;
    const auto done = load(classes,
                           "tidings-classes 1\n# note\nweapon: gun, Air Strike # more\n"
                           "    knife,\n    sword\nship: boat\n");
    ASSERT_TRUE(done.has_value()) << done.error().to_string();
    EXPECT_TRUE(has(classes, "weapon", "gun"));
    EXPECT_TRUE(has(classes, "weapon", "air strike"));
    EXPECT_TRUE(has(classes, "weapon", "sword"));
    EXPECT_FALSE(has(classes, "weapon", "boat"));
    EXPECT_FALSE(has(classes, "weapon", "more"));
    EXPECT_EQ(classes.names(), (std::vector<std::string>{"weapon", "ship"}));
    EXPECT_EQ(classes.classes_of("nothing"), nullptr);
}

TEST(NounClasses, IncludesWorkAcrossFilesAndInAnyOrder) {
    NounClasses classes;
    const auto done = load(classes, "tidings-classes 1\nall: @ship, car\n",
                           "tidings-classes 1\nship: boat, @small\nsmall: canoe\n");
    ASSERT_TRUE(done.has_value()) << done.error().to_string();
    EXPECT_TRUE(has(classes, "all", "canoe"));
    EXPECT_TRUE(has(classes, "all", "boat"));
    EXPECT_TRUE(has(classes, "all", "car"));
    EXPECT_FALSE(has(classes, "ship", "car"));
    ASSERT_NE(classes.classes_of("canoe"), nullptr);
    EXPECT_EQ(classes.classes_of("canoe")->size(), 3U);
}

TEST(NounClasses, CyclesFail) {
    NounClasses self;
    const auto one = load(self, "tidings-classes 1\na: @a\n");
    ASSERT_FALSE(one.has_value());
    EXPECT_EQ(one.error().message, "the class a includes itself");
    EXPECT_EQ(one.error().file, "data/classes/a.classes:2");
    NounClasses three;
    const auto done = load(three, "tidings-classes 1\na: @b\nb: @c\nc: @a\n");
    ASSERT_FALSE(done.has_value());
    EXPECT_NE(done.error().message.find("includes itself"), std::string::npos);
}

TEST(NounClasses, UnknownClassesFailWithAHint) {
    NounClasses classes;
    const auto done = load(classes, "tidings-classes 1\nweapon: gun\nall: @weapn\n");
    ASSERT_FALSE(done.has_value());
    EXPECT_EQ(done.error().message, "there is no class @weapn");
    EXPECT_EQ(done.error().file, "data/classes/a.classes:3");
    EXPECT_EQ(done.error().hint, "did you mean @weapon?");
    NounClasses far;
    const auto nothing = load(far, "tidings-classes 1\nall: @qqqqqqqqqq\n");
    ASSERT_FALSE(nothing.has_value());
    EXPECT_EQ(nothing.error().hint.find("@?"), std::string::npos) << nothing.error().hint;
}

TEST(NounClasses, MalformedLinesNameTheirPlace) {
    struct Case {
        const char* content;
        std::uint32_t line;
        const char* message;
    };
    const Case cases[] = {
        {"weapon: gun\n", 1, "the first line must be \"tidings-classes 1\""},
        {"tidings-classes 1\nweapon\n", 2, "a class needs a colon after its name"},
        {"tidings-classes 1\n    gun\n", 2, "this line belongs to no class"},
        {"tidings-classes 1\na: b\n\na: c\n", 4, "the class a is defined twice"},
    };
    for (const Case& wrong : cases) {
        NounClasses classes;
        const auto done = load(classes, wrong.content);
        ASSERT_FALSE(done.has_value()) << wrong.message;
        EXPECT_EQ(done.error().message, wrong.message);
        EXPECT_EQ(done.error().file, "data/classes/a.classes");
        EXPECT_EQ(done.error().line, wrong.line);
        EXPECT_EQ(done.error().column, 1U);
        EXPECT_FALSE(done.error().excerpt.empty());
    }
}

}  // namespace
}  // namespace tidings::coding
