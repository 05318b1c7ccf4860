#include "ingest/xml_parser.hpp"

#include <algorithm>
#include <array>
#include <new>
#include <unordered_map>

#include <fmt/format.h>
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>

#include <tidings/text.hpp>

namespace tidings::ingest {
namespace {

constexpr std::size_t kPiece = std::size_t{16} << 10U;
constexpr std::size_t kMostAttributes = 64;
constexpr std::size_t kMostNesting = 256;   // elements that the handler hears of
constexpr std::size_t kGiveUpAt = 100'000;  // elements; the parser itself keeps all their names

// Where and how the input stopped being as it should be, first.
struct XmlFault {
    enum class Kind : std::uint8_t { Form, Deep, TooDeep };
    Kind kind = Kind::Form;
    std::string message;  // of Form
    std::uint32_t line = 0;
    std::uint32_t column = 0;
};

std::string_view view(const xmlChar* text) {
    return text == nullptr ? std::string_view{} : reinterpret_cast<const char*>(text);
}

}  // namespace

std::string_view XmlElement::attribute(std::string_view wanted) const {
    const auto found = std::find_if(attributes.begin(), attributes.end(),
                                    [&](const auto& entry) { return entry.first == wanted; });
    return found == attributes.end() ? std::string_view{} : std::string_view(found->second);
}

struct XmlParser::State {
    XmlHandler& handler;
    xmlParserCtxtPtr parser = nullptr;
    std::optional<XmlFault> fault;
    bool wide = false;  // UTF-16: zero bytes belong there
    bool begun = false;
    std::size_t depth = 0;
    std::string piece;
    /// HTML's entities as the parser wants them.
    struct Entity {
        xmlEntity entity{};
        std::string name;
        std::string text;
    };
    std::unordered_map<std::string, std::unique_ptr<Entity>> entities;

    explicit State(XmlHandler& to) : handler(to) {}
    State(const State&) = delete;
    State& operator=(const State&) = delete;
    ~State() {
        if (parser == nullptr) return;
        // Where the parser notes declarations that nobody asked it for.
        if (parser->myDoc != nullptr) xmlFreeDoc(parser->myDoc);
        xmlFreeParserCtxt(parser);
    }

    static State& of(void* data) { return *static_cast<State*>(data); }

    static void on_start(void* data, const xmlChar* name, const xmlChar* /*prefix*/,
                         const xmlChar* space, int /*namespaces*/, const xmlChar** /*declared*/,
                         int attributes, int /*defaulted*/, const xmlChar** values) {
        State& state = of(data);
        if (++state.depth > kMostNesting) return state.pass_over();
        XmlElement element{view(name), view(space), {}};
        const auto count = std::min(static_cast<std::size_t>(attributes), kMostAttributes);
        for (std::size_t i = 0; i < count; ++i) {
            // Name, prefix, namespace, value, behind the value.
            const xmlChar* const* attribute = values + 5 * i;
            const std::string_view value(reinterpret_cast<const char*>(attribute[3]),
                                         static_cast<std::size_t>(attribute[4] - attribute[3]));
            element.attributes.emplace_back(view(attribute[0]), utf8::sanitize(value));
        }
        const int line = state.parser->input == nullptr ? 0 : state.parser->input->line;
        state.handler.start(element, static_cast<std::uint32_t>(std::max(line, 0)));
    }

    static void on_end(void* data, const xmlChar* name, const xmlChar* /*prefix*/,
                       const xmlChar* /*space*/) {
        State& state = of(data);
        if (state.depth > 0) --state.depth;
        if (state.depth < kMostNesting) state.handler.end(view(name));
    }

    static void on_characters(void* data, const xmlChar* text, int length) {
        of(data).handler.characters(
            {reinterpret_cast<const char*>(text), static_cast<std::size_t>(std::max(length, 0))});
    }

    static void on_error(void* data, xmlErrorPtr error) {
        State& state = of(data);
        if (state.fault || error == nullptr || error->level < XML_ERR_ERROR) return;
        const std::string_view message = error->message == nullptr ? "" : error->message;
        state.fault = XmlFault{XmlFault::Kind::Form, utf8::sanitize(trim(message)),
                               static_cast<std::uint32_t>(std::max(error->line, 0)),
                               static_cast<std::uint32_t>(std::max(error->int2, 0))};
    }

    // libxml2 itself bounds the depth only of trees that it builds.
    void pass_over() {
        const bool give_up = depth > kGiveUpAt;
        if (!fault || give_up) {
            const int line = parser->input == nullptr ? 0 : parser->input->line;
            fault = XmlFault{give_up ? XmlFault::Kind::TooDeep : XmlFault::Kind::Deep,
                             {},
                             static_cast<std::uint32_t>(std::max(line, 0)),
                             0};
        }
        if (give_up) xmlStopParser(parser);
    }

    // XML's five entities and those of HTML; none that the document declares.
    static xmlEntityPtr on_entity(void* data, const xmlChar* name) {
        if (xmlEntityPtr known = xmlGetPredefinedEntity(name)) return known;
        const htmlEntityDesc* const html = htmlEntityLookup(name);
        if (html == nullptr) return nullptr;
        auto& entry = of(data).entities[std::string(view(name))];
        if (!entry) {
            entry = std::make_unique<Entity>();
            entry->name = view(name);
            utf8::append(entry->text, html->value);
            xmlEntity& entity = entry->entity;
            entity.type = XML_ENTITY_DECL;
            entity.name = reinterpret_cast<const xmlChar*>(entry->name.c_str());
            entity.etype = XML_INTERNAL_PREDEFINED_ENTITY;
            entity.content = reinterpret_cast<xmlChar*>(entry->text.data());
            entity.orig = entity.content;  // a declaration of the document's would be kept here
            entity.length = static_cast<int>(entry->text.size());
        }
        return &entry->entity;
    }

    static xmlSAXHandler handlers() {
        xmlSAXHandler sax{};
        sax.initialized = XML_SAX2_MAGIC;
        sax.startElementNs = on_start;
        sax.endElementNs = on_end;
        sax.characters = on_characters;
        sax.ignorableWhitespace = on_characters;
        sax.cdataBlock = on_characters;
        sax.getEntity = on_entity;
        sax.serror = on_error;
        return sax;
    }

    // The first bytes tell the encoding.
    void begin(std::string_view head) {
        begun = true;
        wide = head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF") ||
               head.substr(0, 4).find('\0') != std::string_view::npos;
        xmlSAXHandler sax = handlers();
        parser = xmlCreatePushParserCtxt(&sax, this, nullptr, 0, nullptr);
        if (parser == nullptr) throw std::bad_alloc();
        xmlCtxtUseOptions(parser, XML_PARSE_RECOVER | XML_PARSE_NONET | XML_PARSE_NOWARNING);
    }

    // Control characters are not allowed in XML, and the parser would stop at them.
    void clean() {
        if (wide) return;
        const auto is_control = [](char c) {
            const auto byte = static_cast<unsigned char>(c);
            return byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r';
        };
        std::replace_if(piece.begin(), piece.end(), is_control, ' ');
    }

    // False where the parser has given up for good.
    bool parse(bool last) {
        xmlParseChunk(parser, piece.data(), static_cast<int>(piece.size()), last ? 1 : 0);
        return parser->instate != XML_PARSER_EOF;
    }
};

XmlParser::XmlParser(XmlHandler& handler) : state_(std::make_unique<State>(handler)) {
    xmlInitParser();
}

XmlParser::~XmlParser() = default;

bool XmlParser::parse_some(InputBuffer& buffer) {
    const std::string_view seen = buffer.peek(kPiece).substr(0, kPiece);
    if (!state_->begun) {
        // Space before the XML declaration is a fault that many feeds have.
        const std::size_t blank = std::min(seen.find_first_not_of(" \t\r\n"), seen.size());
        if (blank > 0 && blank < seen.size()) {
            buffer.consume(blank);
            return true;
        }
        state_->begin(seen);
    }
    state_->piece = seen;
    state_->clean();
    buffer.consume(seen.size());
    const bool last = seen.size() < kPiece && buffer.peek(1).empty();
    return state_->parse(last) && !last;
}

std::optional<Error> XmlParser::fault(std::string_view what, const std::string& file) const {
    const std::optional<XmlFault>& fault = state_->fault;
    if (!fault) return std::nullopt;
    Error error{ErrorKind::Input, {}, file, fault->line, fault->column, "", {}};
    switch (fault->kind) {
        case XmlFault::Kind::Form:
            error.message = fmt::format("the {} is no well-formed XML: {}", what, fault->message);
            error.hint = "what could be read of it was read";
            break;
        case XmlFault::Kind::Deep:
            error.message =
                fmt::format("the {}'s elements nest more than {} deep", what, kMostNesting);
            error.hint = "of what is deeper the text was read without its tags";
            break;
        case XmlFault::Kind::TooDeep:
            error.message = fmt::format(
                "the {}'s elements nest more than {} deep; what comes "
                "behind that was not read",
                what, kGiveUpAt);
            error.hint = "close the elements: `xmllint --recover --huge FILE`";
            break;
    }
    return error;
}

}  // namespace tidings::ingest
