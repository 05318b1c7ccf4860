#include <nlohmann/json.hpp>

#include <tidings/export.hpp>

namespace tidings {

namespace {

using Json = nlohmann::ordered_json;

/// Writes byte spans as code points and empty strings as null.
class Writer {
  public:
    explicit Writer(const Report& report) : report_(report), index_(report.text) {}

    Json report(bool with_text) const {
        Json json;
        json["id"] = report_.id;
        json["uri"] = optional(report_.uri);
        json["sha256"] = report_.sha256;
        json["title"] = optional(report_.title);
        json["authors"] = report_.authors;
        json["publisher"] = optional(report_.publisher);
        json["published"] = optional(report_.published);
        json["modified"] = optional(report_.modified);
        if (!report_.section.empty()) json["section"] = report_.section;
        json["language"] = optional(report_.language);
        if (with_text) {
            json["text"] = report_.text;
            json["body"] = report_.body();
        }
        Json sections = Json::array();
        for (const Section& section : report_.sections) {
            Json item;
            item["role"] = to_string(section.role);
            put_span(item, section.span);
            if (section.repeated) item["repeated"] = true;
            if (!section.source.empty()) {
                item["source"] = Json::array({section.source.start, section.source.end});
            }
            sections.push_back(std::move(item));
        }
        json["sections"] = std::move(sections);
        return json;
    }

    Json times(const Mentions& mentions) const {
        Json list = Json::array();
        for (const TimeMention& time : mentions.times) {
            Json item;
            put_span(item, time.span);
            item["text"] = text(time.span);
            item["type"] = time.type;
            item["value"] = time.value;
            if (!time.mod.empty()) item["mod"] = time.mod;
            item["from"] = optional(time.from);
            item["until"] = optional(time.until);
            list.push_back(std::move(item));
        }
        return list;
    }

    Json places(const Mentions& mentions) const {
        Json list = Json::array();
        for (const PlaceMention& place : mentions.places) {
            Json item;
            put_span(item, place.span);
            item["text"] = text(place.span);
            item["name"] = place.name;
            item["country"] = optional(place.country);
            put_position(item, place);
            item["kind"] = optional(place.kind);
            item["use"] = place.use;
            item["confidence"] = place.confidence;
            list.push_back(std::move(item));
        }
        return list;
    }

    Json actors(const Mentions& mentions) const {
        Json list = Json::array();
        for (const Actor& actor : mentions.actors) {
            Json item;
            item["id"] = actor.id;
            item["name"] = actor.name;
            item["country"] = optional(actor.country);
            item["sectors"] = actor.sectors;
            item["code"] = optional(actor.code);
            item["role"] = optional(actor.role);
            Json spans = Json::array();
            for (const Span span : actor.mentions) spans.push_back(pair(span));
            item["mentions"] = std::move(spans);
            list.push_back(std::move(item));
        }
        return list;
    }

    /// Adds a part to a quotation that its cue interrupts.
    void resume(Json& quotation, Span part) const {
        Json& parts = quotation["parts"];
        if (parts.is_null()) parts.push_back({quotation["start"], quotation["end"]});
        parts.push_back(pair(part));
        quotation["end"] = parts.back()[1];
    }

    Json quotes(const Mentions& mentions) const {
        Json list = Json::array();
        std::size_t direct = 0;  // the last direct quotation in the list, which may be resumed
        for (const Quote& quote : mentions.quotes) {
            if (quote.nested) continue;
            if (quote.resumes && direct < list.size()) {
                resume(list[direct], quote.span);
                continue;
            }
            if (quote.kind == QuoteKind::Direct) direct = list.size();
            Json item;
            put_span(item, quote.span);
            item["kind"] = quote.kind == QuoteKind::Direct     ? "direct"
                           : quote.kind == QuoteKind::Indirect ? "indirect"
                                                               : "mixed";
            item["speaker"] = quote.speaker_span.empty()
                                  ? Json(nullptr)
                                  : actor_span(mentions, quote.speaker, quote.speaker_span);
            item["cue"] = quote.cue.empty() ? Json(nullptr) : pair(quote.cue);
            list.push_back(std::move(item));
        }
        return list;
    }

    Json event(const Mentions& mentions, const Event& event) const {
        Json json;
        json["id"] = event.id;
        json["type"] = event.type;
        json["mode"] = optional(event.mode);
        json["contexts"] = event.contexts;
        json["cameo"] = event.cameo;
        json["quad"] = event.quad;
        json["goldstein"] = event.goldstein;
        json["source"] = side(mentions, event.source);
        json["target"] = side(mentions, event.target);
        Json date;
        date["start"] = optional(event.date.start);
        date["end"] = optional(event.date.end);
        date["precision"] = event.date.precision;
        date["basis"] = event.date.basis;
        date["text"] = optional(event.date.text);
        json["date"] = std::move(date);
        json["place"] = place_of(mentions, event);
        json["status"] = to_string(event.status);
        json["attributed_to"] =
            event.attributed_to
                ? actor_span(mentions, event.attributed_to->actor, event.attributed_to->span)
                : Json(nullptr);
        json["counts"] = counts(event.counts);
        Json list = Json::array();
        for (const EventMention& mention : event.mentions) {
            Json item;
            put_span(item, mention.span);
            const Span sentence = index_.to_code_points(report_.text, mention.sentence);
            item["sentence_start"] = sentence.start;
            item["sentence_end"] = sentence.end;
            item["anchor"] = mention.anchor;
            list.push_back(std::move(item));
        }
        json["mentions"] = std::move(list);
        json["confidence"] = event.confidence;
        json["why"] = event.why;
        return json;
    }

  private:
    static Json optional(const std::string& value) {
        return value.empty() ? Json(nullptr) : Json(value);
    }
    std::string text(Span span) const { return std::string(slice(report_.text, span)); }
    void put_span(Json& json, Span bytes) const {
        const Span span = index_.to_code_points(report_.text, bytes);
        json["start"] = span.start;
        json["end"] = span.end;
    }
    static void put_position(Json& json, const PlaceMention& place) {
        json["admin1"] = optional(place.admin1);
        json["geonames_id"] =
            place.geonames_id == 0 ? Json(nullptr) : Json(std::to_string(place.geonames_id));
        json["lat"] = place.located ? Json(place.lat) : Json(nullptr);
        json["lon"] = place.located ? Json(place.lon) : Json(nullptr);
    }
    Json place_of(const Mentions& mentions, const Event& event) const {
        if (!event.place) return nullptr;
        const PlaceMention& place = mentions.places[event.place->place];
        Json json;
        json["name"] = place.name;
        json["country"] = optional(place.country);
        put_position(json, place);
        json["precision"] = event.place->precision;
        json["text"] = text(place.span);
        put_span(json, place.span);
        return json;
    }
    Json pair(Span bytes) const {
        const Span span = index_.to_code_points(report_.text, bytes);
        return Json::array({span.start, span.end});
    }
    Json actor_span(const Mentions& mentions, ActorIndex actor, Span span) const {
        Json json;
        json["actor"] = actor == kNoActor ? Json(nullptr) : Json(mentions.actors[actor].id);
        json["text"] = text(span);
        put_span(json, span);
        return json;
    }
    Json counts(const EventCounts& counts) const {
        Json json = Json::object();
        const auto add = [&](const char* name, const std::optional<EventCount>& count) {
            if (!count) return;
            json[name]["low"] = count->low;
            json[name]["high"] = count->high ? Json(*count->high) : Json(nullptr);
            json[name]["text"] = text(count->span);
        };
        add("killed", counts.killed);
        add("wounded", counts.wounded);
        add("arrested", counts.arrested);
        add("participants", counts.participants);
        return json;
    }
    Json side(const Mentions& mentions, const std::optional<EventSide>& side) const {
        if (!side) return nullptr;
        const Actor& actor = mentions.actors[side->actor];
        Json json;
        json["actor"] = actor.id;
        json["name"] = actor.name;
        json["country"] = optional(side->country.empty() ? actor.country : side->country);
        json["sectors"] = side->sectors.empty() ? actor.sectors : side->sectors;
        json["code"] = optional(side->code.empty() ? actor.code : side->code);
        if (side->span.empty()) return json;  // its sentence does not mention it
        json["text"] = text(side->span);
        put_span(json, side->span);
        return json;
    }

    const Report& report_;
    CodePointIndex index_;
};

std::string dump(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace

std::string to_jsonl(const CodedReport& coded, const CoderInfo& coder, bool with_text) {
    const Writer writer(coded.report);
    Json json;
    json["report"] = writer.report(with_text);
    json["times"] = writer.times(coded.mentions);
    json["places"] = writer.places(coded.mentions);
    json["actors"] = writer.actors(coded.mentions);
    json["quotes"] = writer.quotes(coded.mentions);
    Json events = Json::array();
    for (const Event& event : coded.events) events.push_back(writer.event(coded.mentions, event));
    json["events"] = std::move(events);
    json["links"] = Json::array();
    Json info;
    info["version"] = coder.version;
    info["schema"] = coder.schema;
    info["lexicon"] = coder.lexicon;
    info["model"] = coder.model;
    json["coder"] = std::move(info);
    return dump(json);
}

std::string report_to_jsonl(const Report& report) {
    Json json;
    json["report"] = Writer(report).report(true);
    return dump(json);
}

std::string parse_to_jsonl(const Parse& parse, const Report& report) {
    const CodePointIndex index(report.text);
    Json json;
    json["report"] = {{"id", report.id}};
    Json sentences = Json::array();
    for (const Sentence& sentence : parse.sentences) {
        const Span span = index.to_code_points(report.text, sentence.span);
        Json item;
        item["start"] = span.start;
        item["end"] = span.end;
        Json tokens = Json::array();
        for (TokenIndex t = sentence.first; t < sentence.last; ++t) {
            const Token& token = parse.tokens[t];
            const Span at = index.to_code_points(report.text, token.span);
            tokens.push_back({{"start", at.start},
                              {"end", at.end},
                              {"text", slice(report.text, token.span)},
                              {"tag", token.tag},
                              {"pos", to_string(token.pos)},
                              {"lemma", token.lemma},
                              {"morph", token.morph},
                              {"head", token.head - sentence.first},
                              {"dep", token.dep}});
        }
        item["tokens"] = std::move(tokens);
        sentences.push_back(std::move(item));
    }
    json["sentences"] = std::move(sentences);
    Json names = Json::array();
    for (const Name& name : parse.names) {
        const Span at = index.to_code_points(report.text, name.span);
        names.push_back({{"start", at.start},
                         {"end", at.end},
                         {"text", slice(report.text, name.span)},
                         {"label", name.label}});
    }
    json["names"] = std::move(names);
    return dump(json) + "\n";
}

}  // namespace tidings
