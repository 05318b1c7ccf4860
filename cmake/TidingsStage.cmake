# tidings_stage(NAME "one sentence" SOURCES a.cpp ... [USES stage ...] [LINK library ...])
#
# Declares the static library tidings_NAME. USES names earlier stages; a stage that has
# not been declared yet lies downstream, and linking to it is an error.
function(tidings_stage name sentence)
    cmake_parse_arguments(STAGE "" "" "SOURCES;USES;LINK" ${ARGN})
    add_library(tidings_${name} STATIC ${STAGE_SOURCES})
    add_library(tidings::${name} ALIAS tidings_${name})
    set_target_properties(tidings_${name} PROPERTIES TIDINGS_SENTENCE "${sentence}")
    target_include_directories(tidings_${name}
        PUBLIC ${PROJECT_SOURCE_DIR}/include PRIVATE ${PROJECT_SOURCE_DIR}/src)
    target_link_libraries(tidings_${name} PRIVATE tidings_warnings)
    foreach(stage IN LISTS STAGE_USES)
        if(NOT TARGET tidings_${stage})
            message(FATAL_ERROR "stage ${name} uses ${stage}, which is not upstream of it")
        endif()
        target_link_libraries(tidings_${name} PUBLIC tidings_${stage})
    endforeach()
    target_link_libraries(tidings_${name} PUBLIC ${STAGE_LINK})
endfunction()
