#include "reference_file.hpp"

#include <fstream>
#include <iterator>

#include <nlohmann/json.hpp>

namespace tidings::conformance {
namespace {

using Json = nlohmann::json;

/// Byte offset of every code point, and of the end.
std::vector<std::uint32_t> code_point_offsets(std::string_view text) {
    std::vector<std::uint32_t> offsets;
    for (std::size_t pos = 0; pos < text.size(); pos += utf8::decode(text, pos).length) {
        offsets.push_back(static_cast<std::uint32_t>(pos));
    }
    offsets.push_back(static_cast<std::uint32_t>(text.size()));
    return offsets;
}

ReferenceText to_text(const Json& row) {
    ReferenceText result;
    result.id = row.value("id", "");
    result.text = row.at("text").get<std::string>();
    if (!row.contains("start")) return result;
    const auto offsets = code_point_offsets(result.text);
    const auto starts = row.at("start").get<std::vector<std::size_t>>();
    const auto space = row.at("space").get<std::string>();
    const auto sent = row.at("sent").get<std::string>();
    for (std::size_t i = 0; i < starts.size(); ++i) {
        ReferenceToken token;
        token.space_after = space.at(i) == '1';
        token.sentence_start = sent.at(i) == '1';
        const std::size_t next = i + 1 < starts.size() ? starts[i + 1] : offsets.size() - 1;
        token.span = {offsets.at(starts[i]), offsets.at(next - (token.space_after ? 1 : 0))};
        token.head = row.at("head").at(i).get<std::uint32_t>();
        token.tag = row.at("tag").at(i).get<std::string>();
        token.pos = row.at("pos").at(i).get<std::string>();
        token.dep = row.at("dep").at(i).get<std::string>();
        token.lemma = row.at("lemma").at(i).get<std::string>();
        token.morph = row.at("morph").at(i).get<std::string>();
        token.ent = row.at("ent").at(i).get<std::string>();
        result.tokens.push_back(std::move(token));
    }
    return result;
}

Status read_lines(const std::string& path, ReferenceFile& file) {
    std::ifstream input(path, std::ios::binary);
    if (!input) return fail(ErrorKind::Input, "cannot be read", path);
    std::string line;
    for (std::uint32_t number = 1; std::getline(input, line); ++number) {
        if (trim(line).empty()) continue;
        try {
            const Json row = Json::parse(line);
            if (row.contains("format")) {
                file.pipeline = row.at("pipeline").get<std::string>();
                file.version = row.at("version").get<std::string>();
            } else {
                file.texts.push_back(to_text(row));
            }
        } catch (const std::exception& error) {
            return tl::unexpected<Error>(
                Error{ErrorKind::Input, error.what(), path, number, 0, {}, {}});
        }
    }
    return {};
}

}  // namespace

Result<ReferenceFile> read_reference(const std::string& path) {
    ReferenceFile file;
    if (auto status = read_lines(path, file); !status) return tl::unexpected(status.error());
    if (file.pipeline.empty()) {
        return fail(ErrorKind::Input, "no first line with format and pipeline", path);
    }
    return file;
}

Result<std::vector<ReferenceText>> read_inputs(const std::vector<std::string>& paths) {
    ReferenceFile file;
    for (const std::string& path : paths) {
        if (path.ends_with(".jsonl")) {
            if (auto status = read_lines(path, file); !status) {
                return tl::unexpected(status.error());
            }
            continue;
        }
        std::ifstream input(path, std::ios::binary);
        if (!input) return fail(ErrorKind::Input, "cannot be read", path);
        ReferenceText text;
        text.id = path;
        text.text.assign(std::istreambuf_iterator<char>(input), {});
        file.texts.push_back(std::move(text));
    }
    return std::move(file.texts);
}

std::vector<std::string> name_tags(const Parse& parse) {
    std::vector<std::string> tags(parse.tokens.size(), "O");
    for (const Name& name : parse.names) {
        for (TokenIndex i = name.first; i < name.last && i < tags.size(); ++i) {
            tags[i] = (i == name.first ? "B-" : "I-") + std::string(name.label);
        }
    }
    return tags;
}

std::string to_reference_line(const std::string& id, std::string_view text, const Parse& parse) {
    const CodePointIndex index(text);
    Json row = {{"id", id}, {"text", text}, {"ent", name_tags(parse)}};
    std::string space;
    std::string sent;
    for (const char* column : {"start", "tag", "pos", "head", "dep", "lemma", "morph"}) {
        row[column] = Json::array();
    }
    for (const Token& token : parse.tokens) {
        row["start"].push_back(index.code_points(text, token.span.start));
        row["tag"].push_back(token.tag);
        row["pos"].push_back(to_string(token.pos));
        row["head"].push_back(token.head);
        row["dep"].push_back(token.dep);
        row["lemma"].push_back(token.lemma);
        row["morph"].push_back(token.morph);
        space += token.space_after ? '1' : '0';
        sent += token.sentence_start ? '1' : '0';
    }
    row["space"] = space;
    row["sent"] = sent;
    return row.dump();
}

}  // namespace tidings::conformance
