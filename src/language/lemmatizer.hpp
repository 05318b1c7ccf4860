// spaCy's rule and look-up lemmatizers.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include <tidings/error.hpp>
#include <tidings/language.hpp>

#include "language/doc.hpp"
#include "language/model_file.hpp"
#include "language/pipeline_source.hpp"

namespace tidings::language {

/// Buffers of one thread.
struct LemmatizerScratch {
    std::string lower;
    std::string form;
    std::string best;
    std::string other;
};

/// Immutable, shared by threads, free to copy; views into the model file, which must outlive it.
class Lemmatizer {
  public:
    /// `component` is the component's name in the pipeline and the name of its folder. Knows the
    /// modes `rule` and `lookup`; fails on others.
    [[nodiscard]] static Status convert(const PipelineSource& source, const nlohmann::json& config,
                                        std::string_view component, ModelFileWriter& writer);
    [[nodiscard]] static Result<Lemmatizer> load(const ModelFile& model,
                                                 std::string_view component);

    /// Sets the lemma of each token of `parse` that has none (of every token if the component
    /// overwrites). Reads pos and morph. Lemmas are views into the model, into the token's own
    /// `lower`, or into strings that the Parse owns.
    void apply(const Doc& doc, LemmatizerScratch& scratch, Parse& parse) const;

  private:
    struct Data;
    explicit Lemmatizer(std::shared_ptr<const Data> data);
    std::shared_ptr<const Data> data_;
};

}  // namespace tidings::language
