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
          "xz data", "unpack it first, or pack it with gzip or zstd"},
    Magic{"7z\xBC\xAF\x27\x1C"sv, "a 7-Zip archive", "unpack it first"},
    Magic{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, "an office document", "save it as plain text"},
    Magic{"{\\rtf"sv, "an RTF document", "save it as plain text"},
    Magic{"SQLite format 3\0"sv, "an SQLite database", "reports are read, not stores"},
    Magic{"\x7F"
          "ELF"sv,
          "a program", ""},
};

Sniffed unsupported(std::string_view what, std::string_view hint) {
    return {ContentKind::Unsupported, "the input is " + std::string(what), std::string(hint), {}};
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
        return unsupported("bzip2 data", "unpack it first, or pack it with gzip or zstd");
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

Sniffed kind(ContentKind what) {
    return {what, {}, {}, {}};
}

// The name of the first element, lower case, behind comments, processing instructions and a
// document type; empty if none is in sight.
std::string_view root_element(std::string_view markup) {
    for (;;) {
        markup = trim(markup);
        std::string_view end = ">";
        if (markup.starts_with("<!--")) {
            end = "-->";
        } else if (markup.starts_with("<?")) {
            end = "?>";
        } else if (markup.starts_with("<!")) {
            const std::size_t subset = markup.find('[');
            if (subset < markup.find('>')) end = "]>";
        } else {
            break;
        }
        const std::size_t at = markup.find(end);
        if (at == std::string_view::npos) return {};
        markup.remove_prefix(at + end.size());
    }
    if (!markup.starts_with('<')) return {};
    markup.remove_prefix(1);
    return markup.substr(0, markup.find_first_of(" \t\r\n/>"));
}

bool is_feed(std::string_view root) {
    const std::size_t colon = root.find(':');
    const std::string_view local = colon == std::string_view::npos ? root : root.substr(colon + 1);
    return root == "rss" || local == "feed" || root == "rdf:rdf";
}

std::optional<Sniffed> sniff_markup(std::string_view content) {
    if (!content.starts_with('<')) return std::nullopt;
    const std::string lowered = utf8::lower(content);
    const std::string_view root = root_element(lowered);
    if (is_feed(root)) return kind(ContentKind::Feed);
    if (root == "sentences" || root == "sentence") return kind(ContentKind::Petrarch);
    // `find`: a page may begin with other things than its first element.
    const auto holds = [&](std::string_view tag) { return lowered.find(tag) != std::string::npos; };
    if (holds("<!doctype html") || holds("<html") || holds("<head") || holds("<body") ||
        starts_with_any(lowered, {"<div", "<p>", "<p ", "<br>", "<br ", "<style", "<link ",
                                  "<center", "<font ", "<main", "<article", "<meta", "<title",
                                  "<script", "<section", "<span", "<table", "<h1"})) {
        return kind(ContentKind::Html);
    }
    if (starts_with_any(lowered, {"<?xml", "<!doctype"})) {
        return unsupported(
            "an XML document of an unknown kind",
            "of XML, feeds and PETRARCH's sentences are read; save it as plain text");
    }
    return std::nullopt;
}

std::string_view unquoted(std::string_view cell) {
    cell = trim(cell);
    if (cell.size() > 1 && cell.front() == '"' && cell.back() == '"') {
        cell = cell.substr(1, cell.size() - 2);
    }
    return cell;
}

// `{` and then a name or the end of the object: no sentence begins like this.
bool looks_like_object(std::string_view content) {
    if (!content.starts_with('{')) return false;
    const std::string_view inside = trim(content.substr(1));
    return inside.starts_with('"') || inside.starts_with('}') || inside.empty();
}

std::optional<Sniffed> sniff_json(std::string_view content) {
    if (looks_like_object(content)) {
        const bool feed = content.find("\"version\"") != std::string_view::npos &&
                          (content.find("jsonfeed.org/version") != std::string_view::npos ||
                           content.find("jsonfeed.org\\/version") != std::string_view::npos);
        return kind(feed ? ContentKind::JsonFeed : ContentKind::Json);
    }
    if (!content.starts_with('[')) return std::nullopt;
    const std::string_view inside = trim(content.substr(1));
    if (inside == "]" || (inside.starts_with('{') && looks_like_object(inside))) {
        return kind(ContentKind::JsonArray);
    }
    return std::nullopt;
}

}  // namespace

// A table with a header whose columns are plain names, one of them the text.
std::optional<char> separator_of(std::string_view head, const FieldMap& fields) {
    if (head.starts_with(kByteOrderMark)) head.remove_prefix(kByteOrderMark.size());
    const std::string_view line = trim(head.substr(0, head.find('\n')));
    for (const char separator : {',', '\t', ';'}) {
        bool has_text = false;
        const std::vector<std::string_view> cells = split(line, separator);
        const bool names = std::all_of(cells.begin(), cells.end(), [&](std::string_view cell) {
            const std::string_view name = unquoted(cell);
            const auto field = fields.find_column(name);
            has_text = has_text || (field && field->field == Field::Text);
            return fields.text_is_mapped() ||
                   (name.size() <= 40 && name.find(' ') == std::string_view::npos);
        });
        if (cells.size() >= 2 && names && has_text) return separator;
    }
    return std::nullopt;
}

namespace {

// What UTF-16 says. Markup decodes itself.
std::optional<Sniffed> sniff_utf_16(std::string_view head, const FieldMap& fields) {
    if (starts_with_any(head, {"\xFF\xFE\0\0"sv, "\0\0\xFE\xFF"sv})) {
        return unsupported("text in UTF-32", "convert it with `iconv -f UTF-32 -t UTF-8`");
    }
    const Utf16Start start = find_utf_16(head);
    if (!start.found) return std::nullopt;
    std::string text;
    Utf16Decoder(start.order).append(head.substr(start.mark), text);
    Sniffed sniffed = sniff(text, fields);
    const bool markup = sniffed.kind == ContentKind::Html || sniffed.kind == ContentKind::Feed ||
                        sniffed.kind == ContentKind::Petrarch;
    if (!markup) sniffed.wide = start;
    return sniffed;
}

}  // namespace

Sniffed sniff(std::string_view head, const FieldMap& fields) {
    head = head.substr(0, kSniffBytes);
    if (std::optional<Sniffed> wide = sniff_utf_16(head, fields)) return *std::move(wide);
    if (head.starts_with("\x1F\x8B")) return kind(ContentKind::Gzip);
    const bool skippable = head.size() > 4 && (static_cast<unsigned char>(head[0]) >> 4U) == 5 &&
                           head.substr(1).starts_with("\x2A\x4D\x18");
    if (skippable || head.starts_with("\x28\xB5\x2F\xFD")) return kind(ContentKind::Zstd);
    if (head.starts_with("WARC/") && head.find("WARC-Type") != std::string_view::npos) {
        return kind(ContentKind::Warc);
    }
    for (const Magic& magic : kMagics) {
        if (head.starts_with(magic.bytes)) return unsupported(magic.what, magic.hint);
    }
    if (std::optional<Sniffed> media = sniff_longer_magic(head)) return *std::move(media);
    std::string_view content = head;
    if (content.starts_with(kByteOrderMark)) content.remove_prefix(kByteOrderMark.size());
    content = trim(content);
    if (content.empty()) return kind(ContentKind::Empty);
    if (std::optional<Sniffed> json = sniff_json(content)) return *std::move(json);
    if (std::optional<Sniffed> markup = sniff_markup(content)) return *std::move(markup);
    return kind(separator_of(content, fields) ? ContentKind::Table : ContentKind::PlainText);
}

}  // namespace tidings::ingest
