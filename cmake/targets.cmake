# Functions that make the folders' targets. A folder without sources yet makes none, and whoever links it goes without.

# luping_sources(VARIABLE): the .cpp files of the current folder.
function(luping_sources variable)
  file(GLOB sources CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/*.cpp")
  set(${variable} "${sources}" PARENT_SCOPE)
endfunction()

# luping_own_code(TARGET): the rules for code that is ours.
function(luping_own_code target)
  target_include_directories(${target} PUBLIC "${PROJECT_SOURCE_DIR}/src")
  target_compile_options(${target} PRIVATE ${LUPING_WARNINGS})
  if(CMAKE_BUILD_TYPE STREQUAL "Release")
    # The same bytes wherever the source lies.
    target_compile_options(${target} PRIVATE "-ffile-prefix-map=${PROJECT_SOURCE_DIR}=.")
  endif()
endfunction()

# luping_library(NAME [NO_EXCEPTIONS] [COMPACT] [PUBLIC target...] [PRIVATE target...]): the current folder as a static library.
# COMPACT: compiled for size where it goes into a page. PUBLIC only for a folder whose headers this folder's own headers include.
function(luping_library name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "NO_EXCEPTIONS;COMPACT" "" "PUBLIC;PRIVATE")
  luping_sources(sources)
  if(NOT sources)
    message(STATUS "${name}: no sources yet, skipped")
    return()
  endif()
  add_library(${name} STATIC ${sources})
  luping_own_code(${name})
  if(arg_NO_EXCEPTIONS)
    target_compile_options(${name} PRIVATE -fno-exceptions -fno-rtti)
  endif()
  if(arg_COMPACT AND EMSCRIPTEN)
    # Every byte of the page is carried to each reader, and nothing here runs per pixel.
    target_compile_options(${name} PRIVATE -Oz)
  endif()
  foreach(scope PUBLIC PRIVATE)
    foreach(dependency IN LISTS arg_${scope})
      # By name if it exists: the order of the folders does not matter, nor whether all are there.
      target_link_libraries(${name} ${scope} $<TARGET_NAME_IF_EXISTS:${dependency}>)
    endforeach()
  endforeach()
endfunction()

# luping_program(NAME [PRIVATE target...]): the current folder as an executable.
function(luping_program name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "PRIVATE")
  luping_sources(sources)
  if(NOT sources)
    message(STATUS "${name}: no sources yet, skipped")
    return()
  endif()
  add_executable(${name} ${sources})
  luping_own_code(${name})
  foreach(dependency IN LISTS arg_PRIVATE)
    target_link_libraries(${name} PRIVATE $<TARGET_NAME_IF_EXISTS:${dependency}>)
  endforeach()
endfunction()
