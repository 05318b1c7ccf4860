// Whether it happened: negation, modality, conditions, and words such as *alleged* and *foiled*.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include <tidings/coding.hpp>

#include "language/arguments.hpp"

namespace tidings::coding {

/// The status of that name (`planned`), none if there is no such status.
[[nodiscard]] std::optional<EventStatus> status_named(std::string_view word);

/// `data/events/status.tsv`: words by their relation to the predicate.
class StatusWords {
  public:
    [[nodiscard]] Status load(const std::string& path);
    /// True and the status if `word` stands in the table for `relation`.
    [[nodiscard]] bool find(std::string_view relation, std::string_view word,
                            EventStatus& status) const;

  private:
    std::unordered_map<std::string, EventStatus> words_;
};

class StatusReader {
  public:
    StatusReader(const Arguments& arguments, const StatusWords& words)
        : arguments_(arguments), tree_(arguments.tree()), words_(words) {}

    /// Status of a predicate by the words around it; `carrier` is the light verb of a noun, or
    /// kNoToken.
    [[nodiscard]] EventStatus read(TokenIndex predicate, TokenIndex carrier) const;

    /// *is shelling*, *has been shelling*: the present progressive.
    [[nodiscard]] bool is_in_progress(TokenIndex verb) const;

    /// *will attack*, *Kenya to expel diplomats*: told as a coming act.
    [[nodiscard]] bool is_announced(TokenIndex verb) const;

  private:
    [[nodiscard]] bool read_children(TokenIndex token, EventStatus& status) const;
    [[nodiscard]] bool read_governors(TokenIndex token, EventStatus& status) const;

    const Arguments& arguments_;
    const SyntaxTree& tree_;
    const StatusWords& words_;
};

}  // namespace tidings::coding
