# Several sources of a target are compiled as one, which more than halves the time of a build from
# scratch: what they include and the templates they share are read and compiled once. The sources of
# a stage are so written that this works: names in anonymous namespaces differ within a stage (what
# two sources need alike is declared in a header), and nothing is left open at the end of a file,
# neither a macro nor a pragma. With -DTIDINGS_UNITY=OFF a change recompiles one source alone, which
# is better while one works on the program.
option(TIDINGS_UNITY "Compile the sources of a target several at once" ON)

# tidings_unity(TARGET...)
function(tidings_unity)
    if(TIDINGS_UNITY)
        set_target_properties(${ARGN} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 8)
        foreach(target IN LISTS ARGN)
            # g++ takes a source that is included for a header, in which no class should have
            # members from an anonymous namespace; and in a unit that it thinks large it inlines
            # less, which costs the program a tenth of its speed.
            if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
                target_compile_options(${target} PRIVATE
                    -Wno-subobject-linkage --param=large-unit-insns=1000000)
            endif()
        endforeach()
    endif()
endfunction()
