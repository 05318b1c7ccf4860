// What a noun phrase says about the actor it mentions: name, role, country, sectors.
#pragma once

#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <tidings/report.hpp>

#include "language/syntax_tree.hpp"
#include "mention/actor/actor_tables.hpp"
#include "mention/actor/known_names.hpp"
#include "mention/actor/noun_phrases.hpp"

namespace tidings::mention {

enum class MentionType : std::uint8_t {
    None,     ///< not an actor
    Country,  ///< a country or government by name, capital or seat
    Known,    ///< another row of the tables
    Person,   ///< a personal name that no table has
    Name,     ///< an organisation's or other proper name that no table has
    Role,     ///< a description: *Kenyan police*, *the minister*
    Pronoun
};

/// The reading of one noun phrase, before coreference.
struct Evidence {
    NounPhrase phrase;
    MentionType type = MentionType::None;
    std::string name;  ///< the name's own words, empty for roles and pronouns
    std::string country;
    std::vector<std::string> sectors;
    std::string code;
    std::string role;       ///< the role's words
    std::string role_head;  ///< the role's head lemma
    RowKind role_kind = RowKind::Person;
    bool definite = false;  ///< *the*, *this*, a possessive, or a bare role as a title
    bool plural = false;
    bool is_thing = false;  ///< by a row of kind `thing`: *a Christmas party*
    bool is_place = false;  ///< stands in a locative phrase (*in Iraq*)
    const ActorRow* row = nullptr;
    std::vector<const ActorRow*> terms;  ///< rows of the same name with other dates, and `row`
    std::string why;
};

/// *FIFA president*, *the union's president*: whoever presides over a body heads no state, so a
/// president known for nothing else loses his sector.
void forget_head_of_state(Evidence& evidence);

/// Reads phrases against the tables. One object a report.
class EvidenceReader {
  public:
    /// `places` are those of the report, if they are known.
    EvidenceReader(const Report& report, const SyntaxTree& tree, const ActorLexiconData& lexicon,
                   std::span<const PlaceMention> places = {});

    [[nodiscard]] Evidence read(const NounPhrase& phrase) const;
    /// A known country or its adjective at exactly this token (or ending there), else null.
    [[nodiscard]] const ActorRow* country_at(TokenIndex token) const;
    /// The country of the last place named in unparsed words (`GOMA, Congo`), empty if there is
    /// none.
    [[nodiscard]] std::string country_in_words(std::string_view words) const;
    /// The known name that covers a token, or null.
    [[nodiscard]] const KnownName* known_at(TokenIndex token) const;
    /// Of several rows of one name, the one that holds on the report's date.
    [[nodiscard]] const ActorRow& choose(const KnownName& known) const;
    [[nodiscard]] const Name* name_at(TokenIndex token) const;
    [[nodiscard]] bool inside_longer_name(TokenIndex token) const;

  private:
    struct RoleMatch {
        const RoleRow* row = nullptr;
        TokenIndex first = 0, last = 0;
    };
    [[nodiscard]] Evidence begin(const NounPhrase& phrase) const;
    [[nodiscard]] bool is_cut_off(const NounPhrase& phrase) const;
    void read_known(Evidence& evidence, const KnownName& known) const;
    void read_described(Evidence& evidence) const;
    [[nodiscard]] bool read_name(Evidence& evidence, const RoleMatch& role, TokenIndex first,
                                 bool named_person) const;
    [[nodiscard]] TokenIndex name_begin(const NounPhrase& phrase) const;
    [[nodiscard]] RoleMatch title_before(TokenIndex name, const NounPhrase& phrase) const;
    void take_role(Evidence& evidence, const RoleMatch& role, TokenIndex last_word) const;
    [[nodiscard]] static bool is_locating(std::string_view preposition);
    [[nodiscard]] static bool is_country_kind(RowKind kind);
    [[nodiscard]] RoleMatch role_ending_at(TokenIndex head, TokenIndex left) const;
    [[nodiscard]] RoleMatch role_with_of(TokenIndex head) const;
    [[nodiscard]] bool is_tied_to_role(TokenIndex head) const;
    [[nodiscard]] bool holds_now(const ActorRow& row) const;
    [[nodiscard]] bool is_other_person(const KnownName& known) const;
    [[nodiscard]] bool is_given_name(const KnownName& known) const;
    [[nodiscard]] bool is_surname(const KnownName& known) const;
    [[nodiscard]] bool is_named_for_country(const Evidence& evidence) const;
    [[nodiscard]] bool ends_longer_name(const KnownName& known) const;
    [[nodiscard]] bool read_party_member(Evidence& evidence) const;
    [[nodiscard]] bool read_crowd(Evidence& evidence) const;
    void read_terms(Evidence& evidence, const KnownName& known) const;
    void take_known_person(Evidence& evidence, TokenIndex name_first) const;
    void read_body(Evidence& evidence, const ActorRow& row) const;
    void take_qualifier(Evidence& evidence, const RoleMatch& role) const;
    void read_modifiers(Evidence& evidence) const;
    void read_complements(Evidence& evidence) const;
    void read_former(Evidence& evidence) const;
    void take_country(Evidence& evidence, const ActorRow& row, std::string_view how) const;
    void take_body(Evidence& evidence, const ActorRow& row) const;
    [[nodiscard]] bool is_compounded_away(TokenIndex token) const;
    [[nodiscard]] std::string words(TokenIndex first, TokenIndex last) const;

    const Report& report_;
    const SyntaxTree& tree_;
    const ActorLexiconData& lexicon_;
    std::vector<KnownName> known_;
    std::deque<ActorRow> namesakes_;  ///< rows that KnownName::namesake points to
    std::vector<std::int32_t> known_of_token_;
    std::vector<std::int32_t> name_of_token_;
};

}  // namespace tidings::mention
