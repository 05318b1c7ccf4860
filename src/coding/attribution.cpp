#include "coding/attribution.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/one_of.hpp"
#include "coding/quotations.hpp"
#include "coding/status.hpp"

namespace tidings::coding {

namespace {

constexpr int kMaxSpeakerWords = 24;

}  // namespace

/// The head of a phrase, kNoToken for what is longer than names of speakers are.
TokenIndex AttributionReader::head_of(Span phrase) const {
    TokenIndex token = tree_.token_from(phrase.start);
    for (int words = 0; token < tree_.size() && tree_[token].span.end <= phrase.end; ++token) {
        if (++words > kMaxSpeakerWords) break;
        if (tree_.is_root(token) || !phrase.contains(tree_[tree_.head(token)].span)) return token;
    }
    return kNoToken;
}

bool AttributionReader::is_listed(std::string_view relation, Span phrase) const {
    const TokenIndex head = head_of(phrase);
    return head != kNoToken && words_.find(relation, tree_[head].lemma) != nullptr;
}

/// *survivors*, *opposition lawmakers*, *a former aide*.
bool AttributionReader::is_claimant(Span speaker) const {
    const TokenIndex head = head_of(speaker);
    if (head == kNoToken) return false;
    if (words_.find("speaker", tree_[head].lemma) != nullptr) return true;
    const auto words = tree_.children(head);
    return std::any_of(words.begin(), words.end(), [&](TokenIndex c) {
        return (tree_[c].dep == "amod" || tree_[c].dep == "compound") &&
               words_.find("speaker", tree_[c].lower) != nullptr;
    });
}

/// *the broadcaster*, *hospital officials*, *police said that a lodger stabbed him*: no party to
/// what they tell.
bool AttributionReader::is_onlooker(const Quote& quote, const Reading& reading) const {
    const auto sector_of = [&](ActorIndex actor) -> std::string_view {
        const auto& sectors = mentions_.actors[actor].sectors;
        return sectors.empty() ? std::string_view{} : std::string_view(sectors.front());
    };
    if (quote.speaker != kNoActor) {
        for (const MentionIndex target : reading.targets) {  // *"They beat me," the reporter said*
            if (mentions_.mentions[target].actor == quote.speaker) return false;
        }
        const std::string_view sector = sector_of(quote.speaker);
        if (sector == "JRN" || sector == "MED") return true;
        // What private people did is theirs to find out.
        const bool authority = sector == "COP" || sector == "JUD";
        const auto is_private = [&](MentionIndex doer) {
            const std::string_view own = sector_of(mentions_.mentions[doer].actor);
            return own == "CVL" || own == "CRM" || own == "REF" || own == "BUS" || own == "LAB";
        };
        if (authority && !reading.sources.empty() &&
            std::all_of(reading.sources.begin(), reading.sources.end(), is_private)) {
            return true;
        }
    }
    const TokenIndex head = head_of(quote.speaker_span);
    if (head == kNoToken) return false;
    if (words_.find("onlooker", tree_[head].lemma) != nullptr) return true;
    const auto words = tree_.children(head);
    return std::any_of(words.begin(), words.end(), [&](TokenIndex c) {
        return (tree_[c].dep == "amod" || tree_[c].dep == "compound") &&
               words_.find("onlooker", tree_[c].lower) != nullptr;
    });
}

/// *as rioters looted shops*, *when they left*: beside what is claimed, and in the past.
bool AttributionReader::is_time_clause(TokenIndex clause) const {
    if (tree_[clause].tag != "VBD") return false;
    const auto words = tree_.children(clause);
    return std::any_of(words.begin(), words.end(), [&](TokenIndex c) {
        const std::string_view word = tree_[c].lower;
        return (tree_[c].dep == "mark" || tree_[c].dep == "advmod") && c < clause &&
               (word == "as" || word == "when" || word == "while" || word == "after" ||
                word == "since" || word == "before");
    });
}

/// *alleged that his call to the envoy was improper*, *said the release of the men gives hope*: a
/// known act of which something is thought; not *that the raid killed ten*, nor *that the raid took
/// place*.
bool AttributionReader::is_judged_as_known(TokenIndex noun) const {
    static constexpr std::array<std::string_view, 38> kJudging{
        "be",         "give",     "mean",       "show",       "violate",    "breach",      "break",
        "undermine",  "threaten", "prove",      "amount",     "constitute", "represent",   "send",
        "justify",    "endanger", "raise",      "jeopardise", "jeopardize", "help",        "hurt",
        "harm",       "serve",    "damage",     "reflect",    "contravene", "demonstrate", "make",
        "strengthen", "weaken",   "complicate", "set",        "reveal",     "encourage",   "create",
        "remain",     "seem",     "signal"};
    const Token& token = tree_[noun];
    if (token.dep != "nsubj") return false;
    const TokenIndex verb = tree_.head(noun);
    if (!one_of(tree_[verb].lemma, kJudging)) return false;
    const auto words = tree_.children(noun);
    const bool named = std::any_of(words.begin(), words.end(), [&](TokenIndex c) {
        return tree_[c].pos == Pos::Propn && (tree_[c].dep == "compound" || tree_[c].dep == "amod");
    });
    if (!named && !is_definite(tree_, noun)) return false;
    // *was over*, *was under way*: that it was is what is said.
    if (tree_[verb].lemma != "be") return true;
    return tree_.has_child(verb, "acomp") || tree_.has_child(verb, "attr");
}

/// *is uneasy about his attacks*, *lights went out during the raid*, *will not get over the
/// shooting*: spoken of as known, and not laid at anybody's door by the speaker (*took part in the
/// raid*).
bool AttributionReader::is_known_act(const Reading& reading) const {
    static constexpr std::array<std::string_view, 14> kAbout{
        "during", "after", "before", "since", "following", "despite", "amid",
        "about",  "over",  "with",   "at",    "because",   "by",      "against"};
    const TokenIndex noun = reading.predicate;
    if (!is_definite(tree_, noun)) return false;
    const bool told_whose = tree_.has_child(noun, "poss") && !reading.sources.empty();
    if (!reading.sources.empty() && !told_whose) return false;
    const Token& token = tree_[noun];
    const TokenIndex above = tree_.head(noun);
    if (token.dep == "dobj") {
        // *survivors described the raid*: their account
        static constexpr std::array<std::string_view, 7> kTelling{
            "describe", "see", "watch", "witness", "survive", "notice", "recall"};
        return words_.find("given", tree_[above].lemma) != nullptr &&
               !one_of(tree_[above].lemma, kTelling);
    }
    if (token.dep != "pobj" || !one_of(tree_[above].lower, kAbout)) return false;
    // *accused of*, *charged with*, *blamed for*
    const TokenIndex main = tree_.head(above);
    return words_.find("through", fmt::format("{} {}", tree_[main].lemma, tree_[above].lower)) ==
           nullptr;
}

/// *the tariffs imposed by them*, *uncomfortable with his attacks*, *died after being shelled*: the
/// speaker does not claim it but speaks of it.
bool AttributionReader::is_presupposed(const Reading& reading) const {
    return is_presupposed(reading, reading.predicate);
}

bool AttributionReader::is_presupposed(const Reading& reading, TokenIndex predicate) const {
    const Token& token = tree_[predicate];
    const TokenIndex above = tree_.head(predicate);
    // *said that she had not yet called for it*: what may come is not denied.
    const auto words = tree_.children(predicate);
    if (std::any_of(words.begin(), words.end(),
                    [&](TokenIndex c) { return tree_[c].lower == "yet"; })) {
        return true;
    }
    if (token.pos == Pos::Noun) return is_judged_as_known(predicate) || is_known_act(reading);
    // *accused them of standing by as rioters looted shops*, *the rights granted when they left*
    if (token.dep == "advcl" && is_time_clause(predicate)) {
        const Token& main = tree_[above];
        // *fear that they are losing the rights they won when Oslo left*
        const auto helpers = tree_.children(above);
        const bool now = main.tag == "VBZ" || main.tag == "VBP" ||
                         std::any_of(helpers.begin(), helpers.end(), [&](TokenIndex c) {
                             return tree_[c].dep == "aux" && tree_[c].lemma == "be" &&
                                    (tree_[c].tag == "VBZ" || tree_[c].tag == "VBP");
                         });
        const bool blamed =
            main.dep == "pcomp" || (main.dep == "xcomp" && tree_[main.head].dep == "pcomp");
        return now || blamed || (main.dep == "acl" && is_presupposed(reading, above));
    }
    if (token.dep == "acl") {
        const bool participle = token.tag == "VBN" || token.tag == "VBG";
        // *the decision to sentence him*
        return is_definite(tree_, above) &&
               (participle || words_.find("given", tree_[above].lemma));
    }
    if (token.dep == "relcl") {  // *the men who killed him*, not *the men, who killed him*
        TokenIndex first = predicate;
        for (const TokenIndex c : tree_.children(predicate)) first = std::min(first, c);
        return first > 0 && tree_[first - 1].pos != Pos::Punct && is_definite(tree_, above);
    }
    if (token.dep != "pcomp") return false;
    const std::string_view preposition = tree_[above].lower;
    if (preposition == "of") return above > 0 && tree_[above - 1].lower == "because";
    return preposition == "after" || preposition == "since" || preposition == "despite" ||
           preposition == "following" || preposition == "because";
}

/// *It was an attempt to mislead them*
bool AttributionReader::is_charge(TokenIndex predicate) const {
    if (tree_[predicate].dep != "acl") return false;
    const TokenIndex attempt = tree_.head(predicate);
    const TokenIndex verb = tree_.head(attempt);
    return tree_[attempt].dep == "attr" && tree_[verb].lemma == "be" &&
           tree_.has_child(verb, "nsubj");
}

std::optional<Attribution> AttributionReader::read(const Reading& reading) const {
    const Quote* innermost = innermost_quote(mentions_, tree_[reading.predicate].span);
    if (innermost == nullptr || innermost->speaker_span.empty()) return std::nullopt;
    // *according to a complaint by the bank*: the complaint is no part of what it says
    if (innermost->speaker_span.contains(tree_[reading.predicate].span)) return std::nullopt;
    Attribution result;
    result.speaker.actor = innermost->speaker;
    result.speaker.span = innermost->speaker_span;
    result.claim =
        innermost->stance == QuoteStance::Claimed || is_claimant(innermost->speaker_span);
    result.contends = is_listed("claimer", innermost->cue);
    const bool neutral = !result.contends && !is_listed("avower", innermost->cue) &&
                         !is_claimant(innermost->speaker_span) && is_onlooker(*innermost, reading);
    result.fact = is_listed("factive", innermost->cue) || is_presupposed(reading) || neutral;
    result.charges = is_charge(reading.predicate);
    result.own =
        std::any_of(reading.sources.begin(), reading.sources.end(), [&](MentionIndex source) {
            return mentions_.mentions[source].actor == innermost->speaker;
        });
    return result;
}

}  // namespace tidings::coding
