#include "coding/ontology.hpp"

#include <algorithm>
#include <charconv>

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

}  // namespace

Result<Ontology> Ontology::load(const std::string& data_folder) {
    Ontology ontology;
    auto plover = TsvTable::load(data_folder + "/ontology/plover.tsv",
                                 {{"type", "quad", "definition", "modes"}, {"note"}});
    if (!plover) return tl::unexpected<Error>(plover.error());
    for (const TsvRow& row : plover->rows()) {
        TypeInfo info;
        const std::string_view quad = row["quad"];
        if (quad.size() != 1 || quad[0] < '1' || quad[0] > '4') {
            return row.fail("quad", "the quad class must be 1, 2, 3 or 4");
        }
        info.quad = quad[0] - '0';
        for (const std::string_view mode : split(row["modes"], '|')) {
            if (!trim(mode).empty()) info.modes.emplace_back(trim(mode));
        }
        ontology.types_.emplace(std::string(row["type"]), std::move(info));
    }
    auto cameo = TsvTable::load(data_folder + "/ontology/cameo.tsv",
                                {{"code", "name", "root", "quad", "goldstein"}, {"note"}});
    if (!cameo) return tl::unexpected<Error>(cameo.error());
    for (const TsvRow& row : cameo->rows()) {
        double value = 0.0;
        const std::string_view text = row["goldstein"];
        const auto parsed = std::from_chars(text.data(), text.data() + text.size(), value);
        if (parsed.ec != std::errc{} || parsed.ptr != text.data() + text.size()) {
            return row.fail("goldstein", "this is not a number");
        }
        ontology.goldstein_.emplace(std::string(row["code"]), value);
    }
    auto composition = TsvTable::load(data_folder + "/events/composition.tsv",
                                      {{"operator", "inner", "type", "mode", "cameo"}, {"note"}});
    if (!composition) return tl::unexpected<Error>(composition.error());
    for (const TsvRow& row : composition->rows()) {
        CompositionRow entry;
        entry.inner = std::string(row["inner"]);
        entry.where = composition->file() + ":" + std::to_string(row.line());
        if (entry.inner.empty()) return row.fail("inner", "inner may not be empty");
        if (row["type"] != "none") {
            entry.outer.type = std::string(row["type"]);
            entry.outer.mode = row["mode"] == "-" ? std::string() : std::string(row["mode"]);
            entry.outer.cameo = std::string(row["cameo"]);
            if (!ontology.has_type(entry.outer.type)) {
                return row.fail("type", "there is no PLOVER type " + entry.outer.type,
                                did_you_mean(entry.outer.type, ontology.type_names()));
            }
            if (!ontology.has_mode(entry.outer.type, entry.outer.mode)) {
                return row.fail("mode", entry.outer.type + " has no mode " + entry.outer.mode);
            }
            if (!ontology.has_cameo(entry.outer.cameo)) {
                return row.fail("cameo", "there is no CAMEO code " + entry.outer.cameo);
            }
        }
        ontology.operators_[std::string(row["operator"])].push_back(std::move(entry));
    }
    return ontology;
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
