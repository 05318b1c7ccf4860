# Headers that most sources include are parsed once for all libraries and once for all tests, which
# halves the time of a build. A source still includes all that it uses: clang-tidy compiles each
# without them, and so does a build with -DTIDINGS_PCH=OFF -DTIDINGS_UNITY=OFF (with both off,
# ccache can share objects between folders).
option(TIDINGS_PCH "Parse common headers once a build" ON)

set(TIDINGS_COMMON_HEADERS <algorithm> <array> <charconv> <chrono> <cstdint> <filesystem>
    <functional> <map> <memory> <optional> <span> <string> <string_view> <unordered_map>
    <unordered_set> <utility> <vector> <fmt/format.h> <nlohmann/json.hpp> <tl/expected.hpp>)

# tidings_precompile(OWNER TARGET...): OWNER parses the common headers (and any in the variable
# TIDINGS_MORE_HEADERS), the targets, compiled with the same options, use what it made.
function(tidings_precompile owner)
    if(TIDINGS_PCH)
        target_precompile_headers(${owner} PRIVATE ${TIDINGS_COMMON_HEADERS}
                                  ${TIDINGS_MORE_HEADERS})
        set_property(TARGET ${ARGN} PROPERTY PRECOMPILE_HEADERS_REUSE_FROM ${owner})
    endif()
endfunction()
