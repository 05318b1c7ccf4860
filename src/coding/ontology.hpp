// An ontology: event types with their modes, codes, contexts, and the table by which words like
// *threaten* and *agree* combine with the event in their complement. The project's own is PLOVER
// with CAMEO codes; others have the same files (docs/ontologies.md).
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <tidings/error.hpp>

namespace tidings::coding {

/// A PLOVER type and mode with a CAMEO code. Empty type: not an event.
struct Coding {
    std::string type;
    std::string mode;
    std::string cameo;
};

struct CompositionRow {
    std::string inner;  ///< TYPE, TYPE/mode, CAMEO prefix, `*` or `-`
    Coding outer;       ///< empty type for `none`
    std::string where;  ///< file:line
};

/// Contexts of an event are kept as bits.
inline constexpr std::size_t kMaxContexts = 64;

class Ontology {
  public:
    /// Loads `ontology/types.tsv` and `codes.tsv` of `folder`, and, where it has them,
    /// `ontology/contexts.tsv`, `ontology/crosswalk.tsv` and `events/composition.tsv`.
    [[nodiscard]] static Result<Ontology> load(const std::string& folder);

    [[nodiscard]] bool has_type(std::string_view type) const;
    [[nodiscard]] bool has_mode(std::string_view type, std::string_view mode) const;
    [[nodiscard]] bool has_cameo(std::string_view code) const;
    [[nodiscard]] bool has_operator(std::string_view name) const;
    [[nodiscard]] int quad(std::string_view type) const;
    [[nodiscard]] double goldstein(std::string_view cameo) const;
    /// Contexts in the order of their table; at most kMaxContexts.
    [[nodiscard]] const std::vector<std::string>& contexts() const noexcept { return contexts_; }
    [[nodiscard]] bool has_context(std::string_view name) const;
    /// Sentences with an event that must be given the context, for the tests.
    struct ContextExample {
        std::string context, text, where;
    };
    [[nodiscard]] const std::vector<ContextExample>& context_examples() const noexcept {
        return context_examples_;
    }
    /// Contexts that a code implies (0312, military cooperation: `military`).
    [[nodiscard]] const std::vector<std::string>& contexts_of_code(std::string_view code) const;
    [[nodiscard]] std::vector<std::string> type_names() const;
    [[nodiscard]] std::vector<std::string> operator_names() const;

    /// The row for an operator and an inner coding (null: no event inside), most particular first.
    [[nodiscard]] const CompositionRow* compose(std::string_view op, const Coding* inner) const;

  private:
    struct TypeInfo {
        int quad = 0;
        std::vector<std::string> modes;
    };
    std::unordered_map<std::string, TypeInfo> types_;
    std::unordered_map<std::string, double> goldstein_;
    [[nodiscard]] Status load_types(const std::string& path);
    [[nodiscard]] Status load_codes(const std::string& path);
    [[nodiscard]] Status load_contexts(const std::string& path);
    [[nodiscard]] Status load_crosswalk(const std::string& path);
    [[nodiscard]] Status load_composition(const std::string& path);

    std::unordered_map<std::string, std::vector<CompositionRow>> operators_;
    std::vector<std::string> contexts_;
    std::vector<ContextExample> context_examples_;
    std::unordered_map<std::string, std::vector<std::string>> code_contexts_;
};

}  // namespace tidings::coding
