// A disagreement, made small and written out.
#pragma once

#include <functional>
#include <string>

#include "oracle/maker.h"

namespace luping::oracle {

/// Takes away whatever can go while `differs` stays true.
World shrink(World world, const std::function<bool(const World&)>& differs);

/// Everything in it that bears on a verdict, in short.
std::string describe(const World& world);

}  // namespace luping::oracle
