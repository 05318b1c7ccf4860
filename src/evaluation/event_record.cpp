#include "evaluation/event_record.hpp"

#include <algorithm>

namespace tidings::evaluation {

namespace {

std::string primary_sector(const Json& side) {
    std::string sector = text_of(side, "sector");
    if (!sector.empty()) return sector;
    const auto sectors = texts_of(side, "sectors");
    return sectors.empty() ? std::string() : sectors.front();
}

EventSide side_of(const Json& json) {
    if (!json.is_object()) return {{""}, {}};
    const std::string country = text_of(json, "country");
    const std::string sector = primary_sector(json);
    EventSide side;
    if (!country.empty() && country != "---") {
        side.names.push_back(country);
    } else {
        side.names.push_back(sector == "IGO" || sector == "NGO" ? sector : std::string());
    }
    const Json& others = member(json, "country_alt");
    if (others.is_array()) {
        for (const Json& other : others) {
            side.names.push_back(other.is_string() ? other.get<std::string>() : std::string());
        }
    }
    if (!sector.empty()) {
        side.sectors.push_back(sector);
        for (std::string& other : texts_of(json, "sector_alt")) {
            side.sectors.push_back(std::move(other));
        }
    }
    return side;
}

bool same_side(const EventSide& gold, const EventSide& coded) {
    return contains(gold.names, coded.names.front());
}

EventRecord common(const Json& event, const char* type) {
    EventRecord record;
    record.json = &event;
    record.types.push_back(text_of(event, type));
    record.source = side_of(member(event, "source"));
    record.target = side_of(member(event, "target"));
    record.mode = text_of(event, "mode");
    record.cameo = text_of(event, "cameo");
    record.statuses.push_back(text_of(event, "status"));
    return record;
}

bool named(const Json& json) {
    return json.is_object() ? !json.empty() : json.is_string() && !json.get<std::string>().empty();
}

}  // namespace

EventRecord gold_event(const Json& event) {
    EventRecord record = common(event, "plover");
    for (std::string& type : texts_of(event, "alt_plover")) record.types.push_back(std::move(type));
    Points anchor;
    if (!read_points(member(event, "anchor_span"), anchor)) {
        const Json& start = member(event, "anchor_start");
        const Json& end = member(event, "anchor_end");
        if (start.is_number_integer() && end.is_number_integer()) {
            anchor = {start.get<long>(), end.get<long>()};
        }
    }
    record.anchors.push_back(anchor);
    const Json& sentence_start = member(event, "sent_start");
    const Json& sentence_end = member(event, "sent_end");
    if (sentence_start.is_number_integer() && sentence_end.is_number_integer()) {
        record.sentences.push_back({sentence_start.get<long>(), sentence_end.get<long>()});
    } else {
        record.sentences.push_back(anchor);
    }
    for (const Points& other : points_list(member(event, "other_mentions"))) {
        record.sentences.push_back(other);
    }
    record.symmetric = member(event, "symmetric") == Json(true);
    record.essential = member(event, "essential") != Json(false);
    for (std::string& status : texts_of(event, "status_alt")) {
        record.statuses.push_back(std::move(status));
    }
    const Json& date = member(event, "date");
    record.dated = named(date);
    record.dates.push_back(day_range(date));
    const Json& other_dates = member(event, "date_alt");
    if (other_dates.is_array()) {
        for (const Json& other : other_dates) record.dates.push_back(day_range(other));
    }
    record.place_country = text_of(event, "place_country");
    if (record.place_country.empty()) {
        record.place_country = text_of(member(event, "place"), "country");
    }
    return record;
}

EventRecord coded_event(const Json& event) {
    EventRecord record = common(event, "type");
    const Json& mentions = member(event, "mentions");
    if (mentions.is_array()) {
        for (const Json& mention : mentions) {
            Points anchor;
            if (!read_points(mention, anchor)) continue;
            Points sentence = anchor;
            const Json& start = member(mention, "sentence_start");
            const Json& end = member(mention, "sentence_end");
            if (start.is_number_integer()) sentence.start = start.get<long>();
            if (end.is_number_integer()) sentence.end = end.get<long>();
            record.anchors.push_back(anchor);
            record.sentences.push_back(sentence);
        }
    }
    record.dates.push_back(day_range(member(event, "date")));
    record.place_country = text_of(member(event, "place"), "country");
    const Json& confidence = member(event, "confidence");
    record.confidence = confidence.is_number() ? confidence.get<double>() : 0;
    return record;
}

bool contains(const std::vector<std::string>& list, const std::string& item) {
    return std::find(list.begin(), list.end(), item) != list.end();
}

bool any_overlap(const std::vector<Points>& a, const std::vector<Points>& b) {
    return std::any_of(a.begin(), a.end(), [&b](const Points& one) {
        return std::any_of(b.begin(), b.end(),
                           [&one](const Points& other) { return one.overlaps(other); });
    });
}

bool same_type(const EventRecord& gold, const EventRecord& coded) {
    return contains(gold.types, coded.types.front());
}

bool same_dyad(const EventRecord& gold, const EventRecord& coded) {
    return (same_side(gold.source, coded.source) && same_side(gold.target, coded.target)) ||
           (gold.symmetric && same_side(gold.target, coded.source) &&
            same_side(gold.source, coded.target));
}

double fit(const EventRecord& gold, const EventRecord& coded) {
    return 2.0 * (same_type(gold, coded) ? 1 : 0) + (same_side(gold.source, coded.source) ? 1 : 0) +
           (same_side(gold.target, coded.target) ? 1 : 0) +
           1.5 * (any_overlap(coded.anchors, {gold.anchors.front()}) ? 1 : 0) +
           0.1 * (gold.essential ? 1 : 0);
}

std::string summary(const EventRecord& event) {
    const auto shown = [](const EventSide& side) {
        return side.names.front().empty() ? std::string("nobody") : side.names.front();
    };
    return event.types.front() + " " + shown(event.source) + " > " + shown(event.target);
}

}  // namespace tidings::evaluation
