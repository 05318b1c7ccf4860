// `tidings actors`: codes single phrases, checks tables.

#include <filesystem>
#include <fstream>
#include <iostream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <tidings/pipeline.hpp>

#include "cli/commands.hpp"
#include "mention/actor/actor_lint.hpp"
#include "mention/actor/actor_phrase.hpp"

namespace tidings::cli {

namespace {

constexpr std::size_t kMaxLine = std::size_t{1} << 20;

/// Codes phrases and prints a line each.
class PhraseCoder {
  public:
    PhraseCoder(const ActorsOptions& options, const Coder& coder)
        : options_(options), coder_(coder) {}

    void code(mention::ActorPhrase phrase) {
        if (phrase.date.empty()) phrase.date = options_.date;
        if (phrase.context.empty()) phrase.context = options_.context;
        const mention::ActorCode actor =
            mention::code_actor(phrase, coder_.actors(), coder_.language(), scratch_);
        const auto or_null = [](const std::string& value) {
            return value.empty() ? nlohmann::ordered_json() : nlohmann::ordered_json(value);
        };
        nlohmann::ordered_json line;
        line["text"] = phrase.text;
        line["country"] = or_null(actor.country);
        line["sectors"] = actor.sectors;
        line["code"] = or_null(actor.code);
        line["name"] = or_null(actor.name);
        output_.write(line.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) +
                      "\n");
    }

    /// A line is a JSON object with `text`, or the phrase itself.
    void code_line(const std::string& line, const std::string& file, std::uint32_t number) {
        if (trim(line).empty()) return;
        if (trim(line).front() != '{') {
            code({std::string(trim(line)), {}, {}});
            return;
        }
        const auto object = nlohmann::json::parse(line, nullptr, false);
        const auto text_of = [&object](const char* key) {
            const auto found = object.find(key);
            return found != object.end() && found->is_string() ? found->get<std::string>()
                                                               : std::string();
        };
        if (!object.is_object() || !object.contains("text") || !object["text"].is_string()) {
            failed_ = true;
            print_error({ErrorKind::Input,
                         "the line is no JSON object with a \"text\"",
                         file,
                         number,
                         0,
                         {},
                         "write {\"text\": \"the Kenyan foreign minister\"}"});
            return;
        }
        code({text_of("text"), text_of("date"), text_of("context")});
    }

    void code_stream(std::istream& input, const std::string& file) {
        std::string line;
        std::uint32_t number = 1;
        for (int c = input.get(); !interrupted() && !output_.closed(); c = input.get()) {
            const bool ends = c == std::istream::traits_type::eof() || c == '\n';
            if (!ends && line.size() < kMaxLine) line += static_cast<char>(c);
            if (!ends) continue;
            if (line.size() >= kMaxLine) {
                failed_ = true;
                print_error(
                    {ErrorKind::Input, "the line is longer than 1 MiB", file, number, 0, {}, {}});
            } else {
                code_line(line, file, number);
            }
            line.clear();
            ++number;
            if (c != '\n') break;
        }
    }

    [[nodiscard]] Exit finish() {
        output_.flush();
        if (interrupted()) return Exit::Interrupted;
        if (output_.failed()) return Exit::OutputFailed;
        return failed_ ? Exit::SomeInputsFailed : Exit::Ok;
    }

    void file_failed(const std::string& file) {
        failed_ = true;
        print_error({ErrorKind::Input, "the file cannot be read", file, 0, 0, {}, {}});
    }

  private:
    const ActorsOptions& options_;
    const Coder& coder_;
    LanguageScratch scratch_;
    Output output_;
    bool failed_ = false;
};

Exit code_phrases(const ActorsOptions& options) {
    const auto coder = Coder::load({options.data, options.model, false, {}, options.actors});
    if (!coder) {
        print_error(coder.error());
        return exit_for(coder.error().kind);
    }
    install_signal_handlers();
    PhraseCoder phrases(options, *coder);
    if (options.phrases.empty()) phrases.code_stream(std::cin, "standard input");
    for (const std::string& phrase : options.phrases) {
        std::error_code ignored;
        if (phrase == "-") {
            phrases.code_stream(std::cin, "standard input");
        } else if (std::filesystem::is_regular_file(phrase, ignored)) {
            std::ifstream input(phrase, std::ios::binary);
            if (input) {
                phrases.code_stream(input, phrase);
            } else {
                phrases.file_failed(phrase);
            }
        } else {
            phrases.code({phrase, {}, {}});
        }
    }
    return phrases.finish();
}

Exit lint_tables(const ActorsOptions& options) {
    if (options.phrases.empty()) {
        print_error({ErrorKind::Usage,
                     "there is no table to check",
                     {},
                     0,
                     0,
                     {},
                     "`tidings actors lint my-actors.tsv`"});
        return Exit::Usage;
    }
    const Result<std::string> data =
        options.data.empty() ? find_data_folder() : Result<std::string>(options.data);
    if (!data) {
        print_error(data.error());
        return exit_for(data.error().kind);
    }
    Output output;
    std::size_t found = 0;
    for (const std::string& path : options.phrases) {
        const auto findings = mention::lint_actor_table(path, *data);
        if (!findings) {
            print_error(findings.error());
            return exit_for(findings.error().kind);
        }
        for (const Error& finding : *findings) output.write(finding.to_string() + "\n");
        found += findings->size();
    }
    output.flush();
    return found == 0 ? Exit::Ok : Exit::NothingFound;
}

}  // namespace

Exit run_actors(const ActorsOptions& options) {
    return options.action == "lint" ? lint_tables(options) : code_phrases(options);
}

}  // namespace tidings::cli
