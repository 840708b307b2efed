// The course of an indicator's figures over the years (走势): baseline, past years, the present one, and the goal they head for.
// For looking at only: positions are rounded, texts are as typed or computed.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/analysis/progress.h"
#include "core/model/assessment.h"
#include "core/model/scheme.h"

namespace luping {

struct TrendModel {
  struct Point {
    std::string year;   ///< 2020 年
    std::string value;  ///< 41.0%
    double x = 0;       ///< 0 (first year) to 1 (last year, the goal's if it is still to come)
    double y = 0;       ///< 0 (lowest of all figures shown) to 1 (highest)
  };
  std::vector<Point> points;  ///< by year, at least two
  struct Goal {
    std::string label;  ///< 目标 50%（2025 年）
    double y = 0;
  };
  std::optional<Goal> goal;
  std::string spoken;  ///< all of it in words
};

/// None where fewer than two years have a figure.
std::optional<TrendModel> trend_of(const Scheme& scheme, const Assessment& assessment, const Indicator& indicator,
                                   const Progress& progress);

}  // namespace luping
