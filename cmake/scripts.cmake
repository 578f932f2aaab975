# SPDX-License-Identifier: Apache-2.0
# script_tests(PROGRAM FOLDERS…): every *_test.py and *_test.sh there runs as a test, with the program's path as its
# only argument. They look at the program from outside, as a user does.
function(script_tests program)
    if(NOT BUILD_TESTING OR NOT TARGET ${program})
        return()
    endif()
    foreach(folder IN LISTS ARGN)
        file(GLOB scripts CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/${folder}/*_test.py ${CMAKE_SOURCE_DIR}/${folder}/*_test.sh)
        foreach(script IN LISTS scripts)
            get_filename_component(name ${script} NAME_WE)
            get_filename_component(ending ${script} EXT)
            string(REPLACE "/" "_" prefix ${folder})
            if(ending STREQUAL ".py")
                set(runner python3 -B)
            else()
                set(runner sh)
            endif()
            add_test(NAME ${prefix}_${name} COMMAND ${runner} ${script} $<TARGET_FILE:${program}>
                     WORKING_DIRECTORY ${CMAKE_SOURCE_DIR})
            set_tests_properties(${prefix}_${name} PROPERTIES SKIP_RETURN_CODE 77 TIMEOUT 1200
                ENVIRONMENT "LSAN_OPTIONS=suppressions=${CMAKE_SOURCE_DIR}/tests/leaks.supp:print_suppressions=0")
        endforeach()
    endforeach()
endfunction()

# The disk that misbehaves on demand, beside the program: tests preload it. Never with sanitizers, which it must
# not disturb.
function(fault_layer)
    if(NOT BUILD_TESTING)
        return()
    endif()
    add_library(fault_layer MODULE ${CMAKE_SOURCE_DIR}/tests/faults/layer.cpp)
    set_target_properties(fault_layer PROPERTIES PREFIX "" LIBRARY_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bin)
    target_compile_options(fault_layer PRIVATE -fno-sanitize=all -Wall -Wextra)
    target_link_options(fault_layer PRIVATE -fno-sanitize=all)
    target_link_libraries(fault_layer PRIVATE ${CMAKE_DL_LIBS} Threads::Threads)
endfunction()
