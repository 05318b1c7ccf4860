// What the commands that run the coder over reports have in common.
#pragma once

#include <string>
#include <utility>

#include <tidings/export.hpp>
#include <tidings/pipeline.hpp>

#include "cli/report_stream.hpp"

namespace tidings::cli {

/// What a record says of the coder that made it.
[[nodiscard]] inline CoderInfo coder_info(const Coder& coder) {
    const ModelInfo& model = coder.language().info();
    return {std::string(version()), std::string(schema_version()),
            coder.events().hash().substr(0, 16), model.name + "-" + model.version};
}

/// The work of run_reports: reads a document and lets `fill(thread, report, answer)` write its
/// answer; a document that cannot be read is answered with the error. All three must outlive it.
template <typename Fill>
[[nodiscard]] auto answering(const Coder& coder, const ReportOptions& options, const Fill& fill) {
    return [&coder, &options, &fill](unsigned thread, Document&& document) {
        Answer answer;
        answer.name = document.source_name;
        answer.bytes = document.bytes.size();
        auto report = coder.read(std::move(document), options);
        if (report) {
            fill(thread, std::move(*report), answer);
        } else {
            answer.failed = true;
            answer.error = report.error();
        }
        return answer;
    };
}

}  // namespace tidings::cli
