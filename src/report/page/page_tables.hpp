// The tables of data/report/page_*.tsv: what class names, metadata fields and short texts of pages
// mean.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include <tidings/error.hpp>

namespace tidings::report {

/// What an element's class or id says of what stands in it.
enum class Zone : std::uint8_t {
    None,
    Posting,  ///< a whole posting; other names of the element may list its categories
    Content,  ///< the report itself
    Lead,     ///< its first paragraph, set apart
    Title,
    Byline,
    Date,
    Caption,
    // What is no part of the report:
    Navigation,
    Related,
    Share,
    Comments,
    Notice,  ///< cookies, consent, pop-ups
    Appeal,  ///< newsletters, subscriptions, donations
    Advert,
    Author,  ///< about who wrote it
    Meta,    ///< tags, categories, counters, dates
    Hidden,
};

[[nodiscard]] std::string_view to_string(Zone zone) noexcept;
/// True for what is no part of the report.
[[nodiscard]] constexpr bool is_dropped(Zone zone) noexcept {
    return zone >= Zone::Navigation;
}

/// The first eight words of the first 80 bytes of a class name or id, in lower case: parted at
/// marks, digits, and where a capital begins.
class NameWords {
  public:
    explicit NameWords(std::string_view name);
    NameWords(const NameWords&) = delete;  // the words point into it
    NameWords& operator=(const NameWords&) = delete;

    [[nodiscard]] std::span<const std::string_view> words() const {
        return {words_.data(), count_};
    }

  private:
    std::array<char, 80> letters_{};
    std::array<std::string_view, 8> words_;
    std::size_t count_ = 0;
};

/// Class names as words: `articleBody` and `article-body__text` begin with `article body`.
class ZoneNames {
  public:
    [[nodiscard]] static Result<ZoneNames> load(const std::string& path);

    /// The zone that one class name (or id) means. Names are looked at up to their first 80 bytes.
    [[nodiscard]] Zone find(std::string_view name) const;

  private:
    struct Pattern {
        std::vector<std::string> words;
        Zone zone = Zone::None;
        bool whole = false;  // the name has no other words
    };
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view word) const {
            return std::hash<std::string_view>{}(word);
        }
    };
    [[nodiscard]] bool matches(const Pattern& pattern, std::span<const std::string_view> words,
                               std::size_t at) const;

    std::vector<Pattern> patterns_;
    std::unordered_map<std::string, std::vector<std::uint32_t>, Hash, std::equal_to<>>
        by_first_word_;
};

enum class MetaField : std::uint8_t {
    Title,
    Site,
    Author,
    Published,
    Modified,
    Uri,
    Section,
    Language,
    Description
};
inline constexpr std::size_t kMetaFields = 9;

/// Which `<meta>` keys say what, and which of them is believed first.
class MetaKeys {
  public:
    struct Key {
        MetaField field = MetaField::Title;
        std::uint32_t rank = 0;  ///< the lower the better
        bool certain = true;     ///< goes before what stands beside the title
    };
    [[nodiscard]] static Result<MetaKeys> load(const std::string& path);
    /// `key` is a name, property or itemprop; case does not count. Null if it says nothing known.
    [[nodiscard]] const Key* find(std::string_view key) const;

  private:
    std::unordered_map<std::string, Key> keys_;
};

/// Short phrases of pages, by kind.
class PagePhrases {
  public:
    [[nodiscard]] static Result<PagePhrases> load(const std::string& path);
    /// Folded phrases of a kind; empty for an unknown kind.
    [[nodiscard]] const std::vector<std::string>& of(std::string_view kind) const;
    /// The same as they stand in the table.
    [[nodiscard]] const std::vector<std::string>& exact(std::string_view kind) const;

  private:
    using ByKind = std::unordered_map<std::string, std::vector<std::string>>;
    [[nodiscard]] static const std::vector<std::string>& find(const ByKind& phrases,
                                                              std::string_view kind);

    ByKind phrases_;
    ByKind exact_;
};

struct PageTables {
    ZoneNames zones;
    MetaKeys meta;
    PagePhrases phrases;
    /// Reads `page_zones.tsv`, `page_meta.tsv` and `page_phrases.tsv` of a folder, and runs the
    /// examples that stand in them.
    [[nodiscard]] static Result<PageTables> load(const std::string& folder);
};

}  // namespace tidings::report
