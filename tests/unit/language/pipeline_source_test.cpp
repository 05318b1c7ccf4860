#include "language/pipeline_source.hpp"

#include <string>

#include <gtest/gtest.h>
#include <zip.h>

#include "pipeline_folder.hpp"

namespace tidings::language {
namespace {

void write_zip(const std::string& path,
               const std::vector<std::pair<std::string, std::string>>& files) {
    int code = 0;
    zip_t* archive = zip_open(path.c_str(), ZIP_CREATE | ZIP_TRUNCATE, &code);
    ASSERT_NE(archive, nullptr);
    for (const auto& [name, text] : files) {
        zip_source_t* source = zip_source_buffer(archive, text.data(), text.size(), 0);
        ASSERT_GE(zip_file_add(archive, name.c_str(), source, 0), 0);
    }
    ASSERT_EQ(zip_close(archive), 0);
}

TEST(PipelineSource, FindsThePipelineBelowAFolder) {
    const TestFolder folder;
    folder.write("xx/xx-1.0/config.cfg", "[nlp]\n");
    folder.write("xx/xx-1.0/meta.json", "{}");
    folder.write("xx/xx-1.0/ner/model", "weights");
    folder.write("xx/meta.json", "{}");
    const auto source = PipelineSource::open(folder.path());
    ASSERT_TRUE(source) << source.error().to_string();
    EXPECT_EQ(source->read("ner/model").value(), "weights");
    EXPECT_TRUE(source->has("config.cfg"));
    EXPECT_FALSE(source->has("../meta.json"));
    EXPECT_EQ(source->sha256().size(), 64U);
}

TEST(PipelineSource, ReadsAWheel) {
    const TestFolder folder;
    const std::string wheel = folder.path("xx-1.0-py3-none-any.whl");
    write_zip(wheel, {{"xx/__init__.py", "raise SystemExit"},
                      {"xx/xx-1.0/config.cfg", "[nlp]\n"},
                      {"xx/xx-1.0/meta.json", "{}"}});
    const auto source = PipelineSource::open(wheel);
    ASSERT_TRUE(source) << source.error().to_string();
    EXPECT_EQ(source->name(), "xx-1.0-py3-none-any.whl");
    EXPECT_EQ(source->read("config.cfg").value(), "[nlp]\n");
    const auto absent = source->read("ner/model");
    ASSERT_FALSE(absent);
    EXPECT_NE(absent.error().file.find("ner/model"), std::string::npos);
}

TEST(PipelineSource, RefusesWhatHoldsNoPipeline) {
    const TestFolder folder;
    folder.write("notes.txt", "nothing");
    EXPECT_FALSE(PipelineSource::open(folder.path()));
    EXPECT_FALSE(PipelineSource::open(folder.path("notes.txt")));  // no zip
    EXPECT_FALSE(PipelineSource::open(folder.path("absent.whl")));
    const std::string wheel = folder.path("other.whl");
    write_zip(wheel, {{"other/__init__.py", ""}});
    EXPECT_FALSE(PipelineSource::open(wheel));
}

TEST(PipelineSource, HashDependsOnNamesAndContents) {
    const TestFolder one;
    const TestFolder two;
    for (const TestFolder* folder : {&one, &two}) {
        folder->write("config.cfg", "[nlp]\n");
        folder->write("meta.json", "{}");
    }
    EXPECT_EQ(PipelineSource::open(one.path())->sha256(),
              PipelineSource::open(two.path())->sha256());
    two.write("vocab/key2row", "x");
    EXPECT_NE(PipelineSource::open(one.path())->sha256(),
              PipelineSource::open(two.path())->sha256());
}

}  // namespace
}  // namespace tidings::language
