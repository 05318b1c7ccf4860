#include "language/tagger.hpp"

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "language/json_fields.hpp"
#include "language/label_network.hpp"
#include "language/morphology.hpp"
#include "language/parse_strings.hpp"

namespace tidings::language {

namespace {

using Json = nlohmann::json;

tl::unexpected<Error> broken_labels(const std::string& name) {
    return fail(ErrorKind::Config, "the labels of " + name + " are broken");
}

// spaCy's numbers of the universal parts of speech: ADJ is 84, and so on in the order of Pos.
Pos pos_of_symbol(std::int64_t symbol) {
    constexpr std::int64_t kAdj = 84;
    constexpr std::int64_t kX = 101;
    constexpr std::int64_t kSpace = 103;
    if (symbol == kSpace) return Pos::Space;
    if (symbol < kAdj || symbol > kX) return Pos::None;
    return static_cast<Pos>(symbol - kAdj + static_cast<std::int64_t>(Pos::Adj));
}

class Tagger final : public NeuralComponent {
  public:
    Tagger(LabelNetwork network, std::vector<std::string> labels, bool overwrite)
        : network_(network), labels_(std::move(labels)), overwrite_(overwrite) {}

    std::unique_ptr<ComponentScratch> make_scratch() const override {
        return std::make_unique<LabelNetwork::Scratch>(network_);
    }
    void annotate(const Batch& batch, std::size_t d, ComponentScratch& scratch,
                  Parse& parse) const override {
        const auto& found = static_cast<LabelNetwork::Scratch&>(scratch);
        for (std::size_t i = 0; i < parse.tokens.size(); ++i) {
            if (!overwrite_ && !parse.tokens[i].tag.empty()) continue;
            parse.tokens[i].tag = labels_[found.best(batch.first_token[d] + i)[0]];
        }
    }

  private:
    LabelNetwork network_;
    std::vector<std::string> labels_;
    bool overwrite_;
};

using Features = std::map<std::string, std::string, std::less<>>;

void add_features(std::string_view text, Features& features) {
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('|'), text.size());
        const std::string_view pair = text.substr(0, end);
        const std::size_t equals = pair.find('=');
        if (equals != std::string_view::npos) {
            features[std::string(pair.substr(0, equals))] = pair.substr(equals + 1);
        }
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

std::string join_features(const Features& features) {
    std::string text;
    for (const auto& [field, value] : features) {
        if (!text.empty()) text += '|';
        text.append(field).append("=").append(value);
    }
    return normalize_morph(text);
}

class Morphologizer final : public NeuralComponent {
  public:
    struct Label {
        std::string morph;
        Pos pos = Pos::None;
    };
    Morphologizer(LabelNetwork network, std::vector<Label> labels, bool overwrite, bool extend)
        : network_(network), labels_(std::move(labels)), overwrite_(overwrite), extend_(extend) {}

    std::unique_ptr<ComponentScratch> make_scratch() const override {
        return std::make_unique<LabelNetwork::Scratch>(network_);
    }
    void annotate(const Batch& batch, std::size_t d, ComponentScratch& scratch,
                  Parse& parse) const override {
        const auto& found = static_cast<LabelNetwork::Scratch&>(scratch);
        for (std::size_t i = 0; i < parse.tokens.size(); ++i) {
            Token& token = parse.tokens[i];
            const Label& label = labels_[found.best(batch.first_token[d] + i)[0]];
            if (extend_ && !token.morph.empty()) {
                token.morph = extended(token.morph, label.morph, parse);
            } else if (token.morph.data() == nullptr || overwrite_ || extend_) {
                token.morph = label.morph;
            }
            if (token.pos == Pos::None || overwrite_) token.pos = label.pos;
        }
    }

  private:
    [[nodiscard]] std::string_view extended(std::string_view old, std::string_view found,
                                            Parse& parse) const {
        Features features;
        add_features(overwrite_ ? old : found, features);
        add_features(overwrite_ ? found : old, features);
        return keep_string(parse, join_features(features));
    }

    LabelNetwork network_;
    std::vector<Label> labels_;
    bool overwrite_;
    bool extend_;
};

class Senter final : public NeuralComponent {
  public:
    Senter(LabelNetwork network, bool overwrite) : network_(network), overwrite_(overwrite) {}

    std::unique_ptr<ComponentScratch> make_scratch() const override {
        return std::make_unique<LabelNetwork::Scratch>(network_);
    }
    void annotate(const Batch& batch, std::size_t d, ComponentScratch& scratch,
                  Parse& /*parse*/) const override {
        const auto& found = static_cast<LabelNetwork::Scratch&>(scratch);
        std::vector<DocToken>& tokens = batch.docs[d].tokens;
        for (std::size_t i = 0; i < tokens.size(); ++i) {
            if (!overwrite_ && tokens[i].sent_start != 0) continue;
            const bool starts = found.best(batch.first_token[d] + i)[0] == 1;
            tokens[i].sent_start = starts ? 1 : -1;
        }
    }

  private:
    LabelNetwork network_;
    bool overwrite_;
};

Status write_labels(const ConvertRequest& request, const Json& labels, std::size_t count) {
    const auto model = request.config.find("model");
    if (model == request.config.end() || !model->is_object()) {
        return fail(ErrorKind::Config, "the component " + request.name + " has no model");
    }
    request.writer.add(request.name + ".labels", json_text(labels));
    return LabelNetwork::convert(request.network, *model, count, request.name, request.writer);
}

}  // namespace

Status convert_tagger(const ConvertRequest& request) {
    const auto cfg = read_component_json(request, "cfg");
    if (!cfg) return tl::unexpected<Error>(cfg.error());
    Json labels = Json::array();
    const auto list = cfg->find("labels");
    if (list == cfg->end() || !list->is_array()) return broken_labels(request.name);
    for (const auto& label : *list) {
        if (!label.is_string()) return broken_labels(request.name);
        labels.push_back(label.get<std::string>());
    }
    const std::size_t count = labels.size();
    return write_labels(
        request,
        {{"labels", std::move(labels)}, {"overwrite", setting(request, *cfg, "overwrite", false)}},
        count);
}

LoadedComponent load_tagger(const LoadRequest& request) {
    const auto json = load_component_json(request);
    if (!json) return tl::unexpected<Error>(json.error());
    std::vector<std::string> labels;
    for (const Json& label : json->value("labels", Json::array())) {
        if (!label.is_string()) return broken_labels(request.name);
        labels.push_back(label.get<std::string>());
    }
    auto network = LabelNetwork::load(request.model, request.name, request.width, labels.size());
    if (!network) return tl::unexpected<Error>(network.error());
    return std::make_unique<Tagger>(*network, std::move(labels),
                                    json->value("overwrite", Json()) == true);
}

Status convert_morphologizer(const ConvertRequest& request) {
    const auto cfg = read_component_json(request, "cfg");
    if (!cfg) return tl::unexpected<Error>(cfg.error());
    const auto morphs = cfg->find("labels_morph");
    const auto poses = cfg->find("labels_pos");
    if (morphs == cfg->end() || poses == cfg->end() || !morphs->is_object() ||
        !poses->is_object()) {
        return broken_labels(request.name);
    }
    Json labels = Json::array();
    for (const auto& [label, morph] : morphs->items()) {  // in the file's order
        const auto pos = poses->find(label);
        const bool has_pos = pos != poses->end() && pos->is_number_integer();
        labels.push_back(Json::array(
            {morph.is_string() ? normalize_morph(morph.get<std::string>()) : std::string(),
             has_pos ? pos->get<std::int64_t>() : 0}));
    }
    const std::size_t count = labels.size();
    return write_labels(request,
                        {{"labels", std::move(labels)},
                         {"overwrite", setting(request, *cfg, "overwrite", true)},
                         {"extend", setting(request, *cfg, "extend", false)}},
                        count);
}

LoadedComponent load_morphologizer(const LoadRequest& request) {
    const auto json = load_component_json(request);
    if (!json) return tl::unexpected<Error>(json.error());
    std::vector<Morphologizer::Label> labels;
    for (const Json& label : json->value("labels", Json::array())) {
        if (!label.is_array() || label.size() != 2 || !label[0].is_string() ||
            !label[1].is_number_integer()) {
            return broken_labels(request.name);
        }
        labels.push_back(
            {label[0].get<std::string>(), pos_of_symbol(label[1].get<std::int64_t>())});
    }
    auto network = LabelNetwork::load(request.model, request.name, request.width, labels.size());
    if (!network) return tl::unexpected<Error>(network.error());
    return std::make_unique<Morphologizer>(*network, std::move(labels),
                                           json->value("overwrite", Json()) == true,
                                           json->value("extend", Json()) == true);
}

Status convert_senter(const ConvertRequest& request) {
    const auto cfg = read_component_json(request, "cfg");
    if (!cfg) return tl::unexpected<Error>(cfg.error());
    constexpr std::size_t kLabels = 2;  // inside, start
    return write_labels(request, {{"overwrite", setting(request, *cfg, "overwrite", false)}},
                        kLabels);
}

LoadedComponent load_senter(const LoadRequest& request) {
    const auto json = load_component_json(request);
    if (!json) return tl::unexpected<Error>(json.error());
    auto network = LabelNetwork::load(request.model, request.name, request.width, 2);
    if (!network) return tl::unexpected<Error>(network.error());
    return std::make_unique<Senter>(*network, json->value("overwrite", Json()) == true);
}

}  // namespace tidings::language
