// SPDX-License-Identifier: Apache-2.0
// Keys: Ed25519 (RFC 8032) and SM2 (GB/T 32918, with SM3 and the usual identity) from PEM files. OpenSSL
// stays behind this.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace hanqing {

enum class KeyKind : std::uint8_t { ed25519, sm2 };
/// "ed25519", "sm2": as in seals and in file names.
std::string_view name_of(KeyKind kind);

/// Asks for the passphrase of the key file named; called only when the file is encrypted.
using AskPassphrase = std::function<std::string(const std::string& path)>;

/// A private key. Movable only; forgotten when destroyed.
class SigningKey {
public:
    /// Throws Failure "key-permissions" (readable by others), "key-unreadable", "key-passphrase", "key-kind".
    SigningKey(const std::string& path, const AskPassphrase& ask);
    ~SigningKey();
    SigningKey(SigningKey&&) noexcept;
    SigningKey& operator=(SigningKey&&) noexcept;

    [[nodiscard]] KeyKind kind() const;
    [[nodiscard]] std::string sign(std::string_view bytes) const;
    /// SubjectPublicKeyInfo in PEM.
    [[nodiscard]] std::string public_pem() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// A public key, from PEM: "PUBLIC KEY" or "CERTIFICATE" (whose dates and issuer are not judged here).
class PublicKey {
public:
    /// Throws Failure "key-unreadable" {name} or "key-kind" {name}.
    PublicKey(std::string_view pem, const std::string& name);
    ~PublicKey();
    PublicKey(PublicKey&&) noexcept;
    PublicKey& operator=(PublicKey&&) noexcept;

    [[nodiscard]] KeyKind kind() const;
    /// Lower-case hex of SHA-256 over the SubjectPublicKeyInfo (DER).
    [[nodiscard]] std::string fingerprint() const;
    [[nodiscard]] bool verifies(std::string_view bytes, std::string_view signature) const;
    [[nodiscard]] std::string pem() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

PublicKey read_public_key(const std::string& path);

}  // namespace hanqing
