// PLOVER types and modes, CAMEO codes and the table by which words like *threaten* and *agree*
// combine with the event in their complement.
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

class Ontology {
  public:
    /// Loads `ontology/plover.tsv`, `ontology/cameo.tsv` and `events/composition.tsv`.
    [[nodiscard]] static Result<Ontology> load(const std::string& data_folder);

    [[nodiscard]] bool has_type(std::string_view type) const;
    [[nodiscard]] bool has_mode(std::string_view type, std::string_view mode) const;
    [[nodiscard]] bool has_cameo(std::string_view code) const;
    [[nodiscard]] bool has_operator(std::string_view name) const;
    [[nodiscard]] int quad(std::string_view type) const;
    [[nodiscard]] double goldstein(std::string_view cameo) const;
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
    std::unordered_map<std::string, std::vector<CompositionRow>> operators_;
};

}  // namespace tidings::coding
