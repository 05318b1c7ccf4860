#include "language/component.hpp"

#include <utility>

#include "language/json_fields.hpp"

namespace tidings::language {

Result<nlohmann::ordered_json> read_component_json(const ConvertRequest& request,
                                                   const char* file) {
    const std::string path = request.name + "/" + file;
    const auto text = request.source.read(path);
    if (!text) return tl::unexpected<Error>(text.error());
    auto json = nlohmann::ordered_json::parse(*text, nullptr, false);
    if (!json.is_object()) {
        return fail(ErrorKind::Config, "is not a JSON object", request.source.name() + "/" + path);
    }
    return json;
}

bool setting(const ConvertRequest& request, const nlohmann::ordered_json& cfg, const char* key,
             bool fallback) {
    // The component's own file is read last, so it wins.
    const auto own = cfg.find(key);
    if (own != cfg.end() && own->is_boolean()) return own->get<bool>();
    const auto found = request.config.find(key);
    if (found != request.config.end() && found->is_boolean()) return found->get<bool>();
    return fallback;
}

Result<nlohmann::json> load_component_json(const LoadRequest& request) {
    const auto text = request.model.section(request.name + ".labels");
    if (!text) return tl::unexpected<Error>(text.error());
    auto json = parse_json(*text);
    if (!json.is_object()) {
        return fail(ErrorKind::Config,
                    "the labels of " + request.name + " in the model file are broken", {},
                    "install the model again: tidings model install NAME|PATH");
    }
    return json;
}

}  // namespace tidings::language
