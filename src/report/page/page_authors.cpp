#include "report/page/page_authors.hpp"

#include <algorithm>

#include "report/page/author_names.hpp"
#include "report/page/strip_page.hpp"
#include "report/publication_date.hpp"

namespace tidings::report {
namespace {

constexpr std::size_t kMostAuthorBytes = 1000;  // bytes of a field
constexpr std::uint32_t kBylineBytes = 100;     // of an element that names authors
constexpr std::uint32_t kBylineLetters = 120;
constexpr std::uint32_t kSignature = 80;   // letters of a line of the text that names its author
constexpr std::size_t kBylineBlocks = 12;  // behind the title may hold the byline

bool is_capitalised(std::string_view name) {
    return !name.empty() && !(name[0] >= 'a' && name[0] <= 'z');
}

class AuthorReader {
  public:
    AuthorReader(const PageTree& tree, const PageBlocks& blocks, const PageTables& tables,
                 const AuthorSources& sources)
        : tree_(tree), blocks_(blocks), tables_(tables), sources_(sources) {}

    std::vector<std::string> read() {
        for (const std::string& author : sources_.linked) add(author);
        if (!authors_.empty()) return std::move(authors_);
        for (const std::string& author : sources_.meta) add(author);
        using Step = void (AuthorReader::*)();
        for (const Step step : {&AuthorReader::read_links, &AuthorReader::read_byline_blocks,
                                &AuthorReader::read_byline_elements, &AuthorReader::read_date_line,
                                &AuthorReader::read_signature}) {
            if (authors_.empty()) (this->*step)();
        }
        if (authors_.empty()) authors_ = std::move(others_);
        return std::move(authors_);
    }

  private:
    // The names in a field, and for want of those what else it says.
    void add(std::string_view field) {
        field = field.substr(0, kMostAuthorBytes);
        for (std::string& name : split_authors(field, tables_.phrases, sources_.publisher)) {
            if (std::find(authors_.begin(), authors_.end(), name) == authors_.end()) {
                authors_.push_back(std::move(name));
            }
        }
        if (!others_.empty()) return;
        std::string other = desk_or_account(field, tables_.phrases, sources_.publisher);
        if (!other.empty()) others_.push_back(std::move(other));
    }

    // Of a line of the page's text: names only, up to a date or another part of the line.
    void add_line(std::string_view text) {
        text = text.substr(0, text.find_first_of("0123456789|\n"));
        const std::size_t before = authors_.size();
        add(text);
        const auto first = authors_.begin() + static_cast<std::ptrdiff_t>(before);
        authors_.erase(
            std::remove_if(first, authors_.end(),
                           [](const std::string& name) { return !is_capitalised(name); }),
            authors_.end());
    }

    [[nodiscard]] static bool is_elsewhere(Zone zone) {
        return zone == Zone::Comments || zone == Zone::Related;
    }

    // The first such link, and those beside it.
    void read_links() {
        NodeIndex parent = 0;
        for (NodeIndex i = 1; i < tree_.nodes.size(); ++i) {
            const Node& node = tree_.nodes[i];
            if (node.tag != Tag::A || node.attributes == 0) continue;
            if (is_elsewhere(blocks_.zones[i])) continue;
            if (!authors_.empty() && node.parent != parent) continue;
            const bool author =
                tree_.attribute(i, AttributeName::Rel).find("author") != std::string_view::npos ||
                leads_to_author(tree_.attribute(i, AttributeName::Href));
            if (!author || node.characters.size() > kBylineBytes) continue;
            const std::size_t before = authors_.size();
            add(tree_.text(i));
            if (authors_.size() > before) parent = node.parent;
        }
    }

    void read_byline_blocks() {
        const std::size_t size = blocks_.blocks.size();
        const std::size_t title = sources_.title_block;
        for (std::size_t i = 0; i < size; ++i) {
            const PageBlock& block = blocks_.blocks[i];
            if (block.letters > kBylineLetters || is_elsewhere(block.zone)) continue;
            if (block.zone == Zone::Navigation) continue;
            const std::string_view text = blocks_.of(block);
            const bool near = title < size && i > title && i <= title + kBylineBlocks;
            const bool says = near && skip_byline_phrase(text, tables_.phrases) > 0;
            if (block.zone != Zone::Byline && block.zone != Zone::Author && !says) continue;
            add_line(text);
            if (authors_.empty()) add_behind_date(text);
            if (!authors_.empty()) return;
        }
    }

    // Phrases inside a line that their class names call an author.
    void read_byline_elements() {
        for (NodeIndex i = 1; i < tree_.nodes.size(); ++i) {
            const Node& node = tree_.nodes[i];
            if (node.attributes == 0 || is_elsewhere(blocks_.zones[i])) continue;
            if (node.characters.size() > kBylineBytes || node.characters.empty()) continue;
            const std::string_view names = tree_.attribute(i, AttributeName::Class).substr(0, 200);
            const std::vector<std::string_view> words = split(names, ' ');
            const bool byline = std::any_of(words.begin(), words.end(), [&](auto name) {
                return tables_.zones.find(name) == Zone::Byline;
            });
            if (!byline) continue;
            // An account's name may be in lower case; a phrase is no name.
            const std::string_view text = trim(tree_.text(i));
            if (text.find(' ') == std::string_view::npos) {
                add(text);
            } else {
                add_line(text);
            }
            if (!authors_.empty()) return;
        }
    }

    // `04.02.2022 | 13:10 Uhr | Jane Doe`, `6 November 2023 by Jane Doe`: in a line beside the
    // title.
    void read_date_line() {
        const std::size_t size = blocks_.blocks.size();
        const std::size_t title = sources_.title_block;
        if (title >= size) return;
        for (std::size_t i = title > 3 ? title - 3 : 0;
             i < std::min(size, title + kBylineBlocks) && authors_.empty(); ++i) {
            const PageBlock& block = blocks_.blocks[i];
            if (i == title || block.letters > kBylineLetters || is_elsewhere(block.zone)) continue;
            if (!block.sentence_end) add_behind_date(blocks_.of(block));
        }
    }

    void add_behind_date(std::string_view text) {
        const auto date = find_publication_date(text, {DateOrder::DayFirst, true});
        if (!date) return;
        const std::string_view behind = text.substr(date->span.end);
        for (std::size_t pos = 0; pos < behind.size(); ++pos) {
            const bool starts = pos == 0 || behind[pos - 1] == ' ';
            const std::size_t phrase =
                starts ? skip_byline_phrase(behind.substr(pos), tables_.phrases) : 0;
            if (phrase > 0) return add_line(behind.substr(pos));
        }
        std::size_t start = std::string_view::npos;
        for (const std::string_view mark : {"|", " - ", "\xC2\xB7", "\xE2\x80\x93", " / "}) {
            const std::size_t at = behind.rfind(mark);
            if (at == std::string_view::npos) continue;
            const std::size_t end = at + mark.size();
            start = start == std::string_view::npos ? end : std::max(start, end);
        }
        if (start == std::string_view::npos) return;
        const std::string_view last = trim(behind.substr(start));
        const auto words = std::count(last.begin(), last.end(), ' ') + 1;
        const bool plain = last.find_first_of("0123456789:") == std::string_view::npos;
        if (plain && words >= 2 && words <= 4) add_line(last);
    }

    // `Text: Jane Doe`, `By Jane Doe` as a line of its own.
    void read_signature() {
        for (const PageBlock& block : blocks_.blocks) {
            if (block.letters > kSignature || is_dropped(block.zone) || block.sentence_end) {
                continue;
            }
            const std::string_view text = blocks_.of(block);
            const std::size_t phrase = skip_byline_phrase(text, tables_.phrases);
            if (phrase == 0 || text.find(' ', phrase) == std::string_view::npos) continue;
            if (!is_capitalised(text.substr(phrase))) continue;
            add_line(text);
            if (!authors_.empty()) return;
        }
    }

    const PageTree& tree_;
    const PageBlocks& blocks_;
    const PageTables& tables_;
    const AuthorSources& sources_;
    std::vector<std::string> authors_;
    std::vector<std::string> others_;  // a desk or an account
};

}  // namespace

std::vector<std::string> read_authors(const PageTree& tree, const PageBlocks& blocks,
                                      const PageTables& tables, const AuthorSources& sources) {
    return AuthorReader(tree, blocks, tables, sources).read();
}

}  // namespace tidings::report
