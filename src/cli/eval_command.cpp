// `tidings eval`: figures of coded reports against gold, differences, two versions, two annotators.

#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <set>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <tidings/evaluation.hpp>

#include "base/tsv_table.hpp"
#include "cli/coding_answer.hpp"
#include "cli/layout.hpp"

namespace tidings::cli {

namespace {

using nlohmann::ordered_json;

Result<std::string> file_bytes(const std::string& path) {
    std::error_code ignored;
    std::ifstream file(path, std::ios::binary);
    if (!file || std::filesystem::is_directory(path, ignored)) {
        return fail(ErrorKind::Input, "the file cannot be read", path);
    }
    return std::string(std::istreambuf_iterator<char>(file), {});
}

/// Whether a file holds answers (`tidings code`, `tidings actors code`) rather than reports that
/// are still to be coded.
bool holds_answers(std::string_view bytes) {
    const std::string_view line = trim(bytes.substr(0, std::min(bytes.find('\n'), bytes.size())));
    const auto row = nlohmann::json::parse(line, nullptr, false);
    return row.is_object() && ((row.contains("report") && row.contains("events")) ||
                               (row.contains("country") && row.contains("sectors")));
}

/// Codes the reports of some files; the coded reports as JSON lines with their texts.
Result<std::string> coded_now(const EvalOptions& options, const std::vector<std::string>& files,
                              Exit& exit) {
    const auto coder = Coder::load({options.input.data, options.model, false, {}, options.actors});
    if (!coder) return tl::unexpected<Error>(coder.error());
    const CoderInfo info = coder_info(*coder);
    InputOptions input = options.input;
    input.files = files;
    const ReportOptions report_options{input.published};
    ScratchPool scratch(input);
    std::string lines;
    std::uint64_t events = 0;
    const auto fill = [&](unsigned thread, Report&& report, Answer& answer) {
        const CodedReport coded = coder->code(std::move(report), scratch.of(thread));
        answer.warnings = coded.report.warnings;
        answer.output = to_jsonl(coded, info, true) + "\n";
    };
    exit = run_reports_into(input, events, answering(*coder, report_options, fill),
                            [&lines](std::string_view line) {
                                lines += line;
                                return true;
                            });
    return lines;
}

/// The answers of a file, or of several reports, coded first where that is still to be done.
Result<std::string> answers_of(const EvalOptions& options, const std::vector<std::string>& files,
                               Exit& exit) {
    if (files.size() == 1 && files.front() != "-") {
        auto bytes = file_bytes(files.front());
        if (!bytes || options.agreement || holds_answers(*bytes)) return bytes;
    }
    return coded_now(options, files, exit);
}

/// Types by CAMEO code, as the relation gold was labelled.
Result<std::vector<std::pair<std::string, std::string>>> crosswalk(const std::string& data) {
    const Result<std::string> folder =
        data.empty() ? find_data_folder() : Result<std::string>(data);
    if (!folder) return tl::unexpected<Error>(folder.error());
    const auto table =
        TsvTable::load(*folder + "/ontology/crosswalk.tsv",
                       {{"cameo", "plover"}, {"mode", "contexts", "note", "table_2021"}});
    if (!table) return tl::unexpected<Error>(table.error());
    std::vector<std::pair<std::string, std::string>> types;
    for (const TsvRow& row : table->rows()) {
        const std::string_view older = row["table_2021"];
        if (!row["plover"].empty()) {
            types.emplace_back(row["cameo"], older.empty() ? row["plover"] : older);
        }
    }
    return types;
}

std::string shown(const Figure& figure) {
    return figure.count ? fmt::format("{:.0f}", figure.value) : fmt::format("{:.4f}", figure.value);
}

/// One row a figure; with an older coding beside it, its value and the difference.
std::string figure_table(const StageScore& score, const StageScore* old) {
    std::vector<std::vector<std::string>> rows;
    for (const Figure& figure : score.figures) {
        std::vector<std::string> row{figure.group, figure.name, shown(figure),
                                     figure.of > 0 ? fmt::format("of {}", figure.of) : ""};
        const auto before = old != nullptr ? old->value(figure.group, figure.name) : std::nullopt;
        if (before) {
            row.push_back("before " + shown({"", "", *before, figure.count, 0}));
            const double change = figure.value - *before;
            row.push_back(figure.count ? fmt::format("{:+.0f}", change)
                                       : fmt::format("{:+.4f}", change));
        }
        rows.push_back(std::move(row));
    }
    return columns(rows, terminal_width());
}

std::string finding_line(const Finding& finding) {
    return fmt::format("  {:<8} {}  {}  {}\n", finding.kind, finding.report, finding.what,
                       one_line(finding.text));
}

ordered_json figures_json(const StageScore& score) {
    ordered_json json = ordered_json::object();
    for (const Figure& figure : score.figures) {
        ordered_json& place = figure.group.empty() ? json : json[figure.group];
        if (figure.count) {
            place[figure.name] = static_cast<std::uint64_t>(figure.value);
        } else {
            place[figure.name] = figure.value;
        }
    }
    return json;
}

ordered_json findings_json(const StageScore& score) {
    ordered_json list = ordered_json::array();
    for (const Finding& finding : score.findings) {
        list.push_back({{"kind", finding.kind},
                        {"report", finding.report},
                        {"what", finding.what},
                        {"text", finding.text}});
    }
    return list;
}

/// Findings of one coding that the other has not: what was mended, and what was broken.
std::string changed_findings(const StageScore& score, const StageScore& old) {
    const auto lines_of = [](const StageScore& from) {
        std::set<std::string> lines;
        for (const Finding& finding : from.findings) lines.insert(finding_line(finding));
        return lines;
    };
    const std::set<std::string> now = lines_of(score);
    const std::set<std::string> before = lines_of(old);
    std::string text;
    for (const std::string& line : before) {
        if (!now.contains(line)) text += "  mended" + line;
    }
    for (const std::string& line : now) {
        if (!before.contains(line)) text += "  new   " + line;
    }
    return text;
}

/// The stages to score: those asked for, else those the gold has answers for.
Result<std::vector<EvaluationStage>> stages_wanted(const EvalOptions& options,
                                                   std::string_view gold) {
    if (options.stages.empty()) return stages_of(gold, options.gold);
    std::vector<EvaluationStage> stages;
    stages.reserve(options.stages.size());
    for (const std::string& name : options.stages) {
        const auto stage = stage_named(name);
        if (!stage) return fail(ErrorKind::Usage, "there is no stage " + name);
        stages.push_back(*stage);
    }
    return stages;
}

struct Evaluation {
    std::vector<StageScore> scores;
    std::vector<StageScore> old;  ///< of the coding that is compared against; may be empty
};

Result<Evaluation> evaluate_all(const EvalOptions& options, Exit& exit) {
    const auto gold = file_bytes(options.gold);
    if (!gold) return tl::unexpected<Error>(gold.error());
    const auto types = crosswalk(options.input.data);
    if (!types) return tl::unexpected<Error>(types.error());
    const std::vector<std::string>& files = options.input.files;
    const auto coded =
        answers_of(options, files.empty() ? std::vector<std::string>{options.gold} : files, exit);
    if (!coded) return tl::unexpected<Error>(coded.error());
    const std::string coded_name = files.empty() ? options.gold : files.front();
    EvaluationInput input{*gold, options.gold, *coded, coded_name, options.uses, *types};
    Evaluation evaluation;
    if (options.agreement) {
        auto score = agreement(input);
        if (!score) return tl::unexpected<Error>(score.error());
        evaluation.scores.push_back(std::move(*score));
        return evaluation;
    }
    const auto stages = stages_wanted(options, *gold);
    if (!stages) return tl::unexpected<Error>(stages.error());
    const auto add = [&](std::vector<StageScore>& scores) -> Status {
        for (const EvaluationStage stage : *stages) {
            auto score = evaluate(stage, input);
            if (!score) return tl::unexpected<Error>(score.error());
            scores.push_back(std::move(*score));
        }
        return {};
    };
    Status done = add(evaluation.scores);
    if (!done || options.against.empty()) {
        return done ? Result<Evaluation>(std::move(evaluation))
                    : tl::unexpected<Error>(done.error());
    }
    const auto old = answers_of(options, {options.against}, exit);
    if (!old) return tl::unexpected<Error>(old.error());
    input.coded = *old;
    input.coded_name = options.against;
    done = add(evaluation.old);
    return done ? Result<Evaluation>(std::move(evaluation)) : tl::unexpected<Error>(done.error());
}

void write_table(const EvalOptions& options, const Evaluation& evaluation, Output& output) {
    for (std::size_t i = 0; i < evaluation.scores.size(); ++i) {
        const StageScore& score = evaluation.scores[i];
        const StageScore* old = i < evaluation.old.size() ? &evaluation.old[i] : nullptr;
        output.write(
            fmt::format("{}{}\n", name_of(score.stage), options.agreement ? ", agreement" : ""));
        output.write(figure_table(score, old));
        if (!options.misses) continue;
        if (old != nullptr) {
            output.write(changed_findings(score, *old));
        } else {
            for (const Finding& finding : score.findings) output.write(finding_line(finding));
        }
    }
}

void write_json(const EvalOptions& options, const Evaluation& evaluation, Output& output) {
    ordered_json json = ordered_json::object();
    for (std::size_t i = 0; i < evaluation.scores.size(); ++i) {
        const StageScore& score = evaluation.scores[i];
        ordered_json& place = json[std::string(name_of(score.stage))];
        place["figures"] = figures_json(score);
        if (i < evaluation.old.size()) place["before"] = figures_json(evaluation.old[i]);
        if (options.misses) place["findings"] = findings_json(score);
    }
    output.write(json.dump(1, ' ', false, ordered_json::error_handler_t::replace) + "\n");
}

/// `events.type.f1=0.7`: status 1 where the figure is below.
Result<bool> below_floor(const std::string& floor, const Evaluation& evaluation) {
    const std::size_t equals = floor.rfind('=');
    const std::size_t stage_end = floor.find('.');
    const std::size_t name_start = floor.rfind('.', equals);
    const auto bad = [&floor] {
        return fail(ErrorKind::Usage, "no such figure: " + floor, {},
                    "write STAGE.GROUP.NAME=VALUE, as events.type.f1=0.70");
    };
    if (equals == std::string::npos || stage_end == std::string::npos) return bad();
    char* end = nullptr;
    const double wanted = std::strtod(floor.c_str() + equals + 1, &end);
    if (end == floor.c_str() + equals + 1) return bad();
    const std::string stage = floor.substr(0, stage_end);
    const std::string group =
        name_start > stage_end ? floor.substr(stage_end + 1, name_start - stage_end - 1) : "";
    const std::string name = floor.substr(name_start + 1, equals - name_start - 1);
    for (const StageScore& score : evaluation.scores) {
        if (name_of(score.stage) != stage) continue;
        const auto value = score.value(group, name);
        if (value) return *value < wanted;
    }
    return bad();
}

}  // namespace

Exit run_eval(const EvalOptions& options) {
    Exit exit = Exit::Ok;
    const auto evaluation = evaluate_all(options, exit);
    if (!evaluation) {
        print_error(evaluation.error());
        return exit_for(evaluation.error().kind);
    }
    Output output;
    if (options.format == "json") {
        write_json(options, *evaluation, output);
    } else {
        write_table(options, *evaluation, output);
    }
    output.flush();
    if (output.failed()) return Exit::OutputFailed;
    for (const std::string& floor : options.floors) {
        const auto below = below_floor(floor, *evaluation);
        if (!below) {
            print_error(below.error());
            return exit_for(below.error().kind);
        }
        if (!*below) continue;
        fmt::print(stderr, "tidings: below the floor: {}\n", floor);
        exit = Exit::NothingFound;
    }
    return exit;
}

}  // namespace tidings::cli
