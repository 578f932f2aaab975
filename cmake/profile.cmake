# SPDX-License-Identifier: Apache-2.0
# The sRGB profile of Debian's icc-profiles-free (zlib licence) as a source file of the pdf stage.
function(build_in_profile stage)
    if(NOT TARGET hanqing_${stage})
        return()
    endif()
    find_file(SRGB_PROFILE sRGB.icc PATHS /usr/share/color/icc REQUIRED NO_DEFAULT_PATH)
    file(READ ${SRGB_PROFILE} hex HEX)
    string(LENGTH "${hex}" digits)
    math(EXPR size "${digits} / 2")
    string(REGEX REPLACE "(..)" "\\\\x\\1" escaped "${hex}")
    string(REGEX REPLACE "(................................................................)" "\\1\"\n    \"" lines "${escaped}")
    file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/srgb_profile.cpp CONTENT
"// Made by cmake/profile.cmake from @SRGB_PROFILE@.
#include \"pdf/profile.hpp\"
namespace hanqing {
std::string_view srgb_profile() {
    static constexpr char bytes[] =
    \"@lines@\";
    return {bytes, @size@};
}
}  // namespace hanqing
" @ONLY)
    target_sources(hanqing_${stage} PRIVATE ${CMAKE_BINARY_DIR}/srgb_profile.cpp)
endfunction()
