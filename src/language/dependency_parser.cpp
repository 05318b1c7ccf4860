#include "language/dependency_parser.hpp"

#include <array>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "language/arc_eager.hpp"
#include "language/dependency_tree.hpp"
#include "language/json_fields.hpp"
#include "language/transition_moves.hpp"
#include "language/transition_network.hpp"

namespace tidings::language {

namespace {

constexpr MoveRules kArcRules{kArcMoves, -1, -1};
constexpr std::array<std::size_t, 2> kArcStateTokens = {8, 13};
constexpr std::string_view kRoot = "ROOT";

class DependencyParser final : public NeuralComponent {
  public:
    class Scratch final : public ComponentScratch {
      public:
        explicit Scratch(const TransitionNetwork& network) : network_(network) {}
        TokenVectorSink& sink(const Batch& batch) override {
            return projection_.emplace(network_, batch, transition);
        }
        TransitionScratch transition;
        ArcEagerState state;
        DependencyTreeScratch tree;

      private:
        const TransitionNetwork& network_;
        std::optional<TransitionNetwork::Projection> projection_;
    };

    DependencyParser(TransitionNetwork network, const std::vector<TransitionMove>& moves)
        : network_(network), ranges_(ranges_of(moves)) {
        for (const TransitionMove& move : moves) class_labels_.push_back(labels_.add(move.label));
        root_ = labels_.add(kRoot);
    }

    std::unique_ptr<ComponentScratch> make_scratch() const override {
        return std::make_unique<Scratch>(network_);
    }
    void annotate(const Batch& batch, std::size_t d, ComponentScratch& scratch,
                  Parse& parse) const override {
        auto& own = static_cast<Scratch&>(scratch);
        std::vector<DocToken>& tokens = batch.docs[d].tokens;
        if (tokens.empty()) return;
        decode(tokens, batch.first_token[d], own);
        for (std::size_t i = 0; i < tokens.size(); ++i) {
            const auto token = static_cast<std::int32_t>(i);
            const std::int32_t head = own.state.head(token);
            tokens[i].head = static_cast<std::uint32_t>(head < 0 ? token : head);
            tokens[i].dep = head < 0 ? root_ : own.state.label(token);
        }
        set_sentence_starts(tokens, own.tree);
        deprojectivize(tokens, labels_, own.tree);
        for (std::size_t i = 0; i < tokens.size(); ++i) {
            parse.tokens[i].dep = labels_.text(tokens[i].dep);
        }
    }

  private:
    void decode(std::span<const DocToken> tokens, std::size_t first_token, Scratch& own) const {
        TransitionScorer scorer(network_, own.transition, first_token, tokens.size());
        std::array<std::int32_t, kMostStateTokens> context{};
        const std::span<std::int32_t> around(context.data(), network_.state_tokens());
        ArcEagerState& state = own.state;
        state.reset(tokens);
        while (!state.is_final()) {
            state.context(around);
            const float* scores = scorer.score(around);
            const auto valid = state.valid();
            const MoveRange* best_range = nullptr;
            std::size_t best = 0;
            for (const MoveRange& range : ranges_) {
                if (!valid[range.move]) continue;
                for (std::size_t c = range.first; c < range.last; ++c) {
                    if (best_range != nullptr && !(scores[c] > scores[best])) continue;
                    best_range = &range;
                    best = c;
                }
            }
            if (best_range == nullptr) {
                state.force_final();
            } else {
                state.apply(static_cast<ArcMove>(best_range->move), class_labels_[best]);
            }
        }
    }

    TransitionNetwork network_;
    std::vector<MoveRange> ranges_;
    DependencyLabels labels_;
    std::vector<std::int32_t> class_labels_;
    std::int32_t root_ = 0;
};

}  // namespace

Status convert_dependency_parser(const ConvertRequest& request) {
    if (auto status = check_transition_settings(request.source, request.name); !status) {
        return status;
    }
    const auto moves = read_moves(request.source, request.name, kArcRules);
    if (!moves) return tl::unexpected<Error>(moves.error());
    for (const TransitionMove& move : *moves) {
        if (move.label == "subtok") {
            return fail(ErrorKind::Config, "a parser that merges tokens is not supported",
                        request.network.file());
        }
    }
    const nlohmann::json none;
    const auto model = request.config.find("model");
    const nlohmann::json& config = model == request.config.end() ? none : *model;
    if (string_field(config, "state_type") != "parser") {
        return fail(ErrorKind::Config, "the component " + request.name + " is no parser");
    }
    write_moves(*moves, request.name, request.writer);
    return TransitionNetwork::convert(request.network, config, moves->size(), request.name,
                                      request.writer);
}

LoadedComponent load_dependency_parser(const LoadRequest& request) {
    const auto moves = load_moves(request.model, request.name, kArcRules);
    if (!moves) return tl::unexpected<Error>(moves.error());
    auto network = TransitionNetwork::load(request.model, request.name, request.width,
                                           moves->size(), kArcStateTokens);
    if (!network) return tl::unexpected<Error>(network.error());
    return std::make_unique<DependencyParser>(*network, *moves);
}

}  // namespace tidings::language
