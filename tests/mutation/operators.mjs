// Where and how a C++ source can be wrong by one token: the mutations of run.mjs.
//
// Works on text laid out by script/format: binary operators stand between blanks, template brackets do not.

/** Comments, literals and preprocessor lines blanked out, lengths kept. */
export function codeOnly(source) {
  const blank = (text) => text.replace(/[^\n]/g, ' ');
  return source
    .replace(/\/\/[^\n]*|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'/g, (text) => blank(text))
    .replace(/^\s*#[^\n]*$/gm, blank)
    .replace(/^\s*(template|using|static_assert)\b[^\n]*$/gm, blank);
}

const swaps = [
  // comparisons: the boundary, and the other way round
  [/(?<= )<(?= )/g, ['<=', '>=']],
  [/(?<= )<=(?= )/g, ['<', '>']],
  [/(?<= )>(?= )/g, ['>=', '<=']],
  [/(?<= )>=(?= )/g, ['>', '<']],
  [/(?<= )==(?= )/g, ['!=']],
  [/(?<= )!=(?= )/g, ['==']],
  // arithmetic
  [/(?<= )\+(?= )/g, ['-']],
  [/(?<= )-(?= )/g, ['+']],
  [/(?<= )\*(?= )/g, ['/']],
  [/(?<= )\/(?= )/g, ['*']],
  [/(?<= )%(?= )/g, ['/']],
  [/\+=/g, ['-=']],
  [/(?<![-\w])-(?=[\w*(])(?<=[(=?:,] -|return -|\(-)/g, ['']],
  [/\+\+(?=\w)/g, ['--']],
  [/--(?=\w)/g, ['++']],
  // logic
  [/&&/g, ['||']],
  [/\|\|/g, ['&&']],
  [/(?<=[(\s])!(?=[\w(])/g, ['']],
  [/\btrue\b/g, ['false']],
  [/\bfalse\b/g, ['true']],
  // least and most, this one and the next
  [/std::min\b/g, ['std::max']],
  [/std::max\b/g, ['std::min']],
  [/\bOp::minimum\b/g, ['Op::maximum']],
  [/\bOp::maximum\b/g, ['Op::minimum']],
  [/std::all_of\b/g, ['std::any_of']],
  [/std::any_of\b/g, ['std::all_of']],
  [/(?<![\w.'])\d{1,3}(?![\w.'])/g, [(number) => String(Number(number) + 1)]],
  // verdicts
  [/\bResult::pass\b/g, ['Result::fail']],
  [/\bResult::fail\b/g, ['Result::pass']],
  [/\bResult::unknown\b/g, ['Result::error']],
  [/\bResult::error\b/g, ['Result::unknown']],
  [/\bResult::notchecked\b/g, ['Result::unknown']],
  [/\bResult::notapplicable\b/g, ['Result::notchecked']],
  [/\bComparison::at_least\b/g, ['Comparison::more_than']],
  [/\bComparison::at_most\b/g, ['Comparison::less_than']],
  [/\bComparison::more_than\b/g, ['Comparison::at_least']],
  [/\bComparison::less_than\b/g, ['Comparison::at_most']],
  [/\bDirection::lower\b/g, ['Direction::higher']],
  [/\bRounding::half_even\b/g, ['Rounding::down']],
  [/(?<== |return )all_of(?=\()/g, ['any_of']],
];

/** Every mutation of a source: {at, length, text, line, was}. */
export function mutationsOf(source) {
  const code = codeOnly(source);
  const found = [];
  for (const [pattern, replacements] of swaps) {
    for (const match of code.matchAll(pattern)) {
      for (const replacement of replacements) {
        const text = typeof replacement === 'function' ? replacement(match[0]) : replacement;
        const line = code.slice(0, match.index).split('\n').length;
        found.push({ at: match.index, length: match[0].length, was: match[0], text, line });
      }
    }
  }
  return found.sort((a, b) => a.at - b.at);
}

export const mutate = (source, { at, length, text }) => source.slice(0, at) + text + source.slice(at + length);
