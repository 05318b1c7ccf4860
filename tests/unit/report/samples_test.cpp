// The samples of tests/reports/report: whole reports with their expected parts marked in the text.
//
//     # What the sample shows.
//     title: ...            (any of title, authors, published, modified, language, uri)
//     ---
//     {title|Floods cut off two towns}
//
//     {dateline|NAIROBI —} {body|Rivers burst their banks on Monday.}
//
// Without its marks the part below the rule is the report; a part that stands twice is marked
// `{caption repeated|...}`. Everything but white space stands in a part.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include <gtest/gtest.h>

#include "support.hpp"

namespace tidings::report {
namespace {

namespace fs = std::filesystem;

struct Sample {
    std::map<std::string, std::string> metadata;
    std::string text;
    std::string sections;  // as dump() writes them
};

// Takes the marks out of the text; what stands in no part is noted as `unmarked`.
void read_marked(std::string_view marked, Sample& sample) {
    while (!marked.empty()) {
        const std::size_t open = marked.find('{');
        const std::string_view between = marked.substr(0, open);
        if (!trim(between).empty())
            sample.sections += "unmarked|" + std::string(trim(between)) + "\n";
        sample.text += between;
        if (open == std::string_view::npos) return;
        const std::size_t bar = marked.find('|', open);
        const std::size_t close = marked.find('}', open);
        if (bar == std::string_view::npos || close == std::string_view::npos || close < bar) {
            throw std::runtime_error("a part is marked as {role|text}");
        }
        const std::string_view content = marked.substr(bar + 1, close - bar - 1);
        sample.sections += std::string(marked.substr(open + 1, bar - open - 1)) + "|" +
                           std::string(content) + "\n";
        sample.text += content;
        marked.remove_prefix(close + 1);
    }
}

Sample read_sample(const fs::path& path) {
    std::ifstream file(path);
    Sample sample;
    std::string line;
    while (std::getline(file, line) && line != "---") {
        if (line.empty() || line[0] == '#') continue;
        const std::size_t colon = line.find(": ");
        if (colon == std::string::npos) throw std::runtime_error("no `name: value`: " + line);
        sample.metadata[line.substr(0, colon)] = line.substr(colon + 2);
    }
    std::ostringstream rest;
    rest << file.rdbuf();
    read_marked(rest.str(), sample);
    return sample;
}

std::string metadata_of(const Report& report, const std::string& name) {
    if (name == "title") return report.title;
    if (name == "published") return report.published;
    if (name == "modified") return report.modified;
    if (name == "language") return report.language;
    if (name == "uri") return report.uri;
    if (name != "authors") throw std::runtime_error("unknown name " + name);
    std::string joined;
    for (const std::string& author : report.authors) {
        if (!joined.empty()) joined += "; ";
        joined += author;
    }
    return joined;
}

std::vector<fs::path> sample_files() {
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(TIDINGS_TEST_SAMPLES)) {
        if (entry.path().extension() == ".report") files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

class Samples : public testing::TestWithParam<fs::path> {};

TEST_P(Samples, AreReadAsMarked) {
    const Sample sample = read_sample(GetParam());
    const Report report = read(sample.text);
    EXPECT_EQ(dump(report), sample.sections);
    for (const auto& [name, value] : sample.metadata) {
        EXPECT_EQ(metadata_of(report, name), value) << name;
    }
    for (const std::string name : {"title", "authors", "published", "modified"}) {
        if (sample.metadata.contains(name)) continue;
        EXPECT_EQ(metadata_of(report, name), "") << name;
    }
}

INSTANTIATE_TEST_SUITE_P(Reports, Samples, testing::ValuesIn(sample_files()),
                         [](const testing::TestParamInfo<fs::path>& test) {
                             std::string name = test.param.stem().string();
                             std::replace(name.begin(), name.end(), '-', '_');
                             return name;
                         });

TEST(SampleFiles, AreThere) {
    EXPECT_GE(sample_files().size(), 12U);
}

}  // namespace
}  // namespace tidings::report
