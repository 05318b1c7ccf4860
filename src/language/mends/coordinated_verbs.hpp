// Second verbs of a sentence that the parser takes for participles.
#pragma once

#include <tidings/language.hpp>

namespace tidings {

/// *recalled its envoy and bombed Cuban villages*: parsed like *sold cars and used tyres*, the
/// villages stand beside the verb. They become the object of the participle, and that the second
/// verb. So does the deed behind a clause that has lost its verb (*said it would not and granted
/// him asylum*), which goes on with the telling. English tags and labels (Penn, ClearNLP);
/// O(tokens).
void restore_coordinated_verbs(Parse& parse);

}  // namespace tidings
