#include "coding/status.hpp"

#include <array>

#include "base/tsv_table.hpp"

namespace tidings::coding {

namespace {

constexpr int kMaxSteps = 5;
constexpr std::array<std::pair<std::string_view, EventStatus>, 8> kStatuses{{
    {"actual", EventStatus::Actual},
    {"ongoing", EventStatus::Ongoing},
    {"planned", EventStatus::Planned},
    {"possible", EventStatus::Possible},
    {"alleged", EventStatus::Alleged},
    {"denied", EventStatus::Denied},
    {"negated", EventStatus::Negated},
    {"failed", EventStatus::Failed},
}};

}  // namespace

std::optional<EventStatus> status_named(std::string_view word) {
    for (const auto& [name, status] : kStatuses) {
        if (name == word) return status;
    }
    return std::nullopt;
}

Status StatusWords::load(const std::string& path) {
    auto table = TsvTable::load(path, {{"word", "relation", "status"}, {"note"}});
    if (!table) return tl::unexpected<Error>(table.error());
    for (const TsvRow& row : table->rows()) {
        const std::string_view relation = row["relation"];
        if (relation != "auxiliary" && relation != "adverb" && relation != "modifier" &&
            relation != "governor" && relation != "marker") {
            return row.fail("relation", "unknown relation",
                            "known are auxiliary, adverb, modifier, governor, marker");
        }
        const auto status = status_named(row["status"]);
        if (!status) return row.fail("status", "there is no status " + std::string(row["status"]));
        words_[std::string(relation) + " " + std::string(row["word"])] = *status;
    }
    return {};
}

bool StatusWords::find(std::string_view relation, std::string_view word,
                       EventStatus& status) const {
    const auto found = words_.find(std::string(relation) + " " + std::string(word));
    if (found == words_.end()) return false;
    status = found->second;
    return true;
}

bool StatusReader::read_children(TokenIndex token, EventStatus& status) const {
    bool found = false;
    for (const TokenIndex c : tree_.children(token)) {
        const Token& child = tree_[c];
        EventStatus own{};
        if (child.dep == "neg" || (child.dep == "det" && child.lower == "no")) {
            status = EventStatus::Negated;
            return true;
        }
        std::string_view relation;
        if (child.dep == "aux") {
            relation = "auxiliary";
        } else if (child.dep == "advmod") {
            relation = "adverb";
        } else if (child.dep == "amod" || child.dep == "compound" || child.dep == "nmod") {
            relation = "modifier";
        } else if (child.dep == "mark") {
            relation = "marker";
        } else {
            continue;
        }
        if (!words_.find(relation, child.lower, own) && !words_.find(relation, child.lemma, own)) {
            continue;
        }
        if (!found || own == EventStatus::Negated) status = own;
        found = true;
        if (own == EventStatus::Negated) return true;
    }
    return found;
}

/// Words above the predicate: *wants to attack*, *if it attacks*, *expected to*.
bool StatusReader::read_governors(TokenIndex token, EventStatus& status) const {
    TokenIndex current = token;
    for (int steps = 0; steps < kMaxSteps && !tree_.is_root(current); ++steps) {
        const Token& t = tree_[current];
        const TokenIndex above = t.head;
        const Token& governor = tree_[above];
        if (t.dep == "prep" && governor.pos != Pos::Verb && t.lower == "without") {
            status = EventStatus::Negated;
            return true;
        }
        if (t.dep == "prep" && t.lower == "without") {
            status = EventStatus::Negated;
            return true;
        }
        const bool complement = t.dep == "xcomp" || t.dep == "ccomp" || t.dep == "acl" ||
                                t.dep == "pcomp" || t.dep == "dobj" || t.dep == "pobj" ||
                                t.dep == "prep" || t.dep == "conj";
        if (!complement) return false;
        const bool speaks = t.dep == "ccomp";
        EventStatus own{};
        const bool listed = t.dep != "conj" && t.dep != "prep" &&
                            (words_.find("governor", governor.lemma, own) ||
                             words_.find("governor", governor.lower, own));
        if (listed) {
            status = own;
            return true;
        }
        // A condition or denial of the governing verb reaches its infinitive, not its report.
        if (!speaks && t.dep != "dobj" && read_children(above, own)) {
            status = own;
            return true;
        }
        if (speaks) return false;
        current = above;
    }
    const Token& top = tree_[current];
    if (top.dep == "advcl") {
        for (const TokenIndex c : tree_.children(current)) {
            EventStatus own{};
            if (tree_[c].dep == "mark" && words_.find("marker", tree_[c].lower, own)) {
                status = own;
                return true;
            }
        }
    }
    return false;
}

bool StatusReader::is_announced(TokenIndex verb) const {
    // *hopes that they will sign*, *fears it would attack*: a forecast, nobody's word.
    const std::string_view dep = tree_[verb].dep;
    EventStatus forecast{};
    if ((dep == "ccomp" || dep == "acl" || dep == "relcl") && !tree_.is_root(verb) &&
        words_.find("governor", tree_[tree_.head(verb)].lemma, forecast)) {
        return false;
    }
    for (const TokenIndex c : tree_.children(verb)) {
        if (tree_[c].dep != "aux") continue;
        const std::string_view word = tree_[c].lower;
        if ((word == "would" || word == "'d" || word == "\u2019d") && tree_[verb].dep == "ccomp") {
            return true;
        }
        if (word == "will" || word == "wo" || word == "'ll" || word == "\u2019ll" ||
            word == "shall")
            return true;
        if (word == "to" && tree_.is_root(verb)) return true;
    }
    return false;
}

bool StatusReader::is_in_progress(TokenIndex verb) const {
    if (tree_[verb].tag != "VBG") return false;
    bool be = false;
    for (const TokenIndex c : tree_.children(verb)) {
        if (tree_[c].dep != "aux" && tree_[c].dep != "auxpass") continue;
        const std::string_view word = tree_[c].lower;
        if (word == "had" || word == "was" || word == "were") return false;
        be = be || tree_[c].lemma == "be" || word == "'s" || word == "'re" || word == "\u2019s" ||
             word == "\u2019re";
    }
    return be;
}

EventStatus StatusReader::read(TokenIndex predicate, TokenIndex carrier) const {
    EventStatus status = EventStatus::Actual;
    if (read_children(predicate, status)) return status;
    if (carrier != kNoToken &&
        (read_children(carrier, status) || read_governors(carrier, status))) {
        return status;
    }
    if (carrier == kNoToken && read_governors(predicate, status)) return status;
    // *Kenya to expel diplomats*: the infinitive of headlines is the future.
    const TokenIndex verb = carrier == kNoToken ? predicate : carrier;
    if (tree_.is_root(verb)) {
        for (const TokenIndex c : tree_.children(verb)) {
            if (tree_[c].dep == "aux" && tree_[c].lower == "to") return EventStatus::Planned;
        }
    }
    const Sentence& sentence = tree_.parse().sentences[tree_[predicate].sentence];
    for (TokenIndex t = sentence.last; t-- > sentence.first;) {
        if (tree_[t].pos == Pos::Space || tree_[t].lower == "\"" || tree_[t].lower == "\u201d") {
            continue;
        }
        if (tree_[t].lower == "?") return EventStatus::Possible;
        break;
    }
    return EventStatus::Actual;
}

}  // namespace tidings::coding
