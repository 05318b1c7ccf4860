#include "report/page/page_tree.hpp"

#include <algorithm>
#include <memory>

#include <libxml/HTMLparser.h>

#include "report/page/strip_page.hpp"

namespace tidings::report {
namespace {

struct TagName {
    std::string_view name;
    Tag tag;
};

constexpr std::array kTags{
    TagName{"a", Tag::A},
    TagName{"abbr", Tag::Abbr},
    TagName{"address", Tag::Address},
    TagName{"article", Tag::Article},
    TagName{"aside", Tag::Aside},
    TagName{"audio", Tag::Audio},
    TagName{"b", Tag::B},
    TagName{"blockquote", Tag::Blockquote},
    TagName{"body", Tag::Body},
    TagName{"br", Tag::Br},
    TagName{"button", Tag::Button},
    TagName{"canvas", Tag::Canvas},
    TagName{"center", Tag::Center},
    TagName{"cite", Tag::Cite},
    TagName{"code", Tag::Code},
    TagName{"dd", Tag::Dd},
    TagName{"details", Tag::Details},
    TagName{"dialog", Tag::Dialog},
    TagName{"div", Tag::Div},
    TagName{"dl", Tag::Dl},
    TagName{"dt", Tag::Dt},
    TagName{"em", Tag::Em},
    TagName{"fieldset", Tag::Fieldset},
    TagName{"figcaption", Tag::Figcaption},
    TagName{"figure", Tag::Figure},
    TagName{"font", Tag::Font},
    TagName{"footer", Tag::Footer},
    TagName{"form", Tag::Form},
    TagName{"h1", Tag::H1},
    TagName{"h2", Tag::H2},
    TagName{"h3", Tag::H3},
    TagName{"h4", Tag::H4},
    TagName{"h5", Tag::H5},
    TagName{"h6", Tag::H6},
    TagName{"head", Tag::Head},
    TagName{"header", Tag::Header},
    TagName{"hr", Tag::Hr},
    TagName{"html", Tag::Html},
    TagName{"i", Tag::I},
    TagName{"iframe", Tag::Iframe},
    TagName{"img", Tag::Img},
    TagName{"input", Tag::Input},
    TagName{"label", Tag::Label},
    TagName{"li", Tag::Li},
    TagName{"link", Tag::Link},
    TagName{"main", Tag::Main},
    TagName{"meta", Tag::Meta},
    TagName{"nav", Tag::Nav},
    TagName{"noscript", Tag::Noscript},
    TagName{"object", Tag::Object},
    TagName{"ol", Tag::Ol},
    TagName{"option", Tag::Option},
    TagName{"p", Tag::P},
    TagName{"picture", Tag::Picture},
    TagName{"pre", Tag::Pre},
    TagName{"q", Tag::Q},
    TagName{"s", Tag::S},
    TagName{"script", Tag::Script},
    TagName{"section", Tag::Section},
    TagName{"select", Tag::Select},
    TagName{"small", Tag::Small},
    TagName{"span", Tag::Span},
    TagName{"strong", Tag::Strong},
    TagName{"style", Tag::Style},
    TagName{"sub", Tag::Sub},
    TagName{"summary", Tag::Summary},
    TagName{"sup", Tag::Sup},
    TagName{"svg", Tag::Svg},
    TagName{"table", Tag::Table},
    TagName{"tbody", Tag::Tbody},
    TagName{"td", Tag::Td},
    TagName{"template", Tag::Template},
    TagName{"textarea", Tag::Textarea},
    TagName{"tfoot", Tag::Tfoot},
    TagName{"th", Tag::Th},
    TagName{"thead", Tag::Thead},
    TagName{"time", Tag::Time},
    TagName{"title", Tag::Title},
    TagName{"tr", Tag::Tr},
    TagName{"u", Tag::U},
    TagName{"ul", Tag::Ul},
    TagName{"video", Tag::Video},
};

struct NamedAttribute {
    std::string_view name;
    AttributeName attribute;
};

constexpr std::array kAttributes{
    NamedAttribute{"aria-hidden", AttributeName::AriaHidden},
    NamedAttribute{"aria-label", AttributeName::AriaLabel},
    NamedAttribute{"class", AttributeName::Class},
    NamedAttribute{"content", AttributeName::Content},
    NamedAttribute{"datetime", AttributeName::Datetime},
    NamedAttribute{"hidden", AttributeName::Hidden},
    NamedAttribute{"href", AttributeName::Href},
    NamedAttribute{"http-equiv", AttributeName::HttpEquiv},
    NamedAttribute{"id", AttributeName::Id},
    NamedAttribute{"itemprop", AttributeName::Itemprop},
    NamedAttribute{"itemtype", AttributeName::Itemtype},
    NamedAttribute{"lang", AttributeName::Lang},
    NamedAttribute{"name", AttributeName::Name},
    NamedAttribute{"property", AttributeName::Property},
    NamedAttribute{"rel", AttributeName::Rel},
    NamedAttribute{"role", AttributeName::Role},
    NamedAttribute{"style", AttributeName::Style},
    NamedAttribute{"title", AttributeName::Title},
    NamedAttribute{"type", AttributeName::Type},
    NamedAttribute{"xml:lang", AttributeName::Lang},
};

// Where the names that begin with each letter begin in a table; one more for the end.
template <typename Table>
constexpr std::array<std::uint8_t, 27> first_letters(const Table& table) {
    std::array<std::uint8_t, 27> starts{};
    std::size_t entry = 0;
    for (std::size_t letter = 0; letter < 26; ++letter) {
        while (entry < table.size() && table[entry].name[0] < static_cast<char>('a' + letter)) {
            ++entry;
        }
        starts[letter] = static_cast<std::uint8_t>(entry);
    }
    starts[26] = static_cast<std::uint8_t>(table.size());
    return starts;
}
constexpr std::array kTagLetters = first_letters(kTags);
constexpr std::array kAttributeLetters = first_letters(kAttributes);

// Every element and attribute of a page is looked up: by its first letter, then its length.
template <typename Table>
const typename Table::value_type* find_name(const Table& table,
                                            const std::array<std::uint8_t, 27>& letters,
                                            std::string_view name) {
    if (name.empty() || name[0] < 'a' || name[0] > 'z') return nullptr;
    const auto letter = static_cast<std::size_t>(name[0] - 'a');
    for (std::size_t i = letters[letter]; i < letters[letter + 1]; ++i) {
        if (table[i].name.size() == name.size() && table[i].name == name) return &table[i];
    }
    return nullptr;
}

template <typename Table>
constexpr bool in_order(const Table& table) {
    return std::is_sorted(table.begin(), table.end(),
                          [](const auto& a, const auto& b) { return a.name < b.name; });
}
static_assert(in_order(kTags) && in_order(kAttributes));

std::string_view view(const xmlChar* text) {
    return text == nullptr ? std::string_view{} : reinterpret_cast<const char*>(text);
}

// Receives libxml2's events and writes the tree.
class TreeBuilder {
  public:
    explicit TreeBuilder(std::string_view page) : page_(page) {
        tree_.nodes.push_back(Node{});
        open_.push_back(0);
        tree_.characters.reserve(page.size() / 4);
    }

    void set_parser(htmlParserCtxtPtr parser) { parser_ = parser; }

    void start(const xmlChar* name, const xmlChar** attributes) {
        if (open_.size() >= kMostNesting || tree_.nodes.size() >= kMostNodes) return stop();
        const TagName* tag = find_name(kTags, kTagLetters, view(name));
        Node node;
        node.tag = tag == nullptr ? Tag::Other : tag->tag;
        node.parent = open_.back();
        node.source.start = last_;
        node.first_attribute = static_cast<std::uint32_t>(tree_.attribute_list.size());
        if (attributes != nullptr) add_attributes(attributes);
        node.attributes =
            static_cast<std::uint32_t>(tree_.attribute_list.size()) - node.first_attribute;
        open_.push_back(static_cast<NodeIndex>(tree_.nodes.size()));
        tree_.nodes.push_back(node);
        last_ = position();
    }

    void end() {
        last_ = position();
        if (open_.size() <= 1) return;
        close();
    }

    void characters(const xmlChar* text, int length) {
        const std::string_view added(reinterpret_cast<const char*>(text),
                                     static_cast<std::size_t>(std::max(length, 0)));
        const auto start = static_cast<std::uint32_t>(tree_.characters.size());
        const std::uint32_t from = source_start();
        last_ = position();
        tree_.characters += added;
        const auto end = static_cast<std::uint32_t>(tree_.characters.size());
        Node& before = tree_.nodes.back();
        if (before.tag == Tag::Text && before.parent == open_.back()) {
            before.characters.end = end;
            before.source.end = last_;
            return;
        }
        if (tree_.nodes.size() >= kMostNodes) return stop();
        Node node;
        node.tag = Tag::Text;
        node.parent = open_.back();
        node.characters = {start, end};
        node.source = {from, last_};
        node.end = static_cast<NodeIndex>(tree_.nodes.size() + 1);
        tree_.nodes.push_back(node);
    }

    PageTree finish(std::vector<Cut> cuts) {
        tree_.cuts = std::move(cuts);
        while (!open_.empty()) close();
        // Where an element begins among the characters, for PageTree::text.
        auto at = static_cast<std::uint32_t>(tree_.characters.size());
        for (std::size_t i = tree_.nodes.size(); i-- > 0;) {
            Node& node = tree_.nodes[i];
            if (node.tag == Tag::Text) {
                at = node.characters.start;
                continue;
            }
            const std::uint32_t end = node.end < tree_.nodes.size()
                                          ? tree_.nodes[node.end].characters.start
                                          : static_cast<std::uint32_t>(tree_.characters.size());
            node.characters = {std::min(at, end), end};
        }
        return std::move(tree_);
    }

  private:
    void close() {
        Node& node = tree_.nodes[open_.back()];
        node.end = static_cast<NodeIndex>(tree_.nodes.size());
        node.source.end = last_;
        open_.pop_back();
    }

    // libxml2 goes through all open elements at each end tag: depth must have a bound.
    void stop() {
        tree_.cut = true;
        xmlStopParser(parser_);
    }

    // How far the parser has read. The page is one buffer in UTF-8, so this is an offset into it.
    [[nodiscard]] std::uint32_t position() const {
        const xmlParserInputPtr input = parser_->input;
        if (input == nullptr || input->base == nullptr) return last_;
        // Towards its end the parser drops what it has read from its buffer.
        return static_cast<std::uint32_t>(input->consumed) +
               static_cast<std::uint32_t>(input->cur - input->base);
    }

    // A start tag is announced before its `>` is read.
    [[nodiscard]] std::uint32_t source_start() const {
        return last_ < page_.size() && page_[last_] == '>' ? last_ + 1 : last_;
    }

    void add_attributes(const xmlChar** attributes) {
        for (; *attributes != nullptr; attributes += 2) {
            const AttributeName known = find_attribute(view(attributes[0]));
            if (known == AttributeName::None) continue;
            const auto start = static_cast<std::uint32_t>(tree_.attribute_text.size());
            tree_.attribute_text += view(attributes[1]);
            const auto end = static_cast<std::uint32_t>(tree_.attribute_text.size());
            tree_.attribute_list.push_back({known, {start, end}});
        }
    }

    std::string_view page_;
    htmlParserCtxtPtr parser_ = nullptr;
    PageTree tree_;
    std::vector<NodeIndex> open_;
    std::uint32_t last_ = 0;
};

void on_start(void* builder, const xmlChar* name, const xmlChar** attributes) {
    static_cast<TreeBuilder*>(builder)->start(name, attributes);
}
void on_end(void* builder, const xmlChar* /*name*/) {
    static_cast<TreeBuilder*>(builder)->end();
}
void on_characters(void* builder, const xmlChar* text, int length) {
    static_cast<TreeBuilder*>(builder)->characters(text, length);
}

htmlSAXHandler make_handler() {
    xmlInitParser();
    htmlSAXHandler handler{};
    handler.startElement = on_start;
    handler.endElement = on_end;
    handler.characters = on_characters;
    handler.ignorableWhitespace = on_characters;
    handler.cdataBlock = on_characters;
    return handler;
}

}  // namespace

std::string_view PageTree::attribute(NodeIndex node, AttributeName name) const {
    const Node& element = nodes[node];
    for (std::uint32_t i = 0; i < element.attributes; ++i) {
        const Attribute& attribute = attribute_list[element.first_attribute + i];
        if (attribute.name == name) return slice(attribute_text, attribute.value);
    }
    return {};
}

bool PageTree::has(NodeIndex node, AttributeName name) const {
    const Node& element = nodes[node];
    const auto first = attribute_list.begin() + element.first_attribute;
    return std::any_of(first, first + element.attributes,
                       [&](const Attribute& attribute) { return attribute.name == name; });
}

std::string_view PageTree::text(NodeIndex node) const {
    return slice(characters, nodes[node].characters);
}

Span PageTree::in_page(Span source) const {
    const auto first = std::upper_bound(cuts.begin(), cuts.end(), source.start,
                                        [](std::uint32_t at, const Cut& c) { return at < c.at; });
    // What is missing just behind a node is no part of it.
    const auto last = std::lower_bound(cuts.begin(), cuts.end(), source.end,
                                       [](const Cut& c, std::uint32_t at) { return c.at < at; });
    const auto missing = [&](auto behind) {
        return behind == cuts.begin() ? 0U : std::prev(behind)->missing;
    };
    const std::uint32_t start = source.start + missing(first);
    return {start, std::max(start, source.end + missing(last))};
}

NodeIndex PageTree::ancestor(NodeIndex node, Tag tag) const {
    while (node != 0 && nodes[node].tag != tag) node = nodes[node].parent;
    return node;
}

AttributeName find_attribute(std::string_view name) noexcept {
    const NamedAttribute* known = find_name(kAttributes, kAttributeLetters, name);
    return known == nullptr ? AttributeName::None : known->attribute;
}

PageTree parse_page(std::string_view page) {
    static const htmlSAXHandler kHandler = make_handler();
    StrippedPage stripped = strip_page(page);
    const std::string& text = stripped.text;
    TreeBuilder builder(text);
    const std::unique_ptr<htmlParserCtxt, decltype(&htmlFreeParserCtxt)> parser(
        htmlCreateMemoryParserCtxt(text.data(), static_cast<int>(text.size())),
        &htmlFreeParserCtxt);
    if (!parser) return builder.finish({});  // an empty page
    *parser->sax = kHandler;
    parser->userData = &builder;
    builder.set_parser(parser.get());
    htmlCtxtUseOptions(parser.get(), HTML_PARSE_RECOVER | HTML_PARSE_NOERROR |
                                         HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                                         HTML_PARSE_IGNORE_ENC);
    parser->charset = XML_CHAR_ENCODING_UTF8;  // it has been decoded, whatever it says of itself
    htmlParseDocument(parser.get());
    return builder.finish(std::move(stripped.cuts));
}

bool is_heading(Tag tag) noexcept {
    return tag >= Tag::H1 && tag <= Tag::H6;
}

bool is_block(Tag tag) noexcept {
    switch (tag) {
        case Tag::Text:
        case Tag::A:
        case Tag::Abbr:
        case Tag::B:
        case Tag::Cite:
        case Tag::Code:
        case Tag::Em:
        case Tag::Font:
        case Tag::I:
        case Tag::Img:
        case Tag::Label:
        case Tag::Picture:
        case Tag::Q:
        case Tag::S:
        case Tag::Small:
        case Tag::Span:
        case Tag::Strong:
        case Tag::Sub:
        case Tag::Sup:
        case Tag::Time:
        case Tag::U:
        case Tag::Other:
            return false;
        default:
            return true;
    }
}

}  // namespace tidings::report
