#include "language/chunk_splitter.hpp"

#include <span>

namespace tidings::language {
namespace {

/// spaCy's Tokenizer._split_affixes and _attach_tokens, step by step.
class Splitter {
  public:
    Splitter(const ChunkRules& rules, ChunkScratch& scratch, std::vector<Lexeme>& out)
        : rules_(rules), scratch_(scratch), out_(out) {}

    void run(std::string_view chunk) {
        scratch_.prefixes.clear();
        scratch_.suffixes.clear();
        const std::string_view core = strip_affixes(chunk);
        for (const std::string_view prefix : scratch_.prefixes) put(prefix);
        if (!core.empty()) attach_core(core);
        for (auto it = scratch_.suffixes.rbegin(); it != scratch_.suffixes.rend(); ++it) put(*it);
    }

  private:
    void put(std::string_view text) {
        out_.push_back(rules_.lexemes->lexeme(text, scratch_.lexeme));
    }
    [[nodiscard]] std::span<const Lexeme> special(std::string_view text) const {
        return rules_.cases == nullptr ? std::span<const Lexeme>() : rules_.cases->find(text);
    }
    std::string_view strip_affixes(std::string_view text);
    void attach_core(std::string_view core);
    void split_infixes(std::string_view core);

    const ChunkRules& rules_;
    ChunkScratch& scratch_;
    std::vector<Lexeme>& out_;
};

std::string_view Splitter::strip_affixes(std::string_view text) {
    std::size_t last_size = 0;
    while (!text.empty() && text.size() != last_size) {
        if (rules_.affixes->is_token(text, scratch_.regex)) break;
        if (!special(text).empty()) break;
        last_size = text.size();
        const std::size_t prefix = rules_.affixes->prefix(text, scratch_.regex);
        const std::string_view without_prefix = text.substr(prefix);
        if (prefix != 0 && !special(without_prefix).empty()) {
            scratch_.prefixes.push_back(text.substr(0, prefix));
            return without_prefix;
        }
        const std::size_t suffix = rules_.affixes->suffix(without_prefix, scratch_.regex);
        const std::string_view without_suffix = text.substr(0, text.size() - suffix);
        if (suffix != 0 && !special(without_suffix).empty()) {
            scratch_.suffixes.push_back(text.substr(text.size() - suffix));
            return without_suffix;
        }
        if (prefix != 0) scratch_.prefixes.push_back(text.substr(0, prefix));
        if (suffix != 0) scratch_.suffixes.push_back(text.substr(text.size() - suffix));
        text = text.substr(prefix, text.size() - prefix - suffix);
    }
    return text;
}

void Splitter::attach_core(std::string_view core) {
    if (const auto tokens = special(core); !tokens.empty()) {
        out_.insert(out_.end(), tokens.begin(), tokens.end());
    } else if (rules_.affixes->is_token(core, scratch_.regex) ||
               rules_.affixes->is_url(core, scratch_.regex)) {
        put(core);
    } else {
        split_infixes(core);
    }
}

void Splitter::split_infixes(std::string_view core) {
    rules_.affixes->infixes(core, scratch_.regex, scratch_.infixes);
    std::size_t start = 0;
    for (const auto& infix : scratch_.infixes) {
        if (infix.start == 0) continue;  // an infix at the very start is none
        if (infix.start != start) put(core.substr(start, infix.start - start));
        // Empty infixes are legal: they only split.
        if (infix.start != infix.end) put(core.substr(infix.start, infix.end - infix.start));
        start = infix.end;
    }
    if (start < core.size()) put(core.substr(start));
}

}  // namespace

void split_chunk(std::string_view chunk, const ChunkRules& rules, ChunkScratch& scratch,
                 std::vector<Lexeme>& out) {
    Splitter(rules, scratch, out).run(chunk);
}

}  // namespace tidings::language
