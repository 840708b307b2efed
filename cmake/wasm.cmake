# How everything is compiled, and how a page's module is linked, when the compiler is Emscripten.
if(NOT EMSCRIPTEN)
  return()
endif()

# No -flto: measured on this program it makes the module 4 % larger, not smaller, and each link two seconds slower; and
# Debian ships no LTO build of the system libraries. -O2 over -Oz: a fifth larger when compressed, but pixels are ours to
# draw where WebGL is missing.
add_compile_options(-fno-exceptions -fno-rtti)

# luping_wasm_module(TARGET): emits web/luping.js, a classic script that defines createLuping(), and web/luping.wasm. The
# options hold for Emscripten 3.1.6 and later.
function(luping_wasm_module target)
  set_target_properties(${target} PROPERTIES
    SUFFIX ".js"
    OUTPUT_NAME luping
    RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/web")
  target_link_options(${target} PRIVATE
    --closure 0
    -sSTRICT=1
    -sMODULARIZE=1
    -sEXPORT_NAME=createLuping
    -sENVIRONMENT=web
    -sFILESYSTEM=0
    -sALLOW_MEMORY_GROWTH=1
    -sMALLOC=emmalloc
    -sMIN_WEBGL_VERSION=2
    -sMAX_WEBGL_VERSION=2
    -sMIN_CHROME_VERSION=80
    -sAUTO_JS_LIBRARIES=1  # WebGL and the events; STRICT would leave them out
    -sAUTO_NATIVE_LIBRARIES=1)
  if(EMSCRIPTEN_VERSION VERSION_GREATER_EQUAL 3.1.25)
    target_link_options(${target} PRIVATE -sSTACK_SIZE=1MB)
  else()
    target_link_options(${target} PRIVATE -sTOTAL_STACK=1MB)
  endif()
endfunction()
