#include "cli/page_output.hpp"

#include <utility>

#include <tidings/error.hpp>

namespace tidings::cli {

PageOutput::PageOutput(std::string file) : file_(std::move(file)) {
    if (file_ != "-") stream_.open(file_, std::ios::binary);
}

void PageOutput::write(std::string_view html) {
    if (file_ == "-") {
        standard_output_.write(html);
    } else {
        stream_ << html;
    }
}

bool PageOutput::close() {
    if (file_ == "-") return standard_output_.flush();
    stream_.close();
    if (stream_) return true;
    print_error({ErrorKind::Store, "the page could not be written", file_, 0, 0, {}, {}});
    return false;
}

}  // namespace tidings::cli
