#include "coding/counts.hpp"

#include <array>

#include "coding/quantities.hpp"

namespace tidings::coding {

namespace {

using Field = std::optional<EventCount> EventCounts::*;
constexpr std::array<Field, 4> kFields{&EventCounts::killed, &EventCounts::wounded,
                                       &EventCounts::arrested, &EventCounts::participants};

bool is_exact(const EventCount& count) {
    return count.high && *count.high == count.low;
}

}  // namespace

bool CountReader::is(TokenIndex token, std::string_view class_name) const {
    ClassId id = 0;
    return lexicon_.classes.find(class_name, id) &&
           lexicon_.classes.contains(id, utf8::lower(tree_[token].lemma));
}

std::optional<EventCount> CountReader::quantity(TokenIndex token) const {
    if (token == kNoToken) return std::nullopt;
    return read_quantity(tree_, lexicon_.quantity_words, token);
}

/// The object's number; *45 injured* after another passive has its number as a subject.
std::optional<EventCount> CountReader::object_count(TokenIndex predicate) const {
    if (arguments_.is_verb(predicate)) {
        for (const TokenIndex c : tree_.children(predicate)) {
            const bool own = tree_[c].dep == "nsubjpass" || tree_[c].dep == "dobj" ||
                             (tree_[c].dep == "nsubj" && tree_[predicate].tag == "VBN");
            if (own) return quantity(c);
        }
    }
    return quantity(arguments_.object(predicate));
}

void CountReader::read_casualties(TokenIndex predicate, EventCounts& counts) const {
    if (!counts.killed && is(predicate, "kills")) counts.killed = object_count(predicate);
    if (!counts.killed && is(predicate, "kills_subject")) {
        counts.killed = arguments_.is_verb(predicate) ? quantity(arguments_.subject(predicate))
                                                      : quantity(predicate);
    }
    if (!counts.wounded && is(predicate, "wounds")) counts.wounded = object_count(predicate);
}

/// *Thousands marched*, *a rally of 300 teachers*.
std::optional<EventCount> CountReader::crowd(TokenIndex predicate) const {
    if (arguments_.is_verb(predicate)) return quantity(arguments_.subject(predicate));
    for (const char* preposition : {"by", "of"}) {
        for (const TokenIndex t : arguments_.prepositional(predicate, preposition)) {
            if (auto count = quantity(t)) return count;
        }
    }
    const TokenIndex verb = arguments_.light_verb(predicate);
    return verb == kNoToken ? std::nullopt : quantity(arguments_.subject(verb));
}

EventCounts CountReader::read(const Reading& reading) const {
    EventCounts counts;
    const std::string& type = reading.coding.type;
    if (type == "ASSAULT") {
        for (const TokenIndex t : arguments_.coordinated(reading.predicate)) {
            read_casualties(t, counts);
        }
    } else if (type == "COERCE" && reading.coding.mode == "arrest") {
        counts.arrested = object_count(reading.predicate);
    } else if (type == "PROTEST") {
        counts.participants = crowd(reading.predicate);
    }
    return counts;
}

void CountReader::merge(EventCounts& into, const EventCounts& from) {
    for (const Field field : kFields) {
        std::optional<EventCount>& known = into.*field;
        const std::optional<EventCount>& told = from.*field;
        if (!told) continue;
        if (!known || (is_exact(*told) && !is_exact(*known))) known = told;
    }
}

bool CountReader::agree(const EventCounts& a, const EventCounts& b) {
    for (const Field field : kFields) {
        const std::optional<EventCount>& x = a.*field;
        const std::optional<EventCount>& y = b.*field;
        if (!x || !y) continue;
        if ((x->high && *x->high < y->low) || (y->high && *y->high < x->low)) return false;
    }
    return true;
}

}  // namespace tidings::coding
