// Parts of speech by name, and the CoNLL-U format.
#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include <tidings/language.hpp>

namespace tidings {
namespace {

constexpr auto kPosNames = std::to_array<std::string_view>(
    {"",    "ADJ",  "ADP",  "ADV",   "AUX",   "CONJ",  "CCONJ", "DET",  "INTJ", "NOUN",
     "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM",   "VERB", "X",    "SPACE"});
static_assert(kPosNames.size() == static_cast<std::size_t>(Pos::Space) + 1);

/// A field of a CoNLL-U row: `_` for nothing; tabs and line ends, which would break the row, as
/// spaces.
void append_field(std::string& out, std::string_view text) {
    if (text.empty()) {
        out += '_';
        return;
    }
    for (const char c : text) out += c == '\t' || c == '\n' || c == '\r' ? ' ' : c;
}

/// The text of a comment line: line ends as spaces.
void append_comment(std::string& out, std::string_view text) {
    for (const char c : text) out += c == '\n' || c == '\r' ? ' ' : c;
}

class ConlluWriter {
  public:
    ConlluWriter(const Parse& parse, std::string_view text, std::string_view id)
        : parse_(parse), text_(text), id_(id), code_points_(text) {}

    std::string run() {
        for (std::size_t s = 0; s < parse_.sentences.size(); ++s) sentence(s);
        return std::move(out_);
    }

  private:
    void sentence(std::size_t number);
    void token(TokenIndex index, const Sentence& sentence);
    void misc(TokenIndex index);
    void name(TokenIndex index);

    const Parse& parse_;
    std::string_view text_;
    std::string_view id_;
    CodePointIndex code_points_;
    std::size_t next_name_ = 0;
    std::string out_;
};

void ConlluWriter::sentence(std::size_t number) {
    const Sentence& sentence = parse_.sentences[number];
    out_ += "# sent_id = ";
    append_comment(out_, id_);
    out_ += fmt::format("{}{}\n# text = ", id_.empty() ? "" : "-", number + 1);
    append_comment(out_, slice(text_, sentence.span));
    out_ += '\n';
    for (TokenIndex i = sentence.first; i < sentence.last && i < parse_.tokens.size(); ++i) {
        token(i, sentence);
    }
    out_ += '\n';
}

void ConlluWriter::token(TokenIndex index, const Sentence& sentence) {
    const Token& token = parse_.tokens[index];
    const bool root =
        token.head == index || token.head < sentence.first || token.head >= sentence.last;
    out_ += fmt::format("{}\t", index - sentence.first + 1);
    append_field(out_, slice(text_, token.span));
    out_ += '\t';
    append_field(out_, token.lemma);
    out_ += '\t';
    append_field(out_, to_string(token.pos));
    out_ += '\t';
    append_field(out_, token.tag);
    out_ += '\t';
    append_field(out_, token.morph);
    out_ += fmt::format("\t{}\t", root ? 0 : token.head - sentence.first + 1);
    append_field(out_, token.dep);
    out_ += "\t_\t";
    misc(index);
    out_ += '\n';
}

void ConlluWriter::misc(TokenIndex index) {
    const Token& token = parse_.tokens[index];
    const Span range = code_points_.to_code_points(text_, token.span);
    if (!token.space_after) out_ += "SpaceAfter=No|";
    out_ += fmt::format("Start={}|End={}", range.start, range.end);
    name(index);
}

/// Names are in text order, as the rows are.
void ConlluWriter::name(TokenIndex index) {
    while (next_name_ < parse_.names.size() && parse_.names[next_name_].last <= index) ++next_name_;
    if (next_name_ == parse_.names.size()) return;
    const Name& name = parse_.names[next_name_];
    if (index < name.first) return;
    out_ += fmt::format("|Name={}-{}", index == name.first ? 'B' : 'I', name.label);
}

}  // namespace

std::string_view to_string(Pos pos) noexcept {
    const auto index = static_cast<std::size_t>(pos);
    return index < kPosNames.size() ? kPosNames[index] : std::string_view();
}

std::string to_conllu(const Parse& parse, std::string_view text, std::string_view id) {
    return ConlluWriter(parse, text, id).run();
}

}  // namespace tidings
