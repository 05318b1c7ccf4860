// In which country a sentence plays: from the places it names, else from those before it.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <tidings/mention.hpp>

#include "language/arguments.hpp"

namespace tidings::coding {

/// How near the words are that name the country.
enum class SceneBasis : std::uint8_t {
    None,       ///< no country, or several that nothing tells apart
    Predicate,  ///< a place that depends on the predicate
    Sentence,   ///< the only country that its sentence places something in
    Before,     ///< the same of a sentence shortly before
    Report      ///< the country in which most of the report plays
};

struct Scene {
    std::string_view country;  ///< ISO 3166-1 alpha-3; empty for none
    SceneBasis basis = SceneBasis::None;
};

/// The countries of which a report speaks most: one in a report on a country's own affairs, two in
/// one on what two countries have with each other. Empty where no country stands out.
struct Affairs {
    std::string first;
    std::string second;
};

/// Built once a report in O(tokens + places). Holds references; the arguments must outlive it.
class SceneReader {
  public:
    SceneReader(const Arguments& arguments, const Mentions& mentions);

    [[nodiscard]] Scene at(TokenIndex predicate) const;
    /// How often the report names places of a country, in the order of its code.
    [[nodiscard]] const std::map<std::string, std::size_t, std::less<>>& named_countries()
        const noexcept {
        return named_countries_;
    }
    /// The country in which most of the report plays, else the only one whose affairs it tells;
    /// empty if there is none.
    [[nodiscard]] std::string_view home_country() const noexcept {
        return main_country_.empty() && affairs_.second.empty() ? affairs_.first : main_country_;
    }
    /// Whose affairs the report tells, by the places and actors that it names.
    [[nodiscard]] const Affairs& affairs() const noexcept { return affairs_; }

  private:
    struct PlaceToken {
        TokenIndex token = 0;
        const std::string* country = nullptr;
    };
    [[nodiscard]] Scene in_sentence(std::uint32_t sentence) const;
    [[nodiscard]] Scene under(TokenIndex predicate) const;
    [[nodiscard]] Scene there(TokenIndex predicate) const;
    void find_main_country();
    void find_affairs(const Mentions& mentions);

    const SyntaxTree& tree_;
    std::vector<PlaceToken> places_;       // where something takes place, in text order
    std::vector<PlaceToken> named_;        // every place with a country
    std::vector<std::uint32_t> first_of_;  // sentence → index into places_
    std::map<std::string, std::size_t, std::less<>> named_countries_;
    std::string main_country_;
    Affairs affairs_;
};

}  // namespace tidings::coding
