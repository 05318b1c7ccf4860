#include "coding/lexicon.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <set>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <tidings/text.hpp>

#include "base/mapped_file.hpp"

namespace tidings {

namespace fs = std::filesystem;

namespace {

/// Files of a folder with an extension, in name order, so that the result never depends on the
/// file system's order.
std::vector<fs::path> files_in(const fs::path& folder, std::string_view extension) {
    std::vector<fs::path> files;
    std::error_code ignored;
    for (const auto& item : fs::directory_iterator(folder, ignored)) {
        if (item.path().extension() == extension) files.push_back(item.path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

/// The first that exists, else the last.
fs::path first_of(const std::vector<fs::path>& paths) {
    std::error_code ignored;
    for (const fs::path& path : paths) {
        if (fs::exists(path, ignored)) return path;
    }
    return paths.back();
}

std::string shown(const fs::path& path) {
    return "data/" + path.parent_path().filename().string() + "/" + path.filename().string();
}

}  // namespace

std::string_view to_string(EventStatus status) noexcept {
    switch (status) {
        case EventStatus::Actual:
            return "actual";
        case EventStatus::Ongoing:
            return "ongoing";
        case EventStatus::Planned:
            return "planned";
        case EventStatus::Possible:
            return "possible";
        case EventStatus::Alleged:
            return "alleged";
        case EventStatus::Denied:
            return "denied";
        case EventStatus::Negated:
            return "negated";
        case EventStatus::Failed:
            return "failed";
    }
    return "actual";
}

const std::vector<std::uint32_t>* EventLexiconData::find(coding::PredicatePos pos,
                                                         std::string_view lemma) const {
    const auto& index = index_[static_cast<std::size_t>(pos)];
    const auto found = index.find(std::string(lemma));
    return found == index.end() ? nullptr : &found->second;
}

void EventLexiconData::build_index() {
    for (std::uint32_t i = 0; i < entries.size(); ++i) {
        const coding::Entry& entry = entries[i];
        const bool noun = entry.pos == coding::PredicatePos::Noun;
        const std::string& key = noun ? entry.words.back() : entry.words.front();
        index_[static_cast<std::size_t>(entry.pos)][key].push_back(i);
        const bool judges =
            std::all_of(entry.rules.begin(), entry.rules.end(), [this](std::uint32_t r) {
                const auto& conditions = rules[r].conditions;
                return std::any_of(conditions.begin(), conditions.end(), [](const auto& c) {
                    return c.slot.kind == coding::SlotKind::Speaker;
                });
            });
        if (noun && !judges && !entry.hyphened) event_nouns_.insert(key);
    }
    for (auto& index : index_) {
        for (auto& [lemma, list] : index) {
            std::stable_sort(list.begin(), list.end(), [this](std::uint32_t a, std::uint32_t b) {
                return entries[a].words.size() > entries[b].words.size();
            });
        }
    }
}

EventLexicon::EventLexicon(std::shared_ptr<const EventLexiconData> data) : data_(std::move(data)) {}

Result<EventLexicon> EventLexicon::load(const std::string& data_folder,
                                        const std::string& ontology_folder) {
    const std::string& own = ontology_folder.empty() ? data_folder : ontology_folder;
    std::error_code ignored;
    auto data = std::make_shared<EventLexiconData>();
    auto ontology = coding::Ontology::load(own);
    if (!ontology) return tl::unexpected<Error>(ontology.error());
    data->ontology = std::move(*ontology);
    const fs::path status_words = first_of(
        {fs::path(own) / "events" / "status.tsv", fs::path(data_folder) / "events" / "status.tsv"});
    auto status = data->status_words.load(status_words.string());
    if (!status) return tl::unexpected<Error>(status.error());
    const fs::path standing = fs::path(own) / "events" / "standing.tsv";
    if (fs::exists(standing, ignored)) {
        status = data->standing.load(standing.string(), data->ontology);
        if (!status) return tl::unexpected<Error>(status.error());
    }
    const fs::path confidence = first_of({fs::path(own) / "events" / "confidence.tsv",
                                          fs::path(data_folder) / "events" / "confidence.tsv"});
    if (fs::exists(confidence, ignored)) {
        status = data->confidence.load(confidence.string());
        if (!status) return tl::unexpected<Error>(status.error());
    }
    const fs::path quantity_words = first_of({fs::path(own) / "events" / "quantities.tsv",
                                              fs::path(data_folder) / "events" / "quantities.tsv"});
    status = data->quantity_words.load(quantity_words.string());
    if (!status) return tl::unexpected<Error>(status.error());
    const fs::path forms = fs::path(data_folder) / "language" / "irregular-forms.tsv";
    if (fs::exists(forms, ignored)) {
        status = data->irregular_forms.load(forms.string());
        if (!status) return tl::unexpected<Error>(status.error());
    }
    status = data->context_words.load(own + "/contexts", data->ontology);
    if (!status) return tl::unexpected<Error>(status.error());
    for (const auto& example : data->ontology.context_examples()) {
        EventLexicon::Example entry;
        entry.rule = "context:" + example.context;
        entry.where = example.where;
        entry.text = example.text;
        entry.context = example.context;
        data->examples.push_back(std::move(entry));
    }
    std::string all_bytes;
    const auto remember = [&](const fs::path& path) {
        if (auto bytes = read_file(path.string()); bytes) all_bytes += *bytes;
    };
    std::vector<fs::path> class_files = files_in(fs::path(data_folder) / "classes", ".classes");
    if (own != data_folder) {
        for (fs::path& path : files_in(fs::path(own) / "classes", ".classes")) {
            class_files.push_back(std::move(path));
        }
    }
    for (const fs::path& path : class_files) {
        remember(path);
        auto done = data->classes.read_file(path.string(), shown(path));
        if (!done) return tl::unexpected<Error>(done.error());
    }
    if (auto done = data->classes.resolve(); !done) return tl::unexpected<Error>(done.error());
    const auto event_files = files_in(fs::path(own) / "events", ".events");
    if (event_files.empty()) {
        return fail(ErrorKind::Config, "there are no event rules", own + "/events",
                    ontology_folder.empty()
                        ? "set TIDINGS_DATA to the folder `data` of the program's source or "
                          "installation"
                        : "an ontology's rules are the files events/*.events of its folder");
    }
    for (const fs::path& path : event_files) {
        remember(path);
        auto done = coding::read_events_file(path.string(), shown(path), *data);
        if (!done) return tl::unexpected<Error>(done.error());
    }
    remember(fs::path(own) / "events" / "composition.tsv");
    remember(status_words);
    remember(forms);
    remember(quantity_words);
    remember(standing);
    remember(confidence);
    for (const fs::path& path : files_in(fs::path(own) / "contexts", ".classes")) remember(path);
    for (const fs::path& path : files_in(fs::path(own) / "ontology", ".tsv")) remember(path);
    data->hash = sha256_hex(all_bytes);
    data->build_index();
    return EventLexicon(std::move(data));
}

const std::string& EventLexicon::hash() const noexcept {
    return data_->hash;
}

const std::vector<EventLexicon::Example>& EventLexicon::examples() const noexcept {
    return data_->examples;
}

std::vector<EventLexicon::WordRule> EventLexicon::rules_of(std::string_view word) const {
    static constexpr std::array<std::string_view, 3> kPos{"verb", "noun", "adjective"};
    const auto words = split(word, ' ');
    std::unordered_map<std::string_view, std::vector<const Example*>> examples;
    for (const Example& example : data_->examples) examples[example.rule].push_back(&example);
    std::vector<WordRule> found;
    for (std::size_t pos = 0; pos < kPos.size(); ++pos) {
        const auto kind = static_cast<coding::PredicatePos>(pos);
        const bool noun = kind == coding::PredicatePos::Noun;
        const auto* entries = data_->find(kind, noun ? words.back() : words.front());
        if (entries == nullptr) continue;
        for (const std::uint32_t e : *entries) {
            const coding::Entry& entry = data_->entries[e];
            std::string headword = fmt::format("{}", fmt::join(entry.words, " "));
            if (entry.hyphened || (words.size() > 1 && headword != word)) continue;
            for (const std::uint32_t r : entry.rules) {
                const coding::Rule& rule = data_->rules[r];
                found.push_back({headword, kPos[pos], rule.id, rule.where, rule.text,
                                 rule.action.kind != coding::ActionKind::None, examples[rule.id]});
            }
        }
    }
    return found;
}

std::vector<std::string> EventLexicon::headwords() const {
    std::set<std::string> all;
    for (const coding::Entry& entry : data_->entries) {
        all.insert(fmt::format("{}", fmt::join(entry.words, " ")));
    }
    return {all.begin(), all.end()};
}

std::size_t EventLexicon::rule_count() const noexcept {
    return data_->rules.size();
}
std::size_t EventLexicon::headword_count() const noexcept {
    return data_->entries.size();
}

}  // namespace tidings
