#include "base/temporary_folder.hpp"

#include <cstdlib>
#include <filesystem>

namespace tidings {

namespace fs = std::filesystem;

Result<TemporaryFolder> TemporaryFolder::create() {
    std::error_code error;
    std::string pattern = (fs::temp_directory_path(error) / "tidings-XXXXXX").string();
    if (error || ::mkdtemp(pattern.data()) == nullptr) {
        return fail(ErrorKind::Config, "cannot make a temporary folder", pattern,
                    "set TMPDIR to a folder that is writable");
    }
    return TemporaryFolder(pattern);
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code ignored;
    if (!path_.empty()) fs::remove_all(path_, ignored);
}

}  // namespace tidings
