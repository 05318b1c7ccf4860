#include "report/page/page_metadata.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <limits>
#include <optional>

#include "report/page/author_names.hpp"
#include "report/page/json_ld.hpp"
#include "report/page/page_title.hpp"
#include "report/publication_date.hpp"

namespace tidings::report {
namespace {

constexpr std::size_t kMostValue = 1000;     // bytes of a field
constexpr std::size_t kDateBytes = 300;      // of a block are searched for a date
constexpr std::size_t kHeadBlocks = 12;      // behind the title may hold byline and dates
constexpr std::uint32_t kBylineBytes = 100;  // of an element that names authors
constexpr std::size_t kTailBlocks = 400;     // searched for a date at last

/// What <meta>, <link> and microdata say; of several values for a field the best-ranked.
struct Declared {
    struct Value {
        std::uint32_t rank = std::numeric_limits<std::uint32_t>::max();
        bool certain = false;
        std::vector<std::string> texts;
    };
    std::array<Value, kMetaFields> fields;
    std::string canonical;
    std::string html_language;
    std::string title;  ///< of <title>

    /// True where the field comes from a key that is made for it, such as those of Open Graph;
    /// `date` and the like often tell when a page was built.
    [[nodiscard]] bool is_certain(MetaField field) const {
        return fields[static_cast<std::size_t>(field)].certain;
    }

    [[nodiscard]] std::string get(MetaField field) const {
        const auto& texts = fields[static_cast<std::size_t>(field)].texts;
        return texts.empty() ? std::string() : texts.front();
    }
};

class DeclaredReader {
  public:
    DeclaredReader(const PageTree& tree, const MetaKeys& keys) : tree_(tree), keys_(keys) {}

    Declared read() {
        for (NodeIndex i = 1; i < tree_.nodes.size(); ++i) {
            const Node& node = tree_.nodes[i];
            if (node.tag == Tag::Title && declared_.title.empty() &&
                tree_.ancestor(i, Tag::Svg) == 0) {
                declared_.title = trim(tree_.text(i)).substr(0, kMostValue);
            }
            if (node.attributes == 0) continue;
            if (node.tag == Tag::Html) {
                declared_.html_language = tree_.attribute(i, AttributeName::Lang);
            } else if (node.tag == Tag::Meta) {
                read_meta(i);
            } else if (node.tag == Tag::Link) {
                read_link(i);
            } else {
                read_property(i);
            }
        }
        return std::move(declared_);
    }

  private:
    void read_meta(NodeIndex node) {
        const std::string_view content = tree_.attribute(node, AttributeName::Content);
        for (const AttributeName name : {AttributeName::Property, AttributeName::Name,
                                         AttributeName::Itemprop, AttributeName::HttpEquiv}) {
            const std::string_view key = tree_.attribute(node, name);
            if (!key.empty()) add(key, content);
        }
    }

    void read_link(NodeIndex node) {
        if (!declared_.canonical.empty()) return;
        if (tree_.attribute(node, AttributeName::Rel) != "canonical") return;
        declared_.canonical = tree_.attribute(node, AttributeName::Href).substr(0, 2 * kMostValue);
    }

    // Microdata: the value is an attribute's, or the element's text.
    void read_property(NodeIndex node) {
        const std::string_view property = tree_.attribute(node, AttributeName::Itemprop);
        if (property.empty()) return;
        if (property == "author" || property == "creator") return read_person(node);
        if (property != "datePublished" && property != "dateModified") return;
        std::string_view value = tree_.attribute(node, AttributeName::Content);
        if (value.empty()) value = tree_.attribute(node, AttributeName::Datetime);
        if (value.empty()) value = tree_.text(node);
        add(property, value);
    }

    void read_person(NodeIndex node) {
        const std::string_view type = tree_.attribute(node, AttributeName::Itemtype);
        if (type.ends_with("Organization")) return;
        for (NodeIndex i = node + 1; i < tree_.nodes[node].end; ++i) {
            if (tree_.attribute(i, AttributeName::Itemprop) != "name") continue;
            const std::string_view content = tree_.attribute(i, AttributeName::Content);
            return add("byl", content.empty() ? tree_.text(i) : content);
        }
        const std::string_view content = tree_.attribute(node, AttributeName::Content);
        add("byl", content.empty() ? tree_.text(node) : content);
    }

    void add(std::string_view key, std::string_view value) {
        value = trim(value.substr(0, kMostValue));
        const MetaKeys::Key* known = keys_.find(key);
        if (known == nullptr || value.empty()) return;
        Declared::Value& slot = declared_.fields[static_cast<std::size_t>(known->field)];
        if (known->rank > slot.rank) return;
        if (known->rank < slot.rank) slot.texts.clear();
        slot.rank = known->rank;
        slot.certain = known->certain;
        if (slot.texts.size() < 30) slot.texts.push_back(utf8::sanitize(value));
    }

    const PageTree& tree_;
    const MetaKeys& keys_;
    Declared declared_;
};

// True if the day of the ISO date `later` follows that of `earlier`.
bool is_next_day(const std::string& earlier, const std::string& later) {
    const auto day = [](const std::string& iso) {
        const auto number = [&](std::size_t at, std::size_t length) {
            int value = 0;
            std::from_chars(iso.data() + at, iso.data() + at + length, value);
            return value;
        };
        using namespace std::chrono;
        return sys_days{year_month_day{year{number(0, 4)},
                                       month{static_cast<unsigned>(number(5, 2))},
                                       std::chrono::day{static_cast<unsigned>(number(8, 2))}}};
    };
    if (earlier.size() < 10 || later.size() < 10) return false;
    return (day(later) - day(earlier)).count() == 1;
}

class MetadataReader {
  public:
    MetadataReader(const PageTree& tree, const PageBlocks& blocks, const PageTables& tables,
                   std::string_view uri)
        : tree_(tree),
          blocks_(blocks),
          tables_(tables),
          declared_(DeclaredReader(tree, tables.meta).read()),
          linked_(read_linked_data(tree)) {
        metadata_.uri = uri;
    }

    PageMetadata read() {
        metadata_.publisher = declared_.get(MetaField::Site);
        if (metadata_.publisher.empty()) metadata_.publisher = linked_.publisher;
        metadata_.section = linked_.section;
        if (metadata_.section.empty()) metadata_.section = declared_.get(MetaField::Section);
        read_uri();
        read_title();
        read_language();
        read_dates();
        read_authors();
        metadata_.article_body = std::move(linked_.article_body);
        return std::move(metadata_);
    }

  private:
    void read_uri() {
        for (const std::string& uri :
             {declared_.canonical, declared_.get(MetaField::Uri), linked_.uri}) {
            if (!uri.starts_with("http://") && !uri.starts_with("https://")) continue;
            metadata_.uri = uri;
            return;
        }
    }

    // Some pages escape their fields twice: `&amp;#8222;`.
    static std::string unescaped(const std::string& field) {
        const std::size_t mark = field.find('&');
        if (mark == std::string::npos || field.find(';', mark) == std::string::npos) return field;
        return parse_page(field).characters;
    }

    void read_title() {
        TitleSources sources;
        sources.headline = unescaped(linked_.headline);
        sources.meta = unescaped(declared_.get(MetaField::Title));
        sources.document = declared_.title;
        sources.site = metadata_.publisher;
        metadata_.title = choose_title(sources, blocks_);
        title_block_ = find_title_block(metadata_.title, blocks_);
    }

    void read_language() {
        for (const std::string& language :
             {declared_.html_language, linked_.language, declared_.get(MetaField::Language)}) {
            const std::string lowered = utf8::lower(language.substr(0, 2));
            const bool plain = lowered.size() == 2 && lowered[0] >= 'a' && lowered[0] <= 'z' &&
                               lowered[1] >= 'a' && lowered[1] <= 'z';
            const bool ends = language.size() == 2 || language.size() < 2 || language[2] == '-' ||
                              language[2] == '_';
            if (!plain || !ends) continue;
            metadata_.language = lowered;
            return;
        }
    }

    void read_dates() {
        metadata_.modified = normalise_given_date(linked_.modified);
        if (metadata_.modified.empty()) {
            metadata_.modified = normalise_given_date(declared_.get(MetaField::Modified));
        }
        const bool certain =
            !linked_.published.empty() || declared_.is_certain(MetaField::Published);
        if (certain) {
            metadata_.published = normalise_given_date(linked_.published);
            if (metadata_.published.empty()) read_declared_date();
            if (!metadata_.published.empty()) return prefer_local_day();
        }
        read_dates_of_head();
        if (metadata_.published.empty()) read_declared_date();
        if (metadata_.published.empty()) metadata_.published = date_of_time_elements();
        if (metadata_.published.empty()) metadata_.published = date_of_blocks();
        if (metadata_.published.empty()) metadata_.published = normalise_given_date(metadata_.uri);
        if (metadata_.published.empty()) metadata_.published = metadata_.modified;
    }

    void read_declared_date() {
        metadata_.published = normalise_given_date(declared_.get(MetaField::Published));
    }

    // A time in UTC may lie on another day than the one that readers at the place saw. Where the
    // page shows that day beside its title, it is the day of publication.
    void prefer_local_day() {
        const std::string& published = metadata_.published;
        if (!published.ends_with("+00:00") || title_block_ >= blocks_.blocks.size()) return;
        const std::size_t end = std::min(blocks_.blocks.size(), title_block_ + kHeadBlocks);
        for (std::size_t i = title_block_ + 1; i < end; ++i) {
            const PageBlock& block = blocks_.blocks[i];
            if (block.letters > 120 || says_updated(blocks_.of(block))) continue;
            std::string shown = date_in(block);
            if (shown.empty()) continue;
            if (is_next_day(shown, published) || is_next_day(published, shown)) {
                metadata_.published = std::move(shown);
            }
            return;
        }
    }

    [[nodiscard]] bool says_updated(std::string_view text) const {
        const std::string folded = utf8::fold(text.substr(0, 60));
        const auto& phrases = tables_.phrases.of("updated");
        return std::any_of(phrases.begin(), phrases.end(), [&](const std::string& phrase) {
            return folded.find(phrase) != std::string::npos;
        });
    }

    [[nodiscard]] std::string date_in(const PageBlock& block) const {
        auto found = find_publication_date(blocks_.of(block).substr(0, kDateBytes));
        return found ? std::move(found->iso) : std::string();
    }

    // The blocks around the title.
    void read_dates_of_head() {
        const std::size_t size = blocks_.blocks.size();
        if (title_block_ >= size) return;
        const auto look = [&](std::size_t index) {
            const PageBlock& block = blocks_.blocks[index];
            if (block.letters > 200 || block.zone == Zone::Comments ||
                block.zone == Zone::Related) {
                return;
            }
            std::string date = date_in(block);
            if (date.empty()) return;
            std::string& slot =
                says_updated(blocks_.of(block)) ? metadata_.modified : metadata_.published;
            if (slot.empty()) slot = std::move(date);
        };
        for (std::size_t i = title_block_ + 1; i < std::min(size, title_block_ + kHeadBlocks);
             ++i) {
            if (metadata_.published.empty()) look(i);
        }
        for (std::size_t back = 1; back <= 3 && back <= title_block_; ++back) {
            if (metadata_.published.empty()) look(title_block_ - back);
        }
    }

    [[nodiscard]] std::string date_of_time_elements() const {
        for (NodeIndex i = 1; i < tree_.nodes.size(); ++i) {
            if (tree_.nodes[i].tag != Tag::Time) continue;
            std::string date = normalise_given_date(tree_.attribute(i, AttributeName::Datetime));
            if (date.empty()) date = normalise_given_date(tree_.text(i).substr(0, kDateBytes));
            if (!date.empty()) return date;
        }
        return {};
    }

    // A block that is marked as a date, else one that says when it was published.
    [[nodiscard]] std::string date_of_blocks() {
        const auto& published = tables_.phrases.of("published");
        std::size_t looked = 0;
        std::string other;
        for (const PageBlock& block : blocks_.blocks) {
            if (block.letters > 200 || block.zone == Zone::Comments) continue;
            const bool marked =
                block.zone == Zone::Date || block.zone == Zone::Byline || block.zone == Zone::Meta;
            if (!marked && ++looked > kTailBlocks) continue;
            std::string date = date_in(block);
            if (date.empty()) continue;
            if (says_updated(blocks_.of(block))) {
                if (metadata_.modified.empty()) metadata_.modified = std::move(date);
                continue;
            }
            if (marked) return date;
            const std::string folded = utf8::fold(blocks_.of(block).substr(0, 60));
            const bool says =
                std::any_of(published.begin(), published.end(),
                            [&](const std::string& phrase) { return folded.starts_with(phrase); });
            if (says) return date;
            if (other.empty()) other = std::move(date);
        }
        return other;
    }

    void add_authors(std::string_view raw) {
        const std::string field = unescaped(std::string(raw.substr(0, kMostValue)));
        for (std::string& name : split_authors(field, tables_.phrases, metadata_.publisher)) {
            auto& authors = metadata_.authors;
            if (std::find(authors.begin(), authors.end(), name) == authors.end()) {
                authors.push_back(std::move(name));
            }
        }
    }

    void read_authors() {
        for (const std::string& author : linked_.authors) add_authors(author);
        if (!metadata_.authors.empty()) return;
        for (const std::string& author :
             declared_.fields[static_cast<std::size_t>(MetaField::Author)].texts) {
            add_authors(author);
        }
        if (metadata_.authors.empty()) read_author_links();
        if (metadata_.authors.empty()) read_byline_blocks();
        if (metadata_.authors.empty()) read_byline_elements();
    }

    [[nodiscard]] bool is_elsewhere(NodeIndex node) const {
        const Zone zone = blocks_.zones[node];
        return zone == Zone::Comments || zone == Zone::Related;
    }

    // Phrases inside a line that their class names call an author.
    void read_byline_elements() {
        for (NodeIndex i = 1; i < tree_.nodes.size(); ++i) {
            if (tree_.nodes[i].attributes == 0 || is_elsewhere(i)) continue;
            if (tree_.nodes[i].characters.size() > kBylineBytes) continue;
            const std::string_view names = tree_.attribute(i, AttributeName::Class).substr(0, 200);
            for (const std::string_view name : split(names, ' ')) {
                if (tables_.zones.find(name) != Zone::Byline) continue;
                // An account's name may be in lower case; a phrase is no name.
                const std::string_view text = trim(tree_.text(i));
                if (text.find(' ') == std::string_view::npos) {
                    add_authors(text);
                } else {
                    add_capitalised(text);
                }
                break;
            }
            if (!metadata_.authors.empty()) return;
        }
    }

    void read_author_links() {
        for (NodeIndex i = 1; i < tree_.nodes.size(); ++i) {
            if (tree_.nodes[i].tag != Tag::A || is_elsewhere(i)) continue;
            const std::string_view rel = tree_.attribute(i, AttributeName::Rel);
            const std::string_view href = tree_.attribute(i, AttributeName::Href);
            const bool author = rel.find("author") != std::string_view::npos ||
                                href.find("/author/") != std::string_view::npos ||
                                href.find("/autor/") != std::string_view::npos ||
                                href.find("/authors/") != std::string_view::npos;
            if (!author) continue;
            add_authors(tree_.text(i));
            if (!metadata_.authors.empty()) return;
        }
    }

    // Of a line of the page's text: names only, up to a date or another part of the line.
    void add_capitalised(std::string_view text) {
        text = text.substr(0, text.find_first_of("0123456789|\n"));
        const std::size_t before = metadata_.authors.size();
        add_authors(text);
        auto& authors = metadata_.authors;
        const auto first = authors.begin() + static_cast<std::ptrdiff_t>(before);
        authors.erase(std::remove_if(
                          first, authors.end(),
                          [](const std::string& name) { return name[0] >= 'a' && name[0] <= 'z'; }),
                      authors.end());
    }

    void read_byline_blocks() {
        const std::size_t size = blocks_.blocks.size();
        for (std::size_t i = 0; i < size; ++i) {
            const PageBlock& block = blocks_.blocks[i];
            const std::string_view text = blocks_.of(block);
            if (block.letters > 120 || block.zone == Zone::Comments ||
                block.zone == Zone::Related || block.zone == Zone::Navigation) {
                continue;
            }
            const bool near =
                title_block_ < size && i > title_block_ && i <= title_block_ + kHeadBlocks;
            const bool says = near && skip_byline_phrase(text, tables_.phrases) > 0;
            if (block.zone != Zone::Byline && block.zone != Zone::Author && !says) continue;
            add_capitalised(text);
            if (!metadata_.authors.empty()) return;
        }
    }

    const PageTree& tree_;
    const PageBlocks& blocks_;
    const PageTables& tables_;
    Declared declared_;
    LinkedData linked_;
    PageMetadata metadata_;
    std::size_t title_block_ = 0;
};

}  // namespace

PageMetadata read_metadata(const PageTree& tree, const PageBlocks& blocks, const PageTables& tables,
                           std::string_view uri) {
    return MetadataReader(tree, blocks, tables, uri).read();
}

}  // namespace tidings::report
