// Irregular forms that the model's lemmatizer leaves as they are.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include <tidings/error.hpp>
#include <tidings/language.hpp>

namespace tidings::coding {

/// `data/language/irregular-forms.tsv`: *forgave* is a form of *forgive*, *doses* of *dose*.
class IrregularForms {
  public:
    /// Fails on a malformed row, a part of speech other than verb and noun, or a form that stands
    /// twice, with file:line:column.
    [[nodiscard]] Status load(const std::string& path);
    /// The dictionary form of a verb or noun in lower case; empty where the lemmatizer knows
    /// better. The view lives as long as the object.
    [[nodiscard]] std::string_view lemma_of(std::string_view form, Pos pos) const;

  private:
    std::map<std::string, std::string, std::less<>> verbs_;
    std::map<std::string, std::string, std::less<>> nouns_;
};

}  // namespace tidings::coding
