#include <fstream>

#include <gtest/gtest.h>

#include "export/sample_report.hpp"

namespace tidings {
namespace {

/// Reads RFC 4180: records of fields.
std::vector<std::vector<std::string>> read_csv(std::string_view text) {
    std::vector<std::vector<std::string>> records;
    std::vector<std::string> record{""};
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (quoted) {
            if (c != '"') {
                record.back() += c;
            } else if (i + 1 < text.size() && text[i + 1] == '"') {
                record.back() += text[++i];
            } else {
                quoted = false;
            }
        } else if (c == '"') {
            quoted = true;
        } else if (c == ',') {
            record.emplace_back();
        } else if (c == '\n') {
            records.push_back(record);
            record = {""};
        } else {
            record.back() += c;
        }
    }
    EXPECT_FALSE(quoted);
    return records;
}

std::size_t column(std::string_view name) {
    const auto header = read_csv(table_header(',')).front();
    for (std::size_t i = 0; i < header.size(); ++i) {
        if (header[i] == name) return i;
    }
    ADD_FAILURE() << "no column " << name;
    return 0;
}

TEST(EventTable, ColumnsAreThoseOfTheSchema) {
    std::ifstream schema(TIDINGS_TEST_SCHEMA "/event_table.tsv");
    ASSERT_TRUE(schema.is_open());
    std::vector<std::string> columns;
    for (std::string line; std::getline(schema, line);) {
        if (line.starts_with("#") || line.starts_with("column\t")) continue;
        columns.push_back(line.substr(0, line.find('\t')));
    }
    EXPECT_EQ(read_csv(table_header(',')).front(), columns);
}

TEST(EventTable, QuotesWhatHoldsCommasAndQuotes) {
    const std::string rows = table_rows(test::sample_report(), ',');
    EXPECT_NE(rows.find("\"Ana \"\"Nené\"\" Díaz\""), std::string::npos) << rows;
    EXPECT_NE(rows.find("\"Élysée, Paris\""), std::string::npos) << rows;
    const auto records = read_csv(rows);
    ASSERT_EQ(records.size(), 1U);
    EXPECT_EQ(records[0].size(), read_csv(table_header(',')).front().size());
    EXPECT_EQ(records[0][column("target_name")], "Ana \"Nené\" Díaz");
    EXPECT_EQ(records[0][column("title")], "Élysée, Paris");
}

TEST(EventTable, EveryRowIsOneLine) {
    for (const char separator : {',', '\t'}) {
        const std::string rows = table_rows(test::sample_report(), separator);
        EXPECT_EQ(std::count(rows.begin(), rows.end(), '\n'), 1);
        EXPECT_TRUE(rows.ends_with('\n'));
    }
}

TEST(EventTable, TabsBecomeSpacesAndNothingIsQuoted) {
    const std::string rows = table_rows(test::sample_report(), '\t');
    const std::string header = table_header('\t');
    EXPECT_EQ(std::count(rows.begin(), rows.end(), '\t'),
              std::count(header.begin(), header.end(), '\t'));
    EXPECT_NE(rows.find("Ana \"Nené\" Díaz"), std::string::npos);
    EXPECT_NE(rows.find("Élysée, Paris"), std::string::npos);
}

TEST(EventTable, ValuesStandInTheirColumns) {
    const auto record = read_csv(table_rows(test::sample_report(), ',')).front();
    EXPECT_EQ(record[column("report_id")], "r1");
    EXPECT_EQ(record[column("type")], "SANCTION");
    EXPECT_EQ(record[column("mode")], "");
    EXPECT_EQ(record[column("cameo")], "0160");
    EXPECT_EQ(record[column("contexts")], "diplomatic|legal");
    EXPECT_EQ(record[column("quad")], "4");
    EXPECT_EQ(record[column("goldstein")], "-4.0");
    EXPECT_EQ(record[column("source_sectors")], "GOV|MIL");
    EXPECT_EQ(record[column("target_country")], "");
    EXPECT_EQ(record[column("date_start")], "");
    EXPECT_EQ(record[column("status")], "actual");
    EXPECT_EQ(record[column("start")], "16");
    EXPECT_EQ(record[column("end")], "24");
    EXPECT_EQ(record[column("mentions")], "1");
    EXPECT_EQ(record[column("confidence")], "0.80");
    EXPECT_EQ(record[column("why")], "sanction:expel.verb:1|operators:decide.verb:2");
}

TEST(EventTable, SidesThatAreNotToldAreEmpty) {
    CodedReport coded = test::sample_report();
    coded.events[0].source.reset();
    const auto record = read_csv(table_rows(coded, ',')).front();
    ASSERT_EQ(record.size(), read_csv(table_header(',')).front().size());
    EXPECT_EQ(record[column("source_name")], "");
    EXPECT_EQ(record[column("target_name")], "Ana \"Nené\" Díaz");
}

TEST(EventTable, NoEventsNoRows) {
    EXPECT_EQ(table_rows(CodedReport{}, ','), "");
}

}  // namespace
}  // namespace tidings
