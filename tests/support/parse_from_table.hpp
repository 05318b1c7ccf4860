// A parse written down as a table, so that tests of later stages need no language model.
//
// One token a line: FORM LEMMA POS TAG HEAD DEP [B-LABEL|I-LABEL], as in CoNLL-U; HEAD counts from
// 1 in the sentence, 0 is its root. A form that ends in `~` has no blank behind it. An empty line
// ends a sentence; `== ROLE` begins a section, and words behind the role are text that is not
// parsed (a dateline).
#pragma once

#include <array>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <tidings/language.hpp>
#include <tidings/report.hpp>

#include "language/parse_strings.hpp"

namespace tidings::test {

struct Sample {
    Report report;
    Parse parse;
};

inline Pos pos_named(std::string_view name) {
    static constexpr std::array<std::pair<std::string_view, Pos>, 18> kNames{{
        {"ADJ", Pos::Adj},
        {"ADP", Pos::Adp},
        {"ADV", Pos::Adv},
        {"AUX", Pos::Aux},
        {"CONJ", Pos::Conj},
        {"CCONJ", Pos::Cconj},
        {"DET", Pos::Det},
        {"INTJ", Pos::Intj},
        {"NOUN", Pos::Noun},
        {"NUM", Pos::Num},
        {"PART", Pos::Part},
        {"PRON", Pos::Pron},
        {"PROPN", Pos::Propn},
        {"PUNCT", Pos::Punct},
        {"SYM", Pos::Sym},
        {"SCONJ", Pos::Sconj},
        {"VERB", Pos::Verb},
        {"X", Pos::X},
    }};
    for (const auto& [known, pos] : kNames) {
        if (known == name) return pos;
    }
    throw std::invalid_argument("no part of speech " + std::string(name));
}

inline SectionRole section_named(std::string_view name) {
    if (name == "title") return SectionRole::Title;
    if (name == "caption") return SectionRole::Caption;
    if (name == "dateline") return SectionRole::Dateline;
    if (name == "body") return SectionRole::Body;
    throw std::invalid_argument("no section " + std::string(name));
}

class TableReader {
  public:
    Sample read(std::string_view table) {
        std::istringstream lines{std::string(table)};
        for (std::string line; std::getline(lines, line);) {
            if (line.find_first_not_of(' ') == std::string::npos) {
                end_sentence();
            } else if (line.starts_with("== ")) {
                end_section();
                begin_section(line.substr(3));
            } else {
                add_token(line);
            }
        }
        end_section();
        sample_.report.id = "sample";
        sample_.report.sha256 = sha256_hex(sample_.report.text);
        sample_.report.language = "en";
        return std::move(sample_);
    }

  private:
    static constexpr TokenIndex kNone = UINT32_MAX;

    void begin_section(const std::string& line) {
        std::string& text = sample_.report.text;
        if (!text.empty()) text += "\n\n";
        const auto start = static_cast<std::uint32_t>(text.size());
        const std::size_t space = line.find(' ');
        if (space != std::string::npos) text += line.substr(space + 1);
        const auto end = static_cast<std::uint32_t>(text.size());
        sample_.report.sections.push_back(
            {section_named(line.substr(0, space)), {start, end}, false});
    }

    void add_token(const std::string& line) {
        if (sample_.report.sections.empty()) begin_section("body");
        std::istringstream cells(line);
        std::string form, lemma, pos, tag, dep, name;
        std::uint32_t head = 0;
        if (!(cells >> form >> lemma >> pos >> tag >> head >> dep)) {
            throw std::invalid_argument("not a token: " + line);
        }
        cells >> name;
        Parse& parse = sample_.parse;
        std::string& text = sample_.report.text;
        if (first_ == kNone) first_ = static_cast<TokenIndex>(parse.tokens.size());
        if (blank_) text += ' ';
        blank_ = form.size() < 2 || form.back() != '~';
        if (!blank_) form.pop_back();
        Token token;
        token.span.start = static_cast<std::uint32_t>(text.size());
        text += form;
        token.span.end = static_cast<std::uint32_t>(text.size());
        const auto index = static_cast<TokenIndex>(parse.tokens.size());
        token.head = head == 0 ? index : first_ + head - 1;
        token.sentence = static_cast<std::uint32_t>(parse.sentences.size());
        token.sentence_start = index == first_;
        token.pos = pos_named(pos);
        token.space_after = blank_;
        token.tag = language::keep_string(parse, tag);
        token.dep = language::keep_string(parse, dep);
        token.lemma = language::keep_string(parse, lemma);
        token.lower = language::keep_string(parse, utf8::lower(form));
        add_name(name, index, token.span);
        parse.tokens.push_back(token);
    }

    void add_name(const std::string& name, TokenIndex index, Span span) {
        if (name.empty()) return;
        Parse& parse = sample_.parse;
        if (name.starts_with("I-")) {
            parse.names.back().last = index + 1;
            parse.names.back().span.end = span.end;
        } else {
            const std::string label = name.substr(2);
            parse.names.push_back({index, index + 1, span, language::keep_string(parse, label)});
        }
    }

    void end_sentence() {
        if (first_ == kNone) return;
        Parse& parse = sample_.parse;
        Sentence sentence;
        sentence.first = first_;
        sentence.last = static_cast<TokenIndex>(parse.tokens.size());
        sentence.span = {parse.tokens[first_].span.start, parse.tokens.back().span.end};
        sentence.section = static_cast<std::uint32_t>(sample_.report.sections.size() - 1);
        for (TokenIndex t = sentence.first; t < sentence.last; ++t) {
            if (parse.tokens[t].head >= sentence.last) {
                throw std::invalid_argument("a head lies outside its sentence");
            }
        }
        parse.sentences.push_back(sentence);
        first_ = kNone;
        if (!blank_) sample_.report.text += ' ';
        blank_ = false;
    }

    void end_section() {
        end_sentence();
        if (sample_.report.sections.empty()) return;
        std::string& text = sample_.report.text;
        while (text.ends_with(' ')) text.pop_back();
        blank_ = false;
        sample_.report.sections.back().span.end = static_cast<std::uint32_t>(text.size());
    }

    Sample sample_;
    TokenIndex first_ = kNone;
    bool blank_ = false;
};

inline Sample sample_from_table(std::string_view table) {
    return TableReader().read(table);
}

/// The n-th token (from 0) that is written so.
inline TokenIndex token_of(const Sample& sample, std::string_view form, int n = 0) {
    for (TokenIndex i = 0; i < sample.parse.tokens.size(); ++i) {
        if (slice(sample.report.text, sample.parse.tokens[i].span) == form && n-- == 0) return i;
    }
    throw std::invalid_argument("no token " + std::string(form));
}

/// The words of some tokens; `-` stands for no token.
inline std::string word_of(const Sample& sample, TokenIndex token) {
    if (token >= sample.parse.tokens.size()) return "-";
    return std::string(slice(sample.report.text, sample.parse.tokens[token].span));
}

inline std::string words_of(const Sample& sample, const std::vector<TokenIndex>& tokens) {
    std::string joined;
    for (const TokenIndex token : tokens) {
        if (!joined.empty()) joined += ' ';
        joined += word_of(sample, token);
    }
    return joined;
}

}  // namespace tidings::test
