#include "report/page/page_tree.hpp"

#include <gtest/gtest.h>

namespace tidings::report {
namespace {

NodeIndex find(const PageTree& tree, Tag tag) {
    for (NodeIndex i = 1; i < tree.nodes.size(); ++i) {
        if (tree.nodes[i].tag == tag) return i;
    }
    return 0;
}

TEST(PageTree, HoldsElementsTextAndAttributes) {
    const PageTree tree = parse_page("<div class='a b'>One <b>two</b> &amp; three</div><p>four");
    const NodeIndex div = find(tree, Tag::Div);
    ASSERT_NE(div, 0U);
    EXPECT_EQ(tree.text(div), "One two & three");
    EXPECT_EQ(tree.attribute(div, AttributeName::Class), "a b");
    EXPECT_FALSE(tree.has(div, AttributeName::Id));
    EXPECT_EQ(tree.text(find(tree, Tag::B)), "two");
    EXPECT_EQ(tree.text(find(tree, Tag::P)), "four");
    EXPECT_EQ(tree.ancestor(find(tree, Tag::B), Tag::Div), div);
    EXPECT_EQ(tree.ancestor(find(tree, Tag::B), Tag::P), 0U);
}

TEST(PageTree, KnowsWhereTextStands) {
    const std::string page = "<html><body><p id=x>One</p><p>Two &eacute;</p></body></html>";
    const PageTree tree = parse_page(page);
    std::string seen;
    for (const Node& node : tree.nodes) {
        if (node.tag == Tag::Text) seen += "[" + std::string(slice(page, node.source)) + "]";
    }
    EXPECT_EQ(seen, "[One][Two &eacute;]");
}

TEST(PageTree, KnowsWhereTextStandsBehindWhatWasLeftOut) {
    const std::string page =
        "<style>p { }</style>\n\n  <p data-x='1>2' class=a  onclick=f()>One</p>\n  <!-- two -->"
        "<script>if (a</b/.exec(c)) document.write('<p>');</script><p\n style='color:red'>Two "
        "<svg><title>x</title></svg>&eacute;<br/>three</p>";
    const PageTree tree = parse_page(page);
    std::string seen;
    for (const Node& node : tree.nodes) {
        if (node.tag != Tag::Text) continue;
        const std::string text(slice(page, tree.in_page(node.source)));
        if (!trim(text).empty()) seen += "[" + text + "]";
    }
    EXPECT_EQ(seen, "[One][Two ][&eacute;][three]");
    const NodeIndex p = find(tree, Tag::P);
    EXPECT_EQ(tree.attribute(p, AttributeName::Class), "a");
    EXPECT_EQ(tree.text(p), "One");
}

TEST(PageTree, KeepsOfScriptsTheStructuredData) {
    const PageTree tree = parse_page(
        "<SCRIPT>var a = '<b>';</SCRIPT><script type='application/ld+json'>{\"a\": \"<b>\"}"
        "</script><script src=x/>");
    EXPECT_EQ(tree.characters, "{\"a\": \"<b>\"}");
}

TEST(PageTree, ReadsBrokenTags) {
    EXPECT_EQ(parse_page("<a target=\"x\"class=\"y\">one</a>").characters, "one");
    EXPECT_EQ(parse_page("<p =\"a\" 'b' / class = c >one<p").characters, "one");
    const PageTree unclosed = parse_page("<p>one</p><p class=\"two>three</p>");
    EXPECT_EQ(unclosed.text(find(unclosed, Tag::P)), "one");
    EXPECT_EQ(parse_page("<!-- a --!><p>one").characters, "one");
    const PageTree tree = parse_page("<a target=\"x\"class=\"y\">one</a>");
    EXPECT_EQ(tree.attribute(find(tree, Tag::A), AttributeName::Class), "y");
}

TEST(PageTree, StopsWhereNestingHasNoEnd) {
    std::string page = "<p>before</p>";
    for (int i = 0; i < 200'000; ++i) page += "<div>";
    for (int i = 0; i < 200'000; ++i) page += "</b>";
    const PageTree tree = parse_page(page);
    EXPECT_TRUE(tree.cut);
    EXPECT_LT(tree.nodes.size(), 2 * kMostNesting);
    EXPECT_EQ(tree.text(find(tree, Tag::P)), "before");
}

TEST(PageTree, BoundsTheAttributesOfATag) {
    std::string page = "<p class=a";
    for (int i = 0; i < 300'000; ++i) page += i % 2 == 0 ? " a" + std::to_string(i) : " lang=x";
    page += " id=b>text</p><p x=\"a>b\" id=c>more</p>";
    const PageTree tree = parse_page(page);
    const NodeIndex p = find(tree, Tag::P);
    EXPECT_EQ(tree.attribute(p, AttributeName::Class), "a");
    EXPECT_FALSE(tree.has(p, AttributeName::Id));
    EXPECT_EQ(tree.text(p), "text");
    EXPECT_EQ(tree.attribute(tree.nodes[p].end, AttributeName::Id), "c");
}

TEST(PageTree, ExpandsNoEntitiesOfAPagesOwn) {
    const PageTree tree = parse_page(
        "<!DOCTYPE html [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>"
        "<p>&b;&b;&b;</p>");
    EXPECT_LT(tree.characters.size(), 100U);
}

TEST(PageTree, IsEmptyForNothing) {
    for (const char* page : {"", " ", "<", "<!--", "</p>"}) {
        const PageTree tree = parse_page(page);
        EXPECT_GE(tree.nodes.size(), 1U) << page;
        EXPECT_EQ(tree.nodes[0].end, tree.nodes.size()) << page;
    }
}

}  // namespace
}  // namespace tidings::report
