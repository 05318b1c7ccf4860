#include "language/msgpack_value.hpp"

#include <bit>
#include <cstring>
#include <exception>
#include <limits>
#include <string>

#include <fmt/format.h>
#include <msgpack.hpp>

namespace tidings::language {
namespace {

/// Builds the flat list while msgpack walks the bytes. `open_` holds the containers that are not
/// closed yet, so that their `next` can be set at their end.
class NodeBuilder : public msgpack::null_visitor {
  public:
    NodeBuilder(std::vector<MsgpackNode>& nodes, const MsgpackLimits& limits)
        : nodes_(nodes), limits_(limits) {}

    // The names of these functions are msgpack's.
    bool visit_nil() { return leaf(MsgpackType::Nil); }
    bool visit_boolean(bool value) {
        return leaf(MsgpackType::Bool) && (nodes_.back().bits = value ? 1 : 0, true);
    }
    bool visit_positive_integer(std::uint64_t value) {
        return leaf(MsgpackType::Unsigned) && (nodes_.back().bits = value, true);
    }
    bool visit_negative_integer(std::int64_t value) {
        return leaf(MsgpackType::Negative) && (nodes_.back().negative = value, true);
    }
    bool visit_float32(float value) { return visit_float64(static_cast<double>(value)); }
    bool visit_float64(double value) {
        return leaf(MsgpackType::Real) && (nodes_.back().real = value, true);
    }
    bool visit_str(const char* data, std::uint32_t size) { return text(data, size); }
    bool visit_bin(const char* data, std::uint32_t size) { return text(data, size); }
    bool visit_ext(const char* data, std::uint32_t size) {
        return text(data, size) && (nodes_.back().type = MsgpackType::Extension, true);
    }
    bool start_array(std::uint32_t count) { return open(MsgpackType::Array, count); }
    bool end_array() { return close(); }
    bool start_map(std::uint32_t count) { return open(MsgpackType::Map, count); }
    bool end_map() { return close(); }
    void parse_error(std::size_t, std::size_t offset) { error_offset_ = offset; }
    void insufficient_bytes(std::size_t, std::size_t offset) { error_offset_ = offset; }

    [[nodiscard]] std::size_t error_offset() const { return error_offset_; }
    [[nodiscard]] bool over_limit() const { return over_limit_; }

  private:
    bool leaf(MsgpackType type) {
        if (nodes_.size() >= limits_.max_values) {
            over_limit_ = true;
            return false;
        }
        MsgpackNode node;
        node.type = type;
        node.next = static_cast<std::uint32_t>(nodes_.size()) + 1;
        nodes_.push_back(node);
        return true;
    }
    bool text(const char* data, std::uint32_t size) {
        if (!leaf(MsgpackType::Text)) return false;
        nodes_.back().bytes = data;
        nodes_.back().count = size;
        return true;
    }
    bool open(MsgpackType type, std::uint32_t count) {
        if (open_.size() >= limits_.max_depth) {
            over_limit_ = true;
            return false;
        }
        if (!leaf(type)) return false;
        nodes_.back().count = count;
        open_.push_back(static_cast<std::uint32_t>(nodes_.size()) - 1);
        return true;
    }
    bool close() {
        nodes_[open_.back()].next = static_cast<std::uint32_t>(nodes_.size());
        open_.pop_back();
        return true;
    }

    std::vector<MsgpackNode>& nodes_;
    MsgpackLimits limits_;
    std::vector<std::uint32_t> open_;
    std::size_t error_offset_ = 0;
    bool over_limit_ = false;
};

template <typename Source>
void convert_to_floats(std::string_view data, std::vector<float>& out) {
    for (std::size_t i = 0; i < out.size(); ++i) {
        Source value{};
        std::memcpy(&value, data.data() + i * sizeof(Source), sizeof(Source));
        out[i] = static_cast<float>(value);
    }
}

constexpr std::size_t kMaxElements = std::size_t{1} << 40U;

/// Bytes of one element by numpy's type name (little endian or single bytes), or 0.
std::size_t element_size(std::string_view dtype) {
    if (dtype.size() < 3 || (dtype[0] != '<' && dtype[0] != '|')) return 0;
    if (std::string_view("fiub").find(dtype[1]) == std::string_view::npos) return 0;
    const std::string_view digits = dtype.substr(2);
    if (digits == "1") return 1;
    if (digits == "2") return 2;
    if (digits == "4") return 4;
    if (digits == "8") return 8;
    return 0;
}

}  // namespace

std::optional<bool> MsgpackValue::boolean() const noexcept {
    if (type() != MsgpackType::Bool) return std::nullopt;
    return nodes_[index_].bits != 0;
}

std::optional<std::int64_t> MsgpackValue::integer() const noexcept {
    if (type() == MsgpackType::Negative) return nodes_[index_].negative;
    if (type() == MsgpackType::Unsigned &&
        nodes_[index_].bits <=
            static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max())) {
        return static_cast<std::int64_t>(nodes_[index_].bits);
    }
    return std::nullopt;
}

std::optional<std::uint64_t> MsgpackValue::unsigned_integer() const noexcept {
    if (type() != MsgpackType::Unsigned) return std::nullopt;
    return nodes_[index_].bits;
}

std::optional<double> MsgpackValue::number() const noexcept {
    switch (type()) {
        case MsgpackType::Real:
            return nodes_[index_].real;
        case MsgpackType::Unsigned:
            return static_cast<double>(nodes_[index_].bits);
        case MsgpackType::Negative:
            return static_cast<double>(nodes_[index_].negative);
        default:
            return std::nullopt;
    }
}

std::optional<std::string_view> MsgpackValue::text() const noexcept {
    if (type() != MsgpackType::Text) return std::nullopt;
    return std::string_view(nodes_[index_].bytes, nodes_[index_].count);
}

std::size_t MsgpackValue::size() const noexcept {
    return is_array() || is_map() ? nodes_[index_].count : 0;
}

MsgpackValue::Items MsgpackValue::items() const noexcept {
    if (!is_array()) return {nullptr, 0, 0};
    return {nodes_, index_ + 1, nodes_[index_].next};
}

MsgpackValue::Entries MsgpackValue::entries() const noexcept {
    if (!is_map()) return {nullptr, 0, 0};
    return {nodes_, index_ + 1, nodes_[index_].next};
}

MsgpackValue MsgpackValue::at(std::size_t i) const noexcept {
    for (const MsgpackValue item : items()) {
        if (i-- == 0) return item;
    }
    return {};
}

MsgpackValue MsgpackValue::operator[](std::string_view key) const noexcept {
    for (const auto& [name, value] : entries()) {
        if (name.text() == key) return value;
    }
    return {};
}

Result<MsgpackDocument> MsgpackDocument::parse(std::string_view bytes, std::string_view name,
                                               const MsgpackLimits& limits) {
    MsgpackDocument document;
    NodeBuilder builder(document.nodes_, limits);
    std::size_t offset = 0;
    bool whole = false;
    try {
        whole = msgpack::parse(bytes.data(), bytes.size(), offset, builder);
    } catch (const msgpack::unpack_error&) {
        whole = false;
    }
    if (builder.over_limit()) {
        return fail(ErrorKind::Config, "msgpack data is nested too deeply or has too many values",
                    std::string(name));
    }
    if (!whole || document.nodes_.empty()) {
        return fail(ErrorKind::Config,
                    fmt::format("msgpack data is broken or truncated at byte {}",
                                std::max(offset, builder.error_offset())),
                    std::string(name));
    }
    if (offset != bytes.size()) {
        return fail(ErrorKind::Config,
                    fmt::format("msgpack data ends at byte {}, but {} bytes follow", offset,
                                bytes.size() - offset),
                    std::string(name));
    }
    return document;
}

std::size_t MsgpackTensor::elements() const noexcept {
    std::size_t product = 1;
    for (const std::size_t extent : shape) product *= extent;
    return product;
}

Result<std::vector<float>> MsgpackTensor::to_floats(std::string_view name) const {
    std::vector<float> values(elements());
    if (dtype == "<f4") {
        if (!values.empty()) std::memcpy(values.data(), data.data(), data.size());
    } else if (dtype == "<f8") {
        convert_to_floats<double>(data, values);
    } else if (dtype == "<i4") {
        convert_to_floats<std::int32_t>(data, values);
    } else if (dtype == "<i8") {
        convert_to_floats<std::int64_t>(data, values);
    } else if (dtype == "<u4") {
        convert_to_floats<std::uint32_t>(data, values);
    } else if (dtype == "<u8") {
        convert_to_floats<std::uint64_t>(data, values);
    } else {
        return fail(ErrorKind::Config, fmt::format("a tensor of type {} is not known here", dtype),
                    std::string(name));
    }
    return values;
}

bool is_tensor(const MsgpackValue& value) noexcept {
    return value.is_map() && !value["nd"].missing() && !value["data"].missing();
}

Result<MsgpackTensor> read_tensor(const MsgpackValue& value, std::string_view name) {
    const auto broken = [&](std::string_view what) {
        return fail(ErrorKind::Config, fmt::format("broken tensor: {}", what), std::string(name));
    };
    if (!is_tensor(value)) return broken("not a tensor's map");
    const auto dtype = value["type"].text();
    const auto data = value["data"].text();
    const MsgpackValue shape = value["shape"];
    // numpy scalars have nd: False and no shape.
    const bool scalar = value["nd"].boolean() == false;
    if (!dtype || !data || (!scalar && !shape.is_array())) return broken("no type, data or shape");
    MsgpackTensor tensor;
    tensor.dtype = *dtype;
    tensor.data = *data;
    const std::size_t width = element_size(*dtype);
    if (width == 0) return broken("unknown element type");
    std::size_t elements = 1;
    for (const MsgpackValue item : shape.items()) {
        const auto extent = item.unsigned_integer();
        if (!extent) return broken("a negative size");
        if (*extent != 0 && elements > kMaxElements / *extent) return broken("too large");
        elements *= *extent;
        tensor.shape.push_back(*extent);
    }
    if (elements * width != data->size()) {
        return broken("shape and data differ");
    }
    return tensor;
}

}  // namespace tidings::language
