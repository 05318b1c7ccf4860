// Whoever did the same: *as Niger did*.
#pragma once

#include <tidings/language.hpp>

namespace tidings {

/// *They avoid angering the miners, as the premier, who lost the vote, did in attacking them*: the
/// parser takes *as* for a preposition and leaves *did* without a subject, so that whoever stands
/// above is taken to have done it. English tags and labels (Penn, ClearNLP); O(tokens).
void restore_compared_doers(Parse& parse);

}  // namespace tidings
