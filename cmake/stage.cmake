# SPDX-License-Identifier: Apache-2.0
# stage(), program(): how a row of the table becomes a library, its tests and its header check.

# Rules for our own code; linked PRIVATE so that they never reach a stranger's.
add_library(house_rules INTERFACE)
target_compile_options(house_rules INTERFACE
    -Wall -Wextra -Wpedantic -Wconversion -Wno-missing-field-initializers
    $<IF:$<CXX_COMPILER_ID:GNU>,-Wshadow=local,-Wshadow>  # g++ 12 counts a scoped enumerator as shadowing
    -pthread              # threads everywhere, and one kind of precompiled header
    $<$<CXX_COMPILER_ID:GNU>:-Wno-subobject-linkage>  # files compiled together look like headers to g++
    -ffp-contract=off     # the same sums on every processor
    -UNDEBUG)             # assertions stay on in releases

# The standard headers, parsed once: small files spend most of their time on them. Six files of a stage are compiled
# together for the same reason (CMakePresets.json); the preset clang compiles each by itself.
file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/standard_headers.cpp CONTENT "")
add_library(standard_headers OBJECT ${CMAKE_BINARY_DIR}/standard_headers.cpp)
target_link_libraries(standard_headers PRIVATE house_rules Threads::Threads)
target_precompile_headers(standard_headers PRIVATE <algorithm> <array> <cstdint> <functional> <map> <memory> <optional>
    <string> <string_view> <utility> <variant> <vector>)

if(BUILD_TESTING)
    enable_testing()
    find_package(Catch2 REQUIRED)
    add_library(test_main STATIC ${CMAKE_SOURCE_DIR}/tests/main.cpp)
    target_include_directories(test_main PUBLIC ${CMAKE_SOURCE_DIR}/tests)
    target_link_libraries(test_main PUBLIC Catch2::Catch2)

    # What a test says is compiled without optimisation, and without the checks that the code it tests carries
    # anyway (of the address sanitizer, all parts of a program need the same): a third of the time.
    add_library(test_rules INTERFACE)
    target_link_libraries(test_rules INTERFACE house_rules)
    if(CMAKE_CXX_FLAGS_DEBUG MATCHES "undefined")
        target_compile_options(test_rules INTERFACE -O0 -g0 -fno-sanitize=undefined)
    endif()
    target_link_libraries(test_main PRIVATE test_rules)

    # Catch2 is one large header: parsed once for all tests, with none of their libraries' definitions.
    file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/test_header.cpp CONTENT "")
    add_library(test_header OBJECT ${CMAKE_BINARY_DIR}/test_header.cpp)
    target_link_libraries(test_header PRIVATE Catch2::Catch2 test_rules Threads::Threads)
    target_precompile_headers(test_header PRIVATE <catch2/catch.hpp>)

    find_package(Python3 REQUIRED COMPONENTS Interpreter)
    add_test(NAME tidy COMMAND Python3::Interpreter ${CMAKE_SOURCE_DIR}/scripts/tidy.py)
endif()

# stage(NAME FOLDER [USES stages…] [PRIVATE libraries…])
function(stage name folder)
    cmake_parse_arguments(ARG "" "" "USES;PRIVATE" ${ARGN})
    file(GLOB sources CONFIGURE_DEPENDS ${folder}/*.cpp)
    if(name STREQUAL "cli")
        file(GLOB wording CONFIGURE_DEPENDS ${folder}/wording/*.cpp)
        list(APPEND sources ${wording})
        list(FILTER sources EXCLUDE REGEX "/main\\.cpp$")
    endif()
    if(NOT sources)
        return()
    endif()
    add_library(hanqing_${name} STATIC ${sources})
    target_include_directories(hanqing_${name} PUBLIC ${CMAKE_SOURCE_DIR}/pipeline ${CMAKE_SOURCE_DIR})
    foreach(left IN LISTS ARG_USES)
        if(TARGET hanqing_${left})
            target_link_libraries(hanqing_${name} PUBLIC hanqing_${left})
        endif()
    endforeach()
    target_link_libraries(hanqing_${name} PRIVATE house_rules ${ARG_PRIVATE} Threads::Threads)
    target_precompile_headers(hanqing_${name} REUSE_FROM standard_headers)
    stage_tests(${name} "${ARG_PRIVATE}")
    stage_fuzz(${name})
endfunction()

# Each file of tests/<stage>/fuzz is a target of libFuzzer: build/fuzz/bin/fuzz_<stage>_<file> CORPUS.
function(stage_fuzz name)
    if(NOT HANQING_FUZZ)
        return()
    endif()
    file(GLOB targets CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/${name}/fuzz/*.cpp)
    foreach(file IN LISTS targets)
        get_filename_component(target ${file} NAME_WE)
        add_executable(fuzz_${name}_${target} ${file})
        target_link_libraries(fuzz_${name}_${target} PRIVATE hanqing_${name} house_rules)
        target_link_options(fuzz_${name}_${target} PRIVATE -fsanitize=fuzzer)
    endforeach()
endfunction()

# Tests of a stage see the stage and its left, so they prove that it runs without its right.
function(stage_tests name libraries)
    if(NOT BUILD_TESTING)
        return()
    endif()
    file(GLOB tests CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/${name}/*.cpp)
    if(NOT tests)
        return()
    endif()
    add_executable(test_${name} ${tests})
    target_link_libraries(test_${name} PRIVATE test_main hanqing_${name} test_rules ${libraries})
    target_precompile_headers(test_${name} REUSE_FROM test_header)
    set_target_properties(test_${name} PROPERTIES UNITY_BUILD OFF)
    target_compile_definitions(test_${name} PRIVATE HANQING_ROOT="${CMAKE_SOURCE_DIR}")
    add_test(NAME ${name} COMMAND test_${name} WORKING_DIRECTORY ${CMAKE_SOURCE_DIR})
    set_property(TEST ${name} PROPERTY ENVIRONMENT "LSAN_OPTIONS=suppressions=${CMAKE_SOURCE_DIR}/tests/leaks.supp")
endfunction()

# The shipped styles travel inside the program, so that one file works from any folder.
function(embed_sheets)
    file(GLOB sheets CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/styles/*.yaml)
    add_custom_command(OUTPUT ${CMAKE_BINARY_DIR}/shipped_sheets.cpp
        COMMAND ${CMAKE_COMMAND} -DOUTPUT=${CMAKE_BINARY_DIR}/shipped_sheets.cpp -DFOLDER=${CMAKE_SOURCE_DIR}/styles
                -P ${CMAKE_SOURCE_DIR}/cmake/embed.cmake
        DEPENDS ${sheets} ${CMAKE_SOURCE_DIR}/cmake/embed.cmake)
    target_sources(hanqing_style PRIVATE ${CMAKE_BINARY_DIR}/shipped_sheets.cpp)
endfunction()

function(program name stage)
    if(NOT TARGET hanqing_${stage} OR NOT EXISTS ${CMAKE_SOURCE_DIR}/pipeline/cli/main.cpp)
        return()
    endif()
    add_executable(${name} ${CMAKE_SOURCE_DIR}/pipeline/cli/main.cpp)
    target_link_libraries(${name} PRIVATE hanqing_${stage} house_rules)
    install(TARGETS ${name})
endfunction()

# The micro-benchmarks: each file of tests/bench, run over the whole line.
function(micro_benchmarks stage)
    if(NOT HANQING_BENCH)
        return()
    endif()
    find_package(benchmark REQUIRED)
    file(GLOB files CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/bench/*.cpp)
    foreach(file IN LISTS files)
        get_filename_component(name ${file} NAME_WE)
        add_executable(bench_${name} ${file})
        target_compile_definitions(bench_${name} PRIVATE HANQING_ROOT="${CMAKE_SOURCE_DIR}")
        target_link_libraries(bench_${name} PRIVATE hanqing_${stage} house_rules benchmark::benchmark)
    endforeach()
endfunction()
