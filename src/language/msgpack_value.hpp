// Bounded reading of msgpack, as spaCy and thinc write their files.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include <tidings/error.hpp>

namespace tidings::language {

enum class MsgpackType : std::uint8_t {
    Missing,  ///< no such key or element
    Nil,
    Bool,
    Unsigned,
    Negative,
    Real,
    Text,  ///< str or bin
    Extension,
    Array,
    Map,
};

/// One value in a flat list of values; `next` is the index behind its whole subtree.
struct MsgpackNode {
    MsgpackType type = MsgpackType::Nil;
    std::uint32_t count = 0;  ///< elements of an array, pairs of a map, bytes of a text
    std::uint32_t next = 0;
    union {
        std::uint64_t bits = 0;
        std::int64_t negative;
        double real;
        const char* bytes;
    };
};

/// A read-only view of one value. Cheap to copy; lives as long as its document and the bytes that
/// were parsed. Asking for what is not there gives a value of type Missing or an empty optional,
/// never an exception.
class MsgpackValue {
  public:
    MsgpackValue() = default;
    MsgpackValue(const MsgpackNode* nodes, std::uint32_t index) : nodes_(nodes), index_(index) {}

    [[nodiscard]] MsgpackType type() const noexcept {
        return nodes_ == nullptr ? MsgpackType::Missing : nodes_[index_].type;
    }
    [[nodiscard]] bool missing() const noexcept { return nodes_ == nullptr; }
    [[nodiscard]] bool is_nil() const noexcept { return type() == MsgpackType::Nil; }
    [[nodiscard]] bool is_array() const noexcept { return type() == MsgpackType::Array; }
    [[nodiscard]] bool is_map() const noexcept { return type() == MsgpackType::Map; }
    [[nodiscard]] bool is_text() const noexcept { return type() == MsgpackType::Text; }

    [[nodiscard]] std::optional<bool> boolean() const noexcept;
    [[nodiscard]] std::optional<std::int64_t> integer() const noexcept;
    [[nodiscard]] std::optional<std::uint64_t> unsigned_integer() const noexcept;
    /// Any number as a double.
    [[nodiscard]] std::optional<double> number() const noexcept;
    /// A str or bin; a view into the parsed bytes.
    [[nodiscard]] std::optional<std::string_view> text() const noexcept;

    /// Elements of an array or pairs of a map; 0 for anything else.
    [[nodiscard]] std::size_t size() const noexcept;
    /// Element `i` of an array (linear in `i`; iterate instead where speed matters).
    [[nodiscard]] MsgpackValue at(std::size_t i) const noexcept;
    /// The value of a map's str or bin key (the first of several).
    [[nodiscard]] MsgpackValue operator[](std::string_view key) const noexcept;

    /// `for (MsgpackValue item : array.items())`; empty for anything else.
    class Items;
    [[nodiscard]] Items items() const noexcept;
    /// `for (auto [key, value] : map.entries())`; empty for anything else.
    class Entries;
    [[nodiscard]] Entries entries() const noexcept;

    struct Entry;

  private:
    const MsgpackNode* nodes_ = nullptr;
    std::uint32_t index_ = 0;
};

struct MsgpackValue::Entry {
    MsgpackValue key;
    MsgpackValue value;
};

class MsgpackValue::Items {
  public:
    struct Iterator {
        const MsgpackNode* nodes;
        std::uint32_t index;
        MsgpackValue operator*() const noexcept { return {nodes, index}; }
        Iterator& operator++() noexcept {
            index = nodes[index].next;
            return *this;
        }
        bool operator==(const Iterator& other) const noexcept { return index == other.index; }
    };
    Items(const MsgpackNode* nodes, std::uint32_t first, std::uint32_t last)
        : nodes_(nodes), first_(first), last_(last) {}
    [[nodiscard]] Iterator begin() const noexcept { return {nodes_, first_}; }
    [[nodiscard]] Iterator end() const noexcept { return {nodes_, last_}; }

  private:
    const MsgpackNode* nodes_;
    std::uint32_t first_;
    std::uint32_t last_;
};

class MsgpackValue::Entries {
  public:
    struct Iterator {
        const MsgpackNode* nodes;
        std::uint32_t index;
        Entry operator*() const noexcept {
            return {MsgpackValue(nodes, index), MsgpackValue(nodes, nodes[index].next)};
        }
        Iterator& operator++() noexcept {
            index = nodes[nodes[index].next].next;
            return *this;
        }
        bool operator==(const Iterator& other) const noexcept { return index == other.index; }
    };
    Entries(const MsgpackNode* nodes, std::uint32_t first, std::uint32_t last)
        : nodes_(nodes), first_(first), last_(last) {}
    [[nodiscard]] Iterator begin() const noexcept { return {nodes_, first_}; }
    [[nodiscard]] Iterator end() const noexcept { return {nodes_, last_}; }

  private:
    const MsgpackNode* nodes_;
    std::uint32_t first_;
    std::uint32_t last_;
};

struct MsgpackLimits {
    std::size_t max_depth = 64;
    std::size_t max_values = std::size_t{1} << 26;
};

/// A parsed document. Texts are views into the bytes that were parsed, which must outlive it.
class MsgpackDocument {
  public:
    /// Fails with ErrorKind::Config, naming `name` and the byte offset, on truncated or malformed
    /// bytes, on bytes behind the value, and above the limits. Memory grows with what is really
    /// there, never with what a length field claims.
    [[nodiscard]] static Result<MsgpackDocument> parse(std::string_view bytes,
                                                       std::string_view name,
                                                       const MsgpackLimits& limits = {});
    [[nodiscard]] MsgpackValue root() const noexcept {
        return nodes_.empty() ? MsgpackValue() : MsgpackValue(nodes_.data(), 0);
    }

  private:
    std::vector<MsgpackNode> nodes_;
};

/// A tensor as msgpack-numpy writes it: a map with nd, type, shape and data.
struct MsgpackTensor {
    std::string_view dtype;  ///< numpy's name: `<f4`, `<i8`, `|b1`
    std::vector<std::size_t> shape;
    std::string_view data;  ///< not aligned

    [[nodiscard]] std::size_t elements() const noexcept;
    /// The values converted to float; fails on other types than f4, f8, i4, i8, u4, u8.
    [[nodiscard]] Result<std::vector<float>> to_floats(std::string_view name) const;
};

/// Whether `value` is a tensor's map.
[[nodiscard]] bool is_tensor(const MsgpackValue& value) noexcept;
/// Reads a tensor; fails if shape, type and data do not fit together. `name` is for the message.
[[nodiscard]] Result<MsgpackTensor> read_tensor(const MsgpackValue& value, std::string_view name);

}  // namespace tidings::language
