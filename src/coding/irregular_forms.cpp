#include "coding/irregular_forms.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace tidings::coding {

namespace {

// In the order of the alphabet.
constexpr std::array<std::pair<std::string_view, std::string_view>, 25> kIrregularVerbs{
    {{"beheld", "behold"},      {"foresaw", "foresee"}, {"foreswore", "forswear"},
     {"forgave", "forgive"},    {"forsook", "forsake"}, {"forswore", "forswear"},
     {"imperilled", "imperil"}, {"kitted", "kit"},      {"leapt", "leap"},
     {"misspent", "misspend"},  {"mistook", "mistake"}, {"outgunned", "outgun"},
     {"overshot", "overshoot"}, {"partook", "partake"}, {"readmitted", "readmit"},
     {"remade", "remake"},      {"resold", "resell"},   {"retook", "retake"},
     {"rewound", "rewind"},     {"rewrote", "rewrite"}, {"strove", "strive"},
     {"trialled", "trial"},     {"trod", "tread"},      {"unwound", "unwind"},
     {"wove", "weave"}}};
constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kIrregularNouns{
    {{"corpses", "corpse"},
     {"doses", "dose"},
     {"gulfs", "gulf"},
     {"memoranda", "memorandum"},
     {"senses", "sense"},
     {"vases", "vase"}}};

template <typename Table>
std::string_view look_up_form(const Table& table, std::string_view form) {
    const auto found = std::lower_bound(
        table.begin(), table.end(), form,
        [](const auto& row, std::string_view sought) { return row.first < sought; });
    return found == table.end() || found->first != form ? std::string_view{} : found->second;
}

}  // namespace

std::string_view lemma_of_irregular(std::string_view form, Pos pos) {
    if (pos == Pos::Verb) return look_up_form(kIrregularVerbs, form);
    if (pos == Pos::Noun) return look_up_form(kIrregularNouns, form);
    return {};
}

}  // namespace tidings::coding
