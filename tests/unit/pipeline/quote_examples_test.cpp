// Runs every example sentence of data/quotes through the whole coder: the marked content must come
// out as a quotation with the marked speaker.

#include <algorithm>

#include <gtest/gtest.h>

#include <tidings/pipeline.hpp>

namespace tidings {
namespace {

std::string describe(const CodedReport& coded) {
    std::string text;
    for (const Quote& quote : coded.mentions.quotes) {
        text += "\n  got " + std::string(slice(coded.report.text, quote.speaker_span)) + ": " +
                std::string(slice(coded.report.text, quote.span));
    }
    return text.empty() ? "\n  got nothing" : text;
}

TEST(QuoteExamples, AreReadAsTheyAreMarked) {
    const auto coder = Coder::load({});
    if (!coder) {
        if (coder.error().message.find("not installed") == std::string::npos) {
            FAIL() << coder.error().to_string();
        }
        GTEST_SKIP() << "the example sentences need the English model";
    }
    ASSERT_GT(coder->quote_cues().examples().size(), 100U);
    LanguageScratch scratch;
    for (const QuoteCues::Example& example : coder->quote_cues().examples()) {
        Document document;
        document.bytes = example.text;
        document.id = "example";
        auto report = coder->read(std::move(document), {});
        ASSERT_TRUE(report.has_value()) << example.where;
        report->language = "en";
        const CodedReport coded = coder->code(std::move(*report), scratch);
        const bool found = std::any_of(
            coded.mentions.quotes.begin(), coded.mentions.quotes.end(), [&](const Quote& quote) {
                const bool speaker =
                    example.speaker.empty() || quote.speaker_span.overlaps(example.speaker);
                return quote.span == example.content && speaker;
            });
        EXPECT_TRUE(found) << example.where << ": " << example.text << describe(coded);
    }
}

}  // namespace
}  // namespace tidings
