#include "language/vector_table.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "language/json_fields.hpp"
#include "language/layers.hpp"
#include "language/msgpack_value.hpp"

namespace tidings::language {

namespace {

constexpr std::string_view kVectors = "vocab/vectors";
constexpr std::string_view kKeys = "vocab/key2row";
constexpr std::string_view kSettings = "vocab/vectors.cfg";

struct NumpyMatrix {
    std::size_t rows = 0;
    std::size_t width = 0;
    std::string_view data;
};

std::string path_in(const PipelineSource& source, std::string_view file) {
    return source.name() + "/" + std::string(file);
}

// Reads the two numbers of `'shape': (684830, 300)`.
bool read_shape(std::string_view header, NumpyMatrix& matrix) {
    const std::size_t open = header.find('(');
    if (open == std::string_view::npos) return false;
    const char* at = header.data() + open + 1;
    const char* end = header.data() + header.size();
    const auto rows = std::from_chars(at, end, matrix.rows);
    if (rows.ec != std::errc{}) return false;
    at = rows.ptr;
    while (at != end && (*at == ',' || *at == ' ')) ++at;
    return std::from_chars(at, end, matrix.width).ec == std::errc{};
}

// A .npy file of little-endian floats in C order.
Result<NumpyMatrix> read_numpy(std::string_view bytes, const std::string& file) {
    const auto broken = [&] {
        return fail(ErrorKind::Config, "is not a whole numpy file of 32-bit floats", file);
    };
    constexpr std::string_view kNumpyMagic = "\x93NUMPY";
    if (!bytes.starts_with(kNumpyMagic) || bytes.size() < 12) return broken();
    const auto byte = [&](std::size_t i) -> std::size_t {
        return static_cast<unsigned char>(bytes[i]);
    };
    const bool long_header = byte(6) >= 2;
    const std::size_t start = long_header ? 12 : 10;
    std::size_t length = byte(8) | byte(9) << 8U;
    if (long_header) length |= byte(10) << 16U | byte(11) << 24U;
    if (bytes.size() < start || length > bytes.size() - start) return broken();
    const std::string_view header = bytes.substr(start, length);
    NumpyMatrix matrix;
    matrix.data = bytes.substr(start + length);
    if (header.find("'<f4'") == std::string_view::npos ||
        header.find("'fortran_order': False") == std::string_view::npos ||
        !read_shape(header, matrix)) {
        return broken();
    }
    if (matrix.width == 0 ? matrix.rows != 0
                          : matrix.data.size() / sizeof(float) / matrix.width != matrix.rows ||
                                matrix.data.size() != matrix.rows * matrix.width * sizeof(float)) {
        return broken();
    }
    return matrix;
}

Result<LexicalAttribute> read_settings(const PipelineSource& source) {
    if (!source.has(kSettings)) return LexicalAttribute::Orth;
    const auto text = source.read(kSettings);
    if (!text) return tl::unexpected<Error>(text.error());
    const auto settings = parse_json(*text);
    const std::string file = path_in(source, kSettings);
    if (!settings.is_object()) return fail(ErrorKind::Config, "is not JSON", file);
    const auto mode = settings.find("mode");
    if (mode != settings.end() && *mode != "default") {
        return fail(ErrorKind::Config, "vectors of mode " + mode->dump() + " are not supported",
                    file, "choose a pipeline with default vectors or none");
    }
    const auto attr = settings.find("attr");
    if (attr == settings.end()) return LexicalAttribute::Orth;
    const auto attribute =
        lexical_attribute(attr->is_string() ? attr->get<std::string>() : attr->dump());
    if (!attribute) {
        return fail(ErrorKind::Config, "vectors by " + attr->dump() + " are not supported", file);
    }
    return *attribute;
}

Result<std::vector<std::pair<std::uint64_t, std::uint32_t>>> read_keys(const PipelineSource& source,
                                                                       std::size_t rows) {
    std::vector<std::pair<std::uint64_t, std::uint32_t>> keys;
    if (!source.has(kKeys)) return keys;
    const std::string file = path_in(source, kKeys);
    const auto bytes = source.read(kKeys);
    if (!bytes) return tl::unexpected<Error>(bytes.error());
    const auto document = MsgpackDocument::parse(*bytes, file);
    if (!document) return tl::unexpected<Error>(document.error());
    for (const auto [key, value] : document->root().entries()) {
        const auto hash = key.unsigned_integer();
        const auto row = value.integer();
        if (!hash || !row || *row >= static_cast<std::int64_t>(rows)) {
            return fail(ErrorKind::Config, "maps a key to a row that is not there", file);
        }
        if (*row >= 0) keys.emplace_back(*hash, static_cast<std::uint32_t>(*row));
    }
    std::sort(keys.begin(), keys.end());
    return keys;
}

}  // namespace

Status VectorTable::convert(const PipelineSource& source, ModelFileWriter& writer) {
    if (!source.has(kVectors)) return {};
    const auto attribute = read_settings(source);
    if (!attribute) return tl::unexpected<Error>(attribute.error());
    const auto bytes = source.read(kVectors);
    if (!bytes) return tl::unexpected<Error>(bytes.error());
    const auto matrix = read_numpy(*bytes, path_in(source, kVectors));
    if (!matrix) return tl::unexpected<Error>(matrix.error());
    if (matrix->rows == 0) return {};
    const auto keys = read_keys(source, matrix->rows);
    if (!keys) return tl::unexpected<Error>(keys.error());

    std::vector<float> values(matrix->rows * matrix->width);
    std::memcpy(values.data(), matrix->data.data(), matrix->data.size());
    std::vector<std::uint64_t> hashes;
    std::vector<std::uint32_t> rows;
    for (const auto& [hash, row] : *keys) {
        hashes.push_back(hash);
        rows.push_back(row);
    }
    const std::array<std::uint64_t, 3> shape{matrix->rows, matrix->width,
                                             static_cast<std::uint64_t>(*attribute)};
    writer.add_array<std::uint64_t>("vectors.shape", shape);
    writer.add_array<std::uint64_t>("vectors.keys", hashes);
    writer.add_array<std::uint32_t>("vectors.key_rows", rows);
    write_rows(values, matrix->width, "vectors.rows", writer);
    return {};
}

Result<VectorTable> VectorTable::load(const ModelFile& model) {
    VectorTable table;
    if (!model.has("vectors.shape")) return table;
    const auto shape = model.array<std::uint64_t>("vectors.shape");
    const auto keys = model.array<std::uint64_t>("vectors.keys");
    const auto rows = model.array<std::uint32_t>("vectors.key_rows");
    if (!shape) return tl::unexpected<Error>(shape.error());
    if (!keys) return tl::unexpected<Error>(keys.error());
    if (!rows) return tl::unexpected<Error>(rows.error());
    if (shape->size() != 3 || keys->size() != rows->size() ||
        (*shape)[2] > static_cast<std::uint64_t>(LexicalAttribute::IsSpace)) {
        return fail(ErrorKind::Config, "the vectors of the model file have a broken shape");
    }
    const auto data = load_rows(model, "vectors.rows", (*shape)[0], (*shape)[1]);
    if (!data) return tl::unexpected<Error>(data.error());
    table.keys_ = *keys;
    table.key_rows_ = *rows;
    table.data_ = *data;
    table.rows_ = (*shape)[0];
    table.width_ = (*shape)[1];
    table.attribute_ = static_cast<LexicalAttribute>((*shape)[2]);
    return table;
}

const float* VectorTable::find(std::uint64_t key) const noexcept {
    const auto found = std::lower_bound(keys_.begin(), keys_.end(), key);
    if (found == keys_.end() || *found != key) return nullptr;
    const std::size_t row = key_rows_[static_cast<std::size_t>(found - keys_.begin())];
    return row < rows_ ? data_ + row * padded_width(width_) : nullptr;
}

const float* VectorTable::last() const noexcept {
    return rows_ == 0 ? nullptr : data_ + (rows_ - 1) * padded_width(width_);
}

}  // namespace tidings::language
