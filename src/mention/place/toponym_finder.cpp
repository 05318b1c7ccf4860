#include "mention/place/toponym_finder.hpp"

#include <algorithm>
#include <array>

#include "base/one_of.hpp"
#include "mention/place/place_key.hpp"

namespace tidings::mention {

namespace {

constexpr std::size_t kLongestRun = 7;  // tokens of a name
constexpr float kThreshold = 1.5F;

/// Small words inside names: *Gulf of Oman*, *Rio de Janeiro*, *Ain al-Hilweh*.
bool is_connector(std::string_view lower) {
    static constexpr std::array<std::string_view, 26> kConnectors{
        "of",  "the", "de", "la",  "le", "du",   "des", "del", "di", "da", "do", "au", "ez",
        "dos", "al",  "el", "bin", "on", "upon", "and", "-",   "'s", "’s", "/",  "i",  "e"};
    return one_of(lower, kConnectors);
}

std::string upper(std::string_view words) {
    std::string result(words);
    for (char& c : result) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    return result;
}

/// Parts of the compass are names of provinces somewhere, but hardly ever those provinces.
bool is_direction(std::string_view key) {
    static constexpr std::array<std::string_view, 14> kDirections{
        "north",   "south",   "east",   "west",   "northern",  "southern",  "eastern",
        "western", "central", "center", "centre", "northeast", "northwest", "southeast"};
    return one_of(key, kDirections);
}

bool is_label(const Name* name, std::string_view label) {
    return name != nullptr && name->label == label;
}

bool is_place_label(std::string_view label) {
    return label == "GPE" || label == "LOC";
}

bool is_number_label(std::string_view label) {
    static constexpr std::array<std::string_view, 7> kLabels{
        "DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "CARDINAL", "ORDINAL"};
    return one_of(label, kLabels);
}

std::uint32_t most_people(const Toponym& toponym) {
    std::uint32_t most = 0;
    for (const PlaceEntry& entry : toponym.entries) {
        if (entry.use == NameUse::Main) most = std::max(most, entry.place->population);
    }
    return most;
}

bool has_use(const Toponym& toponym, NameUse use) {
    return std::any_of(toponym.entries.begin(), toponym.entries.end(),
                       [use](const PlaceEntry& entry) { return entry.use == use; });
}

bool all_use(const Toponym& toponym, NameUse use) {
    return !toponym.entries.empty() &&
           std::all_of(toponym.entries.begin(), toponym.entries.end(),
                       [use](const PlaceEntry& entry) { return entry.use == use; });
}

bool has_large_kind(const Toponym& toponym) {
    return std::any_of(toponym.entries.begin(), toponym.entries.end(), [](const PlaceEntry& e) {
        const PlaceKind kind = e.place->kind;
        return e.use == NameUse::Main &&
               (kind == PlaceKind::Country || kind == PlaceKind::Continent ||
                kind == PlaceKind::Region || kind == PlaceKind::Area || kind == PlaceKind::Water ||
                kind == PlaceKind::Site || kind == PlaceKind::Mountain ||
                kind == PlaceKind::Island);
    });
}

}  // namespace

ToponymFinder::ToponymFinder(const Report& report, const SyntaxTree& tree,
                             const GazetteerData& gazetteer)
    : report_(report), tree_(tree), gazetteer_(gazetteer) {}

std::vector<Toponym> ToponymFinder::find() {
    read_names();
    for (const Sentence& sentence : tree_.parse().sentences) read_sentence(sentence);
    parsed_count_ = found_.size();
    add_unknown_names();
    read_datelines();
    std::stable_sort(found_.begin(), found_.end(), [](const Toponym& a, const Toponym& b) {
        return a.span.start < b.span.start;
    });
    weigh_again();
    return std::move(found_);
}

void ToponymFinder::read_names() {
    const auto& names = tree_.parse().names;
    name_of_token_.assign(tree_.size(), 0U);
    for (std::uint32_t n = 0; n < names.size(); ++n) {
        const Name& name = names[n];
        for (TokenIndex t = name.first; t < name.last; ++t) name_of_token_[t] = n + 1;
        if (name.label == "PERSON" && name.last - name.first > 1) {
            surnames_.insert(std::string(tree_[name.last - 1].lower));
        }
    }
}

const Name* ToponymFinder::name_at(TokenIndex token) const {
    if (token >= name_of_token_.size() || name_of_token_[token] == 0) return nullptr;
    return &tree_.parse().names[name_of_token_[token] - 1];
}

bool ToponymFinder::is_capital(TokenIndex token) const {
    const std::string_view written = text(token);
    const std::string_view lower = tree_[token].lower;
    // *d'Ivoire*, *al-Tanf*
    const std::size_t inner = written.find_first_of("'-");
    if (inner != std::string_view::npos && inner <= 2 && inner > 0 && inner + 1 < written.size() &&
        written[inner + 1] >= 'A' && written[inner + 1] <= 'Z') {
        return true;
    }
    return !written.empty() && !lower.empty() && written.substr(0, 1) != lower.substr(0, 1)
               ? true
               : written.size() > 1 && static_cast<unsigned char>(written[0]) >= 0x80 &&
                     written.substr(0, 2) != lower.substr(0, 2);
}

ToponymFinder::Match ToponymFinder::longest_match(TokenIndex first, TokenIndex end) const {
    Match best;
    Match match;
    const TokenIndex limit = std::min<TokenIndex>(end, first + kLongestRun);
    for (TokenIndex t = first; t < limit; ++t) {
        const std::string_view lower = tree_[t].lower;
        const bool capital = is_capital(t);
        const GenericNoun* generic = capital || t == first ? nullptr : gazetteer_.generic(lower);
        if (t > first && !capital && !is_connector(lower) && generic == nullptr &&
            lower.substr(0, 1) != "'") {
            break;
        }
        append_place_key(match.key, text(t));
        if (is_connector(lower) && t > first) continue;
        match.entries.clear();
        gazetteer_.find(match.key, match.entries);
        match.last = t + 1;
        if (!match.entries.empty() && accept_form(match, first)) best = match;
        // A common noun in small letters ends the name: *Anbar province*.
        if (generic != nullptr) break;
    }
    return best;
}

/// Short names that are also words are names only in capitals: *US*, not *us*; *La.*, not *la*.
bool ToponymFinder::accept_form(const Match& match, TokenIndex first) const {
    if (match.last != first + 1) return true;
    if (is_direction(match.key)) return false;
    const std::string_view written = text(first);
    const bool all_abbreviation =
        std::all_of(match.entries.begin(), match.entries.end(),
                    [](const PlaceEntry& e) { return e.use == NameUse::Abbreviation; });
    std::size_t capitals = 0;
    std::size_t letters = 0;
    for (const char c : written) {
        capitals += c >= 'A' && c <= 'Z' ? 1U : 0U;
        letters += (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ? 1U : 0U;
    }
    const bool dotted = written.ends_with('.');
    if (all_abbreviation)
        return capitals == letters ? letters == 2 || dotted : dotted || letters > 3;
    constexpr std::size_t kShort = 3;
    if (match.key.size() > kShort || written.size() > 2 * kShort) return true;
    if (is_label(name_at(first), "GPE")) return true;
    // *UN* and *FBI* are other languages' names of villages.
    return capitals == letters &&
           std::any_of(match.entries.begin(), match.entries.end(), [](const PlaceEntry& e) {
               return e.use == NameUse::Main && e.place->kind != PlaceKind::City &&
                      e.place->kind != PlaceKind::Quarter;
           });
}

/// *D-Minn.*, *Gainesville, Va.*: an abbreviation counts behind a comma, a party or a bracket.
void ToponymFinder::read_abbreviation(Toponym& toponym) const {
    if (!has_use(toponym, NameUse::Abbreviation)) return;
    const TokenIndex first = toponym.first;
    const bool behind = same_sentence(first, first - 1) && first > 0 &&
                        (text(first - 1) == "," || text(first - 1) == "-" ||
                         text(first - 1) == "(" || text(first - 1) == "–");
    const bool tagged = name_at(first) != nullptr && is_place_label(name_at(first)->label);
    if (behind || (tagged && toponym.span.size() > 2)) return;
    std::erase_if(toponym.entries,
                  [](const PlaceEntry& e) { return e.use == NameUse::Abbreviation; });
}

void ToponymFinder::read_sentence(const Sentence& sentence) {
    std::size_t words = 0;
    std::size_t capitals = 0;
    for (TokenIndex t = sentence.first; t < sentence.last; ++t) {
        const std::string_view lower = tree_[t].lower;
        if (lower.size() < 4 || tree_[t].pos == Pos::Punct || tree_[t].pos == Pos::Num) continue;
        ++words;
        capitals += is_capital(t) ? 1U : 0U;
    }
    headline_ = words >= 4 && capitals * 10 >= words * 8;
    // A report names few places; the bound keeps a hostile text from taking much memory.
    constexpr std::size_t kMostToponyms = 20000;
    for (TokenIndex t = sentence.first; t < sentence.last && found_.size() < kMostToponyms;) {
        if (!is_capital(t)) {
            ++t;
            continue;
        }
        Match match = longest_match(t, sentence.last);
        Toponym generic = generic_name(t, sentence.last);
        // A building is named after its town, but a street after another one.
        const bool named_after = generic.kind == PlaceKind::Site && !match.entries.empty();
        if (generic.last > match.last && !named_after) {
            generic.evidence = evidence(generic);
            const TokenIndex next = generic.last;
            if (generic.evidence >= kThreshold) {
                found_.push_back(std::move(generic));
                t = next;
                continue;
            }
        }
        if (match.entries.empty()) {
            ++t;
            continue;
        }
        const TokenIndex next = match.last;
        const std::size_t before = found_.size();
        add(t, std::move(match));
        t = found_.size() > before ? next : t + 1;
    }
}

void ToponymFinder::add(TokenIndex first, Match match) {
    Toponym toponym;
    toponym.first = first;
    toponym.last = match.last;
    toponym.span = {tree_[first].span.start, tree_[match.last - 1].span.end};
    toponym.key = std::move(match.key);
    toponym.entries = std::move(match.entries);
    if (const GenericNoun* noun = gazetteer_.generic(tree_[toponym.last - 1].lower);
        noun != nullptr && noun->after && toponym.last - first > 1) {
        toponym.kind = noun->kind;
    }
    read_abbreviation(toponym);
    if (toponym.entries.empty()) return;
    // *U.S.-led* is one token.
    const std::string_view written = text(first);
    if (toponym.last == first + 1 && written.find('-') != std::string_view::npos &&
        written.find('-') + 4 < written.size() && toponym.key.find(' ') == std::string::npos) {
        toponym.span.end = toponym.span.start + static_cast<std::uint32_t>(written.find('-'));
    }
    toponym.article = first > 0 && same_sentence(first - 1, first) &&
                      (tree_[first - 1].lower == "the" || tree_[first].lower == "the");
    toponym.evidence = evidence(toponym);
    found_.push_back(std::move(toponym));
}

Toponym ToponymFinder::generic_name(TokenIndex first, TokenIndex end) const {
    Toponym toponym;
    toponym.first = first;
    const TokenIndex limit = std::min<TokenIndex>(end, first + 4);
    TokenIndex run = first;
    while (run < limit && is_capital(run) && tree_[run].pos != Pos::Punct) ++run;
    const GenericNoun* head = gazetteer_.generic(tree_[first].lower);
    const bool number_follows = run < end && tree_[run].pos == Pos::Num;
    if (head != nullptr && head->before && (run - first >= 2 || number_follows)) {
        if (head->kind == PlaceKind::Site || head->kind == PlaceKind::Country) return {};
        toponym.kind = head->kind;
        toponym.last = number_follows && run - first == 1 ? run + 1 : std::min(run, first + 2);
    } else {
        for (TokenIndex t = first + 1; t < run; ++t) {
            const GenericNoun* noun = gazetteer_.generic(tree_[t].lower);
            if (noun == nullptr || !noun->after) continue;
            toponym.kind = noun->kind;
            toponym.last = t + 1;
        }
    }
    if (toponym.last == 0) return {};
    // Institutions are no places here; a town in their name is found by itself.
    if (toponym.kind == PlaceKind::Site && !is_label(name_at(first), "FAC")) return {};
    toponym.span = {tree_[first].span.start, tree_[toponym.last - 1].span.end};
    for (TokenIndex t = first; t < toponym.last; ++t) append_place_key(toponym.key, text(t));
    return toponym;
}

/// A name that the tagger holds a place may hold one that was too doubtful by itself: *Pointe
/// Coupee Sheriff's Office*.
bool ToponymFinder::promote_inner(const Name& name) {
    // Found in text order: the first that ends behind the name's start.
    const auto inner = std::partition_point(
        found_.begin(), found_.begin() + static_cast<std::ptrdiff_t>(parsed_count_),
        [&name](const Toponym& t) { return t.span.end <= name.span.start; });
    if (inner == found_.begin() + static_cast<std::ptrdiff_t>(parsed_count_)) return false;
    if (!inner->span.overlaps(name.span) || inner->entries.empty()) return false;
    if (inner->evidence < kThreshold && !gazetteer_.is_common(inner->key)) {
        inner->evidence = kThreshold;
    }
    return inner->evidence >= kThreshold;
}

/// What the tagger holds a place and the gazetteer does not know.
void ToponymFinder::add_unknown_names() {
    std::vector<bool> covered(tree_.size(), false);
    for (const Toponym& toponym : found_) {
        if (toponym.evidence < kThreshold) continue;
        for (TokenIndex t = toponym.first; t < toponym.last; ++t) covered[t] = true;
    }
    for (const Name& name : tree_.parse().names) {
        if (!is_place_label(name.label) && name.label != "FAC") continue;
        TokenIndex first = name.first;
        while (first < name.last && !is_capital(first)) ++first;
        if (first == name.last) continue;
        if (promote_inner(name)) continue;
        const auto taken = std::find(covered.begin() + first, covered.begin() + name.last, true);
        if (taken != covered.begin() + name.last) continue;
        Toponym toponym;
        toponym.first = first;
        toponym.last = name.last;
        toponym.span = {tree_[first].span.start, tree_[name.last - 1].span.end};
        for (TokenIndex t = first; t < name.last; ++t) append_place_key(toponym.key, text(t));
        if (toponym.key.size() < 3) continue;
        const bool fac = name.label == "FAC";
        toponym.kind = fac ? PlaceKind::Site : PlaceKind::Unknown;
        const bool person =
            name.last - first == 1 && surnames_.contains(std::string(tree_[first].lower));
        toponym.evidence = person ? 0 : kThreshold;
        if (gazetteer_.is_common(toponym.key)) toponym.evidence = 0;
        found_.push_back(std::move(toponym));
    }
}

/// A name that is a place somewhere in the report is one elsewhere, unless it is in a person's.
void ToponymFinder::weigh_again() {
    std::unordered_map<std::string, float> best;
    for (const Toponym& toponym : found_) {
        float& most = best[toponym.key];
        most = std::max(most, toponym.evidence);
    }
    constexpr float kSure = 3;
    constexpr float kRepeated = 1.5F;
    for (Toponym& toponym : found_) {
        if (toponym.evidence < kThreshold && best[toponym.key] >= kSure) {
            toponym.evidence += kRepeated;
        }
    }
    // *in Becker, Clay and Grant counties*: one place in a list tells of the others.
    constexpr float kListed = 1.5F;
    constexpr std::uint32_t kLongestGap = 6;
    for (std::size_t i = 0; i < found_.size(); ++i) {
        if (found_[i].evidence >= kThreshold || found_[i].entries.empty()) continue;
        const auto listed_with = [&](const Toponym& a, const Toponym& b) {
            if (b.span.start < a.span.end || b.span.start - a.span.end > kLongestGap) return false;
            const std::string_view gap = trim(slice(report_.text, {a.span.end, b.span.start}));
            return gap == "," || gap == "and" || gap == ", and" || gap == "or" || gap == "&";
        };
        const bool behind =
            i > 0 && found_[i - 1].evidence >= kThreshold && listed_with(found_[i - 1], found_[i]);
        const bool ahead = i + 1 < found_.size() && found_[i + 1].evidence >= kThreshold &&
                           listed_with(found_[i], found_[i + 1]);
        if (behind || ahead) found_[i].evidence += kListed;
    }
    std::erase_if(found_, [](const Toponym& t) { return t.evidence < kThreshold; });
    // Names of the tagger and of the gazetteer may overlap: the first stays.
    std::vector<Toponym> kept;
    for (Toponym& toponym : found_) {
        if (!kept.empty() && kept.back().span.overlaps(toponym.span)) continue;
        kept.push_back(std::move(toponym));
    }
    found_ = std::move(kept);
}

float ToponymFinder::evidence(const Toponym& toponym) const {
    float sum = tagger_evidence(toponym) + gazetteer_evidence(toponym) + word_evidence(toponym) +
                neighbour_evidence(toponym);
    if (toponym.kind != PlaceKind::Unknown) sum += 2.0F;
    return sum;
}

float ToponymFinder::tagger_evidence(const Toponym& toponym) const {
    const Name* name = name_at(toponym.first);
    if (name == nullptr) return 0;
    const bool longer = name->first < toponym.first || name->last > toponym.last;
    const bool demonym = has_use(toponym, NameUse::Demonym);
    // *the West* and *the North* are places to the tagger.
    if (name->label == "LOC" && gazetteer_.is_common(toponym.key)) return 0;
    if (is_place_label(name->label)) return 3;
    if (name->label == "NORP") return demonym ? 3 : 0.5F;
    if (name->label == "FAC") return 1.5F;
    if (name->label == "PERSON") {
        // *Paris Hilton*, but also a town that the tagger takes for a person.
        if (longer && toponym.last - toponym.first == 1) return -4;
        return longer ? -1 : -1.5F;
    }
    if (is_number_label(name->label)) return -4;
    if (name->label == "ORG" && longer) {
        const bool leads =
            name->first == toponym.first ||
            (toponym.first > 0 &&
             (tree_[toponym.first - 1].lower == "of" || tree_[toponym.first - 1].lower == "the" ||
              tree_[toponym.first - 1].lower == "in" || tree_[toponym.first - 1].lower == "at"));
        return leads ? 1.5F : 0.25F;
    }
    return longer ? 0.5F : 0.75F;
}

float ToponymFinder::gazetteer_evidence(const Toponym& toponym) const {
    if (toponym.entries.empty()) return 0;
    if (all_use(toponym, NameUse::Demonym)) return 2;
    if (has_use(toponym, NameUse::Abbreviation)) return 3;
    constexpr std::uint32_t kLarge = 1000000;
    constexpr std::uint32_t kMiddle = 100000;
    constexpr std::uint32_t kSmall = 5000;
    const std::uint32_t people = most_people(toponym);
    float sum = 0;
    if (has_large_kind(toponym)) sum += 2;
    if (people >= kLarge) {
        sum += 1.5F;
    } else if (people >= kMiddle) {
        sum += 1;
    } else if (people < kSmall) {
        sum -= 0.5F;
    }
    if (!has_use(toponym, NameUse::Main) && !has_use(toponym, NameUse::Demonym)) sum -= 1.5F;
    if (toponym.last - toponym.first > 1) sum += 1;
    return sum;
}

float ToponymFinder::word_evidence(const Toponym& toponym) const {
    const Token& token = tree_[toponym.first];
    float sum = 0;
    const bool single = toponym.last - toponym.first == 1;
    if (token.pos == Pos::Propn) {
        sum += 0.5F;
    } else if (!all_use(toponym, NameUse::Demonym)) {
        sum -= token.sentence_start || headline_ ? 2.0F : 1.0F;
    }
    if (gazetteer_.is_common(toponym.key)) sum -= 2.5F;
    if (!single) return sum;
    const bool country = most_people(toponym) > 3000000;
    if (gazetteer_.is_given_name(token.lower) && !country) sum -= 1.5F;
    if (surnames_.contains(std::string(token.lower)) && !is_label(name_at(toponym.first), "GPE")) {
        sum -= country ? 1.0F : 2.5F;
    }
    return sum;
}

bool ToponymFinder::region_follows(TokenIndex last) const {
    if (!same_sentence(last - 1, last + 1) || text(last) != "," || !is_capital(last + 1))
        return false;
    const Match match = longest_match(
        last + 1, std::min<TokenIndex>(last + 5, static_cast<TokenIndex>(tree_.size())));
    return std::any_of(match.entries.begin(), match.entries.end(), [](const PlaceEntry& e) {
        return e.place->kind == PlaceKind::Country || e.place->kind == PlaceKind::Region;
    });
}

/// *HUDSON -- A man ...*: a dateline that was left in its paragraph.
bool ToponymFinder::opens_story(const Toponym& toponym) const {
    if (!tree_[toponym.first].sentence_start || toponym.last >= tree_.size()) return false;
    const std::string_view words = slice(report_.text, toponym.span);
    if (words.size() < 4 || words != upper(words)) return false;
    const std::string_view next = text(toponym.last);
    return next == "-" || next == "--" || next == "–" || next == "—" || next == "," ||
           next == "(" || next == ":";
}

/// *shelled Goma*, *retook Homs*: what is done to towns rather than to people.
bool ToponymFinder::is_taken(const Toponym& toponym) const {
    static constexpr std::array<std::string_view, 20> kVerbs{
        "shell",    "bomb",  "bombard",  "besiege", "encircle", "strafe",  "recapture",
        "liberate", "loot",  "evacuate", "seize",   "retake",   "overrun", "storm",
        "occupy",   "annex", "enter",    "capture", "blockade", "raze"};
    const TokenIndex last = toponym.last - 1;
    return tree_[last].dep == "dobj" && one_of(tree_[tree_.head(last)].lemma, kVerbs) &&
           !surnames_.contains(std::string(tree_[last].lower));
}

float ToponymFinder::neighbour_evidence(const Toponym& toponym) const {
    static constexpr std::array<std::string_view, 15> kPlacing{
        "in",   "near",   "outside", "across", "throughout", "around", "into",  "inside",
        "over", "toward", "towards", "off",    "via",        "beyond", "within"};
    static constexpr std::array<std::string_view, 7> kMoving{"at",      "from",    "to", "of",
                                                             "through", "between", "for"};
    static constexpr std::array<std::string_view, 16> kParts{
        "northern",  "southern",     "eastern",      "western", "central",      "downtown",
        "north",     "south",        "east",         "west",    "northeastern", "northwestern",
        "southeast", "southwestern", "southeastern", "nearby"};
    static constexpr std::array<std::string_view, 34> kBehind{
        "area",     "areas",    "resident",  "residents", "man",    "woman",   "police",
        "mayor",    "city",     "officials", "native",    "suburb", "region",  "village",
        "town",     "province", "state",     "county",    "border", "airport", "school",
        "schools",  "hospital", "family",    "couple",    "teen",   "crash",   "fire",
        "district", "parish",   "refugee",   "community", "office", "downtown"};
    static constexpr std::array<std::string_view, 14> kSettlements{
        "city",    "town",   "village",   "port",  "capital", "suburb", "outskirts",
        "streets", "centre", "residents", "mayor", "people",  "siege",  "battle"};
    static constexpr std::array<std::string_view, 14> kTitles{
        "mr.", "mrs.", "ms.", "dr.",   "mr",   "mrs",  "ms",
        "dr",  "sgt.", "lt.", "capt.", "col.", "rep.", "sen."};
    float sum = 0;
    TokenIndex before = toponym.first;
    if (before > 0 && same_sentence(before - 1, before)) {
        --before;
        if (tree_[before].lower == "the" && before > 0 && same_sentence(before - 1, before))
            --before;
        const std::string_view lower = tree_[before].lower;
        if (lower == "of" && before > 0 && one_of(tree_[before - 1].lower, kSettlements)) {
            sum += 1.5F;
        }
        if (one_of(lower, kPlacing)) sum += 1.5F;
        // The tagger takes many a foreign town for a person, but nobody is near or outside one.
        if ((lower == "near" || lower == "outside") && before + 1 == toponym.first) sum += 1.5F;
        if (one_of(lower, kMoving)) sum += 1;
        if (one_of(lower, kParts)) sum += 1.5F;
        if (one_of(lower, kTitles)) sum -= 3;
        const bool name_before = is_capital(before) && before + 1 == toponym.first &&
                                 tree_[before].pos == Pos::Propn && !headline_ &&
                                 !one_of(lower, kParts) && !one_of(lower, kTitles);
        if (name_before) sum -= gazetteer_.is_given_name(lower) ? 3.0F : 1.0F;
    }
    if (is_taken(toponym)) sum += 2;
    if (region_follows(toponym.last)) sum += 3;
    if (opens_story(toponym)) sum += 3;
    const TokenIndex next = toponym.last;
    if (!same_sentence(toponym.first, next)) return sum;
    if (one_of(tree_[next].lower, kBehind)) sum += 1;
    const bool name_behind = is_capital(next) && tree_[next].pos == Pos::Propn && !headline_ &&
                             gazetteer_.generic(tree_[next].lower) == nullptr;
    const bool given =
        toponym.last - toponym.first == 1 && gazetteer_.is_given_name(tree_[toponym.first].lower);
    if (name_behind && given) sum -= 2.5F;
    return sum;
}

/// Datelines are not parsed: their words are matched by themselves.
void ToponymFinder::read_datelines() {
    for (const Section& section : report_.sections) {
        Span span = section.span;
        if (section.role != SectionRole::Dateline) {
            if (section.dateline == 0) continue;
            span.end = span.start + section.dateline;
        }
        const std::string_view words = slice(report_.text, span);
        std::size_t at = 0;
        while (at < words.size()) {
            const std::size_t end = std::min(words.find_first_of(",(;", at), words.size());
            std::string_view part = words.substr(at, end - at);
            const std::size_t dash = part.find(" -");
            part = trim(part.substr(0, dash));
            const std::string key = place_key(part);
            Toponym toponym;
            if (!key.empty() && key.size() < 60) gazetteer_.find(key, toponym.entries);
            if (!toponym.entries.empty()) {
                const auto start = static_cast<std::uint32_t>(part.data() - words.data());
                toponym.span = {span.start + start,
                                span.start + start + static_cast<std::uint32_t>(part.size())};
                toponym.key = key;
                toponym.dateline = true;
                constexpr float kCertain = 5;
                toponym.evidence = kCertain;
                found_.push_back(std::move(toponym));
            }
            if (end < words.size() && words[end] == '(') break;  // the agency
            at = end + 1;
        }
    }
}

}  // namespace tidings::mention
