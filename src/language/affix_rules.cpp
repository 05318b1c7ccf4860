#include "language/affix_rules.hpp"

#include <string>
#include <utility>

#include "language/unicode.hpp"

namespace tidings::language {
namespace {

Status compile_one(const nlohmann::json& patterns, const char* key, bool anchored,
                   std::optional<Regex>& out) {
    const auto found = patterns.find(key);
    if (found == patterns.end() || !found->is_string()) return {};
    auto regex = Regex::compile(found->get<std::string>(), anchored);
    if (!regex) {
        regex.error().message =
            std::string("tokenizer pattern ") + key + ": " + regex.error().message;
        return tl::unexpected<Error>(std::move(regex.error()));
    }
    out.emplace(std::move(*regex));
    return {};
}

}  // namespace

Result<AffixRules> AffixRules::compile(const nlohmann::json& patterns) {
    if (!patterns.is_object()) {
        return fail(ErrorKind::Config, "the tokenizer's patterns are broken");
    }
    AffixRules rules;
    for (const auto& [key, anchored, target] :
         {std::tuple{"prefix", false, &rules.prefix_}, std::tuple{"suffix", false, &rules.suffix_},
          std::tuple{"infix", false, &rules.infix_}, std::tuple{"token", true, &rules.token_},
          std::tuple{"url", true, &rules.url_}}) {
        if (auto status = compile_one(patterns, key, anchored, *target); !status) {
            return tl::unexpected<Error>(std::move(status.error()));
        }
    }
    const auto window = patterns.find("suffix_window");
    if (window != patterns.end() && window->is_number_unsigned()) {
        rules.suffix_window_ = window->get<std::size_t>();
    }
    return rules;
}

std::size_t AffixRules::prefix(std::string_view text, RegexScratch& scratch) const {
    if (!prefix_) return 0;
    const auto match = prefix_->search(text, scratch);
    return match ? match->end - match->start : 0;
}

std::size_t AffixRules::suffix(std::string_view text, RegexScratch& scratch) const {
    if (!suffix_) return 0;
    std::size_t from = 0;
    if (suffix_window_ > 0) {
        from = text.size() - last_characters(text, suffix_window_ + 1).size();
    }
    auto match = suffix_->search(text, scratch, from);
    // A run that reaches back to the window's start may begin before it.
    if (match && from > 0 && match->start == from) match = suffix_->search(text, scratch);
    return match ? match->end - match->start : 0;
}

void AffixRules::infixes(std::string_view text, RegexScratch& scratch,
                         std::vector<Regex::Match>& out) const {
    out.clear();
    if (!infix_) return;
    std::size_t from = 0;
    bool after_empty = false;
    for (;;) {
        const auto match = infix_->search(text, scratch, from, after_empty);
        if (!match) return;
        out.push_back(*match);
        from = match->end;
        after_empty = match->start == match->end;
    }
}

bool AffixRules::is_token(std::string_view text, RegexScratch& scratch) const {
    return token_ && token_->search(text, scratch).has_value();
}

bool AffixRules::is_url(std::string_view text, RegexScratch& scratch) const {
    return url_ && url_->search(text, scratch).has_value();
}

}  // namespace tidings::language
