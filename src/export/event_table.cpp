// The flat tables of events: one row an event, columns as in schema/event_table.tsv.

#include <array>

#include <fmt/format.h>

#include <tidings/export.hpp>

namespace tidings {

namespace {

constexpr std::array<std::string_view, 46> kColumns{"report_id",
                                                    "event_id",
                                                    "date_start",
                                                    "date_end",
                                                    "date_precision",
                                                    "date_basis",
                                                    "type",
                                                    "mode",
                                                    "contexts",
                                                    "cameo",
                                                    "quad",
                                                    "goldstein",
                                                    "source_name",
                                                    "source_country",
                                                    "source_sectors",
                                                    "source_code",
                                                    "source_text",
                                                    "target_name",
                                                    "target_country",
                                                    "target_sectors",
                                                    "target_code",
                                                    "target_text",
                                                    "place_name",
                                                    "place_country",
                                                    "place_lat",
                                                    "place_lon",
                                                    "status",
                                                    "attributed_to",
                                                    "killed_low",
                                                    "killed_high",
                                                    "wounded_low",
                                                    "wounded_high",
                                                    "arrested_low",
                                                    "arrested_high",
                                                    "participants_low",
                                                    "participants_high",
                                                    "mentions",
                                                    "anchor",
                                                    "start",
                                                    "end",
                                                    "sentence",
                                                    "confidence",
                                                    "why",
                                                    "published",
                                                    "title",
                                                    "uri"};

std::string joined(const std::vector<std::string>& values) {
    std::string text;
    for (const std::string& value : values) {
        if (!text.empty()) text += '|';
        text += value;
    }
    return text;
}

/// White space to single spaces: a field is one line in every format.
std::string one_line(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    for (const char c : text) {
        const bool space = c == '\n' || c == '\r' || c == '\t' || c == ' ';
        if (!space) {
            result += c;
        } else if (!result.empty() && result.back() != ' ') {
            result += ' ';
        }
    }
    return result;
}

/// One row under construction.
class Row {
  public:
    explicit Row(char separator) : separator_(separator) {}

    void add(std::string_view value) {
        if (!text_.empty() || started_) text_ += separator_;
        started_ = true;
        const std::string field = one_line(value);
        const bool quote = separator_ == ',' && field.find_first_of(",\"") != std::string::npos;
        if (!quote) {
            text_ += field;
            return;
        }
        text_ += '"';
        for (const char c : field) {
            if (c == '"') text_ += '"';
            text_ += c;
        }
        text_ += '"';
    }
    [[nodiscard]] std::string finish() { return std::move(text_) + "\n"; }

  private:
    char separator_;
    bool started_ = false;
    std::string text_;
};

void add_side(Row& row, const CodedReport& coded, const std::optional<EventSide>& side) {
    if (!side) {
        for (int i = 0; i < 5; ++i) row.add("");
        return;
    }
    const Actor& actor = coded.mentions.actors[side->actor];
    row.add(actor.name);
    row.add(side->country.empty() ? actor.country : side->country);
    row.add(joined(side->sectors.empty() ? actor.sectors : side->sectors));
    row.add(side->code.empty() ? actor.code : side->code);
    row.add(slice(coded.report.text, side->span));
}

void add_place(Row& row, const CodedReport& coded, const Event& event) {
    if (!event.place) {
        for (int i = 0; i < 4; ++i) row.add("");
        return;
    }
    const PlaceMention& place = coded.mentions.places[event.place->place];
    row.add(place.name);
    row.add(place.country);
    row.add(place.located ? fmt::format("{:.4f}", place.lat) : "");
    row.add(place.located ? fmt::format("{:.4f}", place.lon) : "");
}

void add_count(Row& row, const std::optional<EventCount>& count) {
    row.add(count ? fmt::format("{}", count->low) : "");
    row.add(count && count->high ? fmt::format("{}", *count->high) : "");
}

std::string speaker(const CodedReport& coded, const Event& event) {
    if (!event.attributed_to) return {};
    if (event.attributed_to->actor != kNoActor) {
        return coded.mentions.actors[event.attributed_to->actor].name;
    }
    return std::string(slice(coded.report.text, event.attributed_to->span));
}

}  // namespace

std::string table_header(char separator) {
    Row row(separator);
    for (const std::string_view column : kColumns) row.add(column);
    return row.finish();
}

std::string table_rows(const CodedReport& coded, char separator) {
    std::string rows;
    const Report& report = coded.report;
    const CodePointIndex index(report.text);
    for (const Event& event : coded.events) {
        const EventMention& mention = event.mentions.front();
        const Span span = index.to_code_points(report.text, mention.span);
        Row row(separator);
        row.add(report.id);
        row.add(event.id);
        row.add(event.date.start);
        row.add(event.date.end);
        row.add(event.date.precision);
        row.add(event.date.basis);
        row.add(event.type);
        row.add(event.mode);
        row.add(joined(event.contexts));
        row.add(event.cameo);
        row.add(fmt::format("{}", event.quad));
        row.add(fmt::format("{:.1f}", event.goldstein));
        add_side(row, coded, event.source);
        add_side(row, coded, event.target);
        add_place(row, coded, event);
        row.add(to_string(event.status));
        row.add(speaker(coded, event));
        add_count(row, event.counts.killed);
        add_count(row, event.counts.wounded);
        add_count(row, event.counts.arrested);
        add_count(row, event.counts.participants);
        row.add(fmt::format("{}", event.mentions.size()));
        row.add(mention.anchor);
        row.add(fmt::format("{}", span.start));
        row.add(fmt::format("{}", span.end));
        row.add(slice(report.text, mention.sentence));
        row.add(fmt::format("{:.2f}", event.confidence));
        row.add(joined(event.why));
        row.add(report.published);
        row.add(report.title);
        row.add(report.uri);
        rows += row.finish();
    }
    return rows;
}

}  // namespace tidings
