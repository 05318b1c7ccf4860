// The dependency parser (spaCy's `parser`): heads, labels, sentence starts.
#pragma once

#include "language/component.hpp"

namespace tidings::language {

[[nodiscard]] Status convert_dependency_parser(const ConvertRequest& request);
[[nodiscard]] LoadedComponent load_dependency_parser(const LoadRequest& request);

}  // namespace tidings::language
