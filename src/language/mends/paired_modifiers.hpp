// Modifiers joined by *and* that the parser hangs on the noun one by one.
#pragma once

#include <tidings/language.hpp>

namespace tidings {

/// *UK and EU negotiators*: the parser hangs both names on the noun, and the conjunction on the
/// first, which it joins to nothing. The second becomes the conjunct of the first. English labels
/// (ClearNLP); O(tokens).
void restore_paired_modifiers(Parse& parse);

}  // namespace tidings
