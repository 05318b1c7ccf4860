// An HTML page as a tree.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <tidings/text.hpp>

namespace tidings::report {

/// The elements that mean something to reading a page; all others are Other.
enum class Tag : std::uint8_t {
    Text,  ///< no element: characters
    Other,
    A,
    Abbr,
    Address,
    Article,
    Aside,
    Audio,
    B,
    Blockquote,
    Body,
    Br,
    Button,
    Canvas,
    Center,
    Cite,
    Code,
    Dd,
    Details,
    Dialog,
    Div,
    Dl,
    Dt,
    Em,
    Fieldset,
    Figcaption,
    Figure,
    Font,
    Footer,
    Form,
    H1,
    H2,
    H3,
    H4,
    H5,
    H6,
    Head,
    Header,
    Hr,
    Html,
    I,
    Iframe,
    Img,
    Input,
    Label,
    Li,
    Link,
    Main,
    Meta,
    Nav,
    Noscript,
    Object,
    Ol,
    Option,
    P,
    Picture,
    Pre,
    Q,
    S,
    Script,
    Section,
    Select,
    Small,
    Span,
    Strong,
    Style,  ///< where it hides the element
    Sub,
    Summary,
    Sup,
    Svg,
    Table,
    Tbody,
    Td,
    Template,
    Textarea,
    Tfoot,
    Th,
    Thead,
    Time,
    Title,
    Tr,
    U,
    Ul,
    Video
};

/// The attributes that are kept.
enum class AttributeName : std::uint8_t {
    AriaHidden,
    AriaLabel,
    Class,
    Content,
    Datetime,
    Hidden,
    Href,  ///< of <link>, and where leads_to_author is true
    HttpEquiv,
    Id,
    Itemprop,
    Itemtype,
    Lang,
    Name,
    Property,
    Rel,
    Role,
    Style,  ///< where it hides the element
    Title,  ///< where it begins with a digit: microformats write dates so
    Type,
    None
};

using NodeIndex = std::uint32_t;

struct Attribute {
    AttributeName name = AttributeName::None;
    Span value;  ///< into PageTree::attribute_text
};

/// An element or a run of characters.
struct Node {
    Tag tag = Tag::Other;
    NodeIndex parent = 0;
    NodeIndex end = 0;  ///< behind its last descendant
    Span characters;    ///< of Text: into PageTree::characters
    Span source;        ///< bytes of the stripped page, see PageTree::in_page
    std::uint32_t first_attribute = 0;
    std::uint32_t attributes = 0;
};

/// A place in the text that was parsed, and how many bytes of the page were left out before it.
struct Cut {
    std::uint32_t at = 0;
    std::uint32_t missing = 0;
};

/// Nodes in document order: the descendants of node `i` are `i + 1` to `nodes[i].end`. The first
/// node is a root of its own.
struct PageTree {
    std::vector<Node> nodes;
    std::vector<Attribute> attribute_list;
    std::string characters;      ///< of all text, character references resolved
    std::string attribute_text;  ///< of all kept attributes
    std::vector<Cut> cuts;       ///< ascending
    bool cut = false;            ///< too deep or too large; what follows was not read

    /// The value of an attribute, empty if the element has none.
    [[nodiscard]] std::string_view attribute(NodeIndex node, AttributeName name) const;
    [[nodiscard]] bool has(NodeIndex node, AttributeName name) const;
    /// All characters below a node.
    [[nodiscard]] std::string_view text(NodeIndex node) const;
    /// The last node that is `tag` and holds `node`, or 0.
    [[nodiscard]] NodeIndex ancestor(NodeIndex node, Tag tag) const;
    /// A node's source as bytes of the page.
    [[nodiscard]] Span in_page(Span source) const;
};

/// The attribute of a lower-case name; None if it is not kept.
[[nodiscard]] AttributeName find_attribute(std::string_view name) noexcept;

/// Bounds on what a page may be; far beyond any that is news.
inline constexpr std::size_t kMostNesting = 512;
inline constexpr std::size_t kMostNodes = 1'000'000;
inline constexpr std::size_t kMostAttributes = 256;  // of one element

/// Parses a page with libxml2, as browsers would: missing and misplaced tags are mended. Of scripts
/// only structured data has contents, and styles and drawings have none (see strip_page). `page`
/// is valid UTF-8 without NUL. Linear; memory at most some thirty times the page.
[[nodiscard]] PageTree parse_page(std::string_view page);

[[nodiscard]] bool is_block(Tag tag) noexcept;
[[nodiscard]] bool is_heading(Tag tag) noexcept;

}  // namespace tidings::report
