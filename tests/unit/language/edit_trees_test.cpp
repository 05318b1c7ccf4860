// Edit trees turn words into lemmas.
#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "language/edit_tree_lemmatizer.hpp"

namespace tidings::language {
namespace {

EditTree substitute(std::string original, std::string replacement) {
    EditTree tree;
    tree.is_match = false;
    tree.original = std::move(original);
    tree.substitute = std::move(replacement);
    return tree;
}

EditTree match(std::uint32_t prefix, std::uint32_t suffix, std::uint32_t prefix_tree,
               std::uint32_t suffix_tree) {
    EditTree tree;
    tree.prefix_length = prefix;
    tree.suffix_length = suffix;
    tree.prefix_tree = prefix_tree;
    tree.suffix_tree = suffix_tree;
    return tree;
}

std::string apply(const EditTrees& trees, std::size_t tree, std::string_view form) {
    std::string lemma;
    return trees.apply(tree, form, lemma) ? lemma : "(does not fit)";
}

TEST(EditTrees, KeepTheMiddleAndEditTheEnds) {
    EditTrees trees;
    // ge|sag|t -> |sag|en
    ASSERT_TRUE(trees.assign({substitute("ge", ""), substitute("t", "en"), match(2, 1, 0, 1)}));
    EXPECT_EQ(apply(trees, 2, "gesagt"), "sagen");
    EXPECT_EQ(apply(trees, 2, "geübt"), "üben");
    EXPECT_EQ(apply(trees, 2, "gesagd"), "(does not fit)");
    EXPECT_EQ(apply(trees, 2, "ge"), "(does not fit)");
}

TEST(EditTrees, LengthsCountCharacters) {
    EditTrees trees;
    ASSERT_TRUE(trees.assign({substitute("äß", "ass"), match(2, 0, 0, EditTree::kNone)}));
    EXPECT_EQ(apply(trees, 1, "äßé"), "assé");
}

TEST(EditTrees, AnEmptyWordAndAnEmptyMatch) {
    EditTrees trees;
    ASSERT_TRUE(trees.assign({match(0, 0, EditTree::kNone, EditTree::kNone)}));
    EXPECT_EQ(apply(trees, 0, ""), "");
    EXPECT_EQ(apply(trees, 0, "same"), "same");
}

TEST(EditTrees, TreesThatContainThemselvesAreRefused) {
    EditTrees trees;
    EXPECT_FALSE(trees.assign({match(0, 0, 0, EditTree::kNone)}));
    EXPECT_FALSE(trees.assign({match(1, 0, 1, EditTree::kNone), match(1, 0, 0, EditTree::kNone)}));
    EXPECT_FALSE(trees.assign({match(1, 0, 5, EditTree::kNone)}));
    EXPECT_EQ(trees.size(), 0U);
}

TEST(EditTrees, TreesThatAreTooDeepAreRefused) {
    std::vector<EditTree> deep = {substitute("a", "b")};
    for (std::uint32_t i = 0; i < 100000; ++i) deep.push_back(match(0, 0, i, EditTree::kNone));
    EditTrees trees;
    EXPECT_FALSE(trees.assign(deep));
    std::reverse(deep.begin() + 1, deep.end());
    EXPECT_FALSE(trees.assign(std::move(deep)));
}

}  // namespace
}  // namespace tidings::language
