#include "agreement.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace tidings::conformance {
namespace {

constexpr std::array<std::string_view, kAspects> kAspectNames = {
    "tokens", "space", "sentences", "tag", "pos", "head", "label", "lemma", "morph", "names"};

std::string context_of(const ReferenceText& reference, std::size_t token) {
    constexpr std::size_t kAround = 6;
    const std::size_t last = std::min(reference.tokens.size(), token + kAround + 1);
    std::string context;
    for (std::size_t i = token > kAround ? token - kAround : 0; i < last; ++i) {
        const auto word = slice(reference.text, reference.tokens[i].span);
        context += i == token ? fmt::format("[{}]", word) : std::string(word);
        if (reference.tokens[i].space_after) context += ' ';
    }
    std::replace(context.begin(), context.end(), '\n', ' ');
    return context;
}

/// A head as text, so that it can be compared and read whatever the numbering is.
std::string head_name(std::string_view text, Span span) {
    return fmt::format("{}@{}", slice(text, span), span.start);
}

}  // namespace

std::string_view to_string(Aspect aspect) noexcept {
    return kAspectNames[static_cast<std::size_t>(aspect)];
}

void Agreement::check(Aspect aspect, const ReferenceText& reference, std::size_t token,
                      std::string_view theirs, std::string_view ours) {
    if (theirs == ours) {
        ++agreed_[static_cast<std::size_t>(aspect)];
        return;
    }
    disagreements_.push_back({aspect, reference.id, token, std::string(theirs), std::string(ours),
                              context_of(reference, token)});
}

void Agreement::add(const ReferenceText& reference, const Parse& parse) {
    tokens_ += reference.tokens.size();
    const std::vector<std::string> names = name_tags(parse);
    std::size_t ours = 0;
    for (std::size_t i = 0; i < reference.tokens.size(); ++i) {
        const ReferenceToken& theirs = reference.tokens[i];
        while (ours < parse.tokens.size() && parse.tokens[ours].span.start < theirs.span.start) {
            ++ours;
        }
        if (ours == parse.tokens.size() || parse.tokens[ours].span != theirs.span) {
            const Span span = ours < parse.tokens.size() ? parse.tokens[ours].span : Span{};
            disagreements_.push_back(
                {Aspect::Token, reference.id, i, std::string(slice(reference.text, theirs.span)),
                 std::string(slice(reference.text, span)), context_of(reference, i)});
            continue;
        }
        const Token& token = parse.tokens[ours];
        ++agreed_[static_cast<std::size_t>(Aspect::Token)];
        const auto flag = [](bool value) { return value ? "1" : "0"; };
        check(Aspect::Space, reference, i, flag(theirs.space_after), flag(token.space_after));
        check(Aspect::Sentence, reference, i, flag(theirs.sentence_start),
              flag(token.sentence_start));
        check(Aspect::Tag, reference, i, theirs.tag, token.tag);
        check(Aspect::Pos, reference, i, theirs.pos, tidings::to_string(token.pos));
        const Span head = token.head < parse.tokens.size() ? parse.tokens[token.head].span : Span{};
        check(Aspect::Head, reference, i,
              head_name(reference.text, reference.tokens.at(theirs.head).span),
              head_name(reference.text, head));
        check(Aspect::Label, reference, i, theirs.dep, token.dep);
        check(Aspect::Lemma, reference, i, theirs.lemma, token.lemma);
        check(Aspect::Morph, reference, i, theirs.morph, token.morph);
        check(Aspect::Name, reference, i, theirs.ent, names[ours]);
    }
}

double Agreement::share(Aspect aspect) const noexcept {
    if (tokens_ == 0) return 0;
    return static_cast<double>(agreed_[static_cast<std::size_t>(aspect)]) /
           static_cast<double>(tokens_);
}

std::string Agreement::table() const {
    std::string table =
        fmt::format("{:<10} {:>9} of {:<9} {:>9}\n", "", "agree", "tokens", "share");
    for (std::size_t i = 0; i < kAspects; ++i) {
        table += fmt::format("{:<10} {:>9} of {:<9} {:>8.3f} %\n", kAspectNames[i], agreed_[i],
                             tokens_, 100 * share(static_cast<Aspect>(i)));
    }
    return table;
}

std::string to_string(const Disagreement& disagreement) {
    return fmt::format("{:<9} {}:{} spaCy {:?} ours {:?} in: {}", to_string(disagreement.aspect),
                       disagreement.id, disagreement.token, disagreement.theirs, disagreement.ours,
                       disagreement.context);
}

std::string first_difference(const Parse& one, const Parse& other) {
    if (one.tokens.size() != other.tokens.size()) {
        return fmt::format("{} tokens and {}", one.tokens.size(), other.tokens.size());
    }
    const auto names = name_tags(one);
    const auto other_names = name_tags(other);
    for (std::size_t i = 0; i < one.tokens.size(); ++i) {
        const Token& a = one.tokens[i];
        const Token& b = other.tokens[i];
        const auto differ = [i](std::string_view what, std::string_view x, std::string_view y) {
            return fmt::format("token {}: {} {} and {}", i, what, x, y);
        };
        if (a.span != b.span) return differ("span", "one", "another");
        if (a.head != b.head) return fmt::format("token {}: head {} and {}", i, a.head, b.head);
        if (a.sentence != b.sentence || a.sentence_start != b.sentence_start) {
            return differ("sentence", "one", "another");
        }
        if (a.pos != b.pos)
            return differ("pos", tidings::to_string(a.pos), tidings::to_string(b.pos));
        if (a.space_after != b.space_after) return differ("space", "one", "another");
        if (a.tag != b.tag) return differ("tag", a.tag, b.tag);
        if (a.dep != b.dep) return differ("label", a.dep, b.dep);
        if (a.lemma != b.lemma) return differ("lemma", a.lemma, b.lemma);
        if (a.lower != b.lower) return differ("lower", a.lower, b.lower);
        if (a.morph != b.morph) return differ("morph", a.morph, b.morph);
        if (names[i] != other_names[i]) return differ("name", names[i], other_names[i]);
    }
    return one.sentences.size() == other.sentences.size() ? "" : "another number of sentences";
}

}  // namespace tidings::conformance
