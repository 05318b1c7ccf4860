// Pipeline: all stages in one object, for a program that has a text and wants its events.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <tidings/coding.hpp>
#include <tidings/error.hpp>
#include <tidings/ingest.hpp>
#include <tidings/language.hpp>
#include <tidings/mention.hpp>
#include <tidings/report.hpp>

namespace tidings {

struct CoderOptions {
    std::string data_folder;  ///< empty: found beside the program (see find_data_folder)
    std::string model;        ///< name or path; empty: `en_core_web_sm`
    bool trace = false;
    std::string ontology;  ///< folder of another ontology than the data folder's; may be empty
    std::vector<std::string> actor_tables;  ///< of the user's own, see docs/actor-tables.md
};

/// Loads lexicons and model once and codes reports with them. `code` is const and thread-safe
/// given a LanguageScratch per thread.
class Coder {
  public:
    [[nodiscard]] static Result<Coder> load(const CoderOptions& options);

    /// Reads a document into a report with this coder's cue tables.
    [[nodiscard]] Result<Report> read(Document document, const ReportOptions& options) const {
        return read_report(std::move(document), cues_, options);
    }
    /// Codes a report; one in a language other than the model's gets a warning and no events.
    [[nodiscard]] CodedReport code(Report report, LanguageScratch& scratch) const;

    [[nodiscard]] const LanguagePipeline& language() const noexcept { return language_; }
    [[nodiscard]] const ActorLexicon& actors() const noexcept { return lexica_.actors; }
    [[nodiscard]] const QuoteCues& quote_cues() const noexcept { return lexica_.quotes; }
    [[nodiscard]] const EventLexicon& events() const noexcept { return events_; }

  private:
    Coder(ReportCues cues, LanguagePipeline language, ParseMends mends, MentionLexica lexica,
          EventLexicon events, bool trace);
    ReportCues cues_;
    LanguagePipeline language_;
    ParseMends mends_;
    MentionLexica lexica_;
    EventLexicon events_;
    bool trace_ = false;
};

/// The program's version and the version of the record's schema.
[[nodiscard]] std::string_view version() noexcept;
[[nodiscard]] std::string_view schema_version() noexcept;

/// The folder `data`: $TIDINGS_DATA, else `../share/tidings/data` or the source tree's `data` as
/// seen from the program's own place.
[[nodiscard]] Result<std::string> find_data_folder();

/// Where installed models lie: $TIDINGS_MODELS, else `models` beside the folder of the program
/// (`build/models` for `build/release/tidings`), else `$XDG_DATA_HOME/tidings/models`, else
/// `~/.local/share/tidings/models`.
[[nodiscard]] std::string model_folder();

/// The compiled gazetteer in that folder (`*.tidings-gazetteer`), empty if none is installed.
[[nodiscard]] std::string find_gazetteer();

/// The file of a model given by name (`en_core_web_sm`) or by path.
[[nodiscard]] Result<std::string> find_model(const std::string& name_or_path);

}  // namespace tidings
