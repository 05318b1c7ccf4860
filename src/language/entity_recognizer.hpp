// The name recogniser (spaCy's `ner`).
#pragma once

#include "language/component.hpp"

namespace tidings::language {

[[nodiscard]] Status convert_entity_recognizer(const ConvertRequest& request);
[[nodiscard]] LoadedComponent load_entity_recognizer(const LoadRequest& request);

}  // namespace tidings::language
