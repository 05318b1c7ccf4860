// One step of a pipeline that works on networks' output.
#pragma once

#include <cstddef>
#include <memory>
#include <string>

#include <nlohmann/json.hpp>

#include <tidings/error.hpp>
#include <tidings/language.hpp>

#include "language/batch.hpp"
#include "language/model_file.hpp"
#include "language/pipeline_source.hpp"
#include "language/thinc_model.hpp"

namespace tidings::language {

/// What one thread keeps for one component between batches.
class ComponentScratch {
  public:
    ComponentScratch() = default;
    ComponentScratch(const ComponentScratch&) = delete;
    ComponentScratch& operator=(const ComponentScratch&) = delete;
    virtual ~ComponentScratch() = default;
    /// Where the component wants the token vectors of `batch`; valid until the next call.
    [[nodiscard]] virtual TokenVectorSink& sink(const Batch& batch) = 0;
};

/// A component that reads token vectors. Immutable and shared by threads.
class NeuralComponent {
  public:
    NeuralComponent() = default;
    NeuralComponent(const NeuralComponent&) = delete;
    NeuralComponent& operator=(const NeuralComponent&) = delete;
    virtual ~NeuralComponent() = default;
    [[nodiscard]] virtual std::unique_ptr<ComponentScratch> make_scratch() const = 0;
    /// Annotates doc `d` of the batch whose vectors the scratch's sink has taken. Labels go to
    /// `parse`, structure (heads, sentence starts, names) to the doc.
    virtual void annotate(const Batch& batch, std::size_t d, ComponentScratch& scratch,
                          Parse& parse) const = 0;
};

/// What a factory of neural components gets. `config` is the component's part of config.cfg,
/// `name` its name in the pipeline, its folder and its section prefix.
struct ConvertRequest {
    const PipelineSource& source;
    const nlohmann::json& config;
    const std::string& name;
    const ThincModel& network;
    ModelFileWriter& writer;
};
struct LoadRequest {
    const ModelFile& model;
    const std::string& name;
    std::size_t width;  ///< of the token vectors
};

using LoadedComponent = Result<std::unique_ptr<NeuralComponent>>;

/// Reads a file of the component's folder as JSON, keeping the order of keys.
[[nodiscard]] Result<nlohmann::ordered_json> read_component_json(const ConvertRequest& request,
                                                                 const char* file);
/// A boolean setting: of the component's cfg file, else of config.cfg, else the default.
[[nodiscard]] bool setting(const ConvertRequest& request, const nlohmann::ordered_json& cfg,
                           const char* key, bool fallback);
/// The section `name`.labels of the model file as JSON; an object.
[[nodiscard]] Result<nlohmann::json> load_component_json(const LoadRequest& request);

}  // namespace tidings::language
