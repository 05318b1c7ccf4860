#include "mention/coreference/write_actors.hpp"

#include <algorithm>
#include <array>

#include "base/one_of.hpp"
#include "mention/actor/actor_code.hpp"

namespace tidings::mention {

namespace {

class ActorWriter {
  public:
    ActorWriter(const ReferenceContext& context, Mentions& mentions)
        : sets_(context.sets),
          context_(context),
          tree_(context.tree),
          mentions_(mentions),
          actor_of_(sets_.size(), kNoActor),
          name_bearer_(sets_.size(), kNoPhrase) {
        mentions_.mention_at.assign(tree_.size(), Mentions::kNoMention);
        find_name_bearers();
    }

    void write(const std::vector<PhraseId>& doers) {
        for (PhraseId i = 0; i < sets_.size(); ++i) {
            if (!sets_.several(i).empty()) {
                write_several(i);
            } else if (doers[i] != kNoPhrase) {
                add(i, doers[i], "what " + sets_.label(doers[i]) + " did");
                mentions_.mentions.back().of_deed = true;
            } else if (is_mention(i)) {
                add(i, i, sets_[i].why);
            }
        }
    }

  private:
    [[nodiscard]] bool is_mention(PhraseId i) const {
        if (sets_[i].type == MentionType::None && sets_.root(i) == i) return false;
        return sets_.is_actor(i);
    }

    /// A description is named by its first mention in a running text, not by the headline's.
    void find_name_bearers() {
        for (PhraseId i = 0; i < sets_.size(); ++i) {
            if (sets_[i].type != MentionType::Role || context_.in_title(i)) continue;
            PhraseId& bearer = name_bearer_[sets_.root(i)];
            if (bearer == kNoPhrase) bearer = i;
        }
    }

    [[nodiscard]] std::string phrase_text(const Evidence& e) const {
        TokenIndex first = e.phrase.first;
        while (first < e.phrase.head &&
               (tree_[first].dep == "det" || tree_[first].pos == Pos::Punct)) {
            ++first;
        }
        const Span span{tree_[first].span.start, tree_[e.phrase.last - 1].span.end};
        std::string text(slice(context_.report.text, span));
        std::replace(text.begin(), text.end(), '\n', ' ');
        return text;
    }

    ActorIndex actor_of(PhraseId root) {
        if (actor_of_[root] != kNoActor) return actor_of_[root];
        const Evidence& whole = sets_[root];
        actor_of_[root] = static_cast<ActorIndex>(mentions_.actors.size());
        Actor actor;
        actor.id = "a" + std::to_string(mentions_.actors.size() + 1);
        const PhraseId bearer = name_bearer_[root] == kNoPhrase ? root : name_bearer_[root];
        actor.name = whole.name.empty() ? phrase_text(sets_[bearer]) : whole.name;
        actor.country = whole.country;
        for (const std::string& sector : whole.sectors) {
            const auto& known = actor.sectors;
            if (std::find(known.begin(), known.end(), sector) == known.end()) {
                actor.sectors.push_back(sector);
            }
        }
        // *our Cairo members* are of any body.
        static constexpr std::array<std::string_view, 6> kOfAnyBody{
            "member", "employee", "staff", "personnel", "founder", "co-founder"};
        if (actor.sectors.empty() && !actor.country.empty() && whole.type == MentionType::Role &&
            whole.role_kind == RowKind::Person && !one_of(whole.role_head, kOfAnyBody)) {
            actor.sectors = {"GOV"};
        }
        actor.code =
            !whole.code.empty() ? whole.code : cameo_actor_code(actor.country, actor.sectors);
        actor.role = whole.role;
        for (const ActorRow* row : whole.terms) {
            actor.terms.push_back({row->from, row->until, row->sectors, row->code, row->role});
        }
        mentions_.actors.push_back(std::move(actor));
        return actor_of_[root];
    }

    /// Appends a mention of `actor` with the words of phrase i.
    std::uint32_t add(PhraseId i, PhraseId actor, std::string why) {
        const Evidence& e = sets_[i];
        ActorMention mention;
        mention.span = {tree_[e.phrase.first].span.start, tree_[e.phrase.last - 1].span.end};
        mention.head = e.phrase.head;
        mention.actor = actor_of(sets_.root(actor));
        mention.why = std::move(why);
        mentions_.actors[mention.actor].mentions.push_back(mention.span);
        const auto index = static_cast<std::uint32_t>(mentions_.mentions.size());
        if (mentions_.mention_at[e.phrase.head] == Mentions::kNoMention) {
            mentions_.mention_at[e.phrase.head] = index;
        }
        mentions_.mentions.push_back(std::move(mention));
        return index;
    }

    void write_several(PhraseId i) {
        std::uint32_t last = ActorMention::kNoNext;
        for (const PhraseId k : sets_.several(i)) {
            if (!sets_.is_actor(k)) continue;
            const std::uint32_t index = add(i, k, sets_[i].why);
            if (last != ActorMention::kNoNext) mentions_.mentions[last].next = index;
            last = index;
        }
    }

    const ActorSets& sets_;
    const ReferenceContext& context_;
    const SyntaxTree& tree_;
    Mentions& mentions_;
    std::vector<ActorIndex> actor_of_;   // by root
    std::vector<PhraseId> name_bearer_;  // by root
};

}  // namespace

void write_actors(const ReferenceContext& context, const std::vector<PhraseId>& doers,
                  Mentions& mentions) {
    ActorWriter(context, mentions).write(doers);
}

}  // namespace tidings::mention
