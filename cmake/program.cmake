# SPDX-License-Identifier: Apache-2.0
# The program's digest: every source that can change a report's bytes, and the versions of the libraries. Everything
# left of cli counts. Included by CMakeLists.txt to declare the step; run with -P to perform it.

if(NOT CMAKE_SCRIPT_MODE_FILE)
    set(identity_libraries "")
    foreach(library harfbuzz freetype2:freetype fontconfig yaml-cpp gumbo libdeflate libpng:png libjpeg:jpeg librsvg:rsvg
            cairo libwebp:webp libtiff:tiff qpdf libarchive fmt tbb)
        string(REGEX REPLACE "^.*:" "" variable ${library})
        string(REGEX REPLACE ":.*$" "" shown ${library})
        list(APPEND identity_libraries "${shown}=${${variable}_VERSION}")
    endforeach()
    list(APPEND identity_libraries "icu=${ICU_VERSION}" "openssl=${OPENSSL_VERSION}")

    # program_identity(STAGE): the stage whose library carries the identity.
    function(program_identity stage)
        if(NOT TARGET hanqing_${stage})
            return()
        endif()
        file(GLOB_RECURSE sources CONFIGURE_DEPENDS RELATIVE ${CMAKE_SOURCE_DIR}
            pipeline/*.cpp pipeline/*.hpp styles/*.yaml)
        list(FILTER sources EXCLUDE REGEX "^pipeline/cli/")
        list(SORT sources)
        set(header ${CMAKE_BINARY_DIR}/identity/hanqing_identity.hpp)
        file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/identity/sources.txt CONTENT "${sources}")
        file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/identity/libraries.txt CONTENT "${identity_libraries}")
        list(TRANSFORM sources PREPEND ${CMAKE_SOURCE_DIR}/ OUTPUT_VARIABLE paths)
        add_custom_command(OUTPUT ${header}
            COMMAND ${CMAKE_COMMAND} -DROOT=${CMAKE_SOURCE_DIR} -DBUILD=${CMAKE_BINARY_DIR}/identity
                -DVERSION=${PROJECT_VERSION} -P ${CMAKE_SOURCE_DIR}/cmake/program.cmake
            DEPENDS ${paths} ${CMAKE_BINARY_DIR}/identity/libraries.txt VERBATIM
            COMMENT "Digest of the program's sources")
        target_sources(hanqing_${stage} PRIVATE ${header})
        target_include_directories(hanqing_${stage} PRIVATE ${CMAKE_BINARY_DIR}/identity)
    endfunction()
    return()
endif()

cmake_minimum_required(VERSION 3.25)
file(READ ${BUILD}/sources.txt sources)
file(READ ${BUILD}/libraries.txt libraries)
set(text "${libraries}\n")
foreach(source IN LISTS sources)
    file(SHA256 ${ROOT}/${source} digest)
    string(APPEND text "${source} ${digest}\n")
endforeach()
string(SHA256 digest "${text}")
set(rows "")
foreach(library IN LISTS libraries)
    string(REGEX REPLACE "^([^=]*)=(.*)$" "    {\"\\1\", \"\\2\"},\n" row "${library}")
    string(APPEND rows "${row}")
endforeach()
file(CONFIGURE OUTPUT ${BUILD}/hanqing_identity.hpp @ONLY CONTENT
"// Written by cmake/program.cmake.
#pragma once
#include \"batch/program.hpp\"
namespace hanqing::identity {
inline constexpr const char* version = \"@VERSION@\";
inline constexpr const char* digest = \"@digest@\";
inline constexpr LibraryVersion libraries[] = {
@rows@};
}  // namespace hanqing::identity
")
