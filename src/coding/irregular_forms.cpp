#include "coding/irregular_forms.hpp"

#include "base/tsv_table.hpp"

namespace tidings::coding {

Status IrregularForms::load(const std::string& path) {
    auto table = TsvTable::load(path, {{"form", "pos", "lemma"}, {}});
    if (!table) return tl::unexpected<Error>(table.error());
    for (const TsvRow& row : table->rows()) {
        const std::string_view pos = row["pos"];
        if (pos != "verb" && pos != "noun") return row.fail("pos", "verb or noun is expected");
        if (row["lemma"].empty()) return row.fail("lemma", "the dictionary form is missing");
        auto& forms = pos == "verb" ? verbs_ : nouns_;
        if (!forms.emplace(row["form"], row["lemma"]).second) {
            return row.fail("form", "this form stands twice");
        }
    }
    return {};
}

std::string_view IrregularForms::lemma_of(std::string_view form, Pos pos) const {
    if (pos != Pos::Verb && pos != Pos::Noun) return {};
    const auto& forms = pos == Pos::Verb ? verbs_ : nouns_;
    const auto found = forms.find(form);
    return found == forms.end() ? std::string_view{} : std::string_view(found->second);
}

}  // namespace tidings::coding
