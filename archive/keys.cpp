// SPDX-License-Identifier: Apache-2.0
// Ed25519 and SM2 by OpenSSL 3. Raw signatures: its CMS can do neither (openssl dgst and pkeyutl check them).
#include "archive/keys.hpp"

#include "base/digest.hpp"
#include "base/file.hpp"
#include "base/notes.hpp"

#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <sys/stat.h>

#include <algorithm>
#include <optional>
#include <utility>

namespace hanqing {
namespace {

constexpr std::uint64_t key_bytes_max = 64 * 1024;
/// The identity that GB/T 35276 sets for SM2 signatures when parties agree on none.
constexpr std::string_view sm2_identity = "1234567812345678";

struct Free {
    void operator()(BIO* bio) const { BIO_free(bio); }
    void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
    void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
    void operator()(X509* certificate) const { X509_free(certificate); }
};
template <class T>
using Owned = std::unique_ptr<T, Free>;

Owned<BIO> reader(std::string_view bytes) {
    return Owned<BIO>(BIO_new_mem_buf(bytes.data(), static_cast<int>(bytes.size())));
}

std::string taken(BIO* bio) {
    char* data = nullptr;
    const long size = BIO_get_mem_data(bio, &data);
    return {data, static_cast<std::size_t>(size)};
}

KeyKind kind_of(const EVP_PKEY* key, const std::string& name) {
    if (EVP_PKEY_is_a(key, "ED25519") == 1) return KeyKind::ed25519;
    if (EVP_PKEY_is_a(key, "SM2") == 1) return KeyKind::sm2;
    const char* type = EVP_PKEY_get0_type_name(key);
    throw Failure("key-kind", {name, type == nullptr ? "" : type});
}

std::string pem_of(EVP_PKEY* key) {
    const Owned<BIO> bio(BIO_new(BIO_s_mem()));
    if (!bio || PEM_write_bio_PUBKEY(bio.get(), key) != 1) throw Failure("key-unreadable", {"PEM"});
    return taken(bio.get());
}

/// Sets up a signing or verifying context: SM3 and the identity for SM2, none for Ed25519, which hashes by
/// itself. The identity is set once the context is there: OpenSSL 3.0.19 refuses it among the first
/// parameters.
using Initialise = int (*)(EVP_MD_CTX*, EVP_PKEY_CTX**, const char*, OSSL_LIB_CTX*, const char*, EVP_PKEY*,
                           const OSSL_PARAM*);
Owned<EVP_MD_CTX> prepared(EVP_PKEY* key, KeyKind kind, Initialise initialise) {
    Owned<EVP_MD_CTX> context(EVP_MD_CTX_new());
    EVP_PKEY_CTX* inner = nullptr;  // owned by the context
    const bool sm2 = kind == KeyKind::sm2;
    if (!context ||
        initialise(context.get(), &inner, sm2 ? "SM3" : nullptr, nullptr, nullptr, key, nullptr) != 1)
        return nullptr;
    if (sm2 && EVP_PKEY_CTX_set1_id(inner, sm2_identity.data(), static_cast<int>(sm2_identity.size())) != 1)
        return nullptr;
    return context;
}

const unsigned char* octets(std::string_view bytes) {
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

void check_permissions(const std::string& path) {
    struct stat status {};
    if (::stat(path.c_str(), &status) == 0 && (status.st_mode & 077U) != 0)
        throw Failure("key-permissions", {path});
}

/// What the passphrase callback needs, and whether it was called.
struct Asking {
    const std::string* path;
    const AskPassphrase* ask;
    bool asked = false;
};

int answer(char* buffer, int size, int, void* asking) {
    auto& me = *static_cast<Asking*>(asking);
    me.asked = true;
    if (!*me.ask) return -1;
    std::string passphrase = (*me.ask)(*me.path);
    const auto length = std::min(static_cast<std::size_t>(size), passphrase.size());
    std::copy_n(passphrase.begin(), length, buffer);
    OPENSSL_cleanse(passphrase.data(), passphrase.size());
    return static_cast<int>(length);
}

}  // namespace

std::string_view name_of(KeyKind kind) { return kind == KeyKind::ed25519 ? "ed25519" : "sm2"; }

struct SigningKey::State {
    Owned<EVP_PKEY> key;
    KeyKind kind = KeyKind::ed25519;
};

SigningKey::SigningKey(const std::string& path, const AskPassphrase& ask)
    : state_(std::make_unique<State>()) {
    std::string pem = read_file(path, key_bytes_max);
    check_permissions(path);
    Asking asking{&path, &ask};
    ERR_clear_error();
    state_->key.reset(PEM_read_bio_PrivateKey(reader(pem).get(), nullptr, &answer, &asking));
    OPENSSL_cleanse(pem.data(), pem.size());
    ERR_clear_error();
    if (!state_->key) throw Failure(asking.asked ? "key-passphrase" : "key-unreadable", {path});
    state_->kind = kind_of(state_->key.get(), path);
}
SigningKey::~SigningKey() = default;
SigningKey::SigningKey(SigningKey&&) noexcept = default;
SigningKey& SigningKey::operator=(SigningKey&&) noexcept = default;

KeyKind SigningKey::kind() const { return state_->kind; }

std::string SigningKey::sign(std::string_view bytes) const {
    const auto context = prepared(state_->key.get(), state_->kind, &EVP_DigestSignInit_ex);
    std::size_t size = 0;
    if (!context || EVP_DigestSign(context.get(), nullptr, &size, octets(bytes), bytes.size()) != 1)
        throw Failure("key-unusable", {std::string(name_of(state_->kind))});
    std::string signature(size, '\0');
    if (EVP_DigestSign(context.get(), reinterpret_cast<unsigned char*>(signature.data()), &size,
                       octets(bytes), bytes.size()) != 1)
        throw Failure("key-unusable", {std::string(name_of(state_->kind))});
    signature.resize(size);  // an SM2 signature is DER and may be shorter than the greatest size
    return signature;
}

std::string SigningKey::public_pem() const { return pem_of(state_->key.get()); }

struct PublicKey::State {
    Owned<EVP_PKEY> key;
    KeyKind kind = KeyKind::ed25519;
};

PublicKey::PublicKey(std::string_view pem, const std::string& name) : state_(std::make_unique<State>()) {
    if (pem.size() > key_bytes_max) throw Failure("key-unreadable", {name});
    state_->key.reset(PEM_read_bio_PUBKEY(reader(pem).get(), nullptr, nullptr, nullptr));
    if (!state_->key) {
        const Owned<X509> certificate(PEM_read_bio_X509(reader(pem).get(), nullptr, nullptr, nullptr));
        if (certificate) state_->key.reset(X509_get_pubkey(certificate.get()));
    }
    ERR_clear_error();
    if (!state_->key) throw Failure("key-unreadable", {name});
    state_->kind = kind_of(state_->key.get(), name);
}
PublicKey::~PublicKey() = default;
PublicKey::PublicKey(PublicKey&&) noexcept = default;
PublicKey& PublicKey::operator=(PublicKey&&) noexcept = default;

KeyKind PublicKey::kind() const { return state_->kind; }

std::string PublicKey::fingerprint() const {
    unsigned char* der = nullptr;
    const int size = i2d_PUBKEY(state_->key.get(), &der);
    if (size <= 0) throw Failure("key-unreadable", {"DER"});
    const std::string bytes(reinterpret_cast<const char*>(der), static_cast<std::size_t>(size));
    OPENSSL_free(der);
    return hex(sha256(bytes));
}

bool PublicKey::verifies(std::string_view bytes, std::string_view signature) const {
    const auto context = prepared(state_->key.get(), state_->kind, &EVP_DigestVerifyInit_ex);
    const bool good = context && EVP_DigestVerify(context.get(), octets(signature), signature.size(),
                                                  octets(bytes), bytes.size()) == 1;
    ERR_clear_error();
    return good;
}

std::string PublicKey::pem() const { return pem_of(state_->key.get()); }

PublicKey read_public_key(const std::string& path) { return {read_file(path, key_bytes_max), path}; }

}  // namespace hanqing
