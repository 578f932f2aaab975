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
