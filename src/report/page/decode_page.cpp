#include "report/page/decode_page.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>

#include <fmt/format.h>
#include <iconv.h>
#include <simdjson.h>
#include <uchardet/uchardet.h>

#include <tidings/text.hpp>

#include "base/utf16.hpp"

namespace tidings::report {
namespace {

constexpr std::size_t kDeclarationBytes = 8192;  // of a page are searched for its charset
constexpr std::size_t kDetectionBytes =
    std::size_t{256} * 1024;               // of a page are shown to the detector
constexpr std::size_t kMostBroken = 1000;  // one byte in so many may be broken in a UTF-8 page

struct Label {
    std::string_view label;
    std::string_view encoding;
};

// The labels of https://encoding.spec.whatwg.org/#names-and-labels that pages use, in order. As
// there, the ISO 8859 and national names stand for the larger code pages that browsers read.
constexpr std::array kLabels{Label{"ascii", "WINDOWS-1252"},
                             Label{"big5", "BIG5-HKSCS"},
                             Label{"big5-hkscs", "BIG5-HKSCS"},
                             Label{"cp1250", "WINDOWS-1250"},
                             Label{"cp1251", "WINDOWS-1251"},
                             Label{"cp1252", "WINDOWS-1252"},
                             Label{"cp1253", "WINDOWS-1253"},
                             Label{"cp1254", "WINDOWS-1254"},
                             Label{"cp1255", "WINDOWS-1255"},
                             Label{"cp1256", "WINDOWS-1256"},
                             Label{"cp1257", "WINDOWS-1257"},
                             Label{"cp1258", "WINDOWS-1258"},
                             Label{"cp866", "CP866"},
                             Label{"cp949", "CP949"},
                             Label{"euc-jp", "EUC-JP"},
                             Label{"euc-kr", "CP949"},
                             Label{"euc-tw", "EUC-TW"},
                             Label{"gb18030", "GB18030"},
                             Label{"gb2312", "GB18030"},
                             Label{"gbk", "GB18030"},
                             Label{"hz-gb-2312", "GB18030"},
                             Label{"ibm866", "CP866"},
                             Label{"iso-2022-jp", "ISO-2022-JP"},
                             Label{"iso-8859-1", "WINDOWS-1252"},
                             Label{"iso-8859-10", "ISO-8859-10"},
                             Label{"iso-8859-11", "CP874"},
                             Label{"iso-8859-13", "ISO-8859-13"},
                             Label{"iso-8859-15", "ISO-8859-15"},
                             Label{"iso-8859-16", "ISO-8859-16"},
                             Label{"iso-8859-2", "ISO-8859-2"},
                             Label{"iso-8859-3", "ISO-8859-3"},
                             Label{"iso-8859-4", "ISO-8859-4"},
                             Label{"iso-8859-5", "ISO-8859-5"},
                             Label{"iso-8859-6", "ISO-8859-6"},
                             Label{"iso-8859-7", "ISO-8859-7"},
                             Label{"iso-8859-8", "ISO-8859-8"},
                             Label{"iso-8859-8-i", "ISO-8859-8"},
                             Label{"iso-8859-9", "WINDOWS-1254"},
                             Label{"iso8859-1", "WINDOWS-1252"},
                             Label{"iso8859-15", "ISO-8859-15"},
                             Label{"iso8859-2", "ISO-8859-2"},
                             Label{"iso8859-9", "WINDOWS-1254"},
                             Label{"iso_8859-1", "WINDOWS-1252"},
                             Label{"iso_8859-15", "ISO-8859-15"},
                             Label{"koi8-r", "KOI8-R"},
                             Label{"koi8-u", "KOI8-U"},
                             Label{"ks_c_5601-1987", "CP949"},
                             Label{"latin1", "WINDOWS-1252"},
                             Label{"latin2", "ISO-8859-2"},
                             Label{"mac-centraleurope", "MACCENTRALEUROPE"},
                             Label{"mac-cyrillic", "MAC-CYRILLIC"},
                             Label{"macintosh", "MACINTOSH"},
                             Label{"shift-jis", "CP932"},
                             Label{"shift_jis", "CP932"},
                             Label{"sjis", "CP932"},
                             Label{"tis-620", "CP874"},
                             Label{"uhc", "CP949"},
                             Label{"unicode", "UTF-8"},
                             Label{"us-ascii", "WINDOWS-1252"},
                             Label{"utf-16", "UTF-16LE"},
                             Label{"utf-16be", "UTF-16BE"},
                             Label{"utf-16le", "UTF-16LE"},
                             Label{"utf-8", "UTF-8"},
                             Label{"utf8", "UTF-8"},
                             Label{"viscii", "VISCII"},
                             Label{"windows-1250", "WINDOWS-1250"},
                             Label{"windows-1251", "WINDOWS-1251"},
                             Label{"windows-1252", "WINDOWS-1252"},
                             Label{"windows-1253", "WINDOWS-1253"},
                             Label{"windows-1254", "WINDOWS-1254"},
                             Label{"windows-1255", "WINDOWS-1255"},
                             Label{"windows-1256", "WINDOWS-1256"},
                             Label{"windows-1257", "WINDOWS-1257"},
                             Label{"windows-1258", "WINDOWS-1258"},
                             Label{"windows-31j", "CP932"},
                             Label{"windows-874", "CP874"},
                             Label{"windows-949", "CP949"},
                             Label{"x-gbk", "GB18030"},
                             Label{"x-sjis", "CP932"},
                             Label{"x-x-big5", "BIG5-HKSCS"}};
static_assert(std::is_sorted(kLabels.begin(), kLabels.end(),
                             [](const Label& a, const Label& b) { return a.label < b.label; }));

constexpr bool is_label_char(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_' || c == '.' || c == ':';
}

// `charset = "utf-8"`, `encoding='utf-8'`: the label behind the word that ends at `pos`.
std::string label_behind(std::string_view bytes, std::size_t pos) {
    const auto skip_space = [&] {
        while (pos < bytes.size() && std::strchr(" \t\r\n\f", bytes[pos]) != nullptr) ++pos;
    };
    skip_space();
    if (pos >= bytes.size() || bytes[pos] != '=') return {};
    ++pos;
    skip_space();
    if (pos < bytes.size() && (bytes[pos] == '"' || bytes[pos] == '\'')) ++pos;
    skip_space();
    std::size_t end = pos;
    while (end < bytes.size() && is_label_char(bytes[end])) ++end;
    return std::string(bytes.substr(pos, end - pos));
}

struct Mark {
    std::string_view bytes;
    std::string_view encoding;
};

constexpr std::array kMarks{Mark{"\xEF\xBB\xBF", "UTF-8"}, Mark{"\xFF\xFE", "UTF-16LE"},
                            Mark{"\xFE\xFF", "UTF-16BE"}};

std::string_view detect(std::string_view bytes) {
    const std::unique_ptr<uchardet, decltype(&uchardet_delete)> detector(uchardet_new(),
                                                                         &uchardet_delete);
    // Plain ASCII tells nothing: begin shortly before the first byte that is none.
    const auto high = std::find_if(bytes.begin(), bytes.end(),
                                   [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
    const auto first = static_cast<std::size_t>(high - bytes.begin());
    bytes = bytes.substr(first > 1024 ? first - 1024 : 0, kDetectionBytes);
    if (uchardet_handle_data(detector.get(), bytes.data(), bytes.size()) != 0) return {};
    uchardet_data_end(detector.get());
    return encoding_for_label(uchardet_get_charset(detector.get()));
}

bool is_utf_8(std::string_view bytes) {
    return simdjson::validate_utf8(bytes.data(), bytes.size());
}

// The share of bytes that are no part of UTF-8.
bool is_nearly_utf_8(std::string_view bytes) {
    std::size_t broken = 0;
    std::size_t sequences = 0;
    for (std::size_t pos = 0; pos < bytes.size();) {
        if (static_cast<unsigned char>(bytes[pos]) < 0x80) {
            ++pos;
            continue;
        }
        const std::uint32_t length = utf8::decode(bytes, pos).length;
        ++(length > 1 ? sequences : broken);
        pos += length;
    }
    return sequences > 0 && broken * 10 <= sequences && broken * kMostBroken <= bytes.size();
}

bool has_escape(std::string_view bytes) {
    return bytes.find('\x1B') != std::string_view::npos;
}

std::string_view choose_encoding(std::string_view bytes, std::string_view header_charset) {
    if (const Utf16Start wide = find_utf_16(bytes); wide.found) {
        return wide.order == ByteOrder::Little ? "UTF-16LE" : "UTF-16BE";
    }
    const std::string_view header = encoding_for_label(header_charset);
    const bool utf_8 = is_utf_8(bytes);
    if (utf_8 && !has_escape(bytes)) return "UTF-8";
    const std::string_view meta = encoding_for_label(declared_charset(bytes));
    // ISO-2022-JP is the one encoding in use that is all ASCII bytes.
    for (const std::string_view declared : {header, meta}) {
        if (declared == "ISO-2022-JP" && has_escape(bytes)) return declared;
    }
    if (utf_8 || is_nearly_utf_8(bytes)) return "UTF-8";
    for (const std::string_view declared : {header, meta}) {
        // The bytes have been looked at: they are neither UTF-8 nor UTF-16.
        if (!declared.empty() && !declared.starts_with("UTF-")) return declared;
    }
    const std::string_view detected = detect(bytes);
    if (!detected.empty() && !detected.starts_with("UTF-")) return detected;
    return "WINDOWS-1252";
}

// Closes the converter.
class Converter {
  public:
    explicit Converter(const std::string& from) : handle_(iconv_open("UTF-8", from.c_str())) {}
    ~Converter() {
        if (valid()) iconv_close(handle_);
    }
    Converter(const Converter&) = delete;
    Converter& operator=(const Converter&) = delete;

    [[nodiscard]] bool valid() const {
        return handle_ != reinterpret_cast<iconv_t>(-1);  // NOLINT(performance-no-int-to-ptr)
    }

    /// Converts; each byte that begins no character becomes U+FFFD and is counted.
    std::string convert(std::string_view bytes, std::size_t& replaced) {
        std::string out;
        out.reserve(bytes.size() + bytes.size() / 4);
        std::array<char, 16384> chunk{};
        std::string input(bytes);  // iconv's signature wants it writable
        char* in = input.data();
        std::size_t left = input.size();
        while (left > 0) {
            char* to = chunk.data();
            std::size_t room = chunk.size();
            const std::size_t result = iconv(handle_, &in, &left, &to, &room);
            const int code = errno;
            out.append(chunk.data(), chunk.size() - room);
            if (result != static_cast<std::size_t>(-1) || code == E2BIG) continue;
            ++in;
            --left;
            ++replaced;
            utf8::append(out, 0xFFFD);
        }
        return out;
    }

  private:
    iconv_t handle_;
};

std::string convert(std::string_view bytes, std::string_view encoding, std::size_t& replaced) {
    Converter converter{std::string(encoding)};
    if (!converter.valid()) return utf8::sanitize(bytes, &replaced);
    std::string text = converter.convert(bytes, replaced);
    return is_utf_8(text) ? text : utf8::sanitize(text);
}

}  // namespace

std::string_view encoding_for_label(std::string_view label) {
    const std::string lowered = utf8::lower(trim(label.substr(0, 40)));
    const auto found =
        std::lower_bound(kLabels.begin(), kLabels.end(), lowered,
                         [](const Label& entry, const std::string& l) { return entry.label < l; });
    return found != kLabels.end() && found->label == lowered ? found->encoding : std::string_view{};
}

std::string declared_charset(std::string_view bytes) {
    const std::string head = utf8::lower(utf8::sanitize(bytes.substr(0, kDeclarationBytes)));
    if (head.starts_with("<?xml")) {
        const std::size_t word = head.find("encoding");
        if (word < head.find("?>")) return label_behind(head, word + 8);
    }
    for (std::size_t meta = head.find("<meta"); meta != std::string::npos;
         meta = head.find("<meta", meta + 5)) {
        const std::size_t end = std::min(head.find('>', meta), head.size());
        const std::size_t word = head.find("charset", meta);
        if (word == std::string::npos) return {};
        if (word < end) return label_behind(head, word + 7);
    }
    return {};
}

DecodedPage decode_page(std::string bytes, std::string_view header_charset) {
    DecodedPage page;
    std::string_view rest = bytes;
    for (const Mark& mark : kMarks) {
        if (!rest.starts_with(mark.bytes)) continue;
        page.encoding = mark.encoding;
        page.offset = static_cast<std::uint32_t>(mark.bytes.size());
        rest.remove_prefix(mark.bytes.size());
        break;
    }
    if (page.encoding.empty()) page.encoding = choose_encoding(rest, header_charset);
    std::size_t replaced = 0;
    if (page.encoding != "UTF-8") {
        page.text = convert(rest, page.encoding, replaced);
    } else if (is_utf_8(rest)) {
        page.exact = true;
        page.text = page.offset == 0 ? std::move(bytes) : std::string(rest);
    } else {
        page.text = utf8::sanitize(rest, &replaced);
    }
    // The parser ends at a NUL.
    if (page.text.find('\0') != std::string::npos) {
        std::replace(page.text.begin(), page.text.end(), '\0', ' ');
    }
    if (replaced > 0) {
        page.warnings.push_back(fmt::format("{} bytes that are not {} were replaced by U+FFFD",
                                            replaced, page.encoding));
    }
    return page;
}

}  // namespace tidings::report
