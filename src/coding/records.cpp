#include "coding/records.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_map>

#include "coding/attribution.hpp"
#include "coding/confidence.hpp"
#include "coding/counts.hpp"
#include "coding/event_sides.hpp"
#include "coding/one_event.hpp"
#include "coding/when.hpp"
#include "coding/where.hpp"
#include "coding/whole_phrase.hpp"
#include "language/calendar_words.hpp"

namespace tidings::coding {

namespace {

/// Part of every event id: a change of the coder that may change events changes it.
constexpr std::string_view kIdVersion = "tidings-1";

constexpr std::size_t kDaySize = 10;        // of an ISO 8601 day
constexpr std::size_t kMaxCompared = 2000;  // earlier events that a new one is compared with

/// Acts, as against words.
bool is_material(const std::string& type) {
    return type == "ASSAULT" || type == "COERCE" || type == "MOBILIZE" || type == "PROTEST" ||
           type == "SANCTION" || type == "AID" || type == "COOPERATE" || type == "RETREAT";
}

/// Speakers whose account of other people's acts is a claim: no state or international body.
bool is_unofficial(const std::vector<std::string>& sectors) {
    constexpr std::array<std::string_view, 10> kSectors{"REB", "OPP", "UAF", "CVL", "SOC",
                                                        "NGO", "LAB", "REF", "PTY", "CRM"};
    return !sectors.empty() &&
           std::find(kSectors.begin(), kSectors.end(), sectors.front()) != kSectors.end();
}

class RecordMaker {
  public:
    RecordMaker(const Report& report, const Arguments& arguments, const Mentions& mentions,
                const EventLexiconData& lexicon, const SceneReader& scenes)
        : report_(report),
          arguments_(arguments),
          tree_(arguments.tree()),
          mentions_(mentions),
          lexicon_(lexicon),
          sides_(arguments, mentions, scenes, lexicon.classes),
          counts_(arguments, lexicon),
          evidence_(report, arguments.tree(), mentions),
          attribution_(arguments.tree(), mentions, lexicon.status_words),
          dates_(report, arguments, mentions),
          places_(arguments, mentions),
          one_event_(arguments, mentions, lexicon, sides_, dates_) {}

    std::vector<Event> make(const std::vector<Reading>& readings) {
        std::uint32_t before = UINT32_MAX;  // the sentence of the reading before
        for (const Reading& reading : readings) {
            const std::uint32_t sentence = tree_[reading.predicate].sentence;
            opens_sentence_ = sentence != before;
            before = sentence;
            for (auto [source, target] : pairs(reading)) add(reading, source, target);
        }
        for (Event& event : events_) finish(event);
        return std::move(events_);
    }

  private:
    using Pair = std::pair<MentionIndex, MentionIndex>;
    static constexpr MentionIndex kNobody = Mentions::kNoMention;

    [[nodiscard]] std::vector<Pair> pairs(const Reading& reading) const {
        std::vector<Pair> result;
        if (reading.is_paired()) {
            for (std::size_t i = 0; i < reading.sources.size(); ++i) {
                for (std::size_t k = i + 1; k < reading.sources.size(); ++k) {
                    result.emplace_back(reading.sources[i], reading.sources[k]);
                }
            }
            return result;
        }
        const std::vector<MentionIndex> nobody{kNobody};
        for (const MentionIndex s : reading.sources.empty() ? nobody : reading.sources) {
            for (const MentionIndex t : reading.targets.empty() ? nobody : reading.targets) {
                if (!is_of_another(reading, s, t)) result.emplace_back(s, t);
            }
        }
        return result;
    }

    /// *Both men asked their governments for help*: each his own.
    [[nodiscard]] bool is_of_another(const Reading& reading, MentionIndex source,
                                     MentionIndex target) const {
        if (reading.sources.size() < 2 || reading.targets.size() < 2) return false;
        const TokenIndex owner =
            arguments_.possessor(mentions_.mentions[reading.targets.front()].head);
        if (owner == kNoToken || tree_[owner].lower != "their") return false;
        const auto country = [&](MentionIndex m) -> const std::string& {
            return mentions_.actors[mentions_.mentions[m].actor].country;
        };
        const bool has_own =
            std::any_of(reading.targets.begin(), reading.targets.end(),
                        [&](MentionIndex t) { return country(t) == country(source); });
        return has_own && !country(source).empty() && country(target) != country(source);
    }

    void add(const Reading& reading, MentionIndex source, MentionIndex target) {
        Event event;
        event.type = reading.coding.type;
        event.mode = reading.coding.mode;
        event.cameo = reading.coding.cameo;
        event.contexts = reading.contexts;
        event.source = sides_.make(source, reading, reading.implied_source);
        event.target = sides_.make(target, reading, reading.implied_target);
        sides_.share_country(reading, source, target, event);
        if (event.target && sides_.is_mere_thing(target, *event.target, event.type)) {
            event.target.reset();
        }
        event.status = reading.status;
        event.why = reading.why;
        event.counts = counts_.read(reading);
        read_attribution(reading, event);
        read_place(reading, event);
        const std::uint32_t sentence = tree_[reading.predicate].sentence;
        EventMention mention;
        mention.span = reading.anchor;
        mention.sentence = tree_.parse().sentences[sentence].span;
        mention.anchor = std::string(slice(report_.text, mention.span));
        event.mentions.push_back(std::move(mention));
        event.date = dates_.read(reading);
        if (is_to_come(event, reading.predicate)) event.status = EventStatus::Planned;
        std::vector<std::string> evidence = evidence_.read(reading, source, target, event);
        if (opens_sentence_) evidence.emplace_back("first");
        event.evidence = lexicon_.confidence.weigh(evidence);
        event.confidence = lexicon_.confidence.confidence(event.evidence);
        // A report tells of few events; the bound keeps a hostile text from taking quadratic time.
        const std::size_t first = events_.size() > kMaxCompared ? events_.size() - kMaxCompared : 0;
        for (std::size_t i = first; i < events_.size(); ++i) {
            if (one_event_.same(events_[i], event)) {
                merge(events_[i], event);
                return;
            }
        }
        events_.push_back(std::move(event));
    }

    /// An act whose date lies behind the publication day is still to come, whatever the tense (*the
    /// last troops are leaving next month*).
    [[nodiscard]] bool is_to_come(const Event& event, TokenIndex act) const {
        const bool told =
            event.status == EventStatus::Actual || event.status == EventStatus::Ongoing;
        if (lasts_until(act) || looks_present(act)) return false;
        return told &&
               (is_material(event.type) || event.type == "CONSULT" || event.type == "CONCEDE") &&
               event.date.basis == "text" && report_.published.size() >= kDaySize &&
               event.date.start > report_.published.substr(0, kDaySize);
    }

    /// *set free*, *put*, *cut*: verbs whose past looks like the present.
    [[nodiscard]] bool looks_present(TokenIndex act) const {
        static constexpr std::array<std::string_view, 13> kAlike{
            "set",  "put",   "cut",   "hit",    "let",  "shut", "quit",
            "cast", "split", "burst", "spread", "beat", "hurt"};
        const Token& verb = tree_[act];
        return verb.lower == verb.lemma && verb.tag != "VB" && !tree_.has_child(act, "aux") &&
               std::find(kAlike.begin(), kAlike.end(), verb.lemma) != kAlike.end();
    }

    /// *are patrolling it through March*: the date is that of the end.
    [[nodiscard]] bool lasts_until(TokenIndex act) const {
        const auto words = tree_.children(act);
        return std::any_of(words.begin(), words.end(), [&](TokenIndex c) {
            const std::string_view word = tree_[c].lower;
            if (tree_[c].dep != "prep") return false;
            if (word == "until" || word == "till") return true;
            const TokenIndex end = tree_.child(c, "pobj");
            if (word != "through" || end == kNoToken) return false;
            return is_calendar_word(tree_[end].lower) || tree_[end].lower == "tomorrow";
        });
    }

    /// Where it took place. Acts go on where the last one was; speakers stay where they are.
    void read_place(const Reading& reading, Event& event) {
        const bool verbal = PlaceFinder::is_verbal(event.type);
        const ActorIndex speaker = verbal && event.source ? event.source->actor : kNoActor;
        std::optional<std::uint32_t> scene;
        const auto known = scenes_.find(speaker);
        if (known != scenes_.end() && (!verbal || event.source)) scene = known->second;
        event.place = places_.find(event, reading.predicate, scene);
        const EventPlaceBasis enough = verbal ? EventPlaceBasis::Clause : EventPlaceBasis::Sentence;
        const bool sure = event.place && event.place->basis <= enough &&
                          !(verbal && event.place->basis == EventPlaceBasis::Object);
        if (sure && (!verbal || event.source)) scenes_[speaker] = event.place->place;
        if (sure && event.place->basis == EventPlaceBasis::Object) {
            scenes_[kNoActor] = event.place->place;
        }
    }

    void read_attribution(const Reading& reading, Event& event) const {
        if (!reading.accusers.empty()) {
            event.attributed_to = sides_.make(reading.accusers.front(), reading, false);
            return;
        }
        const auto attribution = attribution_.read(reading);
        if (!attribution) return;
        // *The army said that it had not fired*, *Manila said that no marines had left*.
        const bool negated = event.status == EventStatus::Negated && !reading.unreal;
        const bool denies =
            negated && !attribution->fact &&
            (attribution->own || is_own_side(reading) || answers_for(event, attribution->speaker) ||
             speaks_for(event.source, attribution->speaker));
        if (denies) event.status = EventStatus::Denied;
        if (attribution->own) return;  // the speaker's own act is not attributed to her
        event.attributed_to = attribution->speaker;
        // *"They tried to poison him," she said*: a charge, whatever became of it
        if (event.status == EventStatus::Failed && attribution->charges) {
            event.status = EventStatus::Alleged;
            return;
        }
        // *activists say that they are being held*: a claim too, unlike a state's account of a war
        const bool claimed = event.status == EventStatus::Ongoing && attribution->claim;
        if ((event.status != EventStatus::Actual && !claimed) || attribution->fact) return;
        // What somebody said is known from those who heard it, unless that is in dispute
        // (*the party asserted that the two had agreed*).
        const bool open = (attribution->contends && event.type != "ACCUSE") ||
                          (event.type == "CONSULT" && attribution->claim);
        if (!is_material(event.type) && !open) return;
        if (event.mode == "convict") return;  // of public record
        bool partisan = attribution->claim || attribution->contends;
        if (attribution->speaker.actor != kNoActor) {
            const Actor& speaker = mentions_.actors[attribution->speaker.actor];
            // An account of one's own acts is not in doubt.
            if (!attribution->claim && sides_.same_party(event.source, event.attributed_to)) return;
            partisan = partisan || is_unofficial(speaker.sectors);
            if (event.source && !speaker.country.empty()) {
                const Actor& doer = mentions_.actors[event.source->actor];
                partisan = partisan || (!doer.country.empty() && doer.country != speaker.country);
            }
        }
        if (partisan) event.status = EventStatus::Alleged;
    }

    /// *"We did not fire"*, *said that his men had not fired*: told of the speaker's own side.
    [[nodiscard]] bool is_own_side(const Reading& reading) const {
        const TokenIndex subject = arguments_.subject(reading.predicate);
        if (subject == kNoToken) return false;
        if (tree_[subject].lower == "we" || tree_[subject].lower == "i") return true;
        const TokenIndex owner = tree_.child(subject, "poss");
        return owner != kNoToken && tree_[owner].tag == "PRP$";
    }

    /// *Minsk said that no soldier had been sent*: what a state's own bodies would have done.
    [[nodiscard]] bool answers_for(const Event& event, const EventSide& speaker) const {
        if (event.source || speaker.actor == kNoActor) return false;
        const bool of_state = event.type == "COERCE" || event.type == "MOBILIZE" ||
                              event.type == "SANCTION" || event.type == "RETREAT";
        const Actor& says = mentions_.actors[speaker.actor];
        return of_state && !says.sectors.empty() && !is_unofficial(says.sectors) &&
               says.sectors.front() != "IGO" && says.sectors.front() != "JRN";
    }

    /// Whether a speaker answers for the doer: the same actor, or both of one state's bodies.
    [[nodiscard]] bool speaks_for(const std::optional<EventSide>& doer,
                                  const EventSide& speaker) const {
        if (!doer || speaker.actor == kNoActor) return false;
        if (doer->actor == speaker.actor) return true;
        const Actor& says = mentions_.actors[speaker.actor];
        // *There was no raid by our troops, the ministry insisted*
        const bool unplaced = says.country.empty() && !says.sectors.empty() &&
                              says.sectors.front() == "GOV" &&
                              !is_unofficial(mentions_.actors[doer->actor].sectors);
        if (unplaced) return true;
        return !says.country.empty() && says.country == sides_.country(*doer) &&
               !is_unofficial(says.sectors) &&
               !is_unofficial(mentions_.actors[doer->actor].sectors);
    }

    /// A known actor wins over a thing, words of the text over what is implied.
    void take_better(std::optional<EventSide>& into, const std::optional<EventSide>& from) const {
        if (!from) return;
        const bool implied = into && into->span.empty() && !from->span.empty() &&
                             !(sides_.is_weak(from) && !sides_.is_weak(into));
        if (!into || (sides_.is_weak(into) && !sides_.is_weak(from)) || implied) into = from;
    }

    void merge(Event& into, const Event& from) const {
        if (from.confidence > into.confidence) {
            into.confidence = from.confidence;
            into.evidence = from.evidence;
        }
        // Readings come in text order, so a repeated span can only be the last one.
        for (const EventMention& mention : from.mentions) {
            if (into.mentions.back().span != mention.span) into.mentions.push_back(mention);
        }
        take_better(into.source, from.source);
        // *imposed tariffs*, and far below *the tariffs imposed*: a thing of another sentence tells
        // no more of whom it was done to.
        const bool elsewhere = into.mentions.front().sentence != from.mentions.front().sentence;
        const bool mere_thing = !into.target && elsewhere && sides_.is_weak(from.target);
        if (!mere_thing) take_better(into.target, from.target);
        const bool surer = from.place && (!into.place || from.place->basis < into.place->basis);
        if (surer) into.place = from.place;
        CountReader::merge(into.counts, from.counts);
        const bool adds_mode = into.mode.empty() && !from.mode.empty();
        const bool same_root = from.cameo.substr(0, 2) == into.cameo.substr(0, 2);
        if (adds_mode || (same_root && from.cameo.size() > into.cameo.size())) {
            into.cameo = from.cameo;
        }
        if (adds_mode) into.mode = from.mode;
        if (DateReader::more_specific(from.date, into.date)) into.date = from.date;
        for (const std::string& context : from.contexts) {
            if (std::find(into.contexts.begin(), into.contexts.end(), context) ==
                into.contexts.end()) {
                into.contexts.push_back(context);
            }
        }
        for (const std::string& rule : from.why) {
            if (std::find(into.why.begin(), into.why.end(), rule) == into.why.end()) {
                into.why.push_back(rule);
            }
        }
    }

    void finish(Event& event) const {
        if (!event.place && event.source) {
            // The report may tell only later where a speaker was.
            const auto scene = scenes_.find(event.source->actor);
            if (scene != scenes_.end()) {
                event.place = places_.found(scene->second, EventPlaceBasis::Scene);
            }
        }
        sides_.set_term(event.source, event.date);
        sides_.set_term(event.target, event.date);
        event.quad = lexicon_.ontology.quad(event.type);
        event.goldstein = lexicon_.ontology.goldstein(event.cameo);
        if (event.mentions.size() > 1) {
            for (EventEvidence& told : lexicon_.confidence.weigh({"told twice"})) {
                event.evidence.push_back(std::move(told));
            }
        }
        event.confidence = lexicon_.confidence.confidence(event.evidence);
        std::string key(kIdVersion);
        const auto append = [&](std::string_view part) {
            key += '\n';
            key += part;
        };
        append(report_.sha256);
        append(event.type);
        append(event.cameo);
        append(std::to_string(event.mentions.front().span.start));
        const auto append_side = [&](const std::optional<EventSide>& side) {
            append(side ? std::to_string(side->span.start) + "-" + std::to_string(side->span.end)
                        : "-");
        };
        append_side(event.source);
        append_side(event.target);
        append(to_string(event.status));
        event.id = "e" + sha256_hex(key).substr(0, 16);
        widen(event.source, event.mentions);
        widen(event.target, event.mentions);
    }

    /// From the words that name a side to the whole phrase, once nothing is compared any more.
    void widen(std::optional<EventSide>& side, const std::vector<EventMention>& anchors) const {
        if (!side || side->span.empty()) return;
        const MentionIndex found = mention_in(tree_, mentions_, side->span, side->actor);
        if (found == kNobody) return;
        const ActorMention& mention = mentions_.mentions[found];
        if (mention.span == side->span) side->span = whole_phrase(tree_, mention, anchors);
    }

    const Report& report_;
    const Arguments& arguments_;
    const SyntaxTree& tree_;
    const Mentions& mentions_;
    const EventLexiconData& lexicon_;
    EventSides sides_;
    CountReader counts_;
    ConfidenceReader evidence_;
    AttributionReader attribution_;
    DateReader dates_;
    PlaceFinder places_;
    OneEvent one_event_;
    std::unordered_map<ActorIndex, std::uint32_t> scenes_;  // of speakers; kNoActor: of acts
    bool opens_sentence_ = false;  // the reading is the first of its sentence
    std::vector<Event> events_;
};

}  // namespace

std::vector<Event> make_records(const Report& report, const Arguments& arguments,
                                const Mentions& mentions, const EventLexiconData& lexicon,
                                const SceneReader& scenes, const std::vector<Reading>& readings) {
    return RecordMaker(report, arguments, mentions, lexicon, scenes).make(readings);
}

}  // namespace tidings::coding
