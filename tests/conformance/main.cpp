// test_agreement: the agreement tests, or one of the commands of agreement_commands.hpp.
#include <gtest/gtest.h>

#include "agreement_commands.hpp"

int main(int argc, char** argv) {
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    if (!arguments.empty() && tidings::conformance::is_command(arguments[0])) {
        return tidings::conformance::run_command(arguments);
    }
    ::testing::InitGoogleTest(&argc, argv);
    return RUN_ALL_TESTS();
}
