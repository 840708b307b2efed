#include "core/number/big_integer.h"

#include <algorithm>
#include <bit>
#include <numeric>

namespace luping {
namespace {

using Limbs = std::vector<std::uint32_t>;

constexpr std::uint32_t low(std::uint64_t value) { return static_cast<std::uint32_t>(value & 0xFFFFFFFFU); }

Limbs add(const Limbs& a, const Limbs& b) {
  const Limbs& longer = a.size() >= b.size() ? a : b;
  const Limbs& shorter = a.size() >= b.size() ? b : a;
  Limbs sum;
  sum.reserve(longer.size() + 1);
  std::uint64_t carry = 0;
  for (std::size_t i = 0; i < longer.size(); ++i) {
    carry += longer[i];
    if (i < shorter.size()) carry += shorter[i];
    sum.push_back(low(carry));
    carry >>= 32;
  }
  if (carry != 0) sum.push_back(low(carry));
  return sum;
}

// REQUIRES: a >= b.
Limbs subtract(const Limbs& a, const Limbs& b) {
  Limbs difference;
  difference.reserve(a.size());
  std::int64_t borrow = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::int64_t digit =
        static_cast<std::int64_t>(a[i]) - borrow - (i < b.size() ? static_cast<std::int64_t>(b[i]) : 0);
    borrow = digit < 0 ? 1 : 0;
    if (digit < 0) digit += std::int64_t{1} << 32;
    difference.push_back(static_cast<std::uint32_t>(digit));
  }
  return difference;
}

std::uint32_t divide_small(Limbs& value, std::uint32_t divisor) {
  std::uint64_t remainder = 0;
  for (std::size_t i = value.size(); i-- > 0;) {
    const std::uint64_t current = (remainder << 32) | value[i];
    value[i] = low(current / divisor);
    remainder = current % divisor;
  }
  while (!value.empty() && value.back() == 0) value.pop_back();
  return low(remainder);
}

Limbs shift_left(const Limbs& value, unsigned bits) {  // bits < 32
  Limbs shifted;
  shifted.reserve(value.size() + 1);
  std::uint64_t carry = 0;
  for (const std::uint32_t limb : value) {
    carry |= static_cast<std::uint64_t>(limb) << bits;
    shifted.push_back(low(carry));
    carry >>= 32;
  }
  shifted.push_back(low(carry));
  return shifted;
}

void shift_right(Limbs& value, unsigned bits) {  // bits < 32
  std::uint64_t carry = 0;
  for (std::size_t i = value.size(); i-- > 0;) {
    const std::uint64_t current = (carry << 32) | value[i];
    value[i] = low(current >> bits);
    carry = current & ((std::uint64_t{1} << bits) - 1);
  }
}

// Knuth, The Art of Computer Programming vol. 2, 4.3.1, algorithm D. Leaves the remainder in `dividend`.
// REQUIRES: divisor has at least two limbs, dividend >= divisor.
Limbs divide_long(Limbs& dividend, const Limbs& divisor) {
  const unsigned shift = static_cast<unsigned>(std::countl_zero(divisor.back()));
  Limbs v = shift_left(divisor, shift);
  v.pop_back();  // the top limb of a normalised divisor does not grow
  Limbs u = shift_left(dividend, shift);
  const std::size_t n = v.size();
  const std::size_t m = u.size() - n;
  Limbs quotient(m, 0);
  for (std::size_t j = m; j-- > 0;) {
    const std::uint64_t top = (static_cast<std::uint64_t>(u[j + n]) << 32) | u[j + n - 1];
    std::uint64_t estimate = top / v[n - 1];
    std::uint64_t rest = top % v[n - 1];
    while (estimate > 0xFFFFFFFFU || estimate * v[n - 2] > ((rest << 32) | u[j + n - 2])) {
      --estimate;
      rest += v[n - 1];
      if (rest > 0xFFFFFFFFU) break;
    }
    std::int64_t borrow = 0;
    std::uint64_t carry = 0;
    for (std::size_t i = 0; i < n; ++i) {
      carry += estimate * v[i];
      const std::int64_t digit = static_cast<std::int64_t>(u[i + j]) - borrow - static_cast<std::int64_t>(low(carry));
      u[i + j] = static_cast<std::uint32_t>(digit);
      borrow = digit < 0 ? 1 : 0;
      carry >>= 32;
    }
    const std::int64_t digit = static_cast<std::int64_t>(u[j + n]) - borrow - static_cast<std::int64_t>(carry);
    u[j + n] = static_cast<std::uint32_t>(digit);
    if (digit < 0) {  // the estimate was one too large: add the divisor back
      --estimate;
      std::uint64_t back = 0;
      for (std::size_t i = 0; i < n; ++i) {
        back += static_cast<std::uint64_t>(u[i + j]) + v[i];
        u[i + j] = low(back);
        back >>= 32;
      }
      u[j + n] += low(back);
    }
    quotient[j] = low(estimate);
  }
  shift_right(u, shift);
  dividend = std::move(u);
  return quotient;
}

}  // namespace

BigInteger::BigInteger(std::int64_t value) : negative_(value < 0) {
  // Negating in unsigned arithmetic also covers the smallest int64.
  std::uint64_t magnitude = negative_ ? 0 - static_cast<std::uint64_t>(value) : static_cast<std::uint64_t>(value);
  for (; magnitude != 0; magnitude >>= 32) limbs_.push_back(low(magnitude));
}

std::size_t BigInteger::bit_count() const {
  if (limbs_.empty()) return 0;
  return limbs_.size() * 32 - static_cast<std::size_t>(std::countl_zero(limbs_.back()));
}

void BigInteger::trim() {
  while (!limbs_.empty() && limbs_.back() == 0) limbs_.pop_back();
  if (limbs_.empty()) negative_ = false;
}

int BigInteger::compare_magnitude(const Limbs& a, const Limbs& b) {
  if (a.size() != b.size()) return a.size() < b.size() ? -1 : 1;
  for (std::size_t i = a.size(); i-- > 0;) {
    if (a[i] != b[i]) return a[i] < b[i] ? -1 : 1;
  }
  return 0;
}

BigInteger BigInteger::operator-() const {
  BigInteger result = *this;
  if (!result.is_zero()) result.negative_ = !negative_;
  return result;
}

BigInteger BigInteger::abs() const { return negative_ ? -*this : *this; }

BigInteger operator+(const BigInteger& a, const BigInteger& b) {
  BigInteger result;
  if (a.negative_ == b.negative_) {
    result.negative_ = a.negative_;
    result.limbs_ = add(a.limbs_, b.limbs_);
  } else {
    const int order = BigInteger::compare_magnitude(a.limbs_, b.limbs_);
    const BigInteger& larger = order >= 0 ? a : b;
    const BigInteger& smaller = order >= 0 ? b : a;
    result.negative_ = larger.negative_;
    result.limbs_ = subtract(larger.limbs_, smaller.limbs_);
  }
  result.trim();
  return result;
}

BigInteger operator-(const BigInteger& a, const BigInteger& b) { return a + -b; }

BigInteger operator*(const BigInteger& a, const BigInteger& b) {
  BigInteger result;
  result.negative_ = a.negative_ != b.negative_;
  result.limbs_.assign(a.limbs_.size() + b.limbs_.size(), 0);
  for (std::size_t i = 0; i < a.limbs_.size(); ++i) {
    std::uint64_t carry = 0;
    for (std::size_t j = 0; j < b.limbs_.size(); ++j) {
      carry += static_cast<std::uint64_t>(a.limbs_[i]) * b.limbs_[j] + result.limbs_[i + j];
      result.limbs_[i + j] = low(carry);
      carry >>= 32;
    }
    result.limbs_[i + b.limbs_.size()] = low(carry);
  }
  result.trim();
  return result;
}

std::pair<BigInteger, BigInteger> BigInteger::divide(const BigInteger& dividend, const BigInteger& divisor) {
  BigInteger quotient;
  BigInteger remainder = dividend;
  if (compare_magnitude(dividend.limbs_, divisor.limbs_) < 0) return {quotient, remainder};
  if (divisor.limbs_.size() == 1) {
    quotient.limbs_ = dividend.limbs_;
    const std::uint32_t rest = divide_small(quotient.limbs_, divisor.limbs_.front());
    remainder.limbs_.assign(1, rest);
  } else {
    quotient.limbs_ = divide_long(remainder.limbs_, divisor.limbs_);
  }
  quotient.negative_ = dividend.negative_ != divisor.negative_;
  quotient.trim();
  remainder.trim();
  return {quotient, remainder};
}

BigInteger BigInteger::gcd(BigInteger a, BigInteger b) {
  a.negative_ = false;
  b.negative_ = false;
  while (!b.is_zero()) {
    BigInteger rest = divide(a, b).second;
    a = std::move(b);
    b = std::move(rest);
  }
  return a;
}

BigInteger BigInteger::power_of_ten(unsigned exponent) {
  BigInteger result = 1;
  for (; exponent >= 18; exponent -= 18) result = result * BigInteger(1'000'000'000'000'000'000);
  std::int64_t rest = 1;
  for (; exponent > 0; --exponent) rest *= 10;
  return result * BigInteger(rest);
}

std::string BigInteger::to_string() const {
  if (is_zero()) return "0";
  std::string digits;
  for (Limbs rest = limbs_; !rest.empty();) {
    std::uint32_t block = divide_small(rest, 1'000'000'000);
    for (int i = 0; i < 9; ++i, block /= 10) digits.push_back(static_cast<char>('0' + block % 10));
  }
  while (digits.back() == '0') digits.pop_back();
  if (negative_) digits.push_back('-');
  std::reverse(digits.begin(), digits.end());
  return digits;
}

std::strong_ordering BigInteger::operator<=>(const BigInteger& other) const {
  if (negative_ != other.negative_) return negative_ ? std::strong_ordering::less : std::strong_ordering::greater;
  const int order = compare_magnitude(limbs_, other.limbs_);
  return (negative_ ? -order : order) <=> 0;
}

}  // namespace luping
