// The main of a fuzzer in a normal build: replays every file of the corpora named on the command
// line, and of each file a fixed set of variants (cut off, bytes changed, doubled).
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <random>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

constexpr std::size_t kCuts = 24;
constexpr std::size_t kChanges = 48;
constexpr std::size_t kLargestVaried = std::size_t{64} * 1024;

// Runs one input in a heap block of exactly its size, so that a sanitizer sees reads beyond it.
void run(const std::string& bytes) {
    const std::unique_ptr<std::uint8_t[]> block(new std::uint8_t[bytes.size()]);
    std::copy(bytes.begin(), bytes.end(), block.get());
    LLVMFuzzerTestOneInput(block.get(), bytes.size());
}

// Bytes that parsers treat specially, and some that are never valid.
constexpr unsigned char kOddBytes[] = {0x00, 0x01, 0x22, 0x5c, 0x7b, 0x7f, 0x80, 0xc0, 0xff, 0x0a};

std::size_t run_variants(const std::string& bytes) {
    run(bytes);
    if (bytes.empty() || bytes.size() > kLargestVaried) return 1;
    std::mt19937 random(static_cast<std::uint32_t>(bytes.size()));
    for (std::size_t i = 0; i < kCuts; ++i) run(bytes.substr(0, random() % bytes.size()));
    for (std::size_t i = 0; i < kChanges; ++i) {
        std::string changed = bytes;
        for (std::size_t n = 1 + random() % 4; n > 0; --n) {
            const unsigned char byte = kOddBytes[random() % std::size(kOddBytes)];
            changed[random() % changed.size()] = static_cast<char>(byte);
        }
        run(changed);
    }
    run(bytes + bytes);
    return kCuts + kChanges + 2;
}

std::vector<std::filesystem::path> files_below(const std::filesystem::path& root) {
    if (std::filesystem::is_regular_file(root)) return {root};
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
        if (entry.is_regular_file()) files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

}  // namespace

int main(int argc, char** argv) {
    std::size_t files = 0;
    std::size_t inputs = 0;
    run({});
    for (int i = 1; i < argc; ++i) {
        for (const auto& path : files_below(argv[i])) {
            std::ifstream in(path, std::ios::binary);
            inputs += run_variants({std::istreambuf_iterator<char>(in), {}});
            ++files;
        }
    }
    std::printf("%zu files, %zu inputs\n", files, inputs);
    return files == 0 ? 1 : 0;
}
