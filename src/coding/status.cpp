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
    auto table = TsvTable::load(path, {{"word", "relation", "status"}, {"unreal", "note"}});
    if (!table) return tl::unexpected<Error>(table.error());
    for (const TsvRow& row : table->rows()) {
        const std::string_view relation = row["relation"];
        if (relation != "auxiliary" && relation != "adverb" && relation != "modifier" &&
            relation != "governor" && relation != "noun" && relation != "marker") {
            return row.fail("relation", "unknown relation",
                            "known are auxiliary, adverb, modifier, governor, noun, marker");
        }
        const auto status = status_named(row["status"]);
        if (!status) return row.fail("status", "there is no status " + std::string(row["status"]));
        if (!row["unreal"].empty() && row["unreal"] != "yes") {
            return row.fail("unreal", "must be yes or empty");
        }
        words_[std::string(relation) + " " + std::string(row["word"])] = {*status,
                                                                          !row["unreal"].empty()};
    }
    return {};
}

bool StatusWords::find(std::string_view relation, std::string_view word, Realis& realis) const {
    const auto found = words_.find(std::string(relation) + " " + std::string(word));
    if (found == words_.end()) return false;
    realis = found->second;
    return true;
}

bool StatusReader::read_children(TokenIndex token, Realis& realis) const {
    bool found = false;
    for (const TokenIndex c : tree_.children(token)) {
        const Token& child = tree_[c];
        Realis own;
        if (child.dep == "neg" || (child.dep == "det" && child.lower == "no")) {
            realis = {EventStatus::Negated};
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
        if (!found || own.status == EventStatus::Negated) realis = own;
        found = true;
        if (own.status == EventStatus::Negated) return true;
    }
    return found;
}

/// Words above the predicate: *wants to attack*, *if it attacks*, *expected to*.
bool StatusReader::read_governors(TokenIndex token, Realis& realis) const {
    TokenIndex current = token;
    for (int steps = 0; steps < kMaxSteps && !tree_.is_root(current); ++steps) {
        const Token& t = tree_[current];
        const TokenIndex above = t.head;
        const Token& governor = tree_[above];
        if (t.dep == "prep" && governor.pos != Pos::Verb && t.lower == "without") {
            realis = {EventStatus::Negated};
            return true;
        }
        if (t.dep == "prep" && t.lower == "without") {
            realis = {EventStatus::Negated};
            return true;
        }
        const bool complement = t.dep == "xcomp" || t.dep == "ccomp" || t.dep == "acl" ||
                                t.dep == "pcomp" || t.dep == "dobj" || t.dep == "pobj" ||
                                t.dep == "prep" || t.dep == "conj";
        // *needed to investigate*: at times parsed as a clause of purpose.
        const bool purpose = t.dep == "advcl" && tree_.has_child(current, "aux");
        if (!complement && !purpose) return false;
        const bool speaks = t.dep == "ccomp";
        Realis own;
        const bool listed =
            t.dep != "conj" && t.dep != "prep" &&
            (words_.find("governor", governor.lemma, own) ||
             words_.find("governor", governor.lower, own) ||
             (governor.pos == Pos::Noun && words_.find("noun", governor.lemma, own)));
        if (listed) {
            realis = own;
            return true;
        }
        if (purpose) break;
        // A condition or denial of the governing verb reaches its infinitive, not its report.
        if (!speaks && t.dep != "dobj" && read_children(above, own)) {
            realis = own;
            return true;
        }
        if (speaks) return false;
        current = above;
    }
    const Token& top = tree_[current];
    if (top.dep == "advcl") {
        for (const TokenIndex c : tree_.children(current)) {
            Realis own;
            if (tree_[c].dep == "mark" && words_.find("marker", tree_[c].lower, own)) {
                realis = own;
                return true;
            }
        }
    }
    return false;
}

bool StatusReader::is_announced(TokenIndex verb) const {
    // *hopes that they will sign*, *fears it would attack*: a forecast, nobody's word.
    const std::string_view dep = tree_[verb].dep;
    if (tree_.is_root(verb) && is_asked(verb)) return false;
    Realis forecast;
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

/// True in a sentence that ends with a question mark.
bool StatusReader::is_asked(TokenIndex token) const {
    const Sentence& sentence = tree_.parse().sentences[tree_[token].sentence];
    for (TokenIndex t = sentence.last; t-- > sentence.first;) {
        if (tree_[t].pos == Pos::Space || tree_[t].lower == "\"" || tree_[t].lower == "\u201d") {
            continue;
        }
        return tree_[t].lower == "?";
    }
    return false;
}

Realis StatusReader::read(TokenIndex predicate, TokenIndex carrier) const {
    Realis realis = read_words(predicate, carrier);
    if (realis.status == EventStatus::Possible && is_asked(predicate)) realis.unreal = true;
    return realis;
}

Realis StatusReader::read_words(TokenIndex predicate, TokenIndex carrier) const {
    Realis realis;
    const TokenIndex main = carrier == kNoToken ? predicate : carrier;
    if (tree_.is_root(main) && is_asked(main)) return {EventStatus::Possible, true};
    if (read_children(predicate, realis)) return realis;
    if (carrier != kNoToken &&
        (read_children(carrier, realis) || read_governors(carrier, realis))) {
        return realis;
    }
    if (carrier == kNoToken && read_governors(predicate, realis)) return realis;
    // *Kenya to expel diplomats*: the infinitive of headlines is the future.
    if (tree_.is_root(main)) {
        for (const TokenIndex c : tree_.children(main)) {
            if (tree_[c].dep == "aux" && tree_[c].lower == "to") return {EventStatus::Planned};
        }
    }
    if (is_asked(predicate)) return {EventStatus::Possible, true};
    return {};
}

}  // namespace tidings::coding
