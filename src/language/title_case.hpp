// Headlines In Title Case, read as sentences.
#pragma once

#include <string>
#include <string_view>

namespace tidings::language {

/// Takes back the capitals of a title in title case, in place and without changing its length: a
/// statistical tagger reads *Expels Two Diplomats* as a name. A word loses its capital where `body`
/// has it, or a form of it, in small letters and never with a capital inside a sentence; words that
/// the body does not have keep theirs. Titles in sentence case are left alone. ASCII initials only.
void to_sentence_case(std::string& title, std::string_view body);

}  // namespace tidings::language
