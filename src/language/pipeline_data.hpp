// A loaded pipeline and what a thread keeps for it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include <tidings/error.hpp>
#include <tidings/language.hpp>

#include "language/attribute_ruler.hpp"
#include "language/batch.hpp"
#include "language/component.hpp"
#include "language/lemmatizer.hpp"
#include "language/model_file.hpp"
#include "language/pipeline_source.hpp"
#include "language/tok2vec.hpp"
#include "language/tokenizer.hpp"
#include "language/vector_table.hpp"

namespace tidings::language {

/// What a component is, by its factory's name in config.cfg.
enum class Factory : std::uint8_t {
    Tok2Vec,
    Tagger,
    Morphologizer,
    Senter,
    Parser,
    Ner,
    EditTreeLemmatizer,
    AttributeRuler,
    Lemmatizer,
};
[[nodiscard]] std::optional<Factory> factory_named(std::string_view name) noexcept;
[[nodiscard]] std::string known_factories();

/// One step of the pipeline; exactly one of the three is there.
struct PipelineStep {
    std::unique_ptr<NeuralComponent> neural;
    std::size_t network = 0;  ///< whose token vectors the neural component reads
    std::optional<AttributeRuler> ruler;
    std::optional<Lemmatizer> lemmatizer;
};

/// Sections and header of a converted pipeline.
struct ConvertedPipeline {
    ModelFileWriter writer;
    nlohmann::json header;
};
[[nodiscard]] Result<ConvertedPipeline> convert_pipeline(const PipelineSource& source);
/// What the header says about the model.
[[nodiscard]] Result<ModelInfo> model_info(const nlohmann::json& header);

}  // namespace tidings::language

namespace tidings {

/// Everything views the mapped file, which is therefore declared first and destroyed last.
class LanguagePipelineData {
  public:
    [[nodiscard]] static Result<std::shared_ptr<const LanguagePipelineData>> load(
        language::ModelFile model, std::uint64_t bytes);

    LanguagePipelineData(const LanguagePipelineData&) = delete;
    LanguagePipelineData& operator=(const LanguagePipelineData&) = delete;

    [[nodiscard]] const ModelInfo& info() const noexcept { return info_; }
    [[nodiscard]] const language::Tokenizer& tokenizer() const noexcept {
        return *tokenizer_;  // NOLINT(bugprone-unchecked-optional-access): load() fails without one
    }
    [[nodiscard]] const std::vector<language::Tok2Vec>& networks() const noexcept {
        return networks_;
    }
    [[nodiscard]] const std::vector<language::PipelineStep>& steps() const noexcept {
        return steps_;
    }

  private:
    explicit LanguagePipelineData(language::ModelFile model) : model_(std::move(model)) {}
    [[nodiscard]] Status load_parts();
    [[nodiscard]] Status load_step(const nlohmann::json& component);

    language::ModelFile model_;
    ModelInfo info_;
    language::VectorTable vectors_;
    std::optional<language::Tokenizer> tokenizer_;
    std::vector<language::Tok2Vec> networks_;
    std::vector<language::PipelineStep> steps_;
};

struct LanguageScratch::Buffers {
    /// Starts afresh if the buffers were used with another pipeline.
    void prepare(const std::shared_ptr<const LanguagePipelineData>& pipeline);

    std::weak_ptr<const LanguagePipelineData> owner;
    language::TokenizerScratch tokenizer;
    std::vector<language::Doc> docs;
    language::Batch batch;
    std::vector<language::Tok2VecScratch> networks;
    std::vector<std::unique_ptr<language::ComponentScratch>> steps;
    std::vector<language::TokenVectorSink*> sinks;
    language::RulerScratch ruler;
    language::LemmatizerScratch lemmatizer;
    std::vector<std::uint32_t> lower_starts;

    // Of reports.
    std::vector<std::string> section_texts;
    std::vector<std::string_view> texts;
    std::vector<std::uint32_t> sections;
    std::vector<Parse> parses;
};

}  // namespace tidings
