#include "report/page/page_blocks.hpp"

#include <algorithm>
#include <array>

#include "report/ascii.hpp"
#include "report/blocks.hpp"

namespace tidings::report {
namespace {

bool is_left_out(Tag tag) {
    switch (tag) {
        case Tag::Head:
        case Tag::Script:
        case Tag::Style:
        case Tag::Noscript:
        case Tag::Template:
        case Tag::Svg:
        case Tag::Iframe:
        case Tag::Select:
        case Tag::Option:
        case Tag::Button:
        case Tag::Textarea:
        case Tag::Input:
        case Tag::Canvas:
        case Tag::Audio:
        case Tag::Video:
        case Tag::Object:
        case Tag::Dialog:
            return true;
        default:
            return false;
    }
}

// No-break space, thin spaces, zero-width marks: white space, or nothing at all.
struct SoftMark {
    std::string_view bytes;
    bool space = false;
};
constexpr std::array kSoftMarks{SoftMark{"\xC2\xA0", true},     SoftMark{"\xC2\xAD"},
                                SoftMark{"\xE2\x80\xAF", true}, SoftMark{"\xE2\x80\x89", true},
                                SoftMark{"\xE2\x80\x8B"},       SoftMark{"\xEF\xBB\xBF"}};

const SoftMark* soft_mark_at(std::string_view text, std::size_t pos) {
    const char lead = text[pos];
    if (lead != '\xC2' && lead != '\xE2' && lead != '\xEF') return nullptr;
    const std::string_view rest = text.substr(pos, 3);
    const auto found =
        std::find_if(kSoftMarks.begin(), kSoftMarks.end(),
                     [&](const SoftMark& mark) { return rest.starts_with(mark.bytes); });
    return found == kSoftMarks.end() ? nullptr : &*found;
}

bool is_hidden(const PageTree& tree, NodeIndex node) {
    if (tree.has(node, AttributeName::Hidden)) return true;
    if (tree.attribute(node, AttributeName::AriaHidden) == "true") return true;
    std::string style(tree.attribute(node, AttributeName::Style).substr(0, 200));
    if (style.empty()) return false;
    std::erase_if(style, is_ascii_space);
    style = utf8::lower(style);
    return style.find("display:none") != std::string::npos ||
           style.find("visibility:hidden") != std::string::npos;
}

Zone zone_of_role(std::string_view role) {
    if (role == "navigation" || role == "search" || role == "menu" || role == "menubar" ||
        role == "toolbar" || role == "complementary" || role == "contentinfo" ||
        role == "tablist") {
        return Zone::Navigation;
    }
    if (role == "dialog" || role == "alertdialog" || role == "alert") return Zone::Notice;
    return Zone::None;
}

Zone zone_of_property(std::string_view property) {
    if (property == "articleBody") return Zone::Content;
    if (property == "headline") return Zone::Title;
    if (property == "author") return Zone::Byline;
    if (property == "datePublished" || property == "dateModified") return Zone::Date;
    if (property == "comment") return Zone::Comments;
    return Zone::None;
}

Zone zone_of_tag(Tag tag) {
    switch (tag) {
        case Tag::Nav:
        case Tag::Footer:
        case Tag::Aside:
            return Zone::Navigation;
        case Tag::Figcaption:
            return Zone::Caption;
        case Tag::Time:
            return Zone::Date;
        default:
            return Zone::None;
    }
}

class BlockReader {
  public:
    BlockReader(const PageTree& tree, const ZoneNames& names)
        : tree_(tree), names_(names), zones_(tree.nodes.size(), Zone::None) {}

    PageBlocks read() {
        const NodeIndex size = static_cast<NodeIndex>(tree_.nodes.size());
        for (NodeIndex i = 1; i < size;) {
            close_until(i);
            const Node& node = tree_.nodes[i];
            if (node.tag == Tag::Text) {
                add_text(i);
                ++i;
                continue;
            }
            if (is_left_out(node.tag) || is_hidden_phrase(i)) {
                // Words on both sides of it are not one word.
                if (is_block(node.tag)) add_space();
                i = node.end;
                continue;
            }
            open(i);
            ++i;
        }
        close_until(size);
        flush();
        resolve_zones();
        return std::move(result_);
    }

  private:
    struct Open {
        NodeIndex node;
        NodeIndex end;
        bool block;
    };

    void open(NodeIndex index) {
        const Node& node = tree_.nodes[index];
        if (node.tag == Tag::Br) return line_break();
        const bool block = is_block(node.tag);
        if (block) flush();
        zones_[index] = zone_of(index);
        open_.push_back({index, node.end, block});
        if (node.tag == Tag::A) ++links_;
        if (is_strong(node.tag)) ++strong_;
    }

    void close_until(NodeIndex index) {
        while (!open_.empty() && open_.back().end <= index) {
            if (open_.back().block) flush();
            const Tag tag = tree_.nodes[open_.back().node].tag;
            if (tag == Tag::A) --links_;
            if (is_strong(tag)) --strong_;
            open_.pop_back();
        }
    }

    static bool is_strong(Tag tag) { return tag == Tag::B || tag == Tag::Strong; }

    // What an element says of itself: attributes first, then class names, then the tag.
    Zone zone_of(NodeIndex index) {
        const Node& node = tree_.nodes[index];
        if (node.tag == Tag::Html || node.tag == Tag::Body) return Zone::None;
        if (node.attributes > 0) {
            if (is_hidden(tree_, index)) return Zone::Hidden;
            if (const Zone zone = zone_of_role(tree_.attribute(index, AttributeName::Role));
                zone != Zone::None) {
                return zone;
            }
            if (const Zone zone = zone_of_property(tree_.attribute(index, AttributeName::Itemprop));
                zone != Zone::None) {
                return zone;
            }
            if (node.tag != Tag::Main) {
                if (const Zone zone = zone_of_names(index); zone != Zone::None) return zone;
            }
        }
        if (node.tag == Tag::Figure) return holds_text(index) ? Zone::None : Zone::Caption;
        return zone_of_tag(node.tag);
    }

    // Tables and quotations are set as figures too.
    [[nodiscard]] bool holds_text(NodeIndex index) const {
        const NodeIndex end = std::min(tree_.nodes[index].end, index + kFigureNodes);
        for (NodeIndex i = index + 1; i < end; ++i) {
            const Tag tag = tree_.nodes[i].tag;
            if (tag == Tag::Table || tag == Tag::Blockquote || tag == Tag::Pre || tag == Tag::P) {
                return true;
            }
        }
        return false;
    }

    // Of several class names, one that drops counts before one that does not.
    Zone zone_of_names(NodeIndex index) {
        Zone best = Zone::None;
        bool posting = false;
        for (const AttributeName attribute : {AttributeName::Class, AttributeName::Id}) {
            const std::string_view value = tree_.attribute(index, attribute);
            std::size_t seen = 0;
            for (std::size_t pos = 0; pos < value.size() && seen < kMostNames; ++seen) {
                while (pos < value.size() && is_ascii_space(value[pos])) ++pos;
                std::size_t end = pos;
                while (end < value.size() && !is_ascii_space(value[end])) ++end;
                const Zone zone = cached(value.substr(pos, end - pos));
                if (zone == Zone::Content) return zone;
                posting = posting || zone == Zone::Posting;
                if (best == Zone::None || (is_dropped(zone) && !is_dropped(best))) {
                    if (zone != Zone::None) best = zone;
                }
                pos = end;
            }
        }
        if (posting && (best == Zone::Meta || best == Zone::Posting)) return Zone::None;
        return best;
    }

    Zone cached(std::string_view name) {
        if (name.empty()) return Zone::None;
        const auto found = cache_.find(name);
        if (found != cache_.end()) return found->second;
        const Zone zone = names_.find(name);
        cache_.emplace(name, zone);
        return zone;
    }

    void add_space() {
        if (has_text_) pending_space_ = true;
    }

    void line_break() {
        if (!has_text_) return;
        if (pending_break_) return flush();
        pending_break_ = true;
    }

    // Words for screen readers inside a paragraph.
    [[nodiscard]] bool is_hidden_phrase(NodeIndex index) {
        const Node& node = tree_.nodes[index];
        if (is_block(node.tag) || node.attributes == 0 || !has_text_) return false;
        return node.characters.size() < kPhraseBytes && zone_of(index) == Zone::Hidden;
    }

    void add_text(NodeIndex index) {
        const Node& node = tree_.nodes[index];
        const std::string_view text = slice(tree_.characters, node.characters);
        for (std::size_t pos = 0; pos < text.size();) {
            if (is_ascii_space(text[pos])) {
                add_space();
                ++pos;
                continue;
            }
            if (const SoftMark* mark = soft_mark_at(text, pos)) {
                if (mark->space) add_space();
                pos += mark->bytes.size();
                continue;
            }
            const std::size_t start = pos;
            std::uint32_t letters = 0;
            while (pos < text.size() && !is_ascii_space(text[pos]) &&
                   soft_mark_at(text, pos) == nullptr) {
                letters += (static_cast<unsigned char>(text[pos]) & 0xC0U) != 0x80U ? 1 : 0;
                ++pos;
            }
            put(text.substr(start, pos - start), letters, index);
        }
    }

    // Adds a run of characters without white space.
    void put(std::string_view bytes, std::uint32_t letters, NodeIndex index) {
        const Node& node = tree_.nodes[index];
        if (!has_text_) {
            has_text_ = true;
            block_ = PageBlock{};
            block_.text.start = static_cast<std::uint32_t>(result_.text.size());
            block_.source = node.source;
            all_strong_ = true;
            describe();
        } else if (pending_break_) {
            result_.text += '\n';
        } else if (pending_space_) {
            result_.text += ' ';
            ++block_.letters;
            if (links_ > 0) ++block_.links;
        }
        if (pending_space_ || pending_break_) ++block_.words;
        pending_space_ = pending_break_ = false;
        result_.text += bytes;
        block_.letters += letters;
        if (links_ > 0) block_.links += letters;
        if (strong_ == 0) all_strong_ = false;
        if (index >= tree_.nodes[block_.inner].end) block_.inner = block_.node;
        block_.source.end = node.source.end;
    }

    // Where the block stands.
    void describe() {
        for (auto at = open_.rbegin(); at != open_.rend(); ++at) {
            const Tag tag = tree_.nodes[at->node].tag;
            if (block_.node == 0 && at->block) block_.node = at->node;
            if (tag == Tag::Li || tag == Tag::Dd || tag == Tag::Dt) block_.in_list = true;
            if (tag == Tag::Td || tag == Tag::Th) block_.in_table = true;
            const bool says_much = is_heading(tag) || tag == Tag::P || tag == Tag::Li ||
                                   tag == Tag::Blockquote || tag == Tag::Pre || tag == Tag::Td ||
                                   tag == Tag::Th || tag == Tag::Dt || tag == Tag::Dd;
            if (block_.tag == Tag::Other && says_much) block_.tag = tag;
            if (tag == Tag::Article || tag == Tag::Main || tag == Tag::Body) break;
        }
        if (open_.empty()) return;
        block_.inner = open_.back().node;
        if (block_.node == 0) block_.node = block_.inner;
    }

    void flush() {
        pending_space_ = pending_break_ = false;
        if (!has_text_) return;
        has_text_ = false;
        block_.text.end = static_cast<std::uint32_t>(result_.text.size());
        ++block_.words;
        block_.strong = all_strong_;
        block_.source = tree_.in_page(block_.source);
        block_.sentence_end = ends_sentence(result_.of(block_));
        result_.blocks.push_back(block_);
    }

    // An element that drops more of the page's prose than its zone may is not what its name says:
    // `sidebar-layout`, `comments-on`. Then top down: what an element says holds for all in it.
    void resolve_zones() {
        std::vector<std::uint64_t> below(tree_.nodes.size() + 1, 0);  // prose before each node
        for (const PageBlock& block : result_.blocks) below[block.inner + 1] += prose(block);
        for (std::size_t i = 1; i < below.size(); ++i) below[i] += below[i - 1];
        const std::uint64_t total = below.back();
        const std::vector<std::uint32_t> quotes = count_quotes();
        for (NodeIndex i = 1; i < tree_.nodes.size(); ++i) {
            const Node& node = tree_.nodes[i];
            const Zone outer = zones_[node.parent];
            const std::uint64_t inside = below[node.end] - below[i];
            const bool too_much =
                is_dropped(zones_[i]) && inside * 100 > total * most_percent(zones_[i]);
            const bool quotation = zones_[i] == Zone::Share && quotes[node.end] > quotes[i];
            if (too_much || quotation) zones_[i] = Zone::None;
            if (is_dropped(outer) || zones_[i] == Zone::None) zones_[i] = outer;
        }
        for (PageBlock& block : result_.blocks) block.zone = zones_[block.inner];
        result_.zones = std::move(zones_);
    }

    // How many quotations begin before each node: a quoted posting is text, though its element is
    // named after a network.
    [[nodiscard]] std::vector<std::uint32_t> count_quotes() const {
        std::vector<std::uint32_t> before(tree_.nodes.size() + 1, 0);
        for (std::size_t i = 0; i < tree_.nodes.size(); ++i) {
            before[i + 1] = before[i] + (tree_.nodes[i].tag == Tag::Blockquote ? 1 : 0);
        }
        return before;
    }

    static std::uint64_t most_percent(Zone zone) {
        return zone == Zone::Comments ? 90 : zone == Zone::Hidden ? 60 : 35;
    }

    static constexpr NodeIndex kFigureNodes = 200;    // of a figure are looked at
    static constexpr std::size_t kMostNames = 32;     // class names of one element
    static constexpr std::size_t kPhraseBytes = 100;  // of a phrase that is hidden

    const PageTree& tree_;
    const ZoneNames& names_;
    std::vector<Zone> zones_;  // what each element says of itself, then of all in it
    PageBlocks result_;
    std::vector<Open> open_;
    std::unordered_map<std::string_view, Zone> cache_;
    PageBlock block_;
    int links_ = 0;   // open links
    int strong_ = 0;  // open bold elements
    bool has_text_ = false;
    bool pending_space_ = false;
    bool pending_break_ = false;
    bool all_strong_ = true;
};

}  // namespace

std::uint32_t prose(const PageBlock& block) noexcept {
    constexpr std::uint32_t kShortest = 60;
    if (block.letters < kShortest || block.links * 3 > block.letters) return 0;
    return block.letters - block.links;
}

PageBlocks read_blocks(const PageTree& tree, const ZoneNames& names) {
    return BlockReader(tree, names).read();
}

}  // namespace tidings::report
