#include "coding/noun_classes.hpp"

#include <algorithm>

#include <tidings/text.hpp>

#include "base/mapped_file.hpp"
#include "coding/hint.hpp"

namespace tidings::coding {

namespace {

constexpr std::string_view kClassesFirstLine = "tidings-classes 1";

Error at(const std::string& file, std::uint32_t line, std::string_view text, std::size_t byte,
         std::string message, std::string hint = {}) {
    Error error;
    error.kind = ErrorKind::Config;
    error.message = std::move(message);
    error.file = file;
    error.line = line;
    error.column = static_cast<std::uint32_t>(utf8::count(text.substr(0, byte))) + 1;
    error.excerpt = std::string(text);
    error.hint = std::move(hint);
    return error;
}

}  // namespace

Status NounClasses::read_file(const std::string& path, const std::string& shown_name) {
    auto content = tidings::read_file(path);
    if (!content) return tl::unexpected<Error>(content.error());
    std::uint32_t line_number = 0;
    bool seen_header = false;
    std::ptrdiff_t current = -1;
    for (std::string_view raw : split(*content, '\n')) {
        ++line_number;
        const std::string_view line = raw.substr(0, raw.find('#'));
        if (trim(line).empty()) continue;
        if (!seen_header) {
            if (trim(line) != kClassesFirstLine) {
                return tl::unexpected<Error>(at(shown_name, line_number, raw, 0,
                                                "the first line must be \"tidings-classes 1\""));
            }
            seen_header = true;
            continue;
        }
        std::string_view members = line;
        if (line[0] != ' ' && line[0] != '\t') {
            const std::size_t colon = line.find(':');
            if (colon == std::string_view::npos) {
                return tl::unexpected<Error>(
                    at(shown_name, line_number, raw, 0, "a class needs a colon after its name",
                       "write NAME: word, word; a line that goes on begins with white space"));
            }
            const std::string name(trim(line.substr(0, colon)));
            if (by_name_.contains(name)) {
                return tl::unexpected<Error>(at(shown_name, line_number, raw, 0,
                                                "the class " + name + " is defined twice",
                                                "first at " + definitions_[by_name_[name]].where));
            }
            current = static_cast<std::ptrdiff_t>(definitions_.size());
            by_name_[name] = static_cast<ClassId>(current);
            definitions_.push_back(
                {name, {}, {}, shown_name + ":" + std::to_string(line_number), false, false});
            members = line.substr(colon + 1);
        }
        if (current < 0) {
            return tl::unexpected<Error>(
                at(shown_name, line_number, raw, 0, "this line belongs to no class"));
        }
        for (const std::string_view part : split(members, ',')) {
            const std::string_view word = trim(part);
            if (word.empty()) continue;
            Definition& definition = definitions_[static_cast<std::size_t>(current)];
            if (word.front() == '@') {
                definition.includes.emplace_back(word.substr(1));
            } else {
                definition.members.push_back(utf8::lower(word));
            }
        }
    }
    return {};
}

Status NounClasses::resolve() {
    for (std::size_t i = 0; i < definitions_.size(); ++i) {
        if (auto done = resolve_one(i); !done) return done;
    }
    by_phrase_.clear();
    for (std::size_t i = 0; i < definitions_.size(); ++i) {
        auto& members = definitions_[i].members;
        std::sort(members.begin(), members.end());
        members.erase(std::unique(members.begin(), members.end()), members.end());
        for (const std::string& member : members) {
            by_phrase_[member].push_back(static_cast<ClassId>(i));
        }
    }
    return {};
}

Status NounClasses::resolve_one(std::size_t index) {
    if (definitions_[index].resolved) return {};
    if (definitions_[index].resolving) {
        return fail(ErrorKind::Config, "the class " + definitions_[index].name + " includes itself",
                    definitions_[index].where);
    }
    definitions_[index].resolving = true;
    for (const std::string& name : definitions_[index].includes) {
        ClassId id = 0;
        if (!find(name, id)) {
            return fail(ErrorKind::Config, "there is no class @" + name, definitions_[index].where,
                        did_you_mean(name, names(), "@"));
        }
        if (auto done = resolve_one(id); !done) return done;
        auto& own = definitions_[index].members;
        const auto& other = definitions_[id].members;
        if (id != index) own.insert(own.end(), other.begin(), other.end());
    }
    definitions_[index].resolved = true;
    return {};
}

bool NounClasses::find(std::string_view name, ClassId& id) const {
    const auto found = by_name_.find(std::string(name));
    if (found == by_name_.end()) return false;
    id = found->second;
    return true;
}

const std::vector<ClassId>* NounClasses::classes_of(std::string_view phrase) const {
    const auto found = by_phrase_.find(std::string(phrase));
    return found == by_phrase_.end() ? nullptr : &found->second;
}

bool NounClasses::contains(ClassId id, std::string_view phrase) const {
    const auto* classes = classes_of(phrase);
    return classes != nullptr && std::binary_search(classes->begin(), classes->end(), id);
}

const std::vector<std::string>& NounClasses::members(std::string_view name) const {
    return definitions_.at(by_name_.at(std::string(name))).members;
}

const std::string& NounClasses::where(std::string_view name) const {
    return definitions_.at(by_name_.at(std::string(name))).where;
}

std::vector<std::string> NounClasses::names() const {
    std::vector<std::string> result;
    result.reserve(definitions_.size());
    for (const auto& definition : definitions_) result.push_back(definition.name);
    return result;
}

}  // namespace tidings::coding
