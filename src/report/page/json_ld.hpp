// What a page says of its report in JSON-LD (schema.org).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "report/page/page_tree.hpp"

namespace tidings::report {

/// The fields of the page's article, as given. All may be empty.
struct LinkedData {
    std::string headline;
    std::vector<std::string> authors;  ///< persons; organisations are left out
    std::string published;
    std::string modified;
    std::string publisher;
    std::string section;
    std::string language;
    std::string uri;
    std::string article_body;
};

/// Reads all JSON-LD scripts of a page. Of several articles the one that says most counts; a
/// `WebPage` only gives what no article does. JSON that is broken is passed over.
[[nodiscard]] LinkedData read_linked_data(const PageTree& tree);

}  // namespace tidings::report
