#include "core/assessment.h"

#include <algorithm>

#include "core/text.h"

namespace luping {

bool is_in_force(const NotApplicable& declaration) { return declaration.declared && !is_blank(declaration.reason); }

bool is_empty(const Answer& answer) { return answer == Answer{}; }

bool is_empty(const MeasureReport& report) { return report == MeasureReport{}; }

const Target* assigned_target(const Assessment& assessment, std::string_view indicator) {
  const auto found = std::find_if(assessment.targets.begin(), assessment.targets.end(), [&](const Target& target) {
    return target.region == assessment.region && target.indicator == indicator && target.year == assessment.year;
  });
  return found == assessment.targets.end() ? nullptr : &*found;
}

std::size_t adopt_targets(Assessment& assessment, const TargetPack& pack) {
  std::size_t adopted = 0;
  for (const Target& target : pack.targets) {
    if (target.region != assessment.region) continue;
    ++adopted;
    const auto same = std::find_if(assessment.targets.begin(), assessment.targets.end(), [&](const Target& old) {
      return old.region == target.region && old.indicator == target.indicator && old.year == target.year;
    });
    if (same == assessment.targets.end()) {
      assessment.targets.push_back(target);
    } else {
      *same = target;
    }
  }
  std::stable_sort(assessment.targets.begin(), assessment.targets.end(), [](const Target& a, const Target& b) {
    return a.indicator != b.indicator ? a.indicator < b.indicator : a.year < b.year;
  });
  return adopted;
}

}  // namespace luping
