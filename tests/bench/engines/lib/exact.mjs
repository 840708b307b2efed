// The exact oracle: the expressions of lib/ast.mjs over fractions of whole numbers, so that 86.02 is not below the mean of
// 88.46, 84.17, 87.51, 84.04 and 85.92, which it equals.
import { compileScheme, get } from './ast.mjs';

/** The decimal that JSON prints for a number, as [numerator, denominator]. */
function fraction(number) {
  const [mantissa, exponent = '0'] = String(number).split('e');
  const [whole, decimals = ''] = mantissa.split('.');
  const shift = Number(exponent) - decimals.length;
  const digits = BigInt(whole + decimals);
  return shift < 0 ? [digits, 10n ** BigInt(-shift)] : [digits * 10n ** BigInt(shift), 1n];
}

function arithmetic(op, [a, b], [c, d]) {
  switch (op) {
    case '+':
      return [a * d + c * b, b * d];
    case '-':
      return [a * d - c * b, b * d];
    case '*':
      return [a * c, b * d];
    case '/':
      return [a * d, b * c];
  }
  return undefined;
}

function comparison(op, [a, b], [c, d]) {
  const product = a * d - c * b;
  const difference = b < 0n !== d < 0n ? -product : product;
  switch (op) {
    case '>=':
      return difference >= 0n;
    case '>':
      return difference > 0n;
    case '<=':
      return difference <= 0n;
    case '<':
      return difference < 0n;
    case '==':
      return difference === 0n;
    default:
      return difference !== 0n;
  }
}

/** A fraction, a boolean, a string, or null for a reference that leads to nothing. */
function valueOf(expression, assessment) {
  if (typeof expression === 'number') return fraction(expression);
  if (typeof expression === 'boolean') return expression;
  if (expression.str !== undefined) return expression.str;
  const [op, ...parts] = expression;
  switch (op) {
    case 'ref': {
      const value = get(assessment, parts);
      return typeof value === 'number' ? fraction(value) : value;
    }
    case 'known':
      return get(assessment, parts[0].slice(1)) != null;
    case 'if':
      return valueOf(valueOf(parts[0], assessment) ? parts[1] : parts[2], assessment);
    case 'and':
      return parts.every((part) => valueOf(part, assessment));
    case 'or':
      return parts.some((part) => valueOf(part, assessment));
  }
  const left = valueOf(parts[0], assessment);
  const right = valueOf(parts[1], assessment);
  if (!Array.isArray(left)) return (left === right) === (op === '==');
  return arithmetic(op, left, right) ?? comparison(op, left, right);
}

/** A function from a neutral assessment to its verdict codes. */
export function exactEvaluator(scheme) {
  const compiled = compileScheme(scheme);
  return (assessment) => compiled.map(({ code }) => Number(valueOf(code, assessment)[0]));
}
