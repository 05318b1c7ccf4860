// Irregular forms that the model's lemmatizer leaves as they are.
#pragma once

#include <string_view>

#include <tidings/language.hpp>

namespace tidings::coding {

/// *forgave* is a form of *forgive*, *doses* of *dose*: the dictionary form, or nothing where the
/// lemmatizer knows better. `form` is in lower case; the result lives for ever.
[[nodiscard]] std::string_view lemma_of_irregular(std::string_view form, Pos pos);

}  // namespace tidings::coding
