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

/// What the words around a predicate say of it.
struct Realis {
    EventStatus status = EventStatus::Actual;
    /// Merely thought of (*if it attacks*, *it should attack*, a question): no event, unless
    /// somebody's word makes it one (*said it must withdraw*).
    bool unreal = false;
};

/// `data/events/status.tsv`: words by their relation to the predicate.
class StatusWords {
  public:
    [[nodiscard]] Status load(const std::string& path);
    /// True and what it says if `word` stands in the table for `relation`.
    [[nodiscard]] bool find(std::string_view relation, std::string_view word, Realis& realis) const;

  private:
    std::unordered_map<std::string, Realis> words_;
};

class StatusReader {
  public:
    StatusReader(const Arguments& arguments, const StatusWords& words)
        : arguments_(arguments), tree_(arguments.tree()), words_(words) {}

    /// Status of a predicate by the words around it; `carrier` is the light verb of a noun, or
    /// kNoToken.
    [[nodiscard]] Realis read(TokenIndex predicate, TokenIndex carrier) const;

    /// *is shelling*, *has been shelling*: the present progressive.
    [[nodiscard]] bool is_in_progress(TokenIndex verb) const;

    /// *will attack*, *Kenya to expel diplomats*: told as a coming act.
    [[nodiscard]] bool is_announced(TokenIndex verb) const;

  private:
    [[nodiscard]] bool read_children(TokenIndex token, Realis& realis) const;
    [[nodiscard]] Realis read_words(TokenIndex predicate, TokenIndex carrier) const;
    [[nodiscard]] bool is_asked(TokenIndex token) const;
    [[nodiscard]] bool read_governors(TokenIndex token, Realis& realis) const;

    const Arguments& arguments_;
    const SyntaxTree& tree_;
    const StatusWords& words_;
};

}  // namespace tidings::coding
