# LUPING_SANITIZE names sanitizers for the whole build (everything must agree), LUPING_FUZZ adds libFuzzer's hooks.
set(LUPING_SANITIZE "" CACHE STRING "Sanitizers, as -fsanitize= takes them; empty for none")
option(LUPING_FUZZ "Build tests/fuzz as libFuzzer programs (clang only)" OFF)

if(LUPING_SANITIZE)
  add_compile_options(
    -fsanitize=${LUPING_SANITIZE}
    -fno-sanitize-recover=all
    -fno-sanitize=vptr  # needs RTTI, which src/core and src/io are compiled without
    -fno-omit-frame-pointer)
  add_link_options(-fsanitize=${LUPING_SANITIZE})
endif()
if(LUPING_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link)
  add_link_options(-fsanitize=fuzzer-no-link)
endif()
