#include "language/transition_moves.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include <nlohmann/json.hpp>

#include "language/json_fields.hpp"
#include "language/msgpack_value.hpp"

namespace tidings::language {

namespace {

using Json = nlohmann::json;

constexpr std::size_t kMostMoves = 1U << 16U;

struct Counted {
    std::int64_t frequency = 0;
    std::string label;
    std::uint8_t move = 0;
};

// Most frequent first; where labels are equally frequent, the later in the alphabet.
bool before(const Counted& a, const Counted& b) {
    return std::tie(a.frequency, a.label) > std::tie(b.frequency, b.label);
}

void add_move(std::vector<TransitionMove>& moves, TransitionMove move, const MoveRules& rules) {
    if (move.move == rules.never) return;
    if (move.move == rules.unlabelled && !move.label.empty()) return;
    if (std::find(moves.begin(), moves.end(), move) == moves.end()) {
        moves.push_back(std::move(move));
    }
}

// Classes are numbered by move, and within a move by frequency. Labels that were added after
// training have negative frequencies and follow behind all others.
std::vector<TransitionMove> order_moves(std::vector<std::vector<Counted>>& by_move,
                                        const MoveRules& rules) {
    std::vector<TransitionMove> moves;
    std::vector<Counted> added;
    for (std::vector<Counted>& counted : by_move) {
        std::stable_sort(counted.begin(), counted.end(), before);
        for (const Counted& entry : counted) {
            if (entry.frequency < 0) {
                added.push_back(entry);
            } else {
                add_move(moves, {entry.move, entry.label}, rules);
            }
        }
    }
    std::stable_sort(added.begin(), added.end(), before);
    for (const Counted& entry : added) {
        for (const std::vector<Counted>& counted : by_move) {
            for (const Counted& other : counted) {
                if (other.frequency < 0 && other.label == entry.label) {
                    add_move(moves, {other.move, other.label}, rules);
                }
            }
        }
    }
    return moves;
}

}  // namespace

Result<std::vector<TransitionMove>> parse_moves(std::string_view bytes, const std::string& file,
                                                const MoveRules& rules) {
    const auto broken = [&] { return fail(ErrorKind::Config, "is not a list of moves", file); };
    const auto document = MsgpackDocument::parse(bytes, file);
    if (!document) return tl::unexpected<Error>(document.error());
    const auto text = document->root()["moves"].text();
    if (!text) return broken();
    const Json labels = parse_json(*text);
    if (!labels.is_object()) return broken();
    std::vector<std::vector<Counted>> by_move(rules.moves);
    std::size_t count = 0;
    for (const auto& [key, entries] : labels.items()) {
        if (key.size() != 1 || key[0] < '0' || key[0] >= '0' + rules.moves ||
            !entries.is_object()) {
            return broken();
        }
        const auto move = static_cast<std::uint8_t>(key[0] - '0');
        for (const auto& [label, frequency] : entries.items()) {
            if (!frequency.is_number_integer() || ++count > kMostMoves) return broken();
            by_move[move].push_back({frequency.get<std::int64_t>(), label, move});
        }
    }
    return order_moves(by_move, rules);
}

Result<std::vector<TransitionMove>> read_moves(const PipelineSource& source,
                                               std::string_view component, const MoveRules& rules) {
    const std::string path = std::string(component) + "/moves";
    const auto bytes = source.read(path);
    if (!bytes) return tl::unexpected<Error>(bytes.error());
    return parse_moves(*bytes, source.name() + "/" + path, rules);
}

void write_moves(const std::vector<TransitionMove>& moves, const std::string& name,
                 ModelFileWriter& writer) {
    Json list = Json::array();
    for (const TransitionMove& move : moves) list.push_back(Json::array({move.move, move.label}));
    writer.add(name + ".moves", json_text(list));
}

Result<std::vector<TransitionMove>> load_moves(const ModelFile& model, const std::string& name,
                                               const MoveRules& rules) {
    const auto text = model.section(name + ".moves");
    if (!text) return tl::unexpected<Error>(text.error());
    const Json list = parse_json(*text);
    std::vector<TransitionMove> moves;
    for (const Json& entry : list) {
        if (!entry.is_array() || entry.size() != 2 || !entry[0].is_number_unsigned() ||
            entry[0].get<std::uint64_t>() >= rules.moves || !entry[1].is_string()) {
            moves.clear();
            break;
        }
        moves.push_back({entry[0].get<std::uint8_t>(), entry[1].get<std::string>()});
    }
    if (moves.empty() || moves.size() > kMostMoves) {
        return fail(ErrorKind::Config, "the moves of " + name + " in the model file are broken", {},
                    "install the model again: tidings model install NAME|PATH");
    }
    return moves;
}

Status check_transition_settings(const PipelineSource& source, std::string_view component) {
    const std::string path = std::string(component) + "/cfg";
    const auto text = source.read(path);
    if (!text) return tl::unexpected<Error>(text.error());
    const std::string file = source.name() + "/" + path;
    const Json settings = parse_json(*text);
    if (!settings.is_object()) return fail(ErrorKind::Config, "is not JSON", file);
    const auto beam = settings.find("beam_width");
    if (beam != settings.end() && *beam != 1) {
        return fail(ErrorKind::Config,
                    "beam search (beam_width " + beam->dump() + ") is not supported", file);
    }
    const auto subtokens = settings.find("learn_tokens");
    if (subtokens != settings.end() && *subtokens == true) {
        return fail(ErrorKind::Config,
                    "a parser that merges tokens (learn_tokens) is not supported", file);
    }
    return {};
}

std::vector<MoveRange> ranges_of(const std::vector<TransitionMove>& moves) {
    std::vector<MoveRange> ranges;
    for (std::size_t i = 0; i < moves.size(); ++i) {
        if (ranges.empty() || ranges.back().move != moves[i].move) {
            ranges.push_back({moves[i].move, i, i});
        }
        ranges.back().last = i + 1;
    }
    return ranges;
}

}  // namespace tidings::language
