// Runs a pipeline over texts.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "language/pipeline_data.hpp"
#include "language/title_case.hpp"

namespace tidings {

namespace {

using language::Doc;
using language::DocToken;

/// Texts are analysed together until they have so many tokens.
constexpr std::size_t kBatchTokens = 2048;

bool is_ascii(std::string_view text) noexcept {
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

void append_lower(std::string_view text, std::string& out) {
    if (!is_ascii(text)) {
        out += utf8::lower(text);
        return;
    }
    for (const char c : text) out += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

// Tokens with what the tokenizer knows of them.
void start_parse(const Doc& doc, std::vector<std::uint32_t>& lower_starts, Parse& parse) {
    parse = Parse();
    parse.tokens.resize(doc.tokens.size());
    auto lower = std::make_unique<std::string>();
    lower->reserve(doc.text.size());
    lower_starts.clear();
    for (const DocToken& token : doc.tokens) {
        lower_starts.push_back(static_cast<std::uint32_t>(lower->size()));
        append_lower(slice(doc.text, token.span), *lower);
    }
    lower_starts.push_back(static_cast<std::uint32_t>(lower->size()));
    const std::string_view view(*lower);
    for (std::size_t i = 0; i < doc.tokens.size(); ++i) {
        Token& token = parse.tokens[i];
        token.span = doc.tokens[i].span;
        token.head = static_cast<TokenIndex>(i);
        token.space_after = doc.tokens[i].spacy;
        token.lower = view.substr(lower_starts[i], lower_starts[i + 1] - lower_starts[i]);
    }
    parse.strings.push_back(std::move(lower));
}

Span sentence_span(const Doc& doc, TokenIndex first, TokenIndex last) {
    TokenIndex end = last;
    while (end > first + 1 && doc.tokens[end - 1].is_space) --end;
    return {doc.tokens[first].span.start, doc.tokens[end - 1].span.end};
}

// Heads and sentences, as the components have left them in the doc.
void finish_parse(const Doc& doc, Parse& parse) {
    for (std::size_t i = 0; i < doc.tokens.size(); ++i) {
        Token& token = parse.tokens[i];
        const auto index = static_cast<TokenIndex>(i);
        token.head = doc.tokens[i].head;
        token.sentence_start = i == 0 || doc.tokens[i].sent_start == 1;
        if (token.sentence_start) parse.sentences.push_back({index, index, {}, 0});
        token.sentence = static_cast<std::uint32_t>(parse.sentences.size() - 1);
        parse.sentences.back().last = index + 1;
    }
    for (Sentence& sentence : parse.sentences) {
        sentence.span = sentence_span(doc, sentence.first, sentence.last);
    }
}

void run_networks(const LanguagePipelineData& data, LanguageScratch::Buffers& buffers) {
    for (std::size_t n = 0; n < data.networks().size(); ++n) {
        buffers.sinks.clear();
        for (std::size_t s = 0; s < data.steps().size(); ++s) {
            if (data.steps()[s].neural == nullptr || data.steps()[s].network != n) continue;
            buffers.sinks.push_back(&buffers.steps[s]->sink(buffers.batch));
        }
        if (buffers.sinks.empty()) continue;
        data.networks()[n].run(buffers.batch, buffers.networks[n], buffers.sinks);
    }
}

void run_steps(const LanguagePipelineData& data, LanguageScratch::Buffers& buffers, std::size_t d,
               Parse& parse) {
    const Doc& doc = buffers.batch.docs[d];
    for (std::size_t s = 0; s < data.steps().size(); ++s) {
        const language::PipelineStep& step = data.steps()[s];
        if (step.neural != nullptr) {
            step.neural->annotate(buffers.batch, d, *buffers.steps[s], parse);
        } else if (step.ruler) {
            step.ruler->apply(doc, buffers.ruler, parse);
        } else if (step.lemmatizer) {
            step.lemmatizer->apply(doc, buffers.lemmatizer, parse);
        }
    }
}

// Analyses texts from `first` on until the batch is full; gives the first one that is left.
std::size_t analyze_batch(const LanguagePipelineData& data, std::span<const std::string_view> texts,
                          LanguageScratch::Buffers& buffers, std::span<Parse> parses) {
    std::size_t count = 0;
    std::size_t tokens = 0;
    while (count < texts.size() && tokens < kBatchTokens) {
        if (buffers.docs.size() <= count) buffers.docs.emplace_back();
        data.tokenizer().tokenize(texts[count], buffers.tokenizer, buffers.docs[count]);
        Doc& doc = buffers.docs[count];
        for (std::size_t i = 0; i < doc.tokens.size(); ++i) {
            doc.tokens[i].head = static_cast<std::uint32_t>(i);
            doc.tokens[i].sent_start = i == 0 ? 1 : 0;  // as spaCy starts a text
        }
        start_parse(doc, buffers.lower_starts, parses[count]);
        tokens += doc.tokens.size();
        ++count;
    }
    buffers.batch.assign(std::span<Doc>(buffers.docs).first(count));
    run_networks(data, buffers);
    for (std::size_t d = 0; d < count; ++d) {
        run_steps(data, buffers, d, parses[d]);
        finish_parse(buffers.docs[d], parses[d]);
    }
    return count;
}

// A single line end inside a paragraph is read as a space.
void copy_section(std::string_view section, std::string& text) {
    text.assign(section);
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (section[i] != '\n') continue;
        const bool after = i > 0 && section[i - 1] == '\n';
        const bool before = i + 1 < section.size() && section[i + 1] == '\n';
        if (!after && !before) text[i] = ' ';
    }
}

// Appends the parse of one section, moved to where the section stands in the report.
void append_parse(Parse&& part, std::uint32_t offset, std::uint32_t section, Parse& whole) {
    const auto first_token = static_cast<TokenIndex>(whole.tokens.size());
    const auto first_sentence = static_cast<std::uint32_t>(whole.sentences.size());
    const auto moved = [&](Span span) { return Span{span.start + offset, span.end + offset}; };
    for (Token& token : part.tokens) {
        token.span = moved(token.span);
        token.head += first_token;
        token.sentence += first_sentence;
        whole.tokens.push_back(token);
    }
    for (Sentence& sentence : part.sentences) {
        whole.sentences.push_back({sentence.first + first_token, sentence.last + first_token,
                                   moved(sentence.span), section});
    }
    for (Name& name : part.names) {
        whole.names.push_back(
            {name.first + first_token, name.last + first_token, moved(name.span), name.label});
    }
    std::move(part.strings.begin(), part.strings.end(), std::back_inserter(whole.strings));
}

bool can_hold_events(const Section& section) noexcept {
    return !section.repeated &&
           (section.role == SectionRole::Title || section.role == SectionRole::Caption ||
            section.role == SectionRole::Body);
}

}  // namespace

void LanguageScratch::Buffers::prepare(
    const std::shared_ptr<const LanguagePipelineData>& pipeline) {
    const bool same = !owner.owner_before(pipeline) && !pipeline.owner_before(owner);
    if (same) return;
    *this = Buffers();
    owner = pipeline;
    networks.resize(pipeline->networks().size());
    for (const language::PipelineStep& step : pipeline->steps()) {
        steps.push_back(step.neural == nullptr ? nullptr : step.neural->make_scratch());
    }
}

LanguageScratch::LanguageScratch() : buffers_(std::make_unique<Buffers>()) {}
LanguageScratch::~LanguageScratch() = default;
LanguageScratch::LanguageScratch(LanguageScratch&&) noexcept = default;
LanguageScratch& LanguageScratch::operator=(LanguageScratch&&) noexcept = default;

namespace {

/// The report's text behind section `s`.
std::string_view text_behind(const Report& report, std::size_t s) {
    return std::string_view(report.text).substr(report.sections[s].span.end);
}

/// The part of a section behind its dateline.
Span analysed(const Section& section) {
    return {section.span.start + section.dateline, section.span.end};
}

}  // namespace

void LanguagePipeline::analyze(const std::vector<std::string_view>& texts, LanguageScratch& scratch,
                               std::vector<Parse>& parses) const {
    LanguageScratch::Buffers& buffers = scratch.buffers();
    buffers.prepare(data_);
    parses.resize(texts.size());
    const std::span<const std::string_view> all(texts);
    const std::span<Parse> out(parses);
    for (std::size_t done = 0; done < texts.size();) {
        done += analyze_batch(*data_, all.subspan(done), buffers, out.subspan(done));
    }
}

Parse LanguagePipeline::analyze(const Report& report, LanguageScratch& scratch) const {
    LanguageScratch::Buffers& buffers = scratch.buffers();
    buffers.prepare(data_);
    buffers.sections.clear();
    for (std::size_t s = 0; s < report.sections.size(); ++s) {
        if (!can_hold_events(report.sections[s])) continue;
        const std::size_t used = buffers.sections.size();
        if (buffers.section_texts.size() <= used) buffers.section_texts.emplace_back();
        std::string& text = buffers.section_texts[used];
        copy_section(slice(report.text, analysed(report.sections[s])), text);
        if (report.sections[s].role == SectionRole::Title) {
            language::to_sentence_case(text, text_behind(report, s));
        }
        buffers.sections.push_back(static_cast<std::uint32_t>(s));
    }
    buffers.texts.clear();
    for (std::size_t i = 0; i < buffers.sections.size(); ++i) {
        buffers.texts.emplace_back(buffers.section_texts[i]);
    }
    buffers.parses.resize(buffers.texts.size());
    const std::span<const std::string_view> all(buffers.texts);
    const std::span<Parse> out(buffers.parses);
    for (std::size_t done = 0; done < all.size();) {
        done += analyze_batch(*data_, all.subspan(done), buffers, out.subspan(done));
    }
    Parse whole;
    for (std::size_t i = 0; i < buffers.sections.size(); ++i) {
        const std::uint32_t section = buffers.sections[i];
        append_parse(std::move(buffers.parses[i]), analysed(report.sections[section]).start,
                     section, whole);
    }
    return whole;
}

}  // namespace tidings
