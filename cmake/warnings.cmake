# LUPING_WARNINGS: what our own code is compiled with. Only warnings that g++ 12, clang 14 and Emscripten 3.1.6 all know.
set(LUPING_WARNINGS
  -Wall
  -Wextra
  -Wpedantic
  -Wcast-align
  -Wcast-qual
  -Wconversion
  -Wdouble-promotion
  -Wextra-semi
  -Wformat=2
  -Wimplicit-fallthrough
  -Wnon-virtual-dtor
  -Wold-style-cast
  -Woverloaded-virtual
  -Wshadow
  -Wsign-conversion
  -Wundef
  -Wunused
  -Wvla
  # A designated initializer that leaves the rest to its defaults is what it is for.
  -Wno-missing-field-initializers)
