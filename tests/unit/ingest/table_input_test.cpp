#include <gtest/gtest.h>

#include "ingest/table_row.hpp"
#include "support.hpp"

namespace tidings::ingest {
namespace {

std::string row(std::string_view text, char separator = ',') {
    RowReader rows(separator);
    if (rows.read(text, true) != RowReader::Outcome::Row) return "more";
    std::string joined;
    for (const std::string& field : rows.fields()) joined += '[' + field + ']';
    return joined + std::to_string(rows.consumed());
}

TEST(RowReader, SplitsAsRfc4180Says) {
    EXPECT_EQ(row("a,b,c\nd"), "[a][b][c]6");
    EXPECT_EQ(row("a,\"b,\n\"\"c\"\"\",\r\n"), "[a][b,\n\"c\"][]15");
    EXPECT_EQ(row("\"\"\n"), "[]3");
    EXPECT_EQ(row(""), "[]0");
    EXPECT_EQ(row("a\tb, c\n", '\t'), "[a][b, c]7");
}

TEST(RowReader, TakesOddQuotationMarksAsLetters) {
    EXPECT_EQ(row("\"We go,\" he said\tb\n", '\t'), "[\"We go,\" he said][b]19");
    EXPECT_EQ(row("\"open,b\nc,d\n"), "[\"open][b]8");
    EXPECT_EQ(row("a \"b\" c,d\n"), "[a \"b\" c][d]10");
}

TEST(RowReader, AsksForMoreWhereTheRowIsCutOff) {
    const std::string text = "a,\"b\"\"c\nd\",e\r\nnext";
    RowReader rows(',');
    for (std::size_t size = 0; size < 14; ++size) {
        EXPECT_EQ(rows.read(text.substr(0, size), false), RowReader::Outcome::NeedsMore) << size;
    }
    ASSERT_EQ(rows.read(text, false), RowReader::Outcome::Row);
    EXPECT_EQ(rows.fields(), (std::vector<std::string>{"a", "b\"c\nd", "e"}));
    EXPECT_EQ(rows.consumed(), 14U);
}

TEST(Table, ReadsRowsWhereverTheInputIsCut) {
    std::string table = "\xEF\xBB\xBFId,\"Text\",date,url,ignored\r\n";
    for (int i = 0; i < 200; ++i) {
        table += std::to_string(i) + ",\"Troops \"\"left\"\",\nthey said.\",2024-03-12,,x\r\n";
    }
    for (const std::string& bytes : {table, gzip(table), zstd(table)}) {
        for (const std::size_t step : {1U, 7U, 100000U}) {
            const Collected found = collect(bytes, {"in", "in", true}, {}, step);
            EXPECT_EQ(messages(found), "");
            ASSERT_EQ(found.documents.size(), 200U);
            const Document& last = found.documents.back();
            EXPECT_EQ(last.id, "199");
            EXPECT_EQ(last.bytes, "Troops \"left\",\nthey said.");
            EXPECT_EQ(last.published, "2024-03-12");
            EXPECT_EQ(last.source_line, 400U);
            EXPECT_EQ(last.media_type, MediaType::FieldText);
        }
    }
}

TEST(Table, ABadRowIsNamedAndTheOthersAreRead) {
    const Collected found = collect(
        "text,url\n"
        "one,u1\n"
        "two,with,commas\n"
        "three,u3,,\n"
        "\n"
        "\"open,u4\n"
        "five\n"
        "six,u6",
        {"t.csv", "t", true});
    EXPECT_EQ(ids(found), "u1 u3 u4 t:7 u6");
    EXPECT_EQ(found.documents[2].bytes, "\"open");
    EXPECT_EQ(messages(found), "t.csv:3: the row has 3 cells, the header 2\n");
}

TEST(Table, TakesMappedColumns) {
    const Collected found =
        collect("Story ID\tEvent Text\tPublisher\n7\tTroops left.\tCourier\n", {"t", "t", true}, {},
                SIZE_MAX, {{"text", "Event Text"}, {"id", "Story ID"}});
    ASSERT_EQ(found.documents.size(), 1U);
    EXPECT_EQ(found.documents[0].id, "7");
    EXPECT_EQ(found.documents[0].bytes, "Troops left.");
    EXPECT_EQ(found.documents[0].publisher, "Courier");
}

TEST(Table, BoundsRowsAndTexts) {
    const IngestLimits limits{50, 1000, 1000, 400};
    const Collected found =
        collect("id,text\na," + std::string(60, 'x') + "\nb,\"" + std::string(5000, 'y') +
                    "\"\nc," + std::string(5000, 'z') + "\nd,fine\n",
                {"t", "t", true}, limits);
    EXPECT_EQ(ids(found), "d");
    EXPECT_EQ(messages(found),
              "t:2: the report's text has 60 bytes; at most 50 are read\n"
              "t:3: the row is longer than 400 bytes\n"
              "t:4: the row is longer than 400 bytes\n");
}

}  // namespace
}  // namespace tidings::ingest
