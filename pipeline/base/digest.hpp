// SPDX-License-Identifier: Apache-2.0
// Digests as values, and one object that computes several over the same bytes. OpenSSL lives behind this.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace hanqing {

/// A SHA-256 digest (FIPS 180-4). All zero is "none".
struct Digest {
    std::array<std::uint8_t, 32> bytes{};
    friend auto operator<=>(const Digest&, const Digest&) = default;
};

Digest sha256(std::string_view bytes);
/// Lower-case hexadecimal, 64 characters.
std::string hex(const Digest& digest);
std::optional<Digest> digest_from_hex(std::string_view hex);

/// MD5 and SHA-1 only to read what others wrote.
enum class Algorithm : std::uint8_t { sha256, sha512, sm3, md5, sha1 };

/// One running digest. Not copyable; `finish` may be called once.
class Hasher {
public:
    explicit Hasher(Algorithm algorithm);
    ~Hasher();
    Hasher(Hasher&&) noexcept;
    Hasher& operator=(Hasher&&) noexcept;
    void update(std::string_view bytes);
    /// The raw digest: 32 bytes, 64 for SHA-512, 16 for MD5, 20 for SHA-1.
    std::string finish();

private:
    struct State;
    std::unique_ptr<State> state_;
};

std::string hex(std::string_view raw);

}  // namespace hanqing
