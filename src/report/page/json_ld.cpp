#include "report/page/json_ld.hpp"

#include <algorithm>
#include <unordered_map>

#include <simdjson.h>

#include <tidings/text.hpp>

namespace tidings::report {
namespace {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;

constexpr std::size_t kMostObjects = 5000;  // of a page are looked at
constexpr std::size_t kDeepest = 8;         // nesting that is looked into
constexpr std::size_t kMostLinkedAuthors = 30;
constexpr std::size_t kMostDate = 60;                       // bytes
constexpr std::size_t kMostBody = std::size_t{256} * 1024;  // bytes of an article's text

enum class NodeKind : std::uint8_t { Other, Page, Article };

NodeKind kind_of(std::string_view type) {
    const std::size_t slash = type.rfind('/');
    if (slash != std::string_view::npos) type.remove_prefix(slash + 1);
    if (type.ends_with("Article") || type.ends_with("Posting") || type == "Review" ||
        type == "Report" || type == "Recipe") {
        return NodeKind::Article;
    }
    const bool page = type.ends_with("Page") || type == "CreativeWork" || type == "Episode" ||
                      type == "PodcastEpisode";
    return page ? NodeKind::Page : NodeKind::Other;
}

std::string_view string_at(object json, const char* key) {
    std::string_view text;
    if (json[key].get(text) != simdjson::SUCCESS) return {};
    return text;
}

// Calls `visit` for a value, or for each value of an array.
template <typename Visit>
void each(element value, Visit visit) {
    array list;
    if (value.get(list) != simdjson::SUCCESS) return visit(value);
    for (const element item : list) visit(item);
}

bool has_type(object json, std::string_view wanted) {
    element type;
    bool found = false;
    if (json["@type"].get(type) != simdjson::SUCCESS) return false;
    each(type, [&](element item) {
        std::string_view name;
        found = found || (item.get(name) == simdjson::SUCCESS && name.ends_with(wanted));
    });
    return found;
}

class LinkedDataReader {
  public:
    void read(std::string_view script) {
        element root;
        const simdjson::padded_string json = clean(script);
        if (parser_.parse(json).get(root) != simdjson::SUCCESS) return read_broken(script);
        names_.clear();
        collect(root, 0);
        for (const object& article : articles_) take(article, NodeKind::Article);
        for (const object& page : pages_) take(page, NodeKind::Page);
        articles_.clear();  // they point into the parser
        pages_.clear();
    }

    LinkedData finish() {
        fill_from(best_page_);
        return std::move(best_);
    }

  private:
    // Pages put line ends into strings, and comments around the whole.
    static simdjson::padded_string clean(std::string_view script) {
        const std::size_t start = std::min(script.find_first_of("{["), script.size());
        const std::size_t end = script.find_last_of("}]");
        script = script.substr(start,
                               end == std::string_view::npos || end < start ? 0 : end + 1 - start);
        std::string json(script);
        std::replace_if(
            json.begin(), json.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; },
            ' ');
        return simdjson::padded_string(json);
    }

    // Of JSON that is not well-formed the dates alone, which stand in it as plain strings.
    void read_broken(std::string_view script) {
        const auto string_behind = [&](std::string_view key) -> std::string {
            std::size_t pos = script.find(key);
            if (pos == std::string_view::npos) return {};
            pos = script.find_first_not_of(" \t\r\n:", pos + key.size());
            if (pos == std::string_view::npos || script[pos] != '"') return {};
            const std::string_view value = script.substr(pos + 1, kMostDate);
            return std::string(value.substr(0, value.find('"')));
        };
        for (const char* key : {"\"datePublished\"", "\"dateCreated\"", "\"uploadDate\""}) {
            if (best_page_.published.empty()) best_page_.published = string_behind(key);
        }
        if (best_page_.modified.empty()) best_page_.modified = string_behind("\"dateModified\"");
    }

    void collect(element value, std::size_t depth) {
        if (depth > kDeepest || ++seen_ > kMostObjects) return;
        array list;
        if (value.get(list) == simdjson::SUCCESS) {
            for (const element item : list) collect(item, depth + 1);
            return;
        }
        object json;
        if (value.get(json) != simdjson::SUCCESS) return;
        const std::string_view id = string_at(json, "@id");
        const std::string_view name = string_at(json, "name");
        if (!id.empty() && !name.empty()) {
            names_.try_emplace(std::string(id), Named{std::string(name), has_type(json, "Person")});
        }
        NodeKind kind = NodeKind::Other;
        element type;
        if (json["@type"].get(type) == simdjson::SUCCESS) {
            each(type, [&](element item) {
                std::string_view text;
                if (item.get(text) == simdjson::SUCCESS) kind = std::max(kind, kind_of(text));
            });
        }
        if (kind == NodeKind::Article) articles_.push_back(json);
        if (kind == NodeKind::Page) pages_.push_back(json);
        for (const char* key : {"@graph", "mainEntity", "mainEntityOfPage", "itemListElement"}) {
            element inner;
            if (json[key].get(inner) == simdjson::SUCCESS) collect(inner, depth + 1);
        }
    }

    void take(object json, NodeKind kind) {
        LinkedData data;
        data.headline = string_at(json, "headline");
        if (data.headline.empty()) data.headline = string_at(json, "name");
        data.published = string_at(json, "datePublished");
        for (const char* key : {"dateCreated", "uploadDate"}) {
            if (data.published.empty()) data.published = string_at(json, key);
        }
        data.modified = string_at(json, "dateModified");
        data.article_body = string_at(json, "articleBody").substr(0, kMostBody);
        data.uri = string_at(json, "url");
        element value;
        if (json["author"].get(value) == simdjson::SUCCESS) add_authors(value, data);
        if (data.authors.empty() && json["creator"].get(value) == simdjson::SUCCESS) {
            add_authors(value, data);
        }
        if (json["publisher"].get(value) == simdjson::SUCCESS) data.publisher = name_of(value);
        if (json["articleSection"].get(value) == simdjson::SUCCESS) data.section = name_of(value);
        if (json["inLanguage"].get(value) == simdjson::SUCCESS) data.language = name_of(value);
        LinkedData& best = kind == NodeKind::Article ? best_ : best_page_;
        if (weight(data) > weight(best)) best = std::move(data);
    }

    // How much an article says: the page's own says more than those it links to.
    static std::size_t weight(const LinkedData& data) {
        return (data.published.empty() ? 0 : 4) + (data.headline.empty() ? 0 : 2) +
               (data.authors.empty() ? 0 : 2) + (data.article_body.empty() ? 0 : 4) +
               (data.publisher.empty() ? 0 : 1) + (data.modified.empty() ? 0 : 1);
    }

    void fill_from(const LinkedData& page) {
        const auto fill = [](std::string& to, const std::string& from) {
            if (to.empty()) to = from;
        };
        fill(best_.published, page.published);
        fill(best_.modified, page.modified);
        fill(best_.publisher, page.publisher);
        fill(best_.language, page.language);
        if (best_.authors.empty()) best_.authors = page.authors;
    }

    [[nodiscard]] std::string name_of(element value) const {
        std::string name;
        each(value, [&](element item) {
            std::string_view text;
            object json;
            if (!name.empty()) return;
            if (item.get(text) == simdjson::SUCCESS) {
                name = text;
            } else if (item.get(json) == simdjson::SUCCESS) {
                name = string_at(json, "name");
                const auto known = names_.find(std::string(string_at(json, "@id")));
                if (name.empty() && known != names_.end()) name = known->second.name;
            }
        });
        return name;
    }

    void add_authors(element value, LinkedData& data) const {
        each(value, [&](element item) {
            if (data.authors.size() >= kMostLinkedAuthors) return;
            object json;
            std::string name;
            if (item.get(json) == simdjson::SUCCESS) {
                if (has_type(json, "Organization")) return;
                element inner;
                if (json["name"].get(inner) == simdjson::SUCCESS) {
                    each(inner, [&](element part) {
                        std::string_view text;
                        if (part.get(text) == simdjson::SUCCESS) data.authors.emplace_back(text);
                    });
                    return;
                }
                const auto known = names_.find(std::string(string_at(json, "@id")));
                if (known == names_.end() || !known->second.person) return;
                name = known->second.name;
            } else {
                std::string_view text;
                if (item.get(text) != simdjson::SUCCESS) return;
                name = text;
            }
            if (!name.empty()) data.authors.push_back(std::move(name));
        });
    }

    struct Named {
        std::string name;
        bool person = false;
    };

    simdjson::dom::parser parser_;
    LinkedData best_;
    LinkedData best_page_;
    std::vector<object> articles_;
    std::vector<object> pages_;
    std::unordered_map<std::string, Named> names_;
    std::size_t seen_ = 0;
};

}  // namespace

LinkedData read_linked_data(const PageTree& tree) {
    LinkedDataReader reader;
    for (NodeIndex i = 1; i < tree.nodes.size(); ++i) {
        if (tree.nodes[i].tag != Tag::Script) continue;
        const std::string_view type = tree.attribute(i, AttributeName::Type);
        if (type.find("ld+json") == std::string_view::npos) continue;
        reader.read(tree.text(i));
    }
    return reader.finish();
}

}  // namespace tidings::report
