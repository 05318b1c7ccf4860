// Any bytes as a file of a spaCy pipeline: config.cfg and msgpack are read or refused.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "language/config_cfg.hpp"
#include "language/msgpack_value.hpp"

using namespace tidings;
using namespace tidings::language;

namespace {

std::size_t walk(const MsgpackValue& value) {
    std::size_t seen = 1;
    if (is_tensor(value)) {
        const auto tensor = read_tensor(value, "fuzz");
        if (tensor && tensor->elements() < 4096) (void)tensor->to_floats("fuzz");
    }
    for (const MsgpackValue item : value.items()) seen += walk(item);
    for (const auto& [key, inner] : value.entries()) seen += walk(key) + walk(inner);
    return seen + value.text().value_or("").size();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    if (const auto document = MsgpackDocument::parse(bytes, "fuzz")) (void)walk(document->root());
    if (const auto config = parse_config(bytes, "fuzz")) (void)text_in_config(*config, "nlp.lang");
    return 0;
}
