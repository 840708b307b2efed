// Makes random schemes and assessments that lie on the boundary: first figures, then thresholds on them, one last digit beside
// them or on the middle between two.
#pragma once

#include <string>

#include "core/model/assessment.h"
#include "core/model/scheme.h"
#include "oracle/dice.h"
#include "oracle/exact.h"

namespace luping::oracle {

struct World {
  Scheme scheme;
  Assessment assessment;
};

/// A scheme of so many indicators with measures, gates, attributes, externals, units, and an assessment of one of its regions.
World make_world(Dice& dice, int indicators);

// Its parts.

/// A figure as a person may type it; full-width digits, separators and unit labels now and then.
std::string typed_figure(Dice& dice, const Decimal& figure, const std::string& label);
/// A decimal on a number, right beside it or on a tie, with 0 to 4 decimals. Always representable: huge numbers give a small one.
Decimal figure_near(Dice& dice, const Number& number);
std::string plain_text(const Decimal& figure);
std::string label_of(const Scheme& scheme, const std::string& unit);
/// Text that is no number, an absurd one, or a plain figure.
std::string odd_text(Dice& dice);
/// Fills in the answer, the figures around it and the rule of an indicator whose id and item are set.
void make_indicator(Dice& dice, World& world, Indicator& indicator);
/// A rule about figures that are there.
Rule make_rule(Dice& dice, World& world, const Indicator& indicator, int depth);

}  // namespace luping::oracle
