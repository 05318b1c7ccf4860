// Participles between a subject and its verb that the parser takes for the verb.
#pragma once

#include <tidings/language.hpp>

namespace tidings {

/// *The union, angered that wages were frozen, is threatening a strike*: what stands between commas
/// tells of the union, the verb behind them is the sentence's. Only where that verb has an
/// auxiliary and no subject of its own. English tags and labels (Penn, ClearNLP); O(tokens).
void restore_interposed_participles(Parse& parse);

}  // namespace tidings
