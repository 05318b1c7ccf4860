#include "report/page/page_metadata.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <optional>

#include "base/cut.hpp"
#include "report/page/author_names.hpp"
#include "report/page/json_ld.hpp"
#include "report/page/page_authors.hpp"
#include "report/page/page_dates.hpp"
#include "report/page/page_title.hpp"

namespace tidings::report {
namespace {

constexpr std::size_t kMostFieldBytes = 1000;  // bytes of a field

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
    DeclaredReader(const PageTree& tree, const PageTables& tables)
        : tree_(tree), keys_(tables.meta), phrases_(tables.phrases) {}

    Declared read() {
        for (NodeIndex i = 1; i < tree_.nodes.size(); ++i) {
            const Node& node = tree_.nodes[i];
            if (node.tag == Tag::Title && declared_.title.empty() &&
                tree_.ancestor(i, Tag::Svg) == 0) {
                declared_.title = utf8::cut(trim(tree_.text(i)), kMostFieldBytes);
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
            if (key.empty()) continue;
            add(key, content);
            read_label(key, content);
        }
    }

    // `twitter:label1` says what `twitter:data1` behind it is: `Written by`, `Verfasst von`.
    void read_label(std::string_view key, std::string_view content) {
        if (!key.starts_with("twitter:")) return;
        key.remove_prefix(8);
        if (key.starts_with("label")) {
            labels_author_ = skip_byline_phrase(content, phrases_) == content.size();
        } else if (key.starts_with("data") && labels_author_) {
            add("twitter:data", content);
            labels_author_ = false;
        }
    }

    void read_link(NodeIndex node) {
        if (!declared_.canonical.empty()) return;
        if (tree_.attribute(node, AttributeName::Rel) != "canonical") return;
        declared_.canonical =
            utf8::cut(tree_.attribute(node, AttributeName::Href), 2 * kMostFieldBytes);
    }

    // Microdata and RDFa: the value is an attribute's, or the element's text.
    void read_property(NodeIndex node) {
        std::string_view property = tree_.attribute(node, AttributeName::Itemprop);
        if (property == "author" || property == "creator") return read_person(node);
        if (property.empty()) {
            property = tree_.attribute(node, AttributeName::Property);
            property = property.substr(0, property.find(' '));
        }
        if (property.empty()) return;
        const MetaKeys::Key* known = keys_.find(property);
        if (known == nullptr ||
            (known->field != MetaField::Published && known->field != MetaField::Modified)) {
            return;
        }
        std::string_view value = tree_.attribute(node, AttributeName::Content);
        if (value.empty()) value = tree_.attribute(node, AttributeName::Datetime);
        if (value.empty()) value = tree_.text(node);
        add(property, value);
    }

    void read_person(NodeIndex node) {
        const std::string_view type = tree_.attribute(node, AttributeName::Itemtype);
        if (type.ends_with("Organization")) return;
        // Further down they are those of comments and of works that are cited.
        const NodeIndex parent = tree_.nodes[node].parent;
        if (people_ != 0 && parent != people_) return;
        people_ = parent;
        for (NodeIndex i = node + 1; i < tree_.nodes[node].end; ++i) {
            if (tree_.attribute(i, AttributeName::Itemprop) != "name") continue;
            const std::string_view content = tree_.attribute(i, AttributeName::Content);
            return add("byl", content.empty() ? tree_.text(i) : content);
        }
        const std::string_view content = tree_.attribute(node, AttributeName::Content);
        add("byl", content.empty() ? tree_.text(node) : content);
    }

    void add(std::string_view key, std::string_view value) {
        value = trim(utf8::cut(value, kMostFieldBytes));
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
    const PagePhrases& phrases_;
    Declared declared_;
    bool labels_author_ = false;
    NodeIndex people_ = 0;  // the element that holds the first author
};

class MetadataReader {
  public:
    MetadataReader(const PageTree& tree, const PageBlocks& blocks, const PageTables& tables,
                   std::string_view uri)
        : tree_(tree),
          blocks_(blocks),
          tables_(tables),
          declared_(DeclaredReader(tree, tables).read()),
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
        DateSources sources;
        sources.linked_published = std::move(linked_.published);
        sources.linked_modified = std::move(linked_.modified);
        sources.meta_published = declared_.get(MetaField::Published);
        sources.meta_certain = declared_.is_certain(MetaField::Published);
        sources.meta_modified = declared_.get(MetaField::Modified);
        sources.uri = metadata_.uri;
        sources.description = declared_.get(MetaField::Description);
        sources.document_title = declared_.title;
        sources.locale = locale();
        sources.title_block = title_block_;
        PageDates dates = report::read_dates(tree_, blocks_, tables_.phrases, sources);
        metadata_.published = std::move(dates.published);
        metadata_.modified = std::move(dates.modified);
    }

    // `de`, or with the region `en-GB`.
    [[nodiscard]] std::string locale() const {
        std::string found = metadata_.language;
        for (const std::string& tag :
             {declared_.html_language, declared_.get(MetaField::Language), linked_.language}) {
            if (tag.size() != 5 || !tag.starts_with(metadata_.language)) continue;
            found += '-';
            for (const char c : tag.substr(3)) {
                found += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
            }
            break;
        }
        return found;
    }

    void read_authors() {
        AuthorSources sources;
        for (const std::string& author : linked_.authors) {
            sources.linked.push_back(unescaped(author));
        }
        const auto& declared = declared_.fields[static_cast<std::size_t>(MetaField::Author)].texts;
        for (const std::string& author : declared) sources.meta.push_back(unescaped(author));
        sources.publisher = metadata_.publisher;
        // In what is no part of the report, bylines are those of others.
        const bool kept =
            title_block_ < blocks_.blocks.size() && !is_dropped(blocks_.blocks[title_block_].zone);
        sources.title_block = kept ? title_block_ : blocks_.blocks.size();
        metadata_.authors = report::read_authors(tree_, blocks_, tables_, sources);
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
