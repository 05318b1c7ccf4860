// Converts a spaCy pipeline: checks config.cfg and meta.json and lets each part write its sections.
#include <algorithm>
#include <array>
#include <utility>

#include "language/config_cfg.hpp"
#include "language/dependency_parser.hpp"
#include "language/edit_tree_lemmatizer.hpp"
#include "language/entity_recognizer.hpp"
#include "language/json_fields.hpp"
#include "language/pipeline_data.hpp"
#include "language/tagger.hpp"

namespace tidings::language {

namespace {

using Json = nlohmann::json;

struct NamedFactory {
    std::string_view name;
    Factory factory;
};

constexpr std::array<NamedFactory, 9> kFactories = {{
    {"tok2vec", Factory::Tok2Vec},
    {"tagger", Factory::Tagger},
    {"morphologizer", Factory::Morphologizer},
    {"senter", Factory::Senter},
    {"parser", Factory::Parser},
    {"ner", Factory::Ner},
    {"trainable_lemmatizer", Factory::EditTreeLemmatizer},
    {"attribute_ruler", Factory::AttributeRuler},
    {"lemmatizer", Factory::Lemmatizer},
}};

Status convert_neural(Factory factory, const ConvertRequest& request) {
    switch (factory) {
        case Factory::Tagger:
            return convert_tagger(request);
        case Factory::Morphologizer:
            return convert_morphologizer(request);
        case Factory::Senter:
            return convert_senter(request);
        case Factory::Parser:
            return convert_dependency_parser(request);
        case Factory::Ner:
            return convert_entity_recognizer(request);
        case Factory::EditTreeLemmatizer:
            return convert_edit_tree_lemmatizer(request);
        default:
            return fail(ErrorKind::Internal, request.name + " has no network");
    }
}

class PipelineConverter {
  public:
    PipelineConverter(const PipelineSource& source, ConvertedPipeline& out)
        : source_(source), out_(out) {}

    Status run() {
        if (auto status = read_files(); !status) return status;
        if (auto status = check_language(); !status) return status;
        if (auto status = Tokenizer::convert(source_, config_, out_.writer); !status) return status;
        if (auto status = VectorTable::convert(source_, out_.writer); !status) return status;
        return components();
    }

  private:
    Status config_error(std::string message, std::string hint = {}) const {
        return fail(ErrorKind::Config, std::move(message), source_.name() + "/config.cfg",
                    std::move(hint));
    }

    Status read_files() {
        const auto config = source_.read("config.cfg");
        if (!config) return tl::unexpected<Error>(config.error());
        auto parsed = parse_config(*config, source_.name() + "/config.cfg");
        if (!parsed) return tl::unexpected<Error>(parsed.error());
        config_ = std::move(*parsed);
        const auto meta = source_.read("meta.json");
        if (!meta) return tl::unexpected<Error>(meta.error());
        meta_ = parse_json(*meta);
        if (!meta_.is_object()) {
            return fail(ErrorKind::Config, "is not a JSON object", source_.name() + "/meta.json");
        }
        return {};
    }

    Status check_language() {
        const std::string versions = string_field(meta_, "spacy_version");
        const std::size_t digit = versions.find_first_of("0123456789");
        if (digit == std::string::npos || !versions.substr(digit).starts_with("3.")) {
            return fail(ErrorKind::Config,
                        "the pipeline is for spaCy \"" + versions + "\", not for version 3",
                        source_.name() + "/meta.json");
        }
        const auto nlp = config_.find("nlp");
        if (nlp == config_.end() || string_field(*nlp, "lang").empty()) {
            return config_error("the section [nlp] has no language");
        }
        const std::string language = string_field(*nlp, "lang");
        for (const auto* step : {"before_creation", "after_creation", "after_pipeline_creation"}) {
            const auto found = nlp->find(step);
            if (found != nlp->end() && !found->is_null()) {
                return config_error(std::string("the pipeline runs code of its own (") + step +
                                    "), which is not supported");
            }
        }
        out_.header["info"] = {{"name", language + "_" + string_field(meta_, "name")},
                               {"version", string_field(meta_, "version")},
                               {"language", language},
                               {"licence", string_field(meta_, "license")},
                               {"author", string_field(meta_, "author")},
                               {"source", source_.name()},
                               {"source_sha256", source_.sha256()}};
        return {};
    }

    Status components() {
        const Json& nlp = config_["nlp"];
        const std::vector<std::string> disabled = strings_field(nlp, "disabled");
        out_.header["components"] = Json::array();
        out_.header["networks"] = Json::array();
        for (const std::string& name : strings_field(nlp, "pipeline")) {
            if (std::find(disabled.begin(), disabled.end(), name) != disabled.end()) continue;
            if (auto status = component(name); !status) return status;
        }
        if (out_.header["components"].empty()) {
            return config_error("the pipeline has no components");
        }
        return {};
    }

    Status component(const std::string& name) {
        const auto all = config_.find("components");
        const auto found = all == config_.end() ? config_.end() : all->find(name);
        if (all == config_.end() || found == all->end() || !found->is_object()) {
            return config_error("the component \"" + name + "\" has no section");
        }
        const std::string factory_name = string_field(*found, "factory");
        const auto factory = factory_named(factory_name);
        if (!factory) {
            return config_error("the component \"" + name + "\" comes from the factory \"" +
                                    factory_name + "\", which is not supported",
                                "known: " + known_factories());
        }
        Json entry = {{"name", name}, {"factory", factory_name}};
        switch (*factory) {
            case Factory::AttributeRuler:
                if (auto status = AttributeRuler::convert(source_, config_, name, out_.writer);
                    !status) {
                    return status;
                }
                break;
            case Factory::Lemmatizer:
                if (auto status = Lemmatizer::convert(source_, config_, name, out_.writer);
                    !status) {
                    return status;
                }
                break;
            default:
                if (auto status = network(*factory, name, *found, entry); !status) return status;
        }
        out_.header["components"].push_back(std::move(entry));
        return {};
    }

    Status network(Factory factory, const std::string& name, const Json& config, Json& entry) {
        const std::string path = name + "/model";
        const auto bytes = source_.read(path);
        if (!bytes) return tl::unexpected<Error>(bytes.error());
        const auto model = ThincModel::parse(*bytes, source_.name() + "/" + path);
        if (!model) return tl::unexpected<Error>(model.error());
        const auto architecture = config.find("model");
        if (architecture == config.end() || !architecture->is_object()) {
            return config_error("the component \"" + name + "\" has no model");
        }
        if (factory == Factory::Tok2Vec) return add_network(*model, *architecture, name);
        const auto vectors = architecture->find("tok2vec");
        if (vectors == architecture->end()) {
            return config_error("the component \"" + name + "\" has no token vectors");
        }
        std::string network = name + ".tok2vec";
        if (string_field(*vectors, "@architectures") == "spacy.Tok2VecListener.v1") {
            network = string_field(*vectors, "upstream");
            if (network.empty() || network == "*") network = networks_.empty() ? "" : networks_[0];
        } else if (auto status = add_network(*model, *vectors, network); !status) {
            return status;
        }
        if (std::find(networks_.begin(), networks_.end(), network) == networks_.end()) {
            return config_error("the component \"" + name + "\" listens to \"" + network +
                                "\", which does not run before it");
        }
        entry["network"] = network;
        return convert_neural(factory, {source_, config, name, *model, out_.writer});
    }

    Status add_network(const ThincModel& model, const Json& config, const std::string& name) {
        networks_.push_back(name);
        out_.header["networks"].push_back(name);
        return Tok2Vec::convert(model, config, name, out_.writer);
    }

    const PipelineSource& source_;
    ConvertedPipeline& out_;
    Json config_;
    Json meta_;
    std::vector<std::string> networks_;
};

}  // namespace

std::optional<Factory> factory_named(std::string_view name) noexcept {
    for (const NamedFactory& known : kFactories) {
        if (known.name == name) return known.factory;
    }
    return std::nullopt;
}

std::string known_factories() {
    std::string names;
    for (const NamedFactory& known : kFactories) {
        if (!names.empty()) names += ' ';
        names += known.name;
    }
    return names;
}

Result<ConvertedPipeline> convert_pipeline(const PipelineSource& source) {
    ConvertedPipeline converted;
    if (const auto status = PipelineConverter(source, converted).run(); !status) {
        return tl::unexpected<Error>(status.error());
    }
    return converted;
}

Result<ModelInfo> model_info(const Json& header) {
    const auto info = header.is_object() ? header.find("info") : header.end();
    if (!header.is_object() || info == header.end() || !info->is_object()) {
        return fail(ErrorKind::Config, "the model file does not say what it holds", {},
                    "install the model again: tidings model install NAME|PATH");
    }
    ModelInfo model;
    model.name = string_field(*info, "name");
    model.version = string_field(*info, "version");
    model.language = string_field(*info, "language");
    model.licence = string_field(*info, "licence");
    model.author = string_field(*info, "author");
    model.source = string_field(*info, "source");
    model.source_sha256 = string_field(*info, "source_sha256");
    const auto components = header.find("components");
    if (components != header.end()) {
        for (const Json& component : *components) {
            model.components.push_back(string_field(component, "name"));
        }
    }
    return model;
}

}  // namespace tidings::language

namespace tidings {

Result<ModelInfo> convert_model(const std::string& wheel_or_folder, const std::string& output) {
    const auto source = language::PipelineSource::open(wheel_or_folder);
    if (!source) return tl::unexpected<Error>(source.error());
    const auto converted = language::convert_pipeline(*source);
    if (!converted) return tl::unexpected<Error>(converted.error());
    if (const auto status = converted->writer.write(output, converted->header); !status) {
        return tl::unexpected<Error>(status.error());
    }
    // What was written must be what can be read.
    const auto pipeline = LanguagePipeline::open(output, true);
    if (!pipeline) return tl::unexpected<Error>(pipeline.error());
    return pipeline->info();
}

}  // namespace tidings
