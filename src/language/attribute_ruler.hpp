// spaCy's attribute ruler: token patterns that set tag, part of speech, features and lemma.
#pragma once

#include <memory>
#include <string_view>

#include <nlohmann/json.hpp>

#include <tidings/error.hpp>
#include <tidings/language.hpp>

#include "language/doc.hpp"
#include "language/model_file.hpp"
#include "language/pipeline_source.hpp"

namespace tidings::language {

/// Buffers of one thread.
class RulerScratch {
  public:
    RulerScratch();
    ~RulerScratch();
    RulerScratch(RulerScratch&&) noexcept;
    RulerScratch& operator=(RulerScratch&&) noexcept;

    struct Buffers;
    [[nodiscard]] Buffers& buffers() noexcept { return *buffers_; }

  private:
    std::unique_ptr<Buffers> buffers_;
};

/// Immutable, shared by threads, free to copy; views into the model file, which must outlive it.
class AttributeRuler {
  public:
    /// `component` is the component's name in the pipeline and the name of its folder. Fails on
    /// patterns with keys, predicates or operators that are not known here.
    [[nodiscard]] static Status convert(const PipelineSource& source, const nlohmann::json& config,
                                        std::string_view component, ModelFileWriter& writer);
    [[nodiscard]] static Result<AttributeRuler> load(const ModelFile& model,
                                                     std::string_view component);

    /// Matches `doc`'s attributes and the parse's tag, dep, pos, morph and lemma, then sets tag,
    /// pos, morph, lemma and dep of `parse.tokens` (the same number of tokens as `doc`). Missing
    /// annotations are empty views; a morph that is set but empty is an empty view whose data() is
    /// not null. What is set are views into the model. No allocation once `scratch` is warm.
    void apply(const Doc& doc, RulerScratch& scratch, Parse& parse) const;

  private:
    struct Data;
    explicit AttributeRuler(std::shared_ptr<const Data> data);
    std::shared_ptr<const Data> data_;
};

}  // namespace tidings::language
