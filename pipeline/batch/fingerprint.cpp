// SPDX-License-Identifier: Apache-2.0
// Digests over lists of parts.
#include "batch/fingerprint.hpp"

#include <algorithm>
#include <string>

namespace hanqing {

Fingerprint::Fingerprint(std::string_view kind) : hasher_(Algorithm::sha256) { add(kind); }

Fingerprint& Fingerprint::add(std::string_view part) {
    hasher_.update(std::to_string(part.size()) + ":");
    hasher_.update(part);
    return *this;
}

Fingerprint& Fingerprint::add(const Digest& digest) {
    return add(std::string_view(reinterpret_cast<const char*>(digest.bytes.data()), digest.bytes.size()));
}

Fingerprint& Fingerprint::add(std::uint64_t number) { return add(std::string_view(std::to_string(number))); }

Fingerprint& Fingerprint::add(const Value& value) {
    add(static_cast<std::uint64_t>(value.kind))
        .add(std::string_view(value.text))
        .add(std::uint64_t{value.list.size()});
    for (const Value& item : value.list) add(item);
    add(std::uint64_t{value.map.size()});
    for (const Value::Entry& entry : value.map) add(std::string_view(entry.key)).add(entry.value);
    return *this;
}

Digest Fingerprint::finish() {
    const std::string raw = hasher_.finish();
    Digest digest;
    std::copy(raw.begin(), raw.end(), digest.bytes.begin());
    return digest;
}

}  // namespace hanqing
