// SPDX-License-Identifier: Apache-2.0
// Digests by OpenSSL's EVP; each algorithm is fetched once per process (spike: twice as fast for small
// inputs).
#include "base/digest.hpp"

#include "base/notes.hpp"

#include <openssl/evp.h>

#include <cassert>
#include <utility>

namespace hanqing {
namespace {

struct FreeDigest {
    void operator()(EVP_MD* md) const { EVP_MD_free(md); }
    void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};
using Method = std::unique_ptr<EVP_MD, FreeDigest>;

const EVP_MD* method_of(Algorithm algorithm) {
    static const Method methods[] = {
        Method(EVP_MD_fetch(nullptr, "SHA256", nullptr)), Method(EVP_MD_fetch(nullptr, "SHA512", nullptr)),
        Method(EVP_MD_fetch(nullptr, "SM3", nullptr)), Method(EVP_MD_fetch(nullptr, "MD5", nullptr)),
        Method(EVP_MD_fetch(nullptr, "SHA1", nullptr))};
    const EVP_MD* method = methods[static_cast<std::size_t>(algorithm)].get();
    if (method == nullptr) throw Failure("digest-unavailable", {"OpenSSL"});
    return method;
}

int value_of(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

}  // namespace

struct Hasher::State {
    std::unique_ptr<EVP_MD_CTX, FreeDigest> context;
};

Hasher::Hasher(Algorithm algorithm) : state_(std::make_unique<State>()) {
    state_->context.reset(EVP_MD_CTX_new());
    if (!state_->context || EVP_DigestInit_ex2(state_->context.get(), method_of(algorithm), nullptr) != 1)
        throw Failure("digest-unavailable", {"OpenSSL"});
}
Hasher::~Hasher() = default;
Hasher::Hasher(Hasher&&) noexcept = default;
Hasher& Hasher::operator=(Hasher&&) noexcept = default;

void Hasher::update(std::string_view bytes) {
    const int done = EVP_DigestUpdate(state_->context.get(), bytes.data(), bytes.size());
    assert(done == 1);
}

std::string Hasher::finish() {
    unsigned char out[EVP_MAX_MD_SIZE];
    unsigned int size = 0;
    const int done = EVP_DigestFinal_ex(state_->context.get(), out, &size);
    assert(done == 1);
    return {reinterpret_cast<const char*>(out), size};
}

Digest sha256(std::string_view bytes) {
    Hasher hasher(Algorithm::sha256);
    hasher.update(bytes);
    const std::string raw = hasher.finish();
    Digest digest;
    for (std::size_t i = 0; i < digest.bytes.size(); ++i) digest.bytes[i] = static_cast<std::uint8_t>(raw[i]);
    return digest;
}

std::string hex(std::string_view raw) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string out;
    out.reserve(raw.size() * 2);
    for (const char c : raw) {
        const auto byte = static_cast<unsigned char>(c);
        out += digits[byte >> 4U];
        out += digits[byte & 15U];
    }
    return out;
}

std::string hex(const Digest& digest) {
    return hex(std::string_view(reinterpret_cast<const char*>(digest.bytes.data()), digest.bytes.size()));
}

std::optional<Digest> digest_from_hex(std::string_view text) {
    Digest digest;
    if (text.size() != digest.bytes.size() * 2) return {};
    for (std::size_t i = 0; i < digest.bytes.size(); ++i) {
        const int high = value_of(text[2 * i]);
        const int low = value_of(text[2 * i + 1]);
        if (high < 0 || low < 0) return {};
        digest.bytes[i] = static_cast<std::uint8_t>(high * 16 + low);
    }
    return digest;
}

}  // namespace hanqing
