// SHA-256 (FIPS 180-4): a fingerprint of bytes. For telling texts apart, not for keeping secrets.
#pragma once

#include <string>
#include <string_view>

namespace luping {

/// The hash of `bytes` as 64 lowercase hexadecimal digits.
std::string sha256_hex(std::string_view bytes);

}  // namespace luping
