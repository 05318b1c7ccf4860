// Components that give each token one label: tagger, morphologizer, sentence recogniser.
#pragma once

#include "language/component.hpp"

namespace tidings::language {

[[nodiscard]] Status convert_tagger(const ConvertRequest& request);
[[nodiscard]] LoadedComponent load_tagger(const LoadRequest& request);

[[nodiscard]] Status convert_morphologizer(const ConvertRequest& request);
[[nodiscard]] LoadedComponent load_morphologizer(const LoadRequest& request);

[[nodiscard]] Status convert_senter(const ConvertRequest& request);
[[nodiscard]] LoadedComponent load_senter(const LoadRequest& request);

}  // namespace tidings::language
