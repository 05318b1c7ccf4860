// The `moves` file of a transition-based component: which class of the network is which move.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <tidings/error.hpp>

#include "language/model_file.hpp"
#include "language/pipeline_source.hpp"

namespace tidings::language {

struct TransitionMove {
    std::uint8_t move = 0;
    std::string label;

    friend bool operator==(const TransitionMove&, const TransitionMove&) = default;
};

/// Reads `component`/moves; the classes of the network in order. `skip_labelled` is a move that
/// takes no label, `skip` a move that is never made; both are left out as spaCy does.
struct MoveRules {
    std::uint8_t moves = 0;  ///< how many kinds there are
    int unlabelled = -1;
    int never = -1;
};
[[nodiscard]] Result<std::vector<TransitionMove>> read_moves(const PipelineSource& source,
                                                             std::string_view component,
                                                             const MoveRules& rules);
/// As read_moves, from the file's bytes; `file` is for messages.
[[nodiscard]] Result<std::vector<TransitionMove>> parse_moves(std::string_view bytes,
                                                              const std::string& file,
                                                              const MoveRules& rules);

void write_moves(const std::vector<TransitionMove>& moves, const std::string& name,
                 ModelFileWriter& writer);
[[nodiscard]] Result<std::vector<TransitionMove>> load_moves(const ModelFile& model,
                                                             const std::string& name,
                                                             const MoveRules& rules);

/// Refuses settings of `component`/cfg that the runtime does not have: beams, merged subtokens.
[[nodiscard]] Status check_transition_settings(const PipelineSource& source,
                                               std::string_view component);

/// A run of classes that share a move.
struct MoveRange {
    std::uint8_t move = 0;
    std::size_t first = 0;
    std::size_t last = 0;
};
[[nodiscard]] std::vector<MoveRange> ranges_of(const std::vector<TransitionMove>& moves);

}  // namespace tidings::language
