#include <cstdlib>
#include <optional>

#include <gtest/gtest.h>

#include <tidings/pipeline.hpp>

#include "support/temp_folder.hpp"

namespace tidings {
namespace {

/// Sets a variable of the environment for one test.
class Variable {
  public:
    Variable(const char* name, const std::string& value) : name_(name) {
        if (const char* before = std::getenv(name)) before_ = before;
        if (value.empty()) {
            unsetenv(name);
        } else {
            setenv(name, value.c_str(), 1);
        }
    }
    ~Variable() {
        if (before_) {
            setenv(name_, before_->c_str(), 1);
        } else {
            unsetenv(name_);
        }
    }
    Variable(const Variable&) = delete;
    Variable& operator=(const Variable&) = delete;

  private:
    const char* name_;
    std::optional<std::string> before_;
};

TEST(Locations, TheDataVariableComesFirst) {
    const test::TempFolder folder;
    const Variable data("TIDINGS_DATA", folder.path());
    const auto found = find_data_folder();
    ASSERT_TRUE(found.has_value());
    EXPECT_EQ(*found, folder.path());
}

TEST(Locations, ADataVariableThatIsNoFolderFails) {
    const Variable data("TIDINGS_DATA", "/nonexistent/data");
    const auto found = find_data_folder();
    ASSERT_FALSE(found.has_value());
    EXPECT_EQ(found.error().kind, ErrorKind::Config);
    EXPECT_EQ(found.error().file, "/nonexistent/data");
    EXPECT_NE(found.error().message.find("TIDINGS_DATA"), std::string::npos);
}

TEST(Locations, TheModelVariableComesFirst) {
    const Variable models("TIDINGS_MODELS", "/somewhere/models");
    EXPECT_EQ(model_folder(), "/somewhere/models");
}

TEST(Locations, AModelIsFoundByNameAndByPath) {
    const test::TempFolder folder;
    const Variable models("TIDINGS_MODELS", folder.path());
    const auto missing = find_model("xx_small");
    ASSERT_FALSE(missing.has_value());
    EXPECT_EQ(missing.error().kind, ErrorKind::Config);
    EXPECT_NE(missing.error().hint.find("tidings model install xx_small"), std::string::npos)
        << missing.error().hint;
    const std::string file = folder.write("mine.bin", "x");
    const auto by_path = find_model(file);
    ASSERT_TRUE(by_path.has_value());
    EXPECT_EQ(*by_path, file);
    EXPECT_FALSE(find_model(folder.path() + "/other.bin").has_value());
}

TEST(Locations, NoNameIsTheEnglishModel) {
    const test::TempFolder folder;
    const Variable models("TIDINGS_MODELS", folder.path());
    const auto missing = find_model("");
    ASSERT_FALSE(missing.has_value());
    EXPECT_NE(missing.error().to_string().find("en_core_web_sm"), std::string::npos);
}

TEST(Locations, ACoderWithoutDataFails) {
    CoderOptions options;
    options.data_folder = "/nonexistent/data";
    const auto coder = Coder::load(options);
    ASSERT_FALSE(coder.has_value());
    EXPECT_EQ(coder.error().kind, ErrorKind::Config);
}

TEST(Locations, VersionsAreWritten) {
    EXPECT_FALSE(version().empty());
    EXPECT_FALSE(schema_version().empty());
}

}  // namespace
}  // namespace tidings
