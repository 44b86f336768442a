# SPDX-License-Identifier: GPL-3.0-or-later
# Compiler settings shared by every target: C++20, warnings, sanitizers, coverage.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE Release)
endif()

option(KP_WERROR "Treat warnings as errors (CI)" OFF)
option(KP_COVERAGE "Instrument for gcov" OFF)
set(KP_SANITIZE "" CACHE STRING "Sanitizers, e.g. address,undefined")

add_library(kp_flags INTERFACE)
# -Wrestrict is wrong about std::string + on GCC 12 (GCC bug 105651).
target_compile_options(kp_flags INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual
                                          $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>
                                          $<$<BOOL:${KP_WERROR}>:-Werror>)
target_include_directories(kp_flags INTERFACE "${PROJECT_SOURCE_DIR}" "${PROJECT_SOURCE_DIR}/src")
target_compile_definitions(kp_flags INTERFACE KP_VERSION="${PROJECT_VERSION}")
if(KP_SANITIZE)
  target_compile_options(kp_flags INTERFACE -fsanitize=${KP_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(kp_flags INTERFACE -fsanitize=${KP_SANITIZE})
endif()
if(KP_COVERAGE)
  target_compile_options(kp_flags INTERFACE --coverage)
  target_link_options(kp_flags INTERFACE --coverage)
endif()

# kp_library(NAME FOLDER [LINK …]): one static library from the .cpp files of one folder (not of its subfolders).
function(kp_library name folder)
  cmake_parse_arguments(arg "" "" "LINK" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/${folder}/*.cpp")
  if(sources)
    add_library(${name} STATIC ${sources})
    target_link_libraries(${name} PUBLIC kp_flags ${arg_LINK})
  else()
    add_library(${name} INTERFACE)
    target_link_libraries(${name} INTERFACE kp_flags ${arg_LINK})
  endif()
endfunction()
