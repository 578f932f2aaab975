// SPDX-License-Identifier: Apache-2.0
// RFC 3161 by OpenSSL's TS functions.
#include "archive/token.hpp"

#include "base/digest.hpp"
#include "base/notes.hpp"

#include <openssl/asn1.h>
#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/pkcs7.h>
#include <openssl/ts.h>
#include <openssl/x509.h>
#include <openssl/x509_vfy.h>

#include <ctime>
#include <memory>

namespace hanqing {
namespace {

struct Free {
    void operator()(BIO* bio) const { BIO_free_all(bio); }
    void operator()(TS_REQ* request) const { TS_REQ_free(request); }
    void operator()(TS_RESP* response) const { TS_RESP_free(response); }
    void operator()(TS_MSG_IMPRINT* imprint) const { TS_MSG_IMPRINT_free(imprint); }
    void operator()(TS_VERIFY_CTX* context) const { TS_VERIFY_CTX_free(context); }
    void operator()(X509_ALGOR* algorithm) const { X509_ALGOR_free(algorithm); }
    void operator()(X509_STORE* store) const { X509_STORE_free(store); }
    void operator()(X509* certificate) const { X509_free(certificate); }
    void operator()(STACK_OF(X509) * stack) const { sk_X509_free(stack); }
    void operator()(TS_TST_INFO* info) const { TS_TST_INFO_free(info); }
};
template <class T>
using Owned = std::unique_ptr<T, Free>;

Owned<BIO> reader(std::string_view bytes) {
    return Owned<BIO>(BIO_new_mem_buf(bytes.data(), static_cast<int>(bytes.size())));
}

std::string last_error() {
    const unsigned long code = ERR_peek_last_error();
    const char* reason = ERR_reason_error_string(code);
    ERR_clear_error();
    return reason == nullptr ? "" : reason;
}

std::string iso_time(const ASN1_GENERALIZEDTIME* time) {
    std::tm broken{};
    if (time == nullptr || ASN1_TIME_to_tm(time, &broken) != 1) return "";
    char text[32];
    return {text, std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &broken)};
}

std::string subject_of(const X509* certificate) {
    const Owned<BIO> bio(BIO_new(BIO_s_mem()));
    X509_NAME_print_ex(bio.get(), X509_get_subject_name(certificate), 0,
                       XN_FLAG_RFC2253 & ~ASN1_STRFLGS_ESC_MSB);
    char* data = nullptr;
    const long size = BIO_get_mem_data(bio.get(), &data);
    return {data, static_cast<std::size_t>(size)};
}

/// Roots of the auditor, and the moment at which certificates must have been valid.
Owned<X509_STORE> store_from(const std::string& pem, const ASN1_GENERALIZEDTIME* time) {
    Owned<X509_STORE> store(X509_STORE_new());
    const Owned<BIO> bio = reader(pem);
    while (const Owned<X509> certificate{PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr)})
        X509_STORE_add_cert(store.get(), certificate.get());
    ERR_clear_error();
    std::tm broken{};
    if (ASN1_TIME_to_tm(time, &broken) == 1)
        X509_VERIFY_PARAM_set_time(X509_STORE_get0_param(store.get()), ::timegm(&broken));
    return store;
}

bool fits(PKCS7* token, std::string_view data, const std::string& authority_pem,
          const ASN1_GENERALIZEDTIME* time) {
    const Owned<TS_VERIFY_CTX> context(TS_VERIFY_CTX_new());
    int flags = TS_VFY_VERSION | TS_VFY_DATA;
    if (!authority_pem.empty()) {
        flags |= TS_VFY_SIGNATURE;  // not TS_VFY_SIGNER: which name the authority has is not ours to demand
        TS_VERIFY_CTX_set_store(context.get(), store_from(authority_pem, time).release());
    }
    TS_VERIFY_CTX_set_flags(context.get(), flags);
    TS_VERIFY_CTX_set_data(context.get(), reader(data).release());
    return TS_RESP_verify_token(context.get(), token) == 1;
}

/// The signature inside the token by the certificate inside it, whoever issued that.
bool is_sound(PKCS7* token) {
    return PKCS7_verify(token, nullptr, nullptr, nullptr, nullptr, PKCS7_NOVERIFY | PKCS7_NOCHAIN) == 1;
}

}  // namespace

std::string timestamp_query(std::string_view data) {
    const Digest digest = sha256(data);
    const Owned<TS_REQ> request(TS_REQ_new());
    const Owned<TS_MSG_IMPRINT> imprint(TS_MSG_IMPRINT_new());
    const Owned<X509_ALGOR> algorithm(X509_ALGOR_new());
    std::string bytes(digest.bytes.begin(), digest.bytes.end());
    const bool made = request && imprint && algorithm &&
                      X509_ALGOR_set0(algorithm.get(), OBJ_nid2obj(NID_sha256), V_ASN1_NULL, nullptr) == 1 &&
                      TS_MSG_IMPRINT_set_algo(imprint.get(), algorithm.get()) == 1 &&
                      TS_MSG_IMPRINT_set_msg(imprint.get(), reinterpret_cast<unsigned char*>(bytes.data()),
                                             static_cast<int>(bytes.size())) == 1 &&
                      TS_REQ_set_version(request.get(), 1) == 1 &&
                      TS_REQ_set_msg_imprint(request.get(), imprint.get()) == 1 &&
                      TS_REQ_set_cert_req(request.get(), 1) == 1;
    unsigned char* der = nullptr;
    const int size = made ? i2d_TS_REQ(request.get(), &der) : -1;
    if (size <= 0) throw Failure("token-query", {last_error()});
    std::string out(reinterpret_cast<const char*>(der), static_cast<std::size_t>(size));
    OPENSSL_free(der);
    return out;
}

TokenFinding check_token(std::string_view reply, std::string_view data, const std::string& authority_pem) {
    TokenFinding finding;
    finding.state = TokenFinding::State::wrong;
    ERR_clear_error();
    const auto* bytes = reinterpret_cast<const unsigned char*>(reply.data());
    const Owned<TS_RESP> response(d2i_TS_RESP(nullptr, &bytes, static_cast<long>(reply.size())));
    PKCS7* token = response ? TS_RESP_get_token(response.get()) : nullptr;
    TS_TST_INFO* info = response ? TS_RESP_get_tst_info(response.get()) : nullptr;
    if (token == nullptr || info == nullptr ||
        bytes != reinterpret_cast<const unsigned char*>(reply.data()) + reply.size()) {
        finding.reason = last_error();
        return finding;
    }
    finding.time = iso_time(TS_TST_INFO_get_time(info));
    const Owned<STACK_OF(X509)> signers(PKCS7_get0_signers(token, nullptr, 0));
    if (signers && sk_X509_num(signers.get()) > 0)
        finding.authority = subject_of(sk_X509_value(signers.get(), 0));
    if (!fits(token, data, authority_pem, TS_TST_INFO_get_time(info)) || (signers && !is_sound(token))) {
        finding.reason = last_error();
        return finding;
    }
    finding.state = authority_pem.empty() ? TokenFinding::State::unconfirmed : TokenFinding::State::valid;
    return finding;
}

}  // namespace hanqing
