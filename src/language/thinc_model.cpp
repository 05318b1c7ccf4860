#include "language/thinc_model.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace tidings::language {

namespace {

constexpr std::size_t kMostNodes = 4096;

// Layers that the runtime knows; combinators (`a>>b`, `a|b`, `with_array(a)`) hold only these.
constexpr std::array<std::string_view, 16> kLayers = {
    "dropout",       "expand_window", "extract_features",     "hashembed",   "ints-getitem",
    "layernorm",     "linear",        "list2array",           "list2ragged", "maxout",
    "noop",          "parser_model",  "precomputable_affine", "ragged2list", "softmax",
    "static_vectors"};

bool is_combinator(std::string_view name) {
    return name.find(">>") != std::string_view::npos || name.find('|') != std::string_view::npos ||
           name.starts_with("with_array(") || name.starts_with("residual(");
}

bool is_known(std::string_view name) {
    return is_combinator(name) || name == "tok2vec-listener" ||
           std::find(kLayers.begin(), kLayers.end(), name) != kLayers.end();
}

std::string shape_text(const std::vector<std::size_t>& shape) {
    std::string text = "(";
    for (const std::size_t size : shape) {
        if (text.size() > 1) text += ", ";
        text += std::to_string(size);
    }
    return text + ")";
}

}  // namespace

Result<ThincModel> ThincModel::parse(std::string_view bytes, std::string file) {
    ThincModel model;
    model.file_ = std::move(file);
    auto document = MsgpackDocument::parse(bytes, model.file_);
    if (!document) return tl::unexpected<Error>(document.error());
    model.document_ = std::move(*document);
    const MsgpackValue root = model.document_.root();
    const MsgpackValue nodes = root["nodes"];
    const MsgpackValue attributes = root["attrs"];
    const MsgpackValue parameters = root["params"];
    if (!nodes.is_array() || !attributes.is_array() || !parameters.is_array()) {
        return model.broken("is not a serialised thinc model");
    }
    if (nodes.size() == 0 || nodes.size() > kMostNodes || attributes.size() != nodes.size() ||
        parameters.size() != nodes.size()) {
        return model.broken("has lists of different lengths");
    }
    auto attribute = attributes.items().begin();
    auto parameter = parameters.items().begin();
    for (const MsgpackValue node : nodes.items()) {
        const auto name = node["name"].text();
        if (!name) return model.broken("has a node without a name");
        if (!is_known(*name)) {
            return model.broken("has a layer \"" + std::string(name->substr(0, 80)) +
                                "\", which is not supported");
        }
        model.nodes_.push_back({*name, node["refs"], *attribute, *parameter});
        ++attribute;
        ++parameter;
    }
    return model;
}

std::vector<std::size_t> ThincModel::find(std::string_view name) const {
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
        if (nodes_[i].name == name) found.push_back(i);
    }
    return found;
}

Result<std::size_t> ThincModel::reference(std::size_t node, std::string_view reference) const {
    const auto index = nodes_[node].references[reference].unsigned_integer();
    if (!index || *index >= nodes_.size()) {
        return broken("has no " + std::string(reference) + " in " + describe(node));
    }
    return static_cast<std::size_t>(*index);
}

// Attributes are msgpack inside msgpack.
Result<MsgpackDocument> ThincModel::attribute(std::size_t node, std::string_view name) const {
    const auto bytes = nodes_[node].attributes[name].text();
    if (!bytes) return broken("has no attribute " + std::string(name) + " in " + describe(node));
    return MsgpackDocument::parse(*bytes, file_);
}

Result<std::int64_t> ThincModel::integer(std::size_t node, std::string_view name) const {
    const auto document = attribute(node, name);
    if (!document) return tl::unexpected<Error>(document.error());
    const auto value = document->root().integer();
    if (!value) {
        return broken("has no number as attribute " + std::string(name) + " of " + describe(node));
    }
    return *value;
}

Result<std::vector<std::string>> ThincModel::strings(std::size_t node,
                                                     std::string_view name) const {
    const auto document = attribute(node, name);
    if (!document) return tl::unexpected<Error>(document.error());
    std::vector<std::string> values;
    for (const MsgpackValue value : document->root().items()) {
        if (const auto text = value.text()) {
            values.emplace_back(*text);
        } else if (const auto number = value.integer()) {
            values.push_back(std::to_string(*number));
        } else {
            return broken("has a broken list as attribute " + std::string(name) + " of " +
                          describe(node));
        }
    }
    return values;
}

Result<Parameter> ThincModel::parameter(std::size_t node, std::string_view name,
                                        std::size_t dimensions) const {
    const MsgpackValue value = nodes_[node].parameters[name];
    const std::string what = file_ + ": parameter " + std::string(name) + " of " + describe(node);
    if (!is_tensor(value))
        return broken("has no parameter " + std::string(name) + " in " + describe(node));
    auto tensor = read_tensor(value, what);
    if (!tensor) return tl::unexpected<Error>(tensor.error());
    if (tensor->shape.size() != dimensions) {
        return broken("has a parameter " + std::string(name) + " of shape " +
                      shape_text(tensor->shape) + " in " + describe(node));
    }
    auto values = tensor->to_floats(what);
    if (!values) return tl::unexpected<Error>(values.error());
    return Parameter{std::move(tensor->shape), std::move(*values)};
}

Result<Parameter> ThincModel::parameter(std::size_t node, std::string_view name,
                                        const std::vector<std::size_t>& shape) const {
    auto found = parameter(node, name, shape.size());
    if (found && found->shape != shape) {
        return broken("has a parameter " + std::string(name) + " of shape " +
                      shape_text(found->shape) + " in " + describe(node) + ", where " +
                      shape_text(shape) + " was expected");
    }
    return found;
}

std::string ThincModel::describe(std::size_t node) const {
    constexpr std::size_t kLongest = 60;
    return "node " + std::to_string(node) + " (" +
           std::string(nodes_[node].name.substr(0, kLongest)) + ")";
}

tl::unexpected<Error> ThincModel::broken(std::string message) const {
    return fail(ErrorKind::Config, "the network " + std::move(message), file_);
}

}  // namespace tidings::language
