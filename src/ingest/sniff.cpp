#include "ingest/sniff.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include <tidings/text.hpp>

namespace tidings::ingest {
namespace {

struct Magic {
    std::string_view bytes;
    std::string_view what;
    std::string_view hint;
};

using namespace std::string_view_literals;

constexpr std::array kMagics{
    Magic{"%PDF-"sv, "a PDF document", "take its text out first, for example with pdftotext"},
    Magic{"PK\x03\x04"sv, "a ZIP archive or an office document", "unpack it first"},
    Magic{"PK\x05\x06"sv, "an empty ZIP archive", "unpack it first"},
    Magic{"\x89PNG\r\n\x1A\n"sv, "a PNG image", "images are not read"},
    Magic{"\xFF\xD8\xFF"sv, "a JPEG image", "images are not read"},
    Magic{"GIF87a"sv, "a GIF image", "images are not read"},
    Magic{"GIF89a"sv, "a GIF image", "images are not read"},
    Magic{"II*\0"sv, "a TIFF image", "images are not read"},
    Magic{"MM\0*"sv, "a TIFF image", "images are not read"},
    Magic{"\xFD"
          "7zXZ\0"sv,
          "xz data", "unpack it first, or pack it with gzip"},
    Magic{"\x28\xB5\x2F\xFD"sv, "zstd data", "unpack it first, or pack it with gzip"},
    Magic{"7z\xBC\xAF\x27\x1C"sv, "a 7-Zip archive", "unpack it first"},
    Magic{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, "an office document", "save it as plain text"},
    Magic{"{\\rtf"sv, "an RTF document", "save it as plain text"},
    Magic{"SQLite format 3\0"sv, "an SQLite database", "reports are read, not stores"},
    Magic{"\x7F"
          "ELF"sv,
          "a program", ""},
    Magic{"\xFF\xFE"sv, "text in UTF-16", "convert it with `iconv -f UTF-16 -t UTF-8`"},
    Magic{"\xFE\xFF"sv, "text in UTF-16", "convert it with `iconv -f UTF-16 -t UTF-8`"},
    Magic{"WARC/1."sv, "a WARC archive", "web archives are not read yet"},
};

Sniffed unsupported(std::string_view what, std::string_view hint) {
    return {ContentKind::Unsupported, "the input is " + std::string(what), std::string(hint)};
}

bool starts_with_any(std::string_view text, std::initializer_list<std::string_view> prefixes) {
    return std::any_of(prefixes.begin(), prefixes.end(),
                       [&](std::string_view prefix) { return text.starts_with(prefix); });
}

// Formats whose first letters could also begin a sentence need a second look.
std::optional<Sniffed> sniff_longer_magic(std::string_view head) {
    if (head.size() < 12) return std::nullopt;
    if (head.starts_with("BZh") && head[3] >= '1' && head[3] <= '9' &&
        head.substr(4, 6) == "1AY&SY") {
        return unsupported("bzip2 data", "unpack it first, or pack it with gzip");
    }
    const std::string_view form = head.substr(8, 4);
    if (head.starts_with("RIFF") && (form == "WEBP" || form == "WAVE" || form == "AVI ")) {
        return unsupported("an image, sound or video file", "media files are not read");
    }
    if (head.substr(4, 4) == "ftyp") {
        return unsupported("an image, sound or video file", "media files are not read");
    }
    return std::nullopt;
}

std::optional<Sniffed> sniff_markup(std::string_view content) {
    if (!content.starts_with('<')) return std::nullopt;
    const std::string lowered = utf8::lower(content);
    // `find`: comments and processing instructions may stand before the first element.
    const auto holds = [&](std::string_view tag) { return lowered.find(tag) != std::string::npos; };
    if (holds("<rss") || holds("<feed") || holds("<rdf:rdf")) {
        return unsupported("a news feed", "feeds are not read yet; give the text of its reports");
    }
    if (holds("<!doctype html") || holds("<html") || holds("<head") || holds("<body") ||
        starts_with_any(lowered, {"<div", "<p>", "<p ", "<br>", "<br ", "<style", "<link ",
                                  "<center", "<font ", "<main", "<article", "<meta", "<title",
                                  "<script", "<section", "<span", "<table", "<h1"})) {
        return Sniffed{ContentKind::Html, {}, {}};
    }
    if (starts_with_any(lowered, {"<?xml", "<!doctype"})) {
        return unsupported("an XML document", "XML is not read; save it as plain text");
    }
    return std::nullopt;
}

// A page in UTF-16 decodes itself: its markup is ASCII with a zero byte beside each letter.
bool is_utf_16_page(std::string_view head) {
    if (!starts_with_any(head, {"\xFF\xFE", "\xFE\xFF"})) return false;
    std::string ascii(head.substr(2));
    std::erase(ascii, '\0');
    const std::optional<Sniffed> markup = sniff_markup(trim(ascii));
    return markup && markup->kind == ContentKind::Html;
}

// A table with a header whose columns are plain names, one of them the text.
bool looks_like_csv(std::string_view content) {
    const std::string_view line = trim(content.substr(0, content.find('\n')));
    for (const char separator : {',', '\t', ';'}) {
        bool has_text = false;
        const std::vector<std::string_view> cells = split(line, separator);
        const bool names = std::all_of(cells.begin(), cells.end(), [&](std::string_view cell) {
            cell = trim(cell);
            if (cell.size() > 1 && cell.front() == '"' && cell.back() == '"') {
                cell = cell.substr(1, cell.size() - 2);
            }
            const std::string name = utf8::lower(cell);
            has_text = has_text || name == "text" || name == "event_text";
            return name.size() <= 40 && name.find(' ') == std::string::npos;
        });
        if (cells.size() >= 2 && names && has_text) return true;
    }
    return false;
}

// `{` and then a name or the end of the object: no sentence begins like this.
bool looks_like_json(std::string_view content) {
    if (!content.starts_with('{')) return false;
    const std::string_view inside = trim(content.substr(1));
    return inside.starts_with('"') || inside.starts_with('}') || inside.empty();
}

}  // namespace

Sniffed sniff(std::string_view head) {
    head = head.substr(0, kSniffBytes);
    if (is_utf_16_page(head)) return {ContentKind::Html, {}, {}};
    if (head.starts_with("\x1F\x8B")) return {ContentKind::Gzip, {}, {}};
    for (const Magic& magic : kMagics) {
        if (head.starts_with(magic.bytes)) return unsupported(magic.what, magic.hint);
    }
    if (std::optional<Sniffed> media = sniff_longer_magic(head)) return *std::move(media);
    std::string_view content = head;
    if (content.starts_with(kByteOrderMark)) content.remove_prefix(kByteOrderMark.size());
    content = trim(content);
    if (content.empty()) return {ContentKind::Empty, {}, {}};
    if (looks_like_json(content)) return {ContentKind::Json, {}, {}};
    if (content.starts_with('[') && trim(content.substr(1)).starts_with("{\"")) {
        return unsupported("a JSON array",
                           "write one object a line, for example with `jq -c '.[]'`");
    }
    if (std::optional<Sniffed> markup = sniff_markup(content)) return *std::move(markup);
    if (looks_like_csv(content)) {
        return unsupported("a table of comma- or tab-separated values",
                           "such tables are not read yet; write JSON Lines");
    }
    return {ContentKind::PlainText, {}, {}};
}

}  // namespace tidings::ingest
