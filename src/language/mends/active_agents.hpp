// Doers of a noun that the parser takes for the doers of an active verb.
#pragma once

#include <tidings/language.hpp>

namespace tidings {

/// *Kenya has spurned a plea by Chad*: a verb with a subject and an object of its own has no agent;
/// the phrase with *by* belongs to the object before it. English tags and labels (Penn, ClearNLP);
/// O(tokens).
void restore_active_agents(Parse& parse);

}  // namespace tidings
