#include "language/entity_recognizer.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "language/biluo.hpp"
#include "language/json_fields.hpp"
#include "language/transition_moves.hpp"
#include "language/transition_network.hpp"

namespace tidings::language {

namespace {

constexpr MoveRules kNameRules{6, static_cast<int>(NameMove::Out),
                               static_cast<int>(NameMove::Missing)};
constexpr std::array<std::size_t, 2> kNameStateTokens = {3, 6};

class EntityRecognizer final : public NeuralComponent {
  public:
    class Scratch final : public ComponentScratch {
      public:
        explicit Scratch(const TransitionNetwork& network) : network_(network) {}
        TokenVectorSink& sink(const Batch& batch) override {
            return projection_.emplace(network_, batch, transition);
        }
        TransitionScratch transition;
        BiluoState state;

      private:
        const TransitionNetwork& network_;
        std::optional<TransitionNetwork::Projection> projection_;
    };

    EntityRecognizer(TransitionNetwork network, const std::vector<TransitionMove>& moves)
        : network_(network), labels_(1) {
        for (const TransitionMove& move : moves) {
            const auto found = std::find(labels_.begin(), labels_.end(), move.label);
            classes_.push_back({static_cast<NameMove>(move.move),
                                static_cast<std::int32_t>(found - labels_.begin())});
            if (found == labels_.end()) labels_.push_back(move.label);
        }
    }

    std::unique_ptr<ComponentScratch> make_scratch() const override {
        return std::make_unique<Scratch>(network_);
    }
    void annotate(const Batch& batch, std::size_t d, ComponentScratch& scratch,
                  Parse& parse) const override {
        auto& own = static_cast<Scratch&>(scratch);
        const std::vector<DocToken>& tokens = batch.docs[d].tokens;
        if (tokens.empty()) return;
        decode(tokens, batch.first_token[d], own);
        for (const NameSpan& name : own.state.names()) {
            if (name.last < 0) continue;
            const auto first = static_cast<TokenIndex>(name.first);
            const auto last = static_cast<TokenIndex>(name.last);
            parse.names.push_back({first,
                                   last,
                                   {tokens[first].span.start, tokens[last - 1].span.end},
                                   labels_[static_cast<std::size_t>(name.label)]});
        }
    }

  private:
    struct Class {
        NameMove move;
        std::int32_t label;
    };

    void decode(std::span<const DocToken> tokens, std::size_t first_token, Scratch& own) const {
        TransitionScorer scorer(network_, own.transition, first_token, tokens.size());
        std::array<std::int32_t, kMostStateTokens> context{};
        const std::span<std::int32_t> around(context.data(), network_.state_tokens());
        BiluoState& state = own.state;
        state.reset(tokens);
        while (!state.is_final()) {
            state.context(around);
            const float* scores = scorer.score(around);
            std::size_t best = classes_.size();
            for (std::size_t c = 0; c < classes_.size(); ++c) {
                if (best < classes_.size() && !(scores[c] > scores[best])) continue;
                if (state.valid(classes_[c].move, classes_[c].label)) best = c;
            }
            if (best == classes_.size()) {
                state.force_final();
            } else {
                state.apply(classes_[best].move, classes_[best].label);
            }
        }
    }

    TransitionNetwork network_;
    std::vector<Class> classes_;
    std::vector<std::string> labels_;  // the first one is empty
};

}  // namespace

Status convert_entity_recognizer(const ConvertRequest& request) {
    if (auto status = check_transition_settings(request.source, request.name); !status) {
        return status;
    }
    const auto moves = read_moves(request.source, request.name, kNameRules);
    if (!moves) return tl::unexpected<Error>(moves.error());
    const nlohmann::json none;
    const auto model = request.config.find("model");
    const nlohmann::json& config = model == request.config.end() ? none : *model;
    if (string_field(config, "state_type") != "ner") {
        return fail(ErrorKind::Config, "the component " + request.name + " recognises no names");
    }
    write_moves(*moves, request.name, request.writer);
    return TransitionNetwork::convert(request.network, config, moves->size(), request.name,
                                      request.writer);
}

LoadedComponent load_entity_recognizer(const LoadRequest& request) {
    const auto moves = load_moves(request.model, request.name, kNameRules);
    if (!moves) return tl::unexpected<Error>(moves.error());
    auto network = TransitionNetwork::load(request.model, request.name, request.width,
                                           moves->size(), kNameStateTokens);
    if (!network) return tl::unexpected<Error>(network.error());
    return std::make_unique<EntityRecognizer>(*network, *moves);
}

}  // namespace tidings::language
