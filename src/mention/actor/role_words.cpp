// Words for roles in a phrase, and what stands before them.
#include <algorithm>
#include <array>

#include "base/one_of.hpp"
#include "mention/actor/evidence.hpp"

namespace tidings::mention {

namespace {

/// Roles with a sector of their own that yields to what stands before them.
constexpr std::array<std::string_view, 14> kVagueHeads{
    "officer", "official", "agent", "worker",   "leader",    "source",    "delegation",
    "faction", "staff",    "aide",  "employee", "community", "operative", "federation"};

}  // namespace

EvidenceReader::RoleMatch EvidenceReader::role_ending_at(TokenIndex head, TokenIndex left) const {
    // *the Union-Leader*: half of a name.
    if (head + 2 < tree_.size() && tree_[head].pos == Pos::Propn && tree_[head + 1].lower == "-" &&
        !tree_[head].space_after && !tree_[head + 1].space_after &&
        tree_[head + 2].pos == Pos::Propn) {
        return {};
    }
    // *secretary-general*, *vice-chancellors*: what a hyphen ties on may have been cut off.
    left = std::min(left, head);
    if (left == head && head >= 2 && tree_[head - 1].lower == "-" && !tree_[head - 1].space_after &&
        !tree_[head - 2].space_after) {
        left = head - 2;
    } else if (left + 1 == head && left >= 1 && tree_[left].lower == "-" &&
               !tree_[left].space_after && !tree_[left - 1].space_after) {
        left -= 1;
    }
    const TokenIndex start = head - std::min<TokenIndex>(head - left, 4);
    for (TokenIndex first = start; first <= head; ++first) {
        std::string before;
        for (TokenIndex t = first; t < head; ++t) {
            before += tree_[t].lower;
            if (tree_[t].space_after) before += ' ';
        }
        const std::string lemma = utf8::lower(tree_[head].lemma);
        std::string lower(tree_[head].lower);
        const RoleRow* row = lexicon_.role(before + lemma);
        if (row == nullptr) row = lexicon_.role(before + lower);
        if (row == nullptr && lower.size() > 3 && lower.back() == 's') {
            lower.pop_back();
            row = lexicon_.role(before + lower);
        }
        if (row == nullptr) continue;
        // *the Union-Leader*: two roles are a name.
        if (first == head && is_tied_to_role(head)) return {};
        return {row, first, head + 1};
    }
    return {};
}

/// A hyphen ties another role word to this one.
bool EvidenceReader::is_tied_to_role(TokenIndex head) const {
    if (head < 2 || tree_[head].pos != Pos::Propn || tree_[head - 2].pos != Pos::Propn) {
        return false;
    }
    const bool tied = tree_[head - 1].lower == "-" && !tree_[head - 1].space_after &&
                      !tree_[head - 2].space_after;
    return tied && lexicon_.role(std::string(tree_[head - 2].lower)) != nullptr;
}

EvidenceReader::RoleMatch EvidenceReader::role_with_of(TokenIndex head) const {
    const auto& tokens = tree_.parse().tokens;
    if (head + 2 >= tokens.size() || tokens[head + 1].lower != "of") return {};
    std::string phrase = utf8::lower(tokens[head].lemma) + " of";
    RoleMatch best;
    for (TokenIndex t = head + 2; t < tokens.size() && t < head + 5; ++t) {
        phrase += ' ';
        phrase += tokens[t].lower;
        if (const RoleRow* row = lexicon_.role(phrase)) best = {row, head, t + 1};
    }
    return best;
}

/// *Congressional group*, *intelligence agency officer*, *Muslim leaders*: what stands before a
/// noun that does not say who is meant tells the sector.
void EvidenceReader::take_qualifier(Evidence& evidence, const RoleMatch& role) const {
    if (!role.row->sectors.empty() && !one_of(evidence.role_head, kVagueHeads)) return;
    for (TokenIndex t = role.first; t-- > evidence.phrase.first;) {
        if (known_at(t) != nullptr) return;
        const std::vector<std::string>* sectors = nullptr;
        const RoleMatch body = role_ending_at(t, evidence.phrase.first);
        if (body.row != nullptr && !body.row->sectors.empty()) sectors = &body.row->sectors;
        if (sectors == nullptr) {
            // *Democratic leaders* are a party's, *democratic leaders* need not be.
            const bool party =
                tree_[t].lower == "democratic" && report_.text[tree_[t].span.start] == 'D';
            const std::string word = party ? "party" : std::string(tree_[t].lower);
            const auto found = lexicon_.qualifiers.find(word);
            if (found != lexicon_.qualifiers.end()) sectors = &found->second;
        }
        if (sectors == nullptr) continue;
        std::vector<std::string> all = *sectors;
        for (const std::string& own : evidence.sectors) {
            if (std::find(all.begin(), all.end(), own) == all.end()) all.push_back(own);
        }
        evidence.sectors = std::move(all);
        evidence.why += "; sector of " + std::string(tree_[t].lower);
        return;
    }
}

}  // namespace tidings::mention
