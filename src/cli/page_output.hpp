// Where `--html` writes a page.
#pragma once

#include <fstream>
#include <string>
#include <string_view>

#include "cli/console.hpp"

namespace tidings::cli {

/// A page written piece by piece to a file, or to standard output where the name is `-`.
class PageOutput {
  public:
    explicit PageOutput(std::string file);
    void write(std::string_view html);
    /// Ends the page; the error is printed where it could not be written.
    [[nodiscard]] bool close();

  private:
    std::string file_;
    std::ofstream stream_;
    Output standard_output_;
};

}  // namespace tidings::cli
