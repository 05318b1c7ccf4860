// Any bytes as a gazetteer file, as an archive, and as a text whose words are looked for places.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "mention/place/find_places.hpp"
#include "mention/place/gazetteer.hpp"
#include "mention/place/package_archive.hpp"
#include "mention/place/place_key.hpp"

using namespace tidings;

namespace {

const MentionLexica& lexica() {
    static const MentionLexica kLexica = [] {
        auto loaded = MentionLexica::load(TIDINGS_SOURCE_DATA, {});
        if (!loaded) __builtin_trap();
        return std::move(*loaded);
    }();
    return kLexica;
}

/// Words between blanks as a flat parse with capitals as names, every fifth one a sentence.
Parse flat_parse(std::string_view text) {
    Parse parse;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t start = text.find_first_not_of(" \n", at);
        if (start == std::string_view::npos) break;
        const std::size_t end = std::min(text.find_first_of(" \n", start), text.size());
        Token token;
        token.span = {static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(end)};
        constexpr std::uint32_t kWords = 5;
        const auto number = static_cast<TokenIndex>(parse.tokens.size());
        token.sentence = number / kWords;
        token.head = number % kWords == 0 ? number : number - 1;
        token.sentence_start = number % kWords == 0;
        token.pos = Pos::Propn;
        token.dep = number % 2 == 0 ? "pobj" : "compound";
        parse.strings.push_back(
            std::make_unique<std::string>(utf8::lower(text.substr(start, end - start))));
        token.lower = token.lemma = *parse.strings.back();
        if (number % 3 == 0) {
            parse.names.push_back(
                {number, number + 1, token.span, number % 2 == 0 ? "GPE" : "ORG"});
        }
        parse.tokens.push_back(token);
        if (token.sentence_start) parse.sentences.push_back({number, number, token.span, 0});
        parse.sentences.back().last = number + 1;
        parse.sentences.back().span.end = token.span.end;
        at = end;
    }
    return parse;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    if (const auto index = mention::GazetteerIndex::from_bytes(bytes, "fuzz")) {
        std::vector<mention::PlaceEntry> entries;
        for (const char* name : {"paris", "springfield", "kenya"}) index->find(name, 48, entries);
        for (const mention::PlaceEntry& entry : entries) (void)index->name(*entry.place);
        (void)index->by_id(6);
    }
    constexpr std::size_t kLimit = 1 << 20;
    (void)mention::gunzip(bytes, kLimit);
    (void)mention::find_in_tar(bytes, "/cities500.txt");
    Report report;
    report.text = utf8::sanitize(bytes);
    report.sections.push_back(
        {SectionRole::Dateline, {0, static_cast<std::uint32_t>(report.text.size())}, false, 0});
    const Parse parse = flat_parse(report.text);
    const SyntaxTree tree(parse);
    for (const PlaceMention& place : mention::find_places(report, tree, lexica())) {
        if (place.span.end > report.text.size()) __builtin_trap();
    }
    return 0;
}
