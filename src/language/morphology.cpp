#include "language/morphology.hpp"

#include <algorithm>
#include <map>
#include <vector>

#include <tidings/text.hpp>

namespace tidings::language {
namespace {

std::string sort_values(std::string_view values) {
    std::vector<std::string_view> parts = split(values, ',');
    std::sort(parts.begin(), parts.end());
    std::string joined;
    for (const std::string_view part : parts) {
        if (!joined.empty()) joined += ',';
        joined += part;
    }
    return joined;
}

}  // namespace

std::string normalize_morph(std::string_view features) {
    if (features.empty() || features == "_") return {};
    std::map<std::string, std::string, std::less<>> fields;  // the last of equal fields is kept
    for (const std::string_view feature : split(features, '|')) {
        const std::size_t sign = feature.find('=');
        if (sign == std::string_view::npos ||
            feature.find('=', sign + 1) != std::string_view::npos) {
            return {};
        }
        fields.insert_or_assign(std::string(feature.substr(0, sign)),
                                sort_values(feature.substr(sign + 1)));
    }
    std::vector<std::string> sorted;
    sorted.reserve(fields.size());
    for (const auto& [field, values] : fields) {
        sorted.push_back(std::string(field).append("=").append(values));
    }
    std::sort(sorted.begin(), sorted.end());
    std::string joined;
    for (const std::string& feature : sorted) {
        if (!joined.empty()) joined += '|';
        joined += feature;
    }
    return joined;
}

std::string_view morph_value(std::string_view features, std::string_view field) noexcept {
    while (!features.empty()) {
        const std::size_t bar = features.find('|');
        const std::string_view feature = features.substr(0, bar);
        if (feature.size() > field.size() && feature[field.size()] == '=' &&
            feature.starts_with(field)) {
            return feature.substr(field.size() + 1);
        }
        if (bar == std::string_view::npos) break;
        features.remove_prefix(bar + 1);
    }
    return {};
}

}  // namespace tidings::language
