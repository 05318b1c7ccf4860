// The XML that PETRARCH, PETRARCH2 and UniversalPetrarch read: `<Sentences><Sentence
// date="20010101" id="STORY_1" source="AFP"
// sentence="True"><Text>...</Text><Parse>...</Parse></Sentence>...`. The parse is not used.
// Sentences of one story that follow each other are one report.
#include <algorithm>
#include <deque>
#include <optional>

#include <fmt/format.h>

#include <tidings/text.hpp>

#include "ingest/reading.hpp"
#include "ingest/xml_parser.hpp"

namespace tidings::ingest {
namespace {

struct Sentence {
    std::uint32_t line = 0;
    std::string id, date, source, text;
    bool is_sentence = false;  ///< else a whole story or paragraph
    bool has_text = false;
    bool too_long = false;
};

class SentenceHandler final : public XmlHandler {
  public:
    explicit SentenceHandler(std::size_t most_text) : most_text_(most_text) {}

    std::deque<Sentence> finished;

    void start(const XmlElement& element, std::uint32_t line) override {
        const std::string name = utf8::lower(element.name);
        if (name == "sentence" && !sentence_) {
            sentence_.emplace();
            sentence_->line = line;
            sentence_->id = trim(element.attribute("id"));
            sentence_->date = trim(element.attribute("date"));
            sentence_->source = trim(element.attribute("source"));
            sentence_->is_sentence = utf8::lower(trim(element.attribute("sentence"))) == "true";
        }
        in_text_ = name == "text" && sentence_;
        if (in_text_) sentence_->has_text = true;
    }

    void end(std::string_view name) override {
        in_text_ = false;
        if (!sentence_ || utf8::lower(name) != "sentence") return;
        finished.push_back(std::move(*sentence_));
        sentence_.reset();
    }

    void characters(std::string_view text) override {
        if (!in_text_ || !sentence_) return;
        if (sentence_->text.size() + text.size() > most_text_) {
            sentence_->too_long = true;
        } else {
            sentence_->text += text;
        }
    }

  private:
    std::size_t most_text_;
    std::optional<Sentence> sentence_;
    bool in_text_ = false;
};

// The story of `AFP0001_12` is `AFP0001`.
std::string_view story_of(std::string_view id) {
    const std::size_t bar = id.rfind('_');
    if (bar == std::string_view::npos || bar == 0 || bar + 1 == id.size()) return id;
    const std::string_view number = id.substr(bar + 1);
    const bool digits =
        std::all_of(number.begin(), number.end(), [](char c) { return c >= '0' && c <= '9'; });
    return digits ? id.substr(0, bar) : id;
}

// Sentences are wrapped over lines in these files.
std::string on_one_line(std::string_view text) {
    std::string line;
    for (const char c : trim(text)) {
        const bool space = c == ' ' || (c >= '\t' && c <= '\r');
        if (!space) {
            line += c;
        } else if (!line.ends_with(' ')) {
            line += ' ';
        }
    }
    return line;
}

class PetrarchReader {
  public:
    explicit PetrarchReader(const Reading& reading)
        : reading_(reading), handler_(reading.limits.max_document_bytes) {}

    bool read() {
        XmlParser parser(handler_);
        bool more = true;
        while (more) {
            more = parser.parse_some(reading_.buffer);
            while (!handler_.finished.empty()) {
                const Sentence sentence = std::move(handler_.finished.front());
                handler_.finished.pop_front();
                if (!add(sentence)) return false;
            }
        }
        if (!flush()) return false;
        if (reading_.tell_source_error()) return true;
        if (std::optional<Error> fault = parser.fault("file", reading_.name.shown)) {
            reading_.on_error(std::move(*fault));
        }
        return true;
    }

  private:
    bool add(const Sentence& sentence) {
        ++number_;
        if (!sentence.has_text || sentence.too_long) {
            reading_.tell(sentence.too_long ? fmt::format("the text has more than {} bytes",
                                                          reading_.limits.max_document_bytes)
                                            : std::string("the sentence has no <Text>"),
                          sentence.line);
            return true;
        }
        const std::string_view story = sentence.is_sentence ? story_of(sentence.id) : sentence.id;
        const bool goes_on =
            story_ && sentence.is_sentence && story == story_->id &&
            story.size() < sentence.id.size() && sentence.date == story_->published &&
            story_->bytes.size() + sentence.text.size() < reading_.limits.max_document_bytes;
        if (goes_on) {
            story_->bytes += "\n\n" + on_one_line(sentence.text);
            return true;
        }
        if (!flush()) return false;
        story_.emplace();
        story_->bytes =
            sentence.is_sentence ? on_one_line(sentence.text) : std::string(trim(sentence.text));
        story_->id = story.empty() ? reading_.numbered_id(number_) : std::string(story);
        story_->published = sentence.date;
        story_->publisher = sentence.source;
        story_->source_name = reading_.name.shown;
        story_->source_line = sentence.line;
        story_->media_type = MediaType::FieldText;
        return true;
    }

    bool flush() {
        if (!story_) return true;
        Document story = std::move(*story_);
        story_.reset();
        return reading_.on_document(std::move(story));
    }

    const Reading& reading_;
    SentenceHandler handler_;
    std::optional<Document> story_;
    std::uint64_t number_ = 0;
};

}  // namespace

bool read_petrarch(const Reading& reading) {
    return PetrarchReader(reading).read();
}

}  // namespace tidings::ingest
