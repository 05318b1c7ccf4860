// Helpers of the report tests.
#pragma once

#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include <tidings/report.hpp>

#include "report/cue_tables.hpp"
#include "report/cue_token.hpp"

namespace tidings::report {

/// The project's own cue tables, loaded once a test program.
inline const ReportCues& project_cues() {
    static const ReportCues kCues = [] {
        Result<ReportCues> cues = ReportCues::load(TIDINGS_TEST_DATA);
        if (!cues) throw std::runtime_error(cues.error().to_string());
        return *cues;
    }();
    return kCues;
}

inline Document plain_text(std::string_view text) {
    Document document;
    document.bytes = text;
    document.source_name = "test";
    document.id = "test";
    return document;
}

inline Report read(std::string_view text) {
    Result<Report> report = read_report(plain_text(text), project_cues());
    if (!report) throw std::runtime_error(report.error().to_string());
    return std::move(*report);
}

/// Every section as `role|text`, one a line; repeated ones as `role repeated|text`.
inline std::string dump(const Report& report) {
    std::string lines;
    for (const Section& section : report.sections) {
        lines += to_string(section.role);
        if (section.repeated) lines += " repeated";
        lines += '|';
        lines += slice(report.text, section.span);
        lines += '\n';
    }
    return lines;
}

inline Span whole(std::string_view text) {
    return {0, static_cast<std::uint32_t>(text.size())};
}

inline std::vector<CueToken> tokens_of(std::string_view text) {
    return tokenize(text, whole(text), project_cues().tables().vocabulary);
}

}  // namespace tidings::report
