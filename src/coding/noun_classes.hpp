// Named sets of nouns (and other words) that rules test their slots against.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <tidings/error.hpp>

namespace tidings::coding {

using ClassId = std::uint32_t;

/// Classes from `data/classes/*.classes`. A member is a lemma or several words, of which the last
/// is compared as a lemma and the others as lower-case text.
class NounClasses {
  public:
    /// Adds one file; `@name` members are resolved by resolve(), so order does not matter.
    [[nodiscard]] Status read_file(const std::string& path, const std::string& shown_name);
    /// Resolves `@name` members. Fails on an unknown or circular name.
    [[nodiscard]] Status resolve();

    [[nodiscard]] bool find(std::string_view name, ClassId& id) const;
    /// Classes that list `phrase`; null if none.
    [[nodiscard]] const std::vector<ClassId>* classes_of(std::string_view phrase) const;
    [[nodiscard]] bool contains(ClassId id, std::string_view phrase) const;
    [[nodiscard]] std::vector<std::string> names() const;
    /// Members of a class that exists, in alphabetical order; valid until the object changes.
    [[nodiscard]] const std::vector<std::string>& members(std::string_view name) const;
    /// `file:line` of a class that exists.
    [[nodiscard]] const std::string& where(std::string_view name) const;

  private:
    struct Definition {
        std::string name;
        std::vector<std::string> members;
        std::vector<std::string> includes;
        std::string where;
        bool resolved = false, resolving = false;
    };
    [[nodiscard]] Status resolve_one(std::size_t index);

    std::vector<Definition> definitions_;
    std::unordered_map<std::string, ClassId> by_name_;
    std::unordered_map<std::string, std::vector<ClassId>> by_phrase_;
};

}  // namespace tidings::coding
