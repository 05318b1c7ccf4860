// A made-up pipeline with one rule component, converted and loaded.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include <tidings/language.hpp>

#include "language/config_cfg.hpp"
#include "language/doc.hpp"
#include "language/model_file.hpp"
#include "language/pipeline_source.hpp"
#include "language/string_hash.hpp"
#include "language/unicode.hpp"
#include "pipeline_folder.hpp"

namespace tidings::language {

/// Converts and loads a Component of that name from `folder`, which holds its files.
template <typename Component>
class LoadedRules {
  public:
    Status load(const TestFolder& folder, const std::string& name, const std::string& config) {
        folder.write("config.cfg", config);
        folder.write("meta.json", "{}");
        const auto source = PipelineSource::open(folder.path());
        if (!source) return tl::unexpected<Error>(source.error());
        const auto parsed = parse_config(config, "config.cfg");
        if (!parsed) return tl::unexpected<Error>(parsed.error());
        ModelFileWriter writer;
        if (auto status = Component::convert(*source, *parsed, name, writer); !status) {
            return status;
        }
        auto model = ModelFile::from_bytes(writer.to_bytes(nlohmann::json::object()), "memory");
        if (!model) return tl::unexpected<Error>(model.error());
        model_.emplace(std::move(*model));
        auto component = Component::load(*model_, name);
        if (!component) return tl::unexpected<Error>(component.error());
        component_.emplace(std::move(*component));
        return {};
    }
    [[nodiscard]] const Component& operator*() const { return *component_; }
    [[nodiscard]] const Component* operator->() const { return &*component_; }

  private:
    std::optional<ModelFile> model_;
    std::optional<Component> component_;
};

/// A tagged text: words with their annotations.
class TaggedText {
  public:
    void add(const std::string& word, std::string_view tag = {}, std::string_view dep = {},
             Pos pos = Pos::None, std::string_view morph = {}) {
        DocToken token;
        token.span = {static_cast<std::uint32_t>(text_.size()),
                      static_cast<std::uint32_t>(text_.size() + word.size())};
        std::string lower;
        append_lower(word, lower);
        token.orth = string_id(word);
        token.lower = string_id(lower);
        token.is_space = is_space(word);
        doc_.tokens.push_back(token);
        Token annotated;
        annotated.span = token.span;
        annotated.tag = tag;
        annotated.dep = dep;
        annotated.pos = pos;
        annotated.morph = morph;
        parse_.tokens.push_back(annotated);
        text_ += word;
    }
    [[nodiscard]] const Doc& doc() {
        doc_.text = text_;
        return doc_;
    }
    [[nodiscard]] Parse& parse() { return parse_; }
    [[nodiscard]] const Token& operator[](std::size_t i) const { return parse_.tokens[i]; }

  private:
    std::string text_;
    Doc doc_;
    Parse parse_;
};

}  // namespace tidings::language
