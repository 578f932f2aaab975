// SPDX-License-Identifier: Apache-2.0
// Time stamps by RFC 3161: the query that is carried to an authority, the reply that comes back.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace hanqing {

/// RFC 3161 token, as far as it can be judged here.
struct TokenFinding {
    enum class State : std::uint8_t { none, valid, unconfirmed, wrong } state = State::none;
    std::string time;       ///< As the token says it: 2025-01-15T08:00:00Z.
    std::string authority;  ///< Subject of the certificate that signed it.
    std::string reason;     ///< OpenSSL's words when it is wrong.
};

/// DER of a query for SHA-256 of `data`, without nonce (the same every time), asking for the certificate.
std::string timestamp_query(std::string_view data);

/// Whether the reply (DER TimeStampResp) stamps `data`. `authority`: PEM of trusted roots; without it
/// a sound token is `unconfirmed`. Certificates are judged at the token's own time: they may have expired
/// since.
TokenFinding check_token(std::string_view reply, std::string_view data, const std::string& authority_pem);

}  // namespace hanqing
