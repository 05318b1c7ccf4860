#include <gtest/gtest.h>

#include "ingest/http_response.hpp"
#include "support.hpp"

namespace tidings::ingest {
namespace {

const std::string kPage =
    "<!DOCTYPE html><html><body><p>Kenya expelled two envoys.</p></body></html>";

std::string http(const std::string& body, const std::string& header = "",
                 const std::string& type = "text/html; charset=ISO-8859-2",
                 const std::string& status = "200 OK") {
    return "HTTP/1.1 " + status + "\r\nContent-Type: " + type + "\r\n" + header + "\r\n" + body;
}

std::string record(const std::string& kind, const std::string& block, const std::string& uri,
                   std::size_t length) {
    return "WARC/1.0\r\nWARC-Type: " + kind + "\r\nWARC-Target-URI: " + uri +
           "\r\nWARC-Date: 2024-03-12T10:00:00Z\r\nWARC-Record-ID: <urn:uuid:" + uri +
           ">\r\nContent-Type: text/plain\r\nContent-Length: " + std::to_string(length) +
           "\r\n\r\n" + block + "\r\n\r\n";
}

std::string record(const std::string& kind, const std::string& block,
                   const std::string& uri = "u") {
    return record(kind, block, uri, block.size());
}

Collected archive(std::string_view bytes, std::size_t step = SIZE_MAX,
                  const IngestLimits& limits = {}) {
    return collect(bytes, {"a.warc.gz", "a", true}, limits, step);
}

std::string chunked(const std::string& body) {
    return "5;x=y\r\n" + body.substr(0, 5) + "\r\n" + "1000\r\n" + body.substr(5, 4096) +
           "\r\n0\r\n\r\n";
}

std::string deflated(const std::string& bytes) {
    uLongf size = compressBound(bytes.size());
    std::string packed(size, '\0');
    compress(reinterpret_cast<Bytef*>(packed.data()), &size,
             reinterpret_cast<const Bytef*>(bytes.data()), bytes.size());
    packed.resize(size);
    return packed;
}

TEST(HttpResponse, JoinsChunksAndUnpacks) {
    const std::string long_page = kPage + std::string(4096 + 5 - kPage.size(), ' ');
    const auto body = [](const std::string& response) {
        return read_http_response(response, 100000).body;
    };
    EXPECT_EQ(body(http(kPage)), kPage);
    EXPECT_EQ(body(http(chunked(long_page), "Transfer-Encoding: chunked\r\n")), long_page);
    EXPECT_EQ(body(http(gzip(kPage), "content-encoding: GZIP\r\n")), kPage);
    EXPECT_EQ(body(http(zstd(kPage), "Content-Encoding: zstd\r\n")), kPage);
    EXPECT_EQ(body(http(deflated(kPage), "Content-Encoding: deflate\r\n")), kPage);
    const std::string raw = deflated(kPage);
    EXPECT_EQ(body(http(raw.substr(2, raw.size() - 6), "Content-Encoding: deflate\r\n")), kPage);
    // `brotli -c` of "<p>Troops left.</p>".
    const std::string brotli("\x0F\x09\x80<p>Troops left.</p>\x03", 23);
    EXPECT_EQ(body(http(brotli, "Content-Encoding: br\r\n")), "<p>Troops left.</p>");
    EXPECT_EQ(body(http(gzip(zstd(kPage)), "Content-Encoding: zstd, gzip\r\n")), kPage);
}

TEST(HttpResponse, BelievesTheBytesMoreThanTheHeader) {
    const HttpResponse plain = read_http_response(
        http(kPage, "Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n"), 100000);
    EXPECT_EQ(plain.body, kPage);
    EXPECT_FALSE(plain.cut);
    EXPECT_EQ(read_http_response(http(kPage, "Content-Encoding: br\r\n"), 100000).body, kPage);
}

TEST(HttpResponse, GivesWhatThereIsOfADamagedBody) {
    const std::string packed = gzip(std::string(20000, 'a') + kPage, 0);
    const HttpResponse cut =
        read_http_response(http(packed.substr(0, 10000), "Content-Encoding: gzip\r\n"), 100000);
    EXPECT_TRUE(cut.cut);
    EXPECT_GT(cut.body.size(), 9000U);
    EXPECT_TRUE(read_http_response(http("20\r\nabc", "Transfer-Encoding: chunked\r\n"), 100).cut);
}

TEST(HttpResponse, ABombIsNotUnpackedBeyondTheLimit) {
    const std::string bomb = gzip(std::string(50U << 20U, 'a'), 9);
    const HttpResponse response =
        read_http_response(http(bomb, "Content-Encoding: gzip\r\n"), 5000);
    EXPECT_TRUE(response.too_long);
    EXPECT_EQ(response.body.size(), 5000U);
}

TEST(Warc, ReadsPagesAndPassesOverTheRest) {
    const std::vector<std::string> records{
        record("warcinfo", "software: x\r\n"),
        record("request", "GET / HTTP/1.1\r\n\r\n"),
        record("response", http(kPage), "https://example.org/1"),
        record("response", http("\x89PNG", "", "image/png")),
        record("response", http("%PDF-1.7", "", "text/html")),
        record("response", http(kPage, "", "text/html", "404 Not Found")),
        record("response", http(kPage, "", "TEXT/HTML;charset=\"utf-8\""), "https://example.org/2"),
        record("conversion", "Kenya expelled two envoys.", "https://example.org/3"),
    };
    std::string plain;
    std::string packed;
    for (const std::string& one : records) {
        plain += one;
        packed += gzip(one);
    }
    for (const std::string& bytes : {plain, packed, gzip(plain), zstd(plain)}) {
        for (const std::size_t step : {1U, 13U, 1000000U}) {
            const Collected found = archive(bytes, step);
            EXPECT_EQ(messages(found), "");
            EXPECT_EQ(ids(found),
                      "https://example.org/1 https://example.org/2 https://example.org/3");
            EXPECT_EQ(found.counts.records_passed_over, 5U);
            const Document& first = found.documents[0];
            EXPECT_EQ(first.bytes, kPage);
            EXPECT_EQ(first.media_type, MediaType::Html);
            EXPECT_EQ(first.charset, "ISO-8859-2");
            EXPECT_EQ(first.uri, "https://example.org/1");
            ASSERT_TRUE(first.archive.has_value());
            EXPECT_EQ(first.archive->file, "a.warc.gz");
            EXPECT_EQ(first.archive->id, "<urn:uuid:https://example.org/1>");
            EXPECT_EQ(first.archive->fetched, "2024-03-12T10:00:00Z");
            EXPECT_EQ(found.documents[1].charset, "utf-8");
            EXPECT_EQ(found.documents[2].media_type, MediaType::PlainText);
        }
    }
    const std::size_t offset = gzip(records[0]).size() + gzip(records[1]).size();
    EXPECT_EQ(archive(packed).documents[0].archive->offset, offset);
    EXPECT_EQ(archive(packed).documents[0].source_name, "a.warc.gz@" + std::to_string(offset));
    EXPECT_EQ(archive(plain).documents[0].archive->offset, records[0].size() + records[1].size());
}

TEST(Warc, DamageCostsOneRecord) {
    const std::string one = record("response", http(kPage), "1");
    const std::string page = kPage + std::string(3000, ' ') + "<p>The end.</p>";
    std::string cut = gzip(record("response", http(page), "2"), 0);
    cut.resize(cut.size() - 1000);
    std::string damaged = gzip(record("response", http(page), "3"), 0);
    damaged[0] = 'x';
    const std::string bytes = gzip(one) + cut + gzip(record("response", http(kPage), "4")) +
                              damaged + gzip(record("response", http(kPage), "5"));
    const Collected found = archive(bytes);
    EXPECT_EQ(ids(found), "1 2 4 5");
    EXPECT_EQ(found.documents[1].warnings,
              std::vector<std::string>{"the archive holds only a part of the page"});
    EXPECT_TRUE(found.documents[1].bytes.starts_with(kPage));
    EXPECT_TRUE(found.documents[2].warnings.empty());
    ASSERT_EQ(found.errors.size(), 2U);
    EXPECT_EQ(found.errors[1].message, "the gzip data is damaged or cut off");
    EXPECT_EQ(found.errors[0].file, "a.warc.gz@" + std::to_string(gzip(one).size()));
}

TEST(Warc, ALengthThatLiesCostsNoOtherRecord) {
    const std::string block = http(kPage);
    const std::string bytes = record("warcinfo", "x") +
                              record("response", block, "long", block.size() + 500) +
                              record("response", block, "short", block.size() - 20) +
                              record("response", block, "huge", std::size_t{1} << 60U) +
                              record("response", block, "last");
    const Collected found = archive(bytes);
    EXPECT_EQ(ids(found), "long short last");
    EXPECT_EQ(found.documents[0].bytes, kPage);
    EXPECT_EQ(found.documents[0].warnings.size(), 1U);
    EXPECT_EQ(found.documents[1].bytes, kPage.substr(0, kPage.size() - 20));
    ASSERT_EQ(found.errors.size(), 2U);
    EXPECT_EQ(found.errors[0].message, "here no record begins");
    EXPECT_EQ(found.errors[1].message, "the record is longer than 16777216 bytes");
}

TEST(Warc, FaultsOfRecordsAreNamed) {
    const std::string bytes = "WARC/1.0\r\nWARC-Type: warcinfo\r\n\r\nno length\r\n\r\n" +
                              record("response", "no http", "a") + "garbage\r\n" +
                              record("response", http(kPage), "b") + "WARC/1.0\r\nWARC-Type: resp";
    const Collected found = archive(bytes);
    EXPECT_EQ(ids(found), "b");
    std::string all;
    for (const Error& error : found.errors) all += error.message + '\n';
    EXPECT_EQ(all,
              "the record has no Content-Length\n"
              "the record holds no HTTP response\n"
              "here no record begins\n"
              "the record's header has no end\n");
}

TEST(Warc, APageAboveTheLimitIsRefused) {
    IngestLimits limits;
    limits.max_page_bytes = 1000;
    const std::string long_page = kPage + std::string(2000, ' ');
    const std::string bytes =
        gzip(record("response", http(long_page), "a")) +
        gzip(record("response", http(gzip(long_page), "Content-Encoding: gzip\r\n"), "b")) +
        gzip(record("response", http(std::string(200000, 'x'), "", "video/mp4"), "c")) +
        gzip(record("response", http(kPage), "d"));
    const Collected found = archive(bytes, SIZE_MAX, limits);
    EXPECT_EQ(ids(found), "d");
    EXPECT_EQ(found.errors.size(), 3U);
}

}  // namespace
}  // namespace tidings::ingest
