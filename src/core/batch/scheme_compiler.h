// Turns a scheme into a CompiledScheme. Part of CompiledScheme::compile().
#pragma once

#include <optional>

#include "core/batch/compiled_scheme.h"

namespace luping {

class SchemeCompiler {
 public:
  explicit SchemeCompiler(const Scheme& scheme) : scheme_(scheme) { out_.scheme_ = &scheme; }
  CompiledScheme run();

 private:
  using Node = batch::Node;
  using Step = batch::Step;
  using Operand = batch::Operand;

  // Columns, each made when first asked for.
  int add_byte(batch::Byte initial);
  int add_figure(std::string_view unit, const std::optional<Decimal>& minimum, const std::optional<Decimal>& maximum,
                 bool integer);
  int value_figure(bool integer);
  int input_slot(std::string_view input);
  int baseline_slot();
  int past_slot(int years);
  int target_slot(std::string_view input);
  int external_slot(std::string_view external);
  int attribute_column(std::string_view attribute, const std::vector<std::string>& words);
  void add_terms(const Condition& condition, std::vector<batch::Term>& terms);
  template <typename Part>
  std::vector<batch::Term> terms_of(const Part& part);

  void compile_indicator(const Indicator& indicator);
  void compile_value();
  void compile_formula();
  void compile_gates();
  void compile_summaries();

  // Rules. `reserve` makes the columns of whatever a rule looks at; `compile` then makes its node, or the exact one.
  void reserve(const Rule& rule);
  void reserve(const Threshold& threshold);
  Node compile(const Rule& rule);
  Node compare(const Rule& rule, Comparison comparison, const Threshold& threshold);
  Node one_of(const Rule& rule);
  Node meets_target(const Rule& rule);
  Node change(const Rule& rule);
  Node stable(const Rule& rule);
  Node composite(const Rule& rule);
  Node choose(const Rule& rule);
  /// False: no program of ours.
  bool set_limit(Node& node, const Threshold& threshold);
  bool add_reference(const ReferenceValue& reference, std::vector<Step>& steps);
  bool converts_units(const Threshold& threshold, const Node& node) const;
  bool subject_is_number(const Rule& rule) const;
  int subject_of_rule(const Rule& rule);

  const Scheme& scheme_;
  CompiledScheme out_;
  const Indicator* indicator_ = nullptr;
  batch::Program* program_ = nullptr;
};

/// A number as a step.
batch::Step number_step(const Decimal& decimal);
batch::Step number_step(const Rational& number);
/// A fraction's nearest double, or one beside it.
double to_double(const Rational& number);
/// Whether a decimal is told from all others by its double.
bool is_short(const Decimal& decimal);
double exact_double(const Decimal& decimal);

/// Postfix steps of a formula; `input` gives the steps of each name and returns false for none. Empty: too deep for the batch.
template <typename Input>
bool formula_steps(const Formula& formula, std::vector<batch::Step>& steps, const Input& input) {
  for (const Formula::Step& step : formula.program()) {
    batch::Step one;
    switch (step.op) {
      case Formula::Op::number:
        steps.push_back(number_step(step.number));
        continue;
      case Formula::Op::input:
        if (!input(formula.inputs()[step.operand], steps)) return false;
        continue;
      case Formula::Op::add:
        one.op = batch::Op::add;
        break;
      case Formula::Op::subtract:
        one.op = batch::Op::subtract;
        break;
      case Formula::Op::multiply:
        one.op = batch::Op::multiply;
        break;
      case Formula::Op::divide:
        one.op = batch::Op::divide;
        break;
      case Formula::Op::negate:
        one.op = batch::Op::negate;
        break;
      case Formula::Op::absolute:
        one.op = batch::Op::absolute;
        break;
      case Formula::Op::minimum:
      case Formula::Op::maximum:
      case Formula::Op::sum:
        one.op = step.op == Formula::Op::minimum   ? batch::Op::minimum
                 : step.op == Formula::Op::maximum ? batch::Op::maximum
                                                   : batch::Op::add;
        for (std::size_t i = 1; i < step.operand; ++i) steps.push_back(one);
        continue;
    }
    steps.push_back(one);
  }
  return true;
}

}  // namespace luping
