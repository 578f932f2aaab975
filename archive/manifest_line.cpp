// SPDX-License-Identifier: Apache-2.0
// One line of a manifest: hex digest, blanks, path (RFC 8493 2.1.3).
#include "archive/bag_check.hpp"
#include "archive/names.hpp"

#include <algorithm>
#include <array>

namespace hanqing {
namespace {

struct Named {
    std::string_view name;
    Algorithm algorithm;
    std::size_t hex_digits;
};
constexpr std::array<Named, 5> algorithms{{{"sha256", Algorithm::sha256, 64},
                                           {"sha512", Algorithm::sha512, 128},
                                           {"sm3", Algorithm::sm3, 64},
                                           {"md5", Algorithm::md5, 32},
                                           {"sha1", Algorithm::sha1, 40}}};

bool is_hex(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

void decode(std::string& path, bool all) {
    struct Escape {
        std::string_view text;
        char character;
    };
    constexpr std::array<Escape, 5> escapes{
        {{"%0A", '\n'}, {"%0a", '\n'}, {"%0D", '\r'}, {"%0d", '\r'}, {"%25", '%'}}};
    std::string out;
    for (std::size_t at = 0; at < path.size();) {
        const std::string_view rest = std::string_view(path).substr(at);
        const auto found = std::find_if(escapes.begin(), escapes.end(), [&](const Escape& escape) {
            return rest.starts_with(escape.text) && (all || escape.character != '%');
        });
        out += found == escapes.end() ? path[at] : found->character;
        at += found == escapes.end() ? 1 : 3;
    }
    path = std::move(out);
}

}  // namespace

std::optional<ManifestLine> manifest_line(std::string_view line, bool decode_percent) {
    const auto end = std::find_if_not(line.begin(), line.end(), is_hex);
    ManifestLine out;
    out.digest.assign(line.begin(), end);
    for (char& c : out.digest)
        if (c >= 'A' && c <= 'F') c = static_cast<char>(c - 'A' + 'a');
    line.remove_prefix(out.digest.size());
    const std::size_t path_at = line.find_first_not_of(" \t");
    if (out.digest.empty() || path_at == 0 || path_at == std::string_view::npos) return {};
    line.remove_prefix(path_at);
    out.starred = line.front() == '*';
    if (out.starred) line.remove_prefix(1);
    out.path = line;
    decode(out.path, decode_percent);
    while (out.path.starts_with("./")) out.path.erase(0, 2);
    // A line end in a name is allowed by the standard once encoded; everything else hostile is not.
    std::string judged = out.path;
    std::replace(judged.begin(), judged.end(), '\n', ' ');
    std::replace(judged.begin(), judged.end(), '\r', ' ');
    if (hostile(judged)) return {};
    return out;
}

std::optional<Algorithm> algorithm_of_manifest(std::string_view name) {
    if (name.starts_with("tag")) name.remove_prefix(3);
    for (const Named& named : algorithms)
        if (name == "manifest-" + std::string(named.name) + ".txt") return named.algorithm;
    return {};
}

std::vector<Algorithm> algorithms_of(const std::vector<std::string>& names) {
    std::vector<Algorithm> out;
    for (const Named& named : algorithms)
        if (std::any_of(names.begin(), names.end(), [&](const std::string& name) {
                return algorithm_of_manifest(name) == named.algorithm;
            }))
            out.push_back(named.algorithm);
    if (out.empty()) out = {Algorithm::sha256, Algorithm::sha512, Algorithm::sm3};
    return out;
}

std::string_view name_of(Algorithm algorithm) {
    return std::find_if(algorithms.begin(), algorithms.end(),
                        [&](const Named& n) { return n.algorithm == algorithm; })
        ->name;
}

}  // namespace hanqing
