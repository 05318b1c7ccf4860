// Language: a text to tokens, tags, lemmas, dependencies, sentences and names, by a spaCy v3 CNN
// pipeline that was converted once to one memory-mapped file.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <tidings/error.hpp>
#include <tidings/report.hpp>
#include <tidings/text.hpp>

namespace tidings {

/// Universal part of speech (https://universaldependencies.org/u/pos/), with spaCy's SPACE.
enum class Pos : std::uint8_t {
    None,
    Adj,
    Adp,
    Adv,
    Aux,
    Conj,
    Cconj,
    Det,
    Intj,
    Noun,
    Num,
    Part,
    Pron,
    Propn,
    Punct,
    Sconj,
    Sym,
    Verb,
    X,
    Space
};
[[nodiscard]] std::string_view to_string(Pos pos) noexcept;

using TokenIndex = std::uint32_t;

/// One token. Views point into the pipeline (labels) or into the Parse's own arena (lemma, lower,
/// morph) and live as long as both.
struct Token {
    Span span;            ///< bytes into the analysed text
    TokenIndex head = 0;  ///< absolute index; its own index at the root of a sentence
    std::uint32_t sentence = 0;
    Pos pos = Pos::None;
    bool space_after = false;  ///< one ASCII space follows
    bool sentence_start = false;
    std::string_view tag;  ///< the treebank's tag (Penn: NN, VBD, ...)
    std::string_view dep;  ///< dependency label (ClearNLP for English: nsubj, dobj, ...)
    std::string_view lemma;
    std::string_view lower;  ///< simple lower case of the token's text
    std::string_view morph;  ///< Universal features, `Number=Sing|Person=3`; may be empty
};

/// Tokens [first, last) of one sentence.
struct Sentence {
    TokenIndex first = 0;
    TokenIndex last = 0;
    Span span;                  ///< first token's start to last non-space token's end
    std::uint32_t section = 0;  ///< index into Report::sections; 0 for a bare text
};

/// A name found by the statistical tagger: tokens [first, last).
struct Name {
    TokenIndex first = 0;
    TokenIndex last = 0;
    Span span;
    std::string_view label;  ///< OntoNotes for English: PERSON, ORG, GPE, NORP, DATE, ...
};

/// The analysis of one text. Movable, not copyable; views inside stay valid when moved.
struct Parse {
    std::vector<Token> tokens;
    std::vector<Sentence> sentences;
    std::vector<Name> names;
    std::vector<std::unique_ptr<std::string>> strings;  ///< owns text that tokens view

    Parse() = default;
    Parse(Parse&&) noexcept = default;
    Parse& operator=(Parse&&) noexcept = default;
    Parse(const Parse&) = delete;
    Parse& operator=(const Parse&) = delete;
};

/// Where a model came from; written into the converted file's header and into every record.
struct ModelInfo {
    std::string name;      ///< `en_core_web_sm`
    std::string version;   ///< `3.8.0`
    std::string language;  ///< ISO 639-1
    std::string licence;
    std::string author;
    std::string source;         ///< file name of the wheel or folder it was converted from
    std::string source_sha256;  ///< of the wheel, or of the folder's files in name order
    std::vector<std::string> components;  ///< enabled, in order
    std::uint64_t bytes = 0;              ///< of the converted file
};

class LanguagePipelineData;  // private to src/language
struct MendWords;            // private to src/language

/// Scratch memory of one thread: buffers that grow to the largest text seen and are then reused,
/// and the tokenizer's cache (bounded). Never share one between threads.
class LanguageScratch {
  public:
    LanguageScratch();
    ~LanguageScratch();
    LanguageScratch(LanguageScratch&&) noexcept;
    LanguageScratch& operator=(LanguageScratch&&) noexcept;
    struct Buffers;
    [[nodiscard]] Buffers& buffers() noexcept { return *buffers_; }

  private:
    std::unique_ptr<Buffers> buffers_;
};

/// A loaded pipeline: immutable, shared by all threads, expensive to load once (about 20 ms) and
/// free to copy (shared ownership).
class LanguagePipeline {
  public:
    /// Opens a converted model file. Fails with ErrorKind::Config if it is missing, truncated, of
    /// another format version, or fails its checksum (`verify_checksum` costs a full read).
    [[nodiscard]] static Result<LanguagePipeline> open(const std::string& path,
                                                       bool verify_checksum = false);
    /// Loads a spaCy pipeline straight from a wheel or folder, without a converted file.
    [[nodiscard]] static Result<LanguagePipeline> load(const std::string& wheel_or_folder);

    [[nodiscard]] const ModelInfo& info() const noexcept;

    /// Analyses texts as spaCy's nlp.pipe does, one Doc a text: same output as spaCy. Texts must be
    /// valid UTF-8. `parses` is resized to `texts.size()`; offsets are into each text.
    void analyze(const std::vector<std::string_view>& texts, LanguageScratch& scratch,
                 std::vector<Parse>& parses) const;

    /// Analyses the sections of a report that can hold events (title, caption, body; not repeated
    /// ones) and joins them into one Parse with offsets into report.text. Single line ends inside
    /// a paragraph are read as spaces. Each section is a Doc of its own, so no sentence crosses
    /// sections and memory stays bounded by the longest section.
    [[nodiscard]] Parse analyze(const Report& report, LanguageScratch& scratch) const;

  private:
    explicit LanguagePipeline(std::shared_ptr<const LanguagePipelineData> data);
    std::shared_ptr<const LanguagePipelineData> data_;
};

/// Mends mistakes that English parsers make on news: verbs taken for adjectives, subjects taken for
/// parts of a date, clauses hung on the wrong word. Immutable and free to copy, for all threads.
class ParseMends {
  public:
    /// Reads the words by which the mistakes are known, `language/parse-mends.tsv` of the folder.
    /// Fails with ErrorKind::Config and the place in the file.
    [[nodiscard]] static Result<ParseMends> load(const std::string& data_folder);
    /// Changes tags, lemmas, labels and heads; never the tokens or sentences. `text` is what the
    /// spans of the tokens point into. English tags and labels (Penn, ClearNLP). O(tokens).
    void apply(std::string_view text, Parse& parse) const;

  private:
    explicit ParseMends(std::shared_ptr<const MendWords> words);
    std::shared_ptr<const MendWords> words_;
};

/// Converts a spaCy v3 pipeline (wheel or folder) to one model file at `output`, written to a
/// temporary name first and renamed when whole. Fails with ErrorKind::Config on architectures the
/// runtime does not know and on broken or truncated files, naming the file inside the pipeline.
[[nodiscard]] Result<ModelInfo> convert_model(const std::string& wheel_or_folder,
                                              const std::string& output);

/// The parse as CoNLL-U (`# sent_id`, `# text`, ten columns; MISC holds SpaceAfter=No, the token's
/// code point range `Start=|End=` and the name in BIO form `Name=B-GPE`). `text` is what was
/// analysed; `id` prefixes the sentence ids.
[[nodiscard]] std::string to_conllu(const Parse& parse, std::string_view text, std::string_view id);

}  // namespace tidings
