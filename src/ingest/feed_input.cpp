// News feeds: RSS 0.9 to 2.0 and Atom, one report an item.
#include <algorithm>
#include <deque>
#include <optional>

#include <fmt/format.h>

#include <tidings/text.hpp>

#include "ingest/reading.hpp"
#include "ingest/xml_parser.hpp"

namespace tidings::ingest {
namespace {

constexpr std::string_view kContent = "http://purl.org/rss/1.0/modules/content/";
constexpr std::string_view kMedia = "http://search.yahoo.com/mrss/";
constexpr std::string_view kItunes = "http://www.itunes.com/";
constexpr std::size_t kMostWords = std::size_t{64} << 10U;  // of a title, a name, an address

/// What an item's element means.
enum class Part : std::uint8_t {
    None,
    Id,
    Title,
    Link,
    Content,
    Summary,
    Published,
    Updated,
    Author,
    Category,
};

/// The text of an item and what its feed says that it is.
struct Text {
    std::string text;
    bool plain = false;  ///< Atom's type="text"; else HTML
};

struct Item {
    std::uint32_t line = 0;
    bool too_long = false;
    std::string id, title, link, published, updated, category;
    std::vector<std::string> authors;
    Text content;
    Text summary;
};

/// Text without tags as HTML: blank lines part its paragraphs.
std::string paragraphs(std::string_view text) {
    std::string html = "<p>";
    bool blank = false;
    for (const std::string_view line : split(text, '\n')) {
        if (trim(line).empty()) {
            blank = true;
            continue;
        }
        if (blank && html.size() > 3) html += "</p><p>";
        blank = false;
        html += line;
        html += '\n';
    }
    return html + "</p>";
}

bool has_tags(std::string_view text) {
    for (std::size_t at = text.find('<'); at != std::string_view::npos;
         at = text.find('<', at + 1)) {
        if (at + 1 >= text.size()) return false;
        const char next = text[at + 1];
        if (next == '/' || next == '!' || (next >= 'a' && next <= 'z') ||
            (next >= 'A' && next <= 'Z')) {
            return true;
        }
    }
    return false;
}

void append_escaped(std::string& html, std::string_view text) {
    for (const char c : text) {
        if (c == '<') {
            html += "&lt;";
        } else if (c == '&') {
            html += "&amp;";
        } else {
            html += c;
        }
    }
}

// Collects items; finished ones wait to be handed on between two pieces of the input.
class FeedHandler final : public XmlHandler {
  public:
    explicit FeedHandler(std::size_t most_text) : most_text_(most_text) {}

    std::deque<Item> finished;
    std::string feed_title;

    void start(const XmlElement& element, std::uint32_t line) override {
        ++depth_;
        if (markup_depth_ != 0) return write_tag(element.name, false);
        if (!item_ && (element.name == "item" || element.name == "entry")) {
            item_.emplace();
            item_->line = line;
            item_->id = element.attribute("about");
            item_depth_ = depth_;
            return;
        }
        if (item_) return start_part(element);
        part_ = Part::None;
        // The feed's own title stands right below its outermost element, or the channel's.
        if (element.name == "title" && depth_ <= 3 && feed_title.empty() && !in_image_ &&
            element.space != kMedia) {
            begin(Part::Title);
        }
        if (element.name == "image" || element.name == "textInput") in_image_ = true;
    }

    void end(std::string_view name) override {
        if (markup_depth_ != 0) {
            if (depth_ > markup_depth_) {
                write_tag(name, true);
            } else {
                markup_depth_ = 0;
            }
        }
        if (part_ != Part::None && depth_ == part_depth_) finish_part();
        if (item_ && depth_ == item_depth_) {
            finished.push_back(std::move(*item_));
            item_.reset();
        }
        if (name == "image" || name == "textInput") in_image_ = false;
        if (depth_ > 0) --depth_;
    }

    void characters(std::string_view text) override {
        if (part_ == Part::None || (depth_ != part_depth_ && !is_person_ && markup_depth_ == 0)) {
            return;
        }
        const bool long_part = part_ == Part::Content || part_ == Part::Summary;
        const std::size_t limit = long_part ? most_text_ : kMostWords;
        if (text_.size() + text.size() > limit) {
            if (item_ && long_part) item_->too_long = true;
            return;
        }
        if (markup_depth_ != 0) {
            append_escaped(text_, text);
        } else {
            text_ += text;
        }
    }

  private:
    void begin(Part part) {
        part_ = part;
        part_depth_ = depth_;
        text_.clear();
        is_person_ = false;
        plain_ = false;
    }

    static Part part_of(const XmlElement& element) {
        const std::string_view name = element.name;
        if (element.space == kMedia || element.space.starts_with(kItunes)) return Part::None;
        if (element.space == kContent) return name == "encoded" ? Part::Content : Part::None;
        if (name == "guid" || name == "id") return Part::Id;
        if (name == "title") return Part::Title;
        if (name == "link") return Part::Link;
        if (name == "description" || name == "summary") return Part::Summary;
        if (name == "content" || name == "content:encoded" || name == "encoded") {
            return Part::Content;
        }
        if (name == "pubDate" || name == "published" || name == "issued" || name == "date" ||
            name == "created") {
            return Part::Published;
        }
        if (name == "updated" || name == "modified") return Part::Updated;
        if (name == "author" || name == "creator") return Part::Author;
        if (name == "category" || name == "subject") return Part::Category;
        return Part::None;
    }

    void start_part(const XmlElement& element) {
        if (!item_) return;
        if (depth_ != item_depth_ + 1) return start_inside(element);
        const Part part = part_of(element);
        begin(part);
        if (part == Part::Link) {
            const std::string_view rel = element.attribute("rel");
            const std::string_view href = element.attribute("href");
            if (!href.empty() && (rel.empty() || rel == "alternate") && item_->link.empty()) {
                item_->link = href.substr(0, kMostWords);
            }
        }
        if (part == Part::Category && item_->category.empty()) {
            item_->category = element.attribute("label");
            if (item_->category.empty()) item_->category = element.attribute("term");
        }
        if (part == Part::Content || part == Part::Summary) {
            const std::string_view type = element.attribute("type");
            plain_ = type == "text" || type == "text/plain";
            const bool atom = element.name == "content" || element.name == "summary";
            if (atom && type.empty()) plain_ = true;
            if (type == "xhtml" || type == "application/xhtml+xml") markup_depth_ = depth_;
        }
    }

    // Atom's <author> holds a <name>, of which alone the text counts. Tags in a text are its
    // markup.
    void start_inside(const XmlElement& element) {
        if (part_ == Part::Author) {
            is_person_ = element.name == "name";
            if (is_person_) text_.clear();
        }
        if (part_ == Part::Content || part_ == Part::Summary) {
            markup_depth_ = part_depth_;
            plain_ = false;
            write_tag(element.name, false);
        }
    }

    void write_tag(std::string_view name, bool closing) {
        if (text_.size() + name.size() + 3 > most_text_) return;
        text_ += closing ? "</" : "<";
        text_ += name;
        text_ += '>';
    }

    void finish_part() {
        const Part part = part_;
        part_ = Part::None;
        if (!item_) {
            feed_title = trim(text_);
            return;
        }
        const auto put = [this](std::string& slot) {
            if (slot.empty()) slot = trim(text_);
        };
        switch (part) {
            case Part::Id:
                if (!trim(text_).empty()) item_->id = trim(text_);
                return;
            case Part::Title:
                return put(item_->title);
            case Part::Link:
                return put(item_->link);
            case Part::Content:
                return keep_longer(item_->content);
            case Part::Summary:
                return keep_longer(item_->summary);
            case Part::Published:
                return put(item_->published);
            case Part::Updated:
                return put(item_->updated);
            case Part::Author:
                return add_author();
            case Part::Category:
                return put(item_->category);
            case Part::None:
                return;
        }
    }

    void keep_longer(Text& slot) {
        if (text_.size() > slot.text.size()) slot = {std::move(text_), plain_};
    }

    // RSS writes `jane@example.org (Jane Doe)`.
    void add_author() {
        std::string_view name = trim(text_);
        const std::size_t open = name.find('(');
        if (name.find('@') < open && open != std::string_view::npos && name.ends_with(')')) {
            name = trim(name.substr(open + 1, name.size() - open - 2));
        }
        const bool address = name.find('@') != std::string_view::npos;
        if (!item_ || name.empty() || address || item_->authors.size() >= kMostAuthors) return;
        item_->authors.emplace_back(name);
    }

    std::size_t most_text_;
    std::size_t depth_ = 0;
    std::optional<Item> item_;
    std::size_t item_depth_ = 0;
    Part part_ = Part::None;
    std::size_t part_depth_ = 0;
    std::size_t markup_depth_ = 0;  // of the element that holds XHTML; 0 outside
    bool is_person_ = false;
    bool plain_ = false;
    bool in_image_ = false;
    std::string text_;
};

class FeedReader {
  public:
    explicit FeedReader(const Reading& reading)
        : reading_(reading), handler_(reading.limits.max_document_bytes) {}

    bool read() {
        XmlParser parser(handler_);
        bool more = true;
        while (more) {
            more = parser.parse_some(reading_.buffer);
            while (!handler_.finished.empty()) {
                Item item = std::move(handler_.finished.front());
                handler_.finished.pop_front();
                ++number_;
                if (!deliver(std::move(item))) return false;
            }
        }
        if (reading_.tell_source_error()) return true;
        if (std::optional<Error> fault = parser.fault("feed", reading_.name.shown)) {
            reading_.on_error(std::move(*fault));
        }
        return true;
    }

  private:
    bool deliver(Item item) {
        if (item.too_long) {
            reading_.tell(fmt::format("the item's text has more than {} bytes",
                                      reading_.limits.max_document_bytes),
                          item.line);
            return true;
        }
        Document document;
        document.excerpt = trim(item.content.text).empty();
        Text& text = document.excerpt ? item.summary : item.content;
        if (text.plain) {
            document.bytes = std::move(text.text);
            document.media_type = MediaType::FieldText;
        } else {
            document.bytes = has_tags(text.text) ? std::move(text.text) : paragraphs(text.text);
            document.media_type = MediaType::HtmlFragment;
        }
        document.source_name = reading_.name.shown;
        document.source_line = item.line;
        document.uri = std::move(item.link);
        document.id = std::move(item.id);
        if (document.id.empty()) {
            document.id = document.uri.empty() ? reading_.numbered_id(number_) : document.uri;
        }
        document.title = std::move(item.title);
        document.authors = std::move(item.authors);
        document.publisher = handler_.feed_title;
        document.section = std::move(item.category);
        document.published = std::move(item.published);
        document.modified = std::move(item.updated);
        if (document.published.empty()) document.published = document.modified;
        return reading_.on_document(std::move(document));
    }

    const Reading& reading_;
    FeedHandler handler_;
    std::uint64_t number_ = 0;
};

}  // namespace

bool read_feed(const Reading& reading) {
    return FeedReader(reading).read();
}

}  // namespace tidings::ingest
