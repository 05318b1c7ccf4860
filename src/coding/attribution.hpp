// Who says so: the speaker of the words that an event stands in.
#pragma once

#include <optional>

#include "coding/predicates.hpp"

namespace tidings::coding {

struct Attribution {
    EventSide speaker;
    bool own = false;  ///< the one who acts: *the army said that it had not fired*
    /// The cue leaves open whether it is true (*claimed*), or the speaker is one whose account of
    /// others is a claim (*survivors*, *the indictment*).
    bool claim = false;
    bool contends = false;  ///< the cue says that others may see it otherwise (*contends*)
    /// The cue takes it for granted (*acknowledged*, *confirmed*), the words do (*is thankful for
    /// their decision*), or the speaker is one who only reports (*the broadcaster*).
    bool fact = false;
    /// *"It was an attempt to mislead them," he said*: what somebody takes an act for.
    bool charges = false;
};

class AttributionReader {
  public:
    AttributionReader(const SyntaxTree& tree, const Mentions& mentions, const StatusWords& words)
        : tree_(tree), mentions_(mentions), words_(words) {}

    /// The innermost quotation around the predicate in which something is told as so.
    [[nodiscard]] std::optional<Attribution> read(const Reading& reading) const;

  private:
    [[nodiscard]] TokenIndex head_of(Span phrase) const;
    [[nodiscard]] bool is_listed(std::string_view relation, Span phrase) const;
    [[nodiscard]] bool is_claimant(Span speaker) const;
    [[nodiscard]] bool is_onlooker(const Quote& quote, const Reading& reading) const;
    [[nodiscard]] bool is_presupposed(const Reading& reading) const;
    [[nodiscard]] bool is_presupposed(const Reading& reading, TokenIndex predicate) const;
    [[nodiscard]] bool is_known_act(const Reading& reading) const;
    [[nodiscard]] bool is_time_clause(TokenIndex clause) const;
    [[nodiscard]] bool is_judged_as_known(TokenIndex noun) const;
    [[nodiscard]] bool is_charge(TokenIndex predicate) const;

    const SyntaxTree& tree_;
    const Mentions& mentions_;
    const StatusWords& words_;
};

}  // namespace tidings::coding
