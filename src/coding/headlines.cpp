#include "coding/headlines.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "base/one_of.hpp"
#include "coding/headline_subjects.hpp"
#include "language/names_from.hpp"

namespace tidings::coding {

namespace {

constexpr TokenIndex kLongestHeadline = 40;  // tokens

/// No full stop, question or exclamation mark at its end.
bool is_headline(const Parse& parse, const Sentence& sentence) {
    if (sentence.last - sentence.first > kLongestHeadline) return false;
    for (TokenIndex t = sentence.last; t-- > sentence.first;) {
        const Token& token = parse.tokens[t];
        if (token.pos == Pos::Space || token.lower == "\"" || token.lower == "'") continue;
        return token.lower != "." && token.lower != "?" && token.lower != "!" &&
               token.lower != "...";
    }
    return false;
}

/// What hangs on the verbs of one sentence.
struct Frame {
    TokenIndex subject = 0;
    bool has_subject = false;
    bool complete = false;  ///< an object or a helping verb: no bare passive
};

std::vector<Frame> read_frames(const Parse& parse, const Sentence& sentence) {
    std::vector<Frame> frames(sentence.last - sentence.first);
    for (TokenIndex t = sentence.first; t < sentence.last; ++t) {
        const Token& token = parse.tokens[t];
        if (token.head == t || token.head < sentence.first || token.head >= sentence.last) continue;
        Frame& frame = frames[token.head - sentence.first];
        if (token.dep == "nsubj" && t < token.head) {
            frame.subject = t;
            frame.has_subject = true;
        } else if (token.dep == "dobj" || token.dep == "aux" || token.dep == "auxpass" ||
                   token.dep == "dative" || token.dep == "nsubjpass" || token.dep == "ccomp" ||
                   token.dep == "neg" || token.dep == "prt") {
            frame.complete = true;
        }
    }
    return frames;
}

/// A copy to mend, made once it is needed.
Parse& copy_of(const Parse& parse, std::optional<Parse>& restored) {
    if (!restored) {
        restored.emplace();
        restored->tokens = parse.tokens;
        restored->sentences = parse.sentences;
        restored->names = parse.names;
    }
    return *restored;
}

/// The verbs that a garden path may have confused in one sentence.
struct GardenPath {
    TokenIndex subject = 0;
    TokenIndex participle =
        0;                ///< read as the main verb: *held* in *sailors held in Niger were freed*
    TokenIndex verb = 0;  ///< the main verb: *freed*
    bool passive = false;
    bool found = false;
};

GardenPath find_garden_path(const Parse& parse, const Sentence& sentence) {
    const auto& tokens = parse.tokens;
    GardenPath path;
    TokenIndex root = sentence.first;
    while (root < sentence.last && tokens[root].head != root) ++root;
    if (root == sentence.last || tokens[root].tag != "VBD") return path;
    TokenIndex subjects = 0;
    bool active = false;
    bool joined = false;
    for (TokenIndex t = sentence.first; t < sentence.last; ++t) {
        const Token& token = tokens[t];
        if (token.dep == "cc" && token.head == root) joined = true;
        // *expelled the envoy*, but *held hostage*
        const bool noun = token.tag == "PRP" || token.tag == "NNP" ||
                          (t > 0 && tokens[t - 1].head == t && tokens[t - 1].dep == "det");
        if (token.dep == "dobj" && token.head == root && noun) active = true;
        if (token.head != root || t == root) continue;
        if (token.dep == "nsubj" && t < root) {
            path.subject = t;
            ++subjects;
        }
        const bool later = t > root && token.pos == Pos::Verb && token.tag == "VBN";
        if (later && (token.dep == "conj" || token.dep == "ccomp")) path.verb = t;
    }
    if (joined || active || subjects != 1 || path.verb == 0) return path;
    const Pos pos = tokens[path.subject].pos;
    if (pos != Pos::Noun && pos != Pos::Propn) return path;
    bool helped = false;
    for (TokenIndex t = sentence.first; t < sentence.last; ++t) {
        if (tokens[t].head != path.verb || t == path.verb) continue;
        const std::string_view dep = tokens[t].dep;
        if (dep == "cc" || dep == "mark" || dep == "conj" || dep.starts_with("nsubj")) return path;
        helped = helped || dep == "aux" || dep == "auxpass";
        path.passive = path.passive || dep == "auxpass";
    }
    path.participle = root;
    path.found = helped;
    return path;
}

/// *Sailors held in Niger were freed*: a participle that was read as the main verb.
void leave_garden_path(Parse& parse, const Sentence& sentence, const GardenPath& path) {
    auto& tokens = parse.tokens;
    for (TokenIndex t = sentence.first; t < sentence.last; ++t) {
        if (tokens[t].head == path.participle && t > path.verb) tokens[t].head = path.verb;
    }
    tokens[path.verb].head = path.verb;
    tokens[path.verb].dep = "ROOT";
    tokens[path.subject].head = path.verb;
    tokens[path.subject].dep = path.passive ? "nsubjpass" : "nsubj";
    tokens[path.participle].head = path.subject;
    tokens[path.participle].dep = "acl";
    tokens[path.participle].tag = "VBN";
}

/// A headline's verb that the parser took for a plural noun, or whose neighbours it took for
/// something else than subject and object.
struct ActiveVerb {
    TokenIndex subject = 0;
    TokenIndex verb = 0;
    TokenIndex object = 0;
    bool plural = false;  ///< tagged as a noun: *severs* in *Chad severs ties*
    bool has_object = false;
    bool found = false;
};

bool is_before_noun(std::string_view dep) {
    return dep == "amod" || dep == "compound" || dep == "nmod" || dep == "npadvmod";
}

bool is_in_date(const Parse& parse, TokenIndex token) {
    static constexpr std::array<std::string_view, 4> kMeasured{"DATE", "TIME", "PERCENT",
                                                               "QUANTITY"};
    const auto names = names_from(parse, token);
    return !names.empty() && names.front().first <= token && one_of(names.front().label, kMeasured);
}

/// *Chad severs ties with Niger*, *Mali expels French envoy*: a country's name, then at once a verb
/// in -s, in a sentence that has no other.
ActiveVerb find_active_verb(const Parse& parse, const Sentence& sentence,
                            const NounClasses& classes, std::optional<ClassId> never_nouns) {
    const auto& tokens = parse.tokens;
    ActiveVerb found;
    for (TokenIndex t = sentence.first + 1; t < sentence.last; ++t) {
        const Token& token = tokens[t];
        const bool plural = never_nouns && token.tag == "NNS" && token.dep == "compound" &&
                            classes.contains(*never_nouns, token.lemma);
        const bool verb = token.tag == "VBZ" && token.pos == Pos::Verb && token.head == t;
        if (!plural && !verb) continue;
        if (tokens[t - 1].pos != Pos::Propn) return found;
        found.plural = plural;
        found.verb = t;
        found.subject = t - 1;
        break;
    }
    if (found.verb == 0) return found;
    bool mistaken = found.plural;
    for (TokenIndex t = sentence.first; t < sentence.last; ++t) {
        const Token& token = tokens[t];
        if (found.plural) {
            if (token.pos == Pos::Verb || token.pos == Pos::Aux) return found;
            if (token.head != t) continue;
            if (t < found.verb || token.pos == Pos::Adp) return found;
            found.object = t;
            found.has_object = true;
            continue;
        }
        if (token.head != found.verb || t == found.verb) continue;
        if (token.dep.starts_with("nsubj") && t != found.subject) return found;
        if (t == found.subject) mistaken = is_before_noun(token.dep);
        if (token.dep == "dobj" || token.dep == "ccomp") found.has_object = true;
        const bool next = t > found.verb && token.dep == "npadvmod" && token.pos == Pos::Noun;
        if (next && !found.has_object && !is_in_date(parse, t)) {
            found.object = t;
            found.has_object = true;
        }
    }
    const bool own = tokens[found.subject].head == found.verb || found.plural;
    found.found = own && (mistaken || found.object != 0) && (!found.plural || found.object != 0);
    return found;
}

void mend_active_verb(Parse& parse, const Sentence& sentence, const ActiveVerb& found) {
    auto& tokens = parse.tokens;
    if (found.plural) {
        for (TokenIndex t = sentence.first; t < found.subject; ++t) {
            const TokenIndex head = tokens[t].head;
            if (head == found.verb || head == found.object) tokens[t].head = found.subject;
        }
        tokens[found.verb].tag = "VBZ";
        tokens[found.verb].pos = Pos::Verb;
        tokens[found.verb].dep = "ROOT";
        tokens[found.verb].head = found.verb;
    }
    tokens[found.subject].head = found.verb;
    tokens[found.subject].dep = "nsubj";
    if (found.object == 0) return;
    tokens[found.object].head = found.verb;
    tokens[found.object].dep = "dobj";
}

/// The infinitive of *Hungary to block the aid, says minister*, which the parser hangs below
/// *says*; the sentence's end if there is none.
TokenIndex find_foretold(const Parse& parse, const Sentence& sentence) {
    const auto& tokens = parse.tokens;
    for (TokenIndex t = sentence.first + 2; t < sentence.last; ++t) {
        const Token& verb = tokens[t];
        if (verb.pos != Pos::Verb) continue;
        const Token& doer = tokens[t - 2];
        const bool infinitive = verb.tag == "VB" && tokens[t - 1].lower == "to" &&
                                (doer.pos == Pos::Noun || doer.pos == Pos::Propn);
        if (!infinitive) break;
        const TokenIndex above = verb.head == t - 2 ? doer.head : verb.head;
        const bool told = above > t && tokens[above].head == above && tokens[above].tag == "VBZ" &&
                          tokens[above - 1].lower == ",";
        return told ? t : sentence.last;
    }
    return sentence.last;
}

void mend_foretold(Parse& parse, TokenIndex verb) {
    auto& tokens = parse.tokens;
    const TokenIndex doer = verb - 2;
    const TokenIndex says = tokens[verb].head == doer ? tokens[doer].head : tokens[verb].head;
    tokens[verb].head = verb;
    tokens[verb].dep = "ROOT";
    tokens[doer].head = verb;
    tokens[doer].dep = "nsubj";
    tokens[says].head = verb;
    tokens[says].dep = "parataxis";
}

}  // namespace

std::optional<Parse> restore_passives(const Parse& parse, const NounClasses& classes) {
    ClassId done_to = 0;
    if (!classes.find("bare_passive", done_to)) return std::nullopt;
    ClassId headline_verb = 0;
    std::optional<ClassId> never_nouns;
    if (classes.find("headline_verb", headline_verb)) never_nouns = headline_verb;
    std::optional<Parse> restored;
    for (const Sentence& sentence : parse.sentences) {
        const GardenPath path = find_garden_path(parse, sentence);
        if (path.found) leave_garden_path(copy_of(parse, restored), sentence, path);
        if (path.found) continue;
        const bool headline = is_headline(parse, sentence);
        const SubjectList subjects =
            headline ? headline_subjects(parse, sentence) : subjects_behind_date(parse, sentence);
        if (!subjects.heads.empty()) {
            make_subject(copy_of(parse, restored), sentence, subjects);
        }
        if (!headline) continue;
        if (subjects.heads.empty()) {
            const ActiveVerb active = find_active_verb(parse, sentence, classes, never_nouns);
            if (active.found) mend_active_verb(copy_of(parse, restored), sentence, active);
            const TokenIndex foretold = find_foretold(parse, sentence);
            if (foretold != sentence.last) mend_foretold(copy_of(parse, restored), foretold);
        }
        const Parse& now = restored ? *restored : parse;
        const std::vector<Frame> frames = read_frames(now, sentence);
        for (TokenIndex t = sentence.first; t < sentence.last; ++t) {
            const Token verb = now.tokens[t];
            const Frame& frame = frames[t - sentence.first];
            if (verb.pos != Pos::Verb || (verb.tag != "VBN" && verb.tag != "VBD")) continue;
            if (!frame.has_subject || frame.complete) continue;
            if (!classes.contains(done_to, verb.lemma)) continue;
            Parse& mended = copy_of(parse, restored);
            mended.tokens[t].tag = "VBN";
            mended.tokens[frame.subject].dep = "nsubjpass";
        }
    }
    return restored;
}

}  // namespace tidings::coding
