# Third-party code. Each is a target that only the folder which needs it links, PRIVATE.

# nlohmann/json: header only, from the system; src/io alone may see it.
find_path(LUPING_JSON_DIR nlohmann/json.hpp)
if(NOT LUPING_JSON_DIR AND EXISTS /usr/include/nlohmann/json.hpp)
  set(LUPING_JSON_DIR /usr/include)
endif()
if(NOT LUPING_JSON_DIR)
  message(FATAL_ERROR "nlohmann/json was not found: run script/setup.")
endif()
# Copied, so that a cross compiler never gets the whole of /usr/include.
file(COPY "${LUPING_JSON_DIR}/nlohmann" DESTINATION "${CMAKE_BINARY_DIR}/third_party")
add_library(luping_json INTERFACE)
target_include_directories(luping_json SYSTEM INTERFACE "${CMAKE_BINARY_DIR}/third_party")
target_compile_definitions(luping_json INTERFACE JSON_NOEXCEPTION=1 JSON_HAS_FILESYSTEM=0)

# Dear ImGui: compiled from source that script/setup fetches, with our own configuration.
set(LUPING_IMGUI_DIR "${PROJECT_SOURCE_DIR}/third_party/imgui" CACHE PATH "Dear ImGui's source")
if(NOT EXISTS "${LUPING_IMGUI_DIR}/imgui.cpp")
  message(FATAL_ERROR "Dear ImGui's source was not found in ${LUPING_IMGUI_DIR}: run script/setup.")
endif()
add_library(luping_imgui STATIC
  "${LUPING_IMGUI_DIR}/imgui.cpp"
  "${LUPING_IMGUI_DIR}/imgui_draw.cpp"
  "${LUPING_IMGUI_DIR}/imgui_tables.cpp"
  "${LUPING_IMGUI_DIR}/imgui_widgets.cpp")
target_include_directories(luping_imgui SYSTEM PUBLIC "${LUPING_IMGUI_DIR}")
target_include_directories(luping_imgui PUBLIC "${PROJECT_SOURCE_DIR}/src")
target_compile_definitions(luping_imgui PUBLIC
  "IMGUI_USER_CONFIG=\"ui/imconfig_luping.h\""
  IMGUI_DISABLE_DEMO_WINDOWS=)
if(EMSCRIPTEN)
  # The browser draws the glyphs and reads the files, so stb_truetype, the default font and stdio stay out of the page. ImGui
  # leaves stb_truetype out only in favour of FreeType; font_loader_none.cpp stands where FreeType's loader would be.
  # Empty values, so that a #define of the same name in the configuration header is no conflict.
  target_compile_definitions(luping_imgui PUBLIC
    IMGUI_ENABLE_FREETYPE=
    IMGUI_DISABLE_DEFAULT_FONT=
    IMGUI_DISABLE_FILE_FUNCTIONS=)
  target_sources(luping_imgui PRIVATE "${PROJECT_SOURCE_DIR}/src/ui/imgui/font_loader_none.cpp")
  # Its WebGL 2 backend.
  target_sources(luping_imgui PRIVATE "${LUPING_IMGUI_DIR}/backends/imgui_impl_opengl3.cpp")
  target_include_directories(luping_imgui SYSTEM PUBLIC "${LUPING_IMGUI_DIR}/backends")
  target_compile_definitions(luping_imgui PRIVATE IMGUI_IMPL_OPENGL_ES3=)
  # For size, but for what runs per glyph and vertex.
  target_compile_options(luping_imgui PRIVATE -Os)
  set_source_files_properties("${LUPING_IMGUI_DIR}/imgui_draw.cpp" PROPERTIES COMPILE_OPTIONS -O2)
endif()
target_compile_options(luping_imgui PRIVATE -w)
set_target_properties(luping_imgui PROPERTIES COMPILE_WARNING_AS_ERROR OFF EXCLUDE_FROM_ALL ON)

# GoogleTest, and Boost.Multiprecision (header only): from the system, for tests only.
if(BUILD_TESTING AND NOT EMSCRIPTEN)
  find_package(GTest REQUIRED)
  find_path(LUPING_BOOST_DIR boost/multiprecision/cpp_int.hpp)
  if(NOT LUPING_BOOST_DIR)
    message(FATAL_ERROR "Boost was not found: run script/setup.")
  endif()
  add_library(luping_boost INTERFACE)
  target_include_directories(luping_boost SYSTEM INTERFACE "${LUPING_BOOST_DIR}")
endif()
