#include "language/lookups.hpp"

#include <utility>

#include "language/string_hash.hpp"

namespace tidings::language {

Result<Lookups> Lookups::read(const PipelineSource& source, std::string_view path) {
    auto bytes = source.read(path);
    if (!bytes) return tl::unexpected<Error>(std::move(bytes.error()));
    Lookups lookups;
    lookups.path_ = path;
    lookups.bytes_ = std::make_unique<std::string>(std::move(*bytes));
    auto document = MsgpackDocument::parse(*lookups.bytes_, source.name() + ": " + lookups.path_);
    if (!document) return tl::unexpected<Error>(std::move(document.error()));
    lookups.document_ = std::move(*document);
    return lookups;
}

MsgpackValue Lookups::table(std::string_view name) const noexcept {
    const MsgpackValue found = document_.root()[name];
    return found.is_map() ? found : MsgpackValue();
}

std::uint64_t lookup_key(const MsgpackValue& key) noexcept {
    if (const auto number = key.unsigned_integer()) return *number;
    if (const auto text = key.text()) return string_id(*text);
    return 0;
}

}  // namespace tidings::language
