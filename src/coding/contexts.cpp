#include "coding/contexts.hpp"

#include <algorithm>
#include <filesystem>

#include "coding/hint.hpp"
#include "coding/noun_classes.hpp"

namespace tidings::coding {

namespace fs = std::filesystem;

namespace {

constexpr TokenIndex kMaxPhrase = 4;   // words of a member
constexpr std::size_t kMinReport = 4;  // sentences before a report has contexts of its own
constexpr double kReportShare = 0.4;   // of its sentences that must speak of them

ContextSet bit(std::size_t context) {
    return ContextSet{1} << context;
}

bool is_content(const Token& token) {
    return token.pos == Pos::Noun || token.pos == Pos::Propn || token.pos == Pos::Adj ||
           token.pos == Pos::Verb;
}

/// Reads the contexts of sentences, each at most once.
class SentenceContexts {
  public:
    SentenceContexts(const SyntaxTree& tree, const ContextWords& words)
        : tree_(tree), words_(words) {}

    [[nodiscard]] ContextSet of(std::uint32_t sentence) const {
        const Sentence& range = tree_.parse().sentences[sentence];
        if (range.last - range.first > kMaxSentence) return 0;
        ContextSet found = 0;
        std::string phrase;
        for (TokenIndex t = range.first; t < range.last; ++t) {
            if (is_content(tree_[t])) {
                found |= words_.of(phrase.assign(tree_[t].lemma));
                found |= words_.of(phrase.assign(tree_[t].lower));
            }
            if (words_.begins(phrase.assign(tree_[t].lower))) found |= longer(t, range.last);
        }
        return found;
    }

    /// The sentence at a byte offset.
    [[nodiscard]] std::uint32_t at(std::uint32_t start) const {
        const auto& sentences = tree_.parse().sentences;
        const auto next = std::partition_point(
            sentences.begin(), sentences.end(),
            [start](const Sentence& sentence) { return sentence.span.start <= start; });
        return next == sentences.begin() ? 0
                                         : static_cast<std::uint32_t>(next - sentences.begin() - 1);
    }

    /// Contexts of which a large part of the report's sentences speaks.
    [[nodiscard]] ContextSet of_report(std::size_t contexts) const {
        const std::size_t sentences = tree_.parse().sentences.size();
        if (sentences < kMinReport) return 0;
        std::vector<std::size_t> counts(contexts, 0);
        for (std::uint32_t s = 0; s < sentences; ++s) {
            const ContextSet found = of(s);
            for (std::size_t c = 0; c < contexts; ++c) counts[c] += (found >> c) & 1U;
        }
        ContextSet result = 0;
        for (std::size_t c = 0; c < contexts; ++c) {
            const auto least = kReportShare * static_cast<double>(sentences);
            if (static_cast<double>(counts[c]) >= least) result |= bit(c);
        }
        return result;
    }

  private:
    /// Members of several words that begin at a token; the last word may stand as its lemma.
    [[nodiscard]] ContextSet longer(TokenIndex first, TokenIndex end) const {
        ContextSet found = 0;
        std::string text(tree_[first].lower);
        for (TokenIndex t = first + 1; t < end && t < first + kMaxPhrase; ++t) {
            const std::string before = text + " ";
            found |= words_.of(before + std::string(tree_[t].lemma));
            text = before + std::string(tree_[t].lower);
            found |= words_.of(text);
        }
        return found;
    }

    const SyntaxTree& tree_;
    const ContextWords& words_;
};

ContextSet of_side(const std::optional<EventSide>& side, const Mentions& mentions,
                   const ContextWords& words) {
    if (!side) return 0;
    const Actor& actor = mentions.actors[side->actor];
    return actor.sectors.empty() ? 0 : words.of("#" + actor.sectors.front());
}

void add(Event& event, const std::string& context) {
    if (std::find(event.contexts.begin(), event.contexts.end(), context) == event.contexts.end()) {
        event.contexts.push_back(context);
    }
}

}  // namespace

Status ContextWords::load(const std::string& folder, const Ontology& ontology) {
    NounClasses classes;
    std::error_code ignored;
    std::vector<fs::path> files;
    for (const auto& item : fs::directory_iterator(folder, ignored)) {
        if (item.path().extension() == ".classes") files.push_back(item.path());
    }
    std::sort(files.begin(), files.end());
    for (const fs::path& path : files) {
        auto done = classes.read_file(path.string(), path.string());
        if (!done) return done;
    }
    if (auto done = classes.resolve(); !done) return done;
    for (const std::string& name : classes.names()) {
        const auto& known = ontology.contexts();
        const auto found = std::find(known.begin(), known.end(), name);
        if (found == known.end()) {
            return fail(ErrorKind::Config, "there is no context " + name, classes.where(name),
                        did_you_mean(name, known));
        }
        for (const std::string& member : classes.members(name)) {
            words_[member] |= bit(static_cast<std::size_t>(found - known.begin()));
            const std::size_t space = member.find(' ');
            if (space != std::string::npos) begins_[member.substr(0, space)] = true;
        }
    }
    return {};
}

ContextSet ContextWords::of(const std::string& phrase) const {
    const auto found = words_.find(phrase);
    return found == words_.end() ? 0 : found->second;
}

void add_contexts(const SyntaxTree& tree, const Mentions& mentions, const Ontology& ontology,
                  const ContextWords& words, std::vector<Event>& events) {
    if (events.empty()) return;
    const std::vector<std::string>& names = ontology.contexts();
    const SentenceContexts sentences(tree, words);
    const ContextSet report = words.empty() ? 0 : sentences.of_report(names.size());
    for (Event& event : events) {
        for (const std::string& context : ontology.contexts_of_code(event.cameo)) {
            add(event, context);
        }
        ContextSet found = report;
        if (!words.empty()) {
            found |= of_side(event.source, mentions, words);
            found |= of_side(event.target, mentions, words);
            for (const EventMention& mention : event.mentions) {
                found |= sentences.of(sentences.at(mention.sentence.start));
            }
        }
        for (std::size_t c = 0; c < names.size(); ++c) {
            if ((found & bit(c)) != 0) add(event, names[c]);
        }
    }
}

}  // namespace tidings::coding
