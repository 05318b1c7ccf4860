#include "language/special_cases.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "language/hash_table.hpp"
#include "language/string_hash.hpp"

namespace tidings::language {

void SpecialCases::write(const std::vector<SpecialCase>& cases, ModelFileWriter& writer) {
    std::vector<CaseSlot> slots;
    std::string texts;
    std::vector<Lexeme> tokens;
    std::map<std::uint64_t, std::vector<const SpecialCase*>> by_first_word;
    for (const SpecialCase& special : cases) {
        CaseSlot slot;
        slot.hash = hash_string(special.text);
        slot.text_start = static_cast<std::uint32_t>(texts.size());
        slot.text_size = static_cast<std::uint32_t>(special.text.size());
        slot.first_token = static_cast<std::uint32_t>(tokens.size());
        slot.token_count = static_cast<std::uint32_t>(special.tokens.size());
        slots.push_back(slot);
        texts += special.text;
        tokens.insert(tokens.end(), special.tokens.begin(), special.tokens.end());
        if (!special.phrase.empty()) by_first_word[special.phrase.front()].push_back(&special);
    }
    std::vector<PhraseSlot> phrase_slots;
    std::vector<Phrase> phrases;
    std::vector<std::uint64_t> words;
    for (const auto& [word, group] : by_first_word) {
        phrase_slots.push_back({word, static_cast<std::uint32_t>(phrases.size()),
                                static_cast<std::uint32_t>(group.size())});
        for (const SpecialCase* special : group) {
            phrases.push_back({static_cast<std::uint32_t>(words.size()),
                               static_cast<std::uint32_t>(special->phrase.size())});
            words.insert(words.end(), special->phrase.begin(), special->phrase.end());
        }
    }
    const auto slot_table =
        build_hash_table<CaseSlot>(slots, [](const CaseSlot& slot) { return slot.hash; });
    const auto phrase_table = build_hash_table<PhraseSlot>(
        phrase_slots, [](const PhraseSlot& slot) { return slot.first_word; });
    writer.add_array<CaseSlot>("tokenizer/cases", slot_table);
    writer.add("tokenizer/case_texts", texts);
    writer.add_array<Lexeme>("tokenizer/case_tokens", tokens);
    writer.add_array<PhraseSlot>("tokenizer/phrase_starts", phrase_table);
    writer.add_array<Phrase>("tokenizer/phrases", phrases);
    writer.add_array<std::uint64_t>("tokenizer/phrase_words", words);
}

Result<SpecialCases> SpecialCases::load(const ModelFile& model) {
    const auto slots = model.array<CaseSlot>("tokenizer/cases");
    const auto texts = model.section("tokenizer/case_texts");
    const auto tokens = model.array<Lexeme>("tokenizer/case_tokens");
    const auto phrase_slots = model.array<PhraseSlot>("tokenizer/phrase_starts");
    const auto phrases = model.array<Phrase>("tokenizer/phrases");
    const auto words = model.array<std::uint64_t>("tokenizer/phrase_words");
    if (!slots) return tl::unexpected<Error>(slots.error());
    if (!texts) return tl::unexpected<Error>(texts.error());
    if (!tokens) return tl::unexpected<Error>(tokens.error());
    if (!phrase_slots) return tl::unexpected<Error>(phrase_slots.error());
    if (!phrases) return tl::unexpected<Error>(phrases.error());
    if (!words) return tl::unexpected<Error>(words.error());
    // Everything that points into another table is checked once, here.
    const auto within = [](std::size_t first, std::size_t count, std::size_t size) {
        return first <= size && count <= size - first;
    };
    SpecialCases cases;
    for (const CaseSlot& slot : *slots) {
        std::size_t bytes = 0;
        bool good = within(slot.text_start, slot.text_size, texts->size()) &&
                    within(slot.first_token, slot.token_count, tokens->size());
        for (std::uint32_t i = 0; good && i < slot.token_count; ++i) {
            bytes += (*tokens)[slot.first_token + i].bytes;
        }
        if (!good || bytes != slot.text_size) {
            return fail(ErrorKind::Config, "the tokenizer's special cases are broken");
        }
        cases.longest_ = std::max<std::size_t>(cases.longest_, slot.text_size);
    }
    for (const PhraseSlot& slot : *phrase_slots) {
        if (!within(slot.first_phrase, slot.phrase_count, phrases->size())) {
            return fail(ErrorKind::Config, "the tokenizer's special cases are broken");
        }
    }
    for (const Phrase& phrase : *phrases) {
        if (!within(phrase.first_word, phrase.word_count, words->size())) {
            return fail(ErrorKind::Config, "the tokenizer's special cases are broken");
        }
    }
    cases.slots_ = *slots;
    cases.texts_ = *texts;
    cases.tokens_ = *tokens;
    cases.phrase_slots_ = *phrase_slots;
    cases.phrases_ = *phrases;
    cases.words_ = *words;
    return cases;
}

std::span<const Lexeme> SpecialCases::find(std::string_view text) const noexcept {
    if (text.empty() || text.size() > longest_) return {};
    const CaseSlot* slot =
        find_in_hash_table(slots_, hash_string(text), [](const CaseSlot& s) { return s.hash; });
    if (slot == nullptr || texts_.substr(slot->text_start, slot->text_size) != text) return {};
    return tokens_.subspan(slot->first_token, slot->token_count);
}

void SpecialCases::find_phrases(std::span<const DocToken> tokens,
                                std::vector<TokenRange>& out) const {
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const PhraseSlot* slot = find_in_hash_table(
            phrase_slots_, tokens[i].orth, [](const PhraseSlot& s) { return s.first_word; });
        if (slot == nullptr) continue;
        for (std::uint32_t k = 0; k < slot->phrase_count; ++k) {
            const Phrase& phrase = phrases_[slot->first_phrase + k];
            const auto words = words_.subspan(phrase.first_word, phrase.word_count);
            if (words.size() > tokens.size() - i) continue;
            const bool same = std::equal(
                words.begin(), words.end(), tokens.begin() + static_cast<std::ptrdiff_t>(i),
                [](std::uint64_t word, const DocToken& token) { return word == token.orth; });
            if (same) {
                out.push_back(
                    {static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(i + words.size())});
            }
        }
    }
}

}  // namespace tidings::language
