#include "coding/ontology.hpp"

#include <algorithm>
#include <charconv>
#include <filesystem>

#include "base/tsv_table.hpp"
#include "coding/hint.hpp"

namespace tidings::coding {

namespace {

/// How particular a composition row is for an inner coding; negative when it does not fit.
int fit(const CompositionRow& row, const Coding* inner) {
    if (inner == nullptr) return row.inner == "-" ? 1 : -1;
    if (row.inner == "*") return 0;
    if (row.inner == "-") return -1;
    const bool is_code = row.inner[0] >= '0' && row.inner[0] <= '9';
    if (is_code) {
        return inner->cameo.starts_with(row.inner) ? 100 + static_cast<int>(row.inner.size()) : -1;
    }
    const std::size_t slash = row.inner.find('/');
    if (slash == std::string::npos) return row.inner == inner->type ? 1 : -1;
    return row.inner.substr(0, slash) == inner->type && row.inner.substr(slash + 1) == inner->mode
               ? 50
               : -1;
}

/// Cells of a list, without the empty ones.
std::vector<std::string> cells_of(std::string_view list) {
    std::vector<std::string> cells;
    for (const std::string_view cell : split(list, '|')) {
        if (!trim(cell).empty()) cells.emplace_back(trim(cell));
    }
    return cells;
}

bool exists(const std::string& path) {
    std::error_code ignored;
    return std::filesystem::exists(path, ignored);
}

}  // namespace

Result<Ontology> Ontology::load(const std::string& folder) {
    Ontology ontology;
    const std::string own = folder + "/ontology/";
    auto done = ontology.load_types(own + "types.tsv");
    if (done) done = ontology.load_codes(own + "codes.tsv");
    if (done) done = ontology.load_contexts(own + "contexts.tsv");
    if (done) done = ontology.load_crosswalk(own + "crosswalk.tsv");
    if (done) done = ontology.load_composition(folder + "/events/composition.tsv");
    if (!done) return tl::unexpected<Error>(done.error());
    return ontology;
}

Status Ontology::load_types(const std::string& path) {
    auto table = TsvTable::load(path, {{"type", "quad", "definition", "modes"}, {"note"}});
    if (!table) return tl::unexpected<Error>(table.error());
    for (const TsvRow& row : table->rows()) {
        TypeInfo info;
        const std::string_view quad = row["quad"];
        if (quad.size() != 1 || quad[0] < '1' || quad[0] > '4') {
            return row.fail("quad", "the quad class must be 1, 2, 3 or 4");
        }
        info.quad = quad[0] - '0';
        info.modes = cells_of(row["modes"]);
        types_.emplace(std::string(row["type"]), std::move(info));
    }
    return {};
}

Status Ontology::load_codes(const std::string& path) {
    auto table = TsvTable::load(path, {{"code", "name", "goldstein"}, {"root", "quad", "note"}});
    if (!table) return tl::unexpected<Error>(table.error());
    for (const TsvRow& row : table->rows()) {
        double value = 0.0;
        const std::string_view text = row["goldstein"];
        const auto parsed = std::from_chars(text.data(), text.data() + text.size(), value);
        if (parsed.ec != std::errc{} || parsed.ptr != text.data() + text.size()) {
            return row.fail("goldstein", "this is not a number");
        }
        goldstein_.emplace(std::string(row["code"]), value);
    }
    return {};
}

Status Ontology::load_contexts(const std::string& path) {
    if (!exists(path)) return {};
    auto table = TsvTable::load(path, {{"context", "definition"}, {"example", "note"}});
    if (!table) return tl::unexpected<Error>(table.error());
    for (const TsvRow& row : table->rows()) {
        if (contexts_.size() == kMaxContexts) {
            return row.fail("context", "an ontology has at most 64 contexts");
        }
        contexts_.emplace_back(row["context"]);
        if (row["example"].empty()) continue;
        context_examples_.push_back({contexts_.back(), std::string(row["example"]),
                                     table->file() + ":" + std::to_string(row.line())});
    }
    return {};
}

Status Ontology::load_crosswalk(const std::string& path) {
    if (!exists(path)) return {};
    auto table =
        TsvTable::load(path, {{"cameo", "plover", "mode", "contexts"}, {"note", "table_2021"}});
    if (!table) return tl::unexpected<Error>(table.error());
    for (const TsvRow& row : table->rows()) {
        const std::string type(row["plover"]);
        if (!type.empty() && !has_type(type)) {
            return row.fail("plover", "there is no event type " + type,
                            did_you_mean(type, type_names()));
        }
        if (!has_cameo(row["cameo"])) return row.fail("cameo", "there is no such code");
        if (!has_mode(type, row["mode"])) return row.fail("mode", type + " has no such mode");
        std::vector<std::string> contexts = cells_of(row["contexts"]);
        for (const std::string& context : contexts) {
            if (!has_context(context)) {
                return row.fail("contexts", "there is no context " + context,
                                did_you_mean(context, contexts_));
            }
        }
        if (!contexts.empty()) code_contexts_.emplace(row["cameo"], std::move(contexts));
    }
    return {};
}

Status Ontology::load_composition(const std::string& path) {
    if (!exists(path)) return {};
    auto table = TsvTable::load(path, {{"operator", "inner", "type", "mode", "cameo"}, {"note"}});
    if (!table) return tl::unexpected<Error>(table.error());
    for (const TsvRow& row : table->rows()) {
        CompositionRow entry;
        entry.inner = std::string(row["inner"]);
        entry.where = table->file() + ":" + std::to_string(row.line());
        if (entry.inner.empty()) return row.fail("inner", "inner may not be empty");
        if (row["type"] != "none") {
            entry.outer.type = std::string(row["type"]);
            entry.outer.mode = row["mode"] == "-" ? std::string() : std::string(row["mode"]);
            entry.outer.cameo = std::string(row["cameo"]);
            if (!has_type(entry.outer.type)) {
                return row.fail("type", "there is no event type " + entry.outer.type,
                                did_you_mean(entry.outer.type, type_names()));
            }
            if (!has_mode(entry.outer.type, entry.outer.mode)) {
                return row.fail("mode", entry.outer.type + " has no mode " + entry.outer.mode);
            }
            if (!has_cameo(entry.outer.cameo)) {
                return row.fail("cameo", "there is no code " + entry.outer.cameo);
            }
        }
        operators_[std::string(row["operator"])].push_back(std::move(entry));
    }
    return {};
}

bool Ontology::has_type(std::string_view type) const {
    return types_.contains(std::string(type));
}

bool Ontology::has_mode(std::string_view type, std::string_view mode) const {
    if (mode.empty()) return true;
    const auto found = types_.find(std::string(type));
    return found != types_.end() &&
           std::find(found->second.modes.begin(), found->second.modes.end(), mode) !=
               found->second.modes.end();
}

bool Ontology::has_cameo(std::string_view code) const {
    return goldstein_.contains(std::string(code));
}

bool Ontology::has_context(std::string_view name) const {
    return std::find(contexts_.begin(), contexts_.end(), name) != contexts_.end();
}

const std::vector<std::string>& Ontology::contexts_of_code(std::string_view code) const {
    static const std::vector<std::string> kNone;
    const auto found = code_contexts_.find(std::string(code));
    return found == code_contexts_.end() ? kNone : found->second;
}

bool Ontology::has_operator(std::string_view name) const {
    return operators_.contains(std::string(name));
}

int Ontology::quad(std::string_view type) const {
    const auto found = types_.find(std::string(type));
    return found == types_.end() ? 0 : found->second.quad;
}

double Ontology::goldstein(std::string_view cameo) const {
    const auto found = goldstein_.find(std::string(cameo));
    return found == goldstein_.end() ? 0.0 : found->second;
}

std::vector<std::string> Ontology::type_names() const {
    std::vector<std::string> names;
    names.reserve(types_.size());
    for (const auto& [name, info] : types_) names.push_back(name);
    std::sort(names.begin(), names.end());
    return names;
}

std::vector<std::string> Ontology::operator_names() const {
    std::vector<std::string> names;
    names.reserve(operators_.size());
    for (const auto& [name, rows] : operators_) names.push_back(name);
    std::sort(names.begin(), names.end());
    return names;
}

const CompositionRow* Ontology::compose(std::string_view op, const Coding* inner) const {
    const auto found = operators_.find(std::string(op));
    if (found == operators_.end()) return nullptr;
    const CompositionRow* best = nullptr;
    int best_fit = -1;
    for (const CompositionRow& row : found->second) {
        if (const int value = fit(row, inner); value > best_fit) {
            best_fit = value;
            best = &row;
        }
    }
    return best;
}

}  // namespace tidings::coding
