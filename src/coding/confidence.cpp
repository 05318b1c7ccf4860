#include "coding/confidence.hpp"

#include <algorithm>

#include "coding/quotations.hpp"

namespace tidings::coding {

namespace {

constexpr std::size_t kMaxMentions = 64;  // of one actor that are looked at for another wording

bool is_pronoun(const Token& token) {
    return token.tag == "PRP" || token.tag == "PRP$" || token.tag == "WP" || token.tag == "WDT" ||
           token.tag == "WP$" || token.tag == "DT";
}

bool is_first_person(const Token& token) {
    return token.lower == "i" || token.lower == "we" || token.lower == "my" ||
           token.lower == "our" || token.lower == "us" || token.lower == "me";
}

}  // namespace

/// How the text tells of an actor: by a name, by a description of somebody it names elsewhere, by a
/// pronoun, or by a phrase alone.
std::string_view ConfidenceReader::kind_of(const ActorMention& mention, const Actor& actor) const {
    const Token& head = tree_[mention.head];
    if (is_pronoun(head)) return is_first_person(head) ? "i" : "pronoun";
    if (actor.weak) return "thing";
    if (head.pos == Pos::Propn) return "name";
    const std::string_view words = slice(report_.text, mention.span);
    const auto last = actor.mentions.begin() +
                      static_cast<std::ptrdiff_t>(std::min(actor.mentions.size(), kMaxMentions));
    const bool is_named = std::any_of(actor.mentions.begin(), last, [&](const Span& other) {
        return other != mention.span && slice(report_.text, other) != words;
    });
    if (mention.of_deed) return "deed";
    return is_named ? "description" : "phrase";
}

std::string ConfidenceReader::side(std::string_view name, MentionIndex mention,
                                   bool implied) const {
    std::string_view how = "none";
    if (mention != Mentions::kNoMention) {
        const ActorMention& words = mentions_.mentions[mention];
        how = implied ? "implied" : kind_of(words, mentions_.actors[words.actor]);
    }
    return std::string(name) + ":" + std::string(how);
}

std::vector<std::string> ConfidenceReader::read(const Reading& reading, MentionIndex source,
                                                MentionIndex target, const Event& event) const {
    std::vector<std::string> evidence{side("source", source, reading.implied_source),
                                      side("target", target, reading.implied_target),
                                      "status:" + std::string(to_string(event.status))};
    if (event.source && event.target) evidence.emplace_back("both");
    if (event.attributed_to) evidence.emplace_back("attributed");
    if (tree_.is_root(reading.predicate)) evidence.emplace_back("root");
    const Token& predicate = tree_[reading.predicate];
    if (predicate.dep == "conj") evidence.emplace_back("conjunct");
    if (const Quote* quote = innermost_quote(mentions_, predicate.span); quote != nullptr) {
        evidence.emplace_back(quote->kind == QuoteKind::Indirect ? "reported" : "quoted");
    }
    for (const std::string& rule : reading.why) {
        if (rule.starts_with("discourse:")) evidence.push_back(rule);
    }
    return evidence;
}

}  // namespace tidings::coding
