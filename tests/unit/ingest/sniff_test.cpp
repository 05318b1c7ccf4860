#include "ingest/sniff.hpp"

#include <gtest/gtest.h>

namespace tidings::ingest {
namespace {

using namespace std::string_view_literals;

Sniffed sniff(std::string_view head) {
    return ingest::sniff(head, FieldMap());
}

TEST(Sniff, TellsJsonFromText) {
    EXPECT_EQ(sniff("{\"text\": \"a\"}").kind, ContentKind::Json);
    EXPECT_EQ(sniff("\xEF\xBB\xBF\n {\n  \"id\": 1").kind, ContentKind::Json);
    EXPECT_EQ(sniff("{}").kind, ContentKind::Json);
    EXPECT_EQ(sniff("{sic} he said").kind, ContentKind::PlainText);
    EXPECT_EQ(sniff("Troops entered the town.").kind, ContentKind::PlainText);
    EXPECT_EQ(sniff("[Photo: the square]").kind, ContentKind::PlainText);
}

TEST(Sniff, FindsNothingInWhiteSpace) {
    EXPECT_EQ(sniff("").kind, ContentKind::Empty);
    EXPECT_EQ(sniff("\xEF\xBB\xBF \r\n\t").kind, ContentKind::Empty);
}

TEST(Sniff, SaysWhatIsNotRead) {
    const auto message = [](std::string_view head) {
        const Sniffed sniffed = sniff(head);
        return sniffed.kind == ContentKind::Unsupported ? sniffed.message : "read";
    };
    EXPECT_EQ(message("%PDF-1.7\n"), "the input is a PDF document");
    EXPECT_EQ(message("PK\x03\x04\x14"), "the input is a ZIP archive or an office document");
    EXPECT_EQ(message("\x89PNG\r\n\x1A\n"), "the input is a PNG image");
    EXPECT_EQ(message("\xFF\xD8\xFF\xE0"), "the input is a JPEG image");
    EXPECT_EQ(message("RIFF\x10\x20\x30\x40WEBPVP8 "),
              "the input is an image, sound or video file");
    EXPECT_EQ(message("BZh91AY&SY\x01\x02"), "the input is bzip2 data");
    EXPECT_EQ(message("\xFF\xFE\0\0H\0\0\0"sv), "the input is text in UTF-32");
    EXPECT_EQ(message("<?xml version=\"1.0\"?><nitf>"),
              "the input is an XML document of an unknown kind");
}

TEST(Sniff, KnowsFormatsOfManyReports) {
    const std::pair<std::string_view, ContentKind> heads[] = {
        {"<?xml version=\"1.0\"?><!-- <html> --><rss version=\"2.0\">", ContentKind::Feed},
        {"<!DOCTYPE rss [<!ENTITY a \"<html>\">]><rss>", ContentKind::Feed},
        {"<feed xmlns=\"http://www.w3.org/2005/Atom\">", ContentKind::Feed},
        {"<atom:feed xmlns:atom=\"http://www.w3.org/2005/Atom\">", ContentKind::Feed},
        {"<rdf:RDF xmlns=\"http://purl.org/rss/1.0/\">", ContentKind::Feed},
        {"\xFF\xFE<\0r\0s\0s\0>\0"sv, ContentKind::Feed},
        {"<html><body><feed-list>", ContentKind::Html},
        {"<Sentences>\n<Sentence date = \"20010101\">", ContentKind::Petrarch},
        {"[{\"text\": \"a\"}]", ContentKind::JsonArray},
        {"[\n {\n \"text\"", ContentKind::JsonArray},
        {"{\"version\": \"https://jsonfeed.org/version/1.1\"", ContentKind::JsonFeed},
        {"WARC/1.0\r\nWARC-Type: warcinfo\r\n", ContentKind::Warc},
        {"id,date,text\n1,2020-01-01,Troops", ContentKind::Table},
        {"\"id\"\t\"event_text\"\n", ContentKind::Table},
        {"Text;url\n", ContentKind::Table},
        {"\x1F\x8B\x08"sv, ContentKind::Gzip},
        {"\x28\xB5\x2F\xFD\x04"sv, ContentKind::Zstd},
    };
    for (const auto& [head, kind] : heads) EXPECT_EQ(sniff(head).kind, kind) << head;
}

TEST(Sniff, FindsTheColumnThatIsMapped) {
    const FieldMap fields(std::vector<FieldMapping>{{"text", "Event Text"}});
    EXPECT_EQ(separator_of("Story ID\tEvent Text\n", fields), '\t');
    EXPECT_EQ(separator_of("Story ID\ttext\n", fields), std::nullopt);
}

TEST(Sniff, KnowsPages) {
    for (const std::string_view head :
         {"  <!DOCTYPE html>\n<html>"sv, "<?xml version=\"1.0\"?><!-- x --><html lang=\"en\">"sv,
          "\xEF\xBB\xBF<HTML>"sv, "<div class=\"a\">"sv, "<title>Talks</title>"sv,
          "\xFF\xFE<\0h\0t\0m\0l\0>\0"sv, "\xFE\xFF\0<\0h\0t\0m\0l\0>"sv}) {
        EXPECT_EQ(sniff(head).kind, ContentKind::Html) << head;
    }
}

TEST(Sniff, DoesNotTakeSentencesForFormats) {
    for (const std::string_view text :
         {"RIFFs between the two parties grew on Monday.", "BZhunters left the valley at dawn.",
          "<Editor's note> The text, she said, was agreed.", "Text, they said, matters.",
          "The text, he added; was late", "WARC is a format.", "%PDF is a mark."}) {
        EXPECT_EQ(sniff(text).kind, ContentKind::PlainText) << text;
    }
}

}  // namespace
}  // namespace tidings::ingest
