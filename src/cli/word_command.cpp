// `tidings explain --word`: what the event lexicon says of a word.
#include <fmt/format.h>

#include <tidings/pipeline.hpp>
#include <tidings/text.hpp>

#include "cli/commands.hpp"
#include "cli/event_view.hpp"
#include "cli/layout.hpp"

namespace tidings::cli {

namespace {

/// One rule: what it asks for and makes, an example (or all), where it stands.
std::string rule_lines(const EventLexicon::WordRule& rule, bool all_examples,
                       const ViewStyle& style) {
    std::string lines = wrapped("  " + std::string(rule.text), style.width, 6);
    std::size_t shown = 0;
    for (const EventLexicon::Example* example : rule.examples) {
        const std::string result =
            example->negative ? "no event" : example->source + " > " + example->target;
        lines += wrapped(fmt::format("      {} [{}]", example->text, result), style.width, 8);
        if (++shown == 1 && !all_examples) break;
    }
    return lines + fmt::format("      {}  {}\n", rule.id, rule.where);
}

Error unknown_word(const std::string& word, const EventLexicon& lexicon) {
    const std::string near = nearest(word, lexicon.headwords());
    Error error;
    error.kind = ErrorKind::Usage;
    error.message = "the event lexicon has no word " + word;
    error.hint = near.empty() ? "words stand in dictionary form: expel, carry out, hunger strike"
                              : "did you mean " + near + "?";
    return error;
}

}  // namespace

Exit run_explain_word(const ExplainOptions& options) {
    const Result<std::string> data =
        options.input.data.empty() ? find_data_folder() : Result<std::string>(options.input.data);
    if (!data) {
        print_error(data.error());
        return exit_for(data.error().kind);
    }
    const auto lexicon = EventLexicon::load(*data, options.ontology);
    if (!lexicon) {
        print_error(lexicon.error());
        return exit_for(lexicon.error().kind);
    }
    const std::string word = utf8::lower(one_line(options.word));
    const auto rules = lexicon->rules_of(word);
    if (rules.empty()) {
        print_error(unknown_word(word, *lexicon));
        return Exit::NothingFound;
    }
    const ViewStyle style{terminal_width(), use_colour()};
    Output output;
    std::string before;
    for (const EventLexicon::WordRule& rule : rules) {
        const std::string title = fmt::format("{} ({})", rule.headword, rule.pos);
        if (title != before) {
            output.write((before.empty() ? "" : "\n") + bold(title, style.colour) + "\n");
        }
        before = title;
        output.write(rule_lines(rule, options.all_rejections, style));
    }
    return output.flush() ? Exit::Ok : Exit::OutputFailed;
}

}  // namespace tidings::cli
