// XML as events, from bytes that come a piece at a time.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ingest/input_buffer.hpp"

namespace tidings::ingest {

/// A start tag. Names are as written, without the prefix; `space` is the namespace's name.
struct XmlElement {
    std::string_view name;
    std::string_view space;
    std::vector<std::pair<std::string_view, std::string>> attributes;  ///< without their prefixes

    [[nodiscard]] std::string_view attribute(std::string_view wanted) const;
};

/// Receives what the parser finds. Views are valid during the call.
class XmlHandler {
  public:
    virtual ~XmlHandler() = default;
    virtual void start(const XmlElement& element, std::uint32_t line) = 0;
    virtual void end(std::string_view name) = 0;
    virtual void characters(std::string_view text) = 0;
};

/// libxml2 behind our own handler: no document type is loaded, no entity that the document declares
/// is known (those of HTML are, because feeds use them undeclared), nothing is fetched. Goes on
/// behind faults as far as libxml2 can. Memory is bounded: no tag, comment or name may be longer
/// than ten million bytes. Of elements that nest more than 256 deep only the text is handed on;
/// where 100,000 nest, the parser gives up.
class XmlParser {
  public:
    explicit XmlParser(XmlHandler& handler);
    ~XmlParser();
    XmlParser(const XmlParser&) = delete;
    XmlParser& operator=(const XmlParser&) = delete;

    /// Parses the next piece of the buffer and consumes it; false at the end of the input, or
    /// where the parser had to give up.
    bool parse_some(InputBuffer& buffer);

    /// The input's first fault, if it has one. `what` it is: `feed`; `file` is its name.
    [[nodiscard]] std::optional<Error> fault(std::string_view what, const std::string& file) const;

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace tidings::ingest
