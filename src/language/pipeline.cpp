// Loads a converted pipeline.
#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

#include "language/dependency_parser.hpp"
#include "language/edit_tree_lemmatizer.hpp"
#include "language/entity_recognizer.hpp"
#include "language/json_fields.hpp"
#include "language/pipeline_data.hpp"
#include "language/tagger.hpp"

namespace tidings {

namespace {

using language::Factory;
using language::LoadedComponent;
using language::LoadRequest;
using Json = nlohmann::json;

tl::unexpected<Error> broken_file() {
    return fail(ErrorKind::Config, "the list of components in the model file is broken", {},
                "install the model again: tidings model install NAME|PATH");
}

LoadedComponent load_neural(Factory factory, const LoadRequest& request) {
    switch (factory) {
        case Factory::Tagger:
            return language::load_tagger(request);
        case Factory::Morphologizer:
            return language::load_morphologizer(request);
        case Factory::Senter:
            return language::load_senter(request);
        case Factory::Parser:
            return language::load_dependency_parser(request);
        case Factory::Ner:
            return language::load_entity_recognizer(request);
        case Factory::EditTreeLemmatizer:
            return language::load_edit_tree_lemmatizer(request);
        default:
            return broken_file();
    }
}

}  // namespace

Result<std::shared_ptr<const LanguagePipelineData>> LanguagePipelineData::load(
    language::ModelFile model, std::uint64_t bytes) {
    std::shared_ptr<LanguagePipelineData> data(new LanguagePipelineData(std::move(model)));
    if (const auto status = data->load_parts(); !status) {
        return tl::unexpected<Error>(status.error());
    }
    data->info_.bytes = bytes;
    return data;
}

Status LanguagePipelineData::load_parts() {
    const Json& header = model_.header();
    auto info = language::model_info(header);
    if (!info) return tl::unexpected<Error>(info.error());
    info_ = std::move(*info);
    auto tokenizer = language::Tokenizer::load(model_);
    if (!tokenizer) return tl::unexpected<Error>(tokenizer.error());
    tokenizer_ = std::move(*tokenizer);
    auto vectors = language::VectorTable::load(model_);
    if (!vectors) return tl::unexpected<Error>(vectors.error());
    vectors_ = *vectors;
    for (const std::string& name : language::strings_field(header, "networks")) {
        auto network = language::Tok2Vec::load(model_, name, vectors_);
        if (!network) return tl::unexpected<Error>(network.error());
        networks_.push_back(std::move(*network));
    }
    const auto components = header.find("components");
    if (components == header.end() || !components->is_array()) return broken_file();
    for (const Json& component : *components) {
        if (auto status = load_step(component); !status) return status;
    }
    return {};
}

Status LanguagePipelineData::load_step(const Json& component) {
    const std::string name = language::string_field(component, "name");
    const auto factory = language::factory_named(language::string_field(component, "factory"));
    if (!factory) return broken_file();
    language::PipelineStep step;
    if (*factory == Factory::Tok2Vec) return {};
    if (*factory == Factory::AttributeRuler) {
        auto ruler = language::AttributeRuler::load(model_, name);
        if (!ruler) return tl::unexpected<Error>(ruler.error());
        step.ruler = std::move(*ruler);
    } else if (*factory == Factory::Lemmatizer) {
        auto lemmatizer = language::Lemmatizer::load(model_, name);
        if (!lemmatizer) return tl::unexpected<Error>(lemmatizer.error());
        step.lemmatizer = std::move(*lemmatizer);
    } else {
        const std::vector<std::string> names = language::strings_field(model_.header(), "networks");
        const auto found =
            std::find(names.begin(), names.end(), language::string_field(component, "network"));
        if (found == names.end()) return broken_file();
        step.network = static_cast<std::size_t>(found - names.begin());
        auto neural = load_neural(*factory, {model_, name, networks_[step.network].width()});
        if (!neural) return tl::unexpected<Error>(neural.error());
        step.neural = std::move(*neural);
    }
    steps_.push_back(std::move(step));
    return {};
}

LanguagePipeline::LanguagePipeline(std::shared_ptr<const LanguagePipelineData> data)
    : data_(std::move(data)) {}

const ModelInfo& LanguagePipeline::info() const noexcept {
    return data_->info();
}

Result<LanguagePipeline> LanguagePipeline::open(const std::string& path, bool verify_checksum) {
    auto model = language::ModelFile::open(path, verify_checksum);
    if (!model) return tl::unexpected<Error>(model.error());
    std::error_code unknown_size;
    const auto bytes = std::filesystem::file_size(path, unknown_size);
    auto data = LanguagePipelineData::load(std::move(*model), unknown_size ? 0 : bytes);
    if (!data) {
        Error error = data.error();
        if (error.file.empty()) error.file = path;
        return tl::unexpected<Error>(std::move(error));
    }
    return LanguagePipeline(std::move(*data));
}

Result<LanguagePipeline> LanguagePipeline::load(const std::string& wheel_or_folder) {
    const auto source = language::PipelineSource::open(wheel_or_folder);
    if (!source) return tl::unexpected<Error>(source.error());
    const auto converted = language::convert_pipeline(*source);
    if (!converted) return tl::unexpected<Error>(converted.error());
    const std::string bytes = converted->writer.to_bytes(converted->header);
    auto model = language::ModelFile::from_bytes(bytes, wheel_or_folder);
    if (!model) return tl::unexpected<Error>(model.error());
    auto data = LanguagePipelineData::load(std::move(*model), bytes.size());
    if (!data) return tl::unexpected<Error>(data.error());
    return LanguagePipeline(std::move(*data));
}

}  // namespace tidings
