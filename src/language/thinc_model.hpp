// A network as thinc serialises it: nodes in breadth-first order with attributes and tensors.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <tidings/error.hpp>

#include "language/msgpack_value.hpp"

namespace tidings::language {

/// The tensor of a parameter, as floats.
struct Parameter {
    std::vector<std::size_t> shape;
    std::vector<float> values;
};

/// A parsed `model` file. Views the bytes it was parsed from, which must outlive it. All failures
/// are ErrorKind::Config and name the file and the node.
class ThincModel {
  public:
    /// Fails on truncated or malformed bytes, on lists of different lengths, and on layers whose
    /// kind is not known here.
    [[nodiscard]] static Result<ThincModel> parse(std::string_view bytes, std::string file);

    [[nodiscard]] const std::string& file() const noexcept { return file_; }
    [[nodiscard]] std::size_t size() const noexcept { return nodes_.size(); }
    [[nodiscard]] std::string_view name(std::size_t node) const { return nodes_[node].name; }

    /// Nodes whose name is `name`, in order.
    [[nodiscard]] std::vector<std::size_t> find(std::string_view name) const;
    /// The node that another one refers to by `reference` (`lower`, `upper`, `output_layer`).
    [[nodiscard]] Result<std::size_t> reference(std::size_t node, std::string_view reference) const;

    [[nodiscard]] Result<std::int64_t> integer(std::size_t node, std::string_view attribute) const;
    /// A list attribute whose elements are strings or numbers; numbers become decimal strings.
    [[nodiscard]] Result<std::vector<std::string>> strings(std::size_t node,
                                                           std::string_view attribute) const;
    /// The tensor; fails if it is missing or does not have exactly `dimensions` dimensions.
    [[nodiscard]] Result<Parameter> parameter(std::size_t node, std::string_view name,
                                              std::size_t dimensions) const;
    /// The tensor; fails if it does not have exactly this shape.
    [[nodiscard]] Result<Parameter> parameter(std::size_t node, std::string_view name,
                                              const std::vector<std::size_t>& shape) const;

    /// A failure that names this file.
    [[nodiscard]] tl::unexpected<Error> broken(std::string message) const;

  private:
    struct Node {
        std::string_view name;
        MsgpackValue references;
        MsgpackValue attributes;
        MsgpackValue parameters;
    };
    [[nodiscard]] std::string describe(std::size_t node) const;
    [[nodiscard]] Result<MsgpackDocument> attribute(std::size_t node, std::string_view name) const;

    std::string file_;
    MsgpackDocument document_;
    std::vector<Node> nodes_;
};

}  // namespace tidings::language
