// The files that travel inside the program: assets/schemes/*.scheme.json and assets/samples/*.json, byte for byte, in
// the order of their names; and the user guide. The bytes live as long as the program. The build generates the source (cmake/embed.cmake).
#pragma once

#include <span>
#include <string_view>

namespace luping::assets {

struct Asset {
  std::string_view name;   ///< file name without folder: "rural-2023.scheme.json"
  std::string_view bytes;  ///< as on disk: UTF-8
};

std::span<const Asset> schemes();
std::span<const Asset> samples();
std::span<const Asset> guides();  ///< one: docs/user-guide.zh.md

}  // namespace luping::assets
