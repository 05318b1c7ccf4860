#include "language/edit_tree_lemmatizer.hpp"

#include <algorithm>
#include <optional>
#include <unordered_map>
#include <utility>

#include "language/json_fields.hpp"
#include "language/label_network.hpp"
#include "language/msgpack_value.hpp"
#include "language/parse_strings.hpp"
#include "language/string_hash.hpp"
#include "language/unicode.hpp"

namespace tidings::language {

namespace {

using Json = nlohmann::json;

constexpr std::size_t kMostTrees = 1U << 20U;
constexpr std::size_t kDeepest = 64;
constexpr std::int64_t kMostCandidates = 64;

std::size_t count_characters(std::string_view text) {
    std::size_t count = 0;
    for (const char c : text) count += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1 : 0;
    return count;
}

// Levels below a tree, or nothing if there are too many or a tree contains itself.
std::optional<std::size_t> depth_of(const std::vector<EditTree>& trees, std::uint32_t tree,
                                    std::vector<std::uint8_t>& depths, std::size_t level = 0) {
    constexpr std::uint8_t kOpen = 255;
    if (tree == EditTree::kNone) return 0;
    if (tree >= trees.size() || depths[tree] == kOpen || level > kDeepest) return std::nullopt;
    if (depths[tree] != 0) return depths[tree];
    depths[tree] = kOpen;
    std::size_t deepest = 0;
    if (trees[tree].is_match) {
        for (const std::uint32_t part : {trees[tree].prefix_tree, trees[tree].suffix_tree}) {
            const auto depth = depth_of(trees, part, depths, level + 1);
            if (!depth) return std::nullopt;
            deepest = std::max(deepest, *depth);
        }
    }
    if (deepest + 1 > kDeepest) return std::nullopt;
    depths[tree] = static_cast<std::uint8_t>(deepest + 1);
    return deepest + 1;
}

class EditTreeLemmatizer final : public NeuralComponent {
  public:
    EditTreeLemmatizer(LabelNetwork network, EditTrees trees, std::vector<std::uint32_t> labels,
                       std::size_t candidates, bool overwrite, bool orth_backoff)
        : network_(network),
          trees_(std::move(trees)),
          labels_(std::move(labels)),
          candidates_(candidates),
          overwrite_(overwrite),
          orth_backoff_(orth_backoff) {}

    std::unique_ptr<ComponentScratch> make_scratch() const override {
        return std::make_unique<LabelNetwork::Scratch>(network_, candidates_);
    }
    void annotate(const Batch& batch, std::size_t d, ComponentScratch& scratch,
                  Parse& parse) const override {
        const auto& found = static_cast<LabelNetwork::Scratch&>(scratch);
        const Doc& doc = batch.docs[d];
        std::string lemma;
        for (std::size_t i = 0; i < parse.tokens.size(); ++i) {
            if (!overwrite_ && !parse.tokens[i].lemma.empty()) continue;
            const std::string_view form = slice(doc.text, doc.tokens[i].span);
            bool fits = false;
            for (const std::uint32_t label : found.best(batch.first_token[d] + i)) {
                lemma.clear();
                fits = trees_.apply(labels_[label], form, lemma);
                if (fits) break;
            }
            if (fits) {
                parse.tokens[i].lemma = keep_string(parse, lemma);
            } else if (orth_backoff_) {
                parse.tokens[i].lemma = keep_string(parse, form);
            }
        }
    }

  private:
    LabelNetwork network_;
    EditTrees trees_;
    std::vector<std::uint32_t> labels_;  // tree of each class
    std::size_t candidates_;
    bool overwrite_;
    bool orth_backoff_;
};

// Strings of the pipeline by their numbers.
using Strings = std::unordered_map<std::uint64_t, std::string>;

Result<Strings> read_strings(const PipelineSource& source) {
    constexpr const char* kPath = "vocab/strings.json";
    const auto text = source.read(kPath);
    if (!text) return tl::unexpected<Error>(text.error());
    const Json list = parse_json(*text);
    if (!list.is_array()) {
        return fail(ErrorKind::Config, "is not a JSON list", source.name() + "/" + kPath);
    }
    Strings strings;
    strings.emplace(0, std::string());
    for (const Json& entry : list) {
        if (!entry.is_string()) continue;
        auto value = entry.get<std::string>();
        const std::uint64_t number = string_id(value);
        strings.emplace(number, std::move(value));
    }
    return strings;
}

std::optional<std::string> read_string(const MsgpackValue& value, const Strings& strings) {
    if (const auto text = value.text()) return std::string(*text);
    const auto number = value.unsigned_integer();
    if (!number) return std::nullopt;
    const auto found = strings.find(*number);
    if (found != strings.end()) return found->second;
    const auto symbol = reserved_symbol(*number);
    if (symbol.empty()) return std::nullopt;
    return std::string(symbol);
}

// One tree as JSON: [prefix length, suffix length, prefix tree, suffix tree] or [original,
// substitute].
Result<Json> read_trees(const ConvertRequest& request) {
    const std::string path = request.name + "/trees";
    const std::string file = request.source.name() + "/" + path;
    const auto bytes = request.source.read(path);
    if (!bytes) return tl::unexpected<Error>(bytes.error());
    const auto document = MsgpackDocument::parse(*bytes, file);
    if (!document) return tl::unexpected<Error>(document.error());
    const auto strings = read_strings(request.source);
    if (!strings) return tl::unexpected<Error>(strings.error());
    Json trees = Json::array();
    for (const MsgpackValue tree : document->root()["trees"].items()) {
        if (!tree["prefix_len"].missing()) {
            Json match = Json::array();
            for (const char* key : {"prefix_len", "suffix_len", "prefix_tree", "suffix_tree"}) {
                const auto number = tree[key].unsigned_integer();
                if (!number || *number > UINT32_MAX) {
                    return fail(ErrorKind::Config, "holds a broken edit tree", file);
                }
                match.push_back(*number);
            }
            trees.push_back(std::move(match));
            continue;
        }
        const auto original = read_string(tree["orig"], *strings);
        const auto substitute = read_string(tree["subst"], *strings);
        if (!original || !substitute) {
            return fail(ErrorKind::Config, "holds a broken edit tree", file);
        }
        trees.push_back(Json::array({*original, *substitute}));
    }
    return trees;
}

bool parse_trees(const Json& list, EditTrees& trees) {
    if (!list.is_array() || list.size() > kMostTrees) return false;
    std::vector<EditTree> parsed;
    for (const Json& entry : list) {
        EditTree tree;
        if (entry.is_array() && entry.size() == 4) {
            std::uint32_t* const fields[] = {&tree.prefix_length, &tree.suffix_length,
                                             &tree.prefix_tree, &tree.suffix_tree};
            for (std::size_t i = 0; i < 4; ++i) {
                if (!entry[i].is_number_unsigned() || entry[i].get<std::uint64_t>() > UINT32_MAX) {
                    return false;
                }
                *fields[i] = entry[i].get<std::uint32_t>();
            }
        } else if (entry.is_array() && entry.size() == 2 && entry[0].is_string() &&
                   entry[1].is_string()) {
            tree.is_match = false;
            tree.original = entry[0].get<std::string>();
            tree.substitute = entry[1].get<std::string>();
        } else {
            return false;
        }
        parsed.push_back(std::move(tree));
    }
    return trees.assign(std::move(parsed));
}

tl::unexpected<Error> broken_trees(const std::string& name) {
    return fail(ErrorKind::Config, "the edit trees of " + name + " are broken");
}

}  // namespace

bool EditTrees::assign(std::vector<EditTree> trees) {
    std::vector<std::uint8_t> depths(trees.size(), 0);
    for (std::uint32_t i = 0; i < trees.size(); ++i) {
        if (!depth_of(trees, i, depths)) return false;
    }
    trees_ = std::move(trees);
    return true;
}

bool EditTrees::apply(std::size_t tree, std::string_view form, std::string& lemma) const {
    const EditTree& edit = trees_[tree];
    if (!edit.is_match) {
        if (form != edit.original) return false;
        lemma += edit.substitute;
        return true;
    }
    const std::size_t length = count_characters(form);
    if (std::size_t{edit.prefix_length} + edit.suffix_length > length) return false;
    const std::string_view prefix = first_characters(form, edit.prefix_length);
    const std::string_view suffix =
        form.substr(first_characters(form, length - edit.suffix_length).size());
    if (edit.prefix_tree != EditTree::kNone && !apply(edit.prefix_tree, prefix, lemma)) {
        return false;
    }
    lemma += form.substr(prefix.size(), form.size() - prefix.size() - suffix.size());
    return edit.suffix_tree == EditTree::kNone || apply(edit.suffix_tree, suffix, lemma);
}

Status convert_edit_tree_lemmatizer(const ConvertRequest& request) {
    const auto cfg = read_component_json(request, "cfg");
    if (!cfg) return tl::unexpected<Error>(cfg.error());
    auto list = read_trees(request);
    if (!list) return tl::unexpected<Error>(list.error());
    EditTrees trees;
    if (!parse_trees(*list, trees)) return broken_trees(request.name);
    Json labels = Json::array();
    const auto found = cfg->find("labels");
    if (found == cfg->end() || !found->is_array()) return broken_trees(request.name);
    for (const auto& label : *found) {
        if (!label.is_number_unsigned() || label.get<std::uint64_t>() >= trees.size()) {
            return broken_trees(request.name);
        }
        labels.push_back(label.get<std::uint64_t>());
    }
    const std::int64_t candidates = integer_field(request.config, "top_k").value_or(1);
    if (candidates < 1 || candidates > kMostCandidates) {
        return fail(ErrorKind::Config, "a top_k of " + std::to_string(candidates) +
                                           " is not supported in " + request.name);
    }
    const auto backoff = request.config.find("backoff");
    const bool none = backoff != request.config.end() && backoff->is_null();
    const std::string named = string_field(request.config, "backoff");
    if (!none && !named.empty() && named != "orth") {
        return fail(ErrorKind::Config,
                    "the backoff \"" + named + "\" is not supported in " + request.name);
    }
    const std::size_t count = labels.size();
    const Json json = {
        {"trees", std::move(*list)},
        {"labels", std::move(labels)},
        {"candidates", std::min<std::int64_t>(candidates, static_cast<std::int64_t>(count))},
        {"overwrite", bool_field(request.config, "overwrite").value_or(false)},
        {"backoff", !none}};
    request.writer.add(request.name + ".labels", json_text(json));
    const Json nothing;
    const auto model = request.config.find("model");
    return LabelNetwork::convert(request.network, model == request.config.end() ? nothing : *model,
                                 count, request.name, request.writer);
}

LoadedComponent load_edit_tree_lemmatizer(const LoadRequest& request) {
    const auto json = load_component_json(request);
    if (!json) return tl::unexpected<Error>(json.error());
    EditTrees trees;
    std::vector<std::uint32_t> labels;
    const auto list = json->find("trees");
    const auto classes = json->find("labels");
    if (list == json->end() || !parse_trees(*list, trees) || classes == json->end() ||
        !classes->is_array()) {
        return broken_trees(request.name);
    }
    for (const Json& label : *classes) {
        if (!label.is_number_unsigned() || label.get<std::uint64_t>() >= trees.size()) {
            return broken_trees(request.name);
        }
        labels.push_back(label.get<std::uint32_t>());
    }
    const std::int64_t candidates = integer_field(*json, "candidates").value_or(0);
    if (candidates < 1 || candidates > kMostCandidates ||
        candidates > static_cast<std::int64_t>(labels.size())) {
        return broken_trees(request.name);
    }
    auto network = LabelNetwork::load(request.model, request.name, request.width, labels.size());
    if (!network) return tl::unexpected<Error>(network.error());
    return std::make_unique<EditTreeLemmatizer>(*network, std::move(trees), std::move(labels),
                                                static_cast<std::size_t>(candidates),
                                                bool_field(*json, "overwrite").value_or(false),
                                                bool_field(*json, "backoff").value_or(true));
}

}  // namespace tidings::language
