// SPDX-License-Identifier: Apache-2.0
// Finding a picture's file without ever leaving the collection, be it by `..`, by an absolute path or by
// links.
#include "read/picture_path.hpp"

#include "base/unicode.hpp"
#include "read/link.hpp"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <vector>

namespace hanqing {
namespace {

namespace fs = std::filesystem;

/// Entries of one folder that are looked at to guess what was meant.
constexpr std::size_t entries_max = 10'000;
constexpr std::size_t path_bytes_max = 4096;

/// "https:", "file:", "data:", also "//host" and "\\host". A single letter is a drive.
bool has_scheme(std::string_view typed) {
    if (typed.starts_with("//") || typed.starts_with("\\\\")) return true;
    const std::size_t colon = typed.find(':');
    if (colon == std::string_view::npos || colon == 0 || colon > 20) return false;
    return std::all_of(typed.begin(), typed.begin() + static_cast<std::ptrdiff_t>(colon), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '+' ||
               c == '.' || c == '-';
    });
}
bool is_web(std::string_view typed) {
    return typed.starts_with("http:") || typed.starts_with("https:") || typed.starts_with("//") ||
           typed.starts_with("data:") || typed.starts_with("HTTP") || typed.starts_with("ftp:");
}

/// Folds `.` and `..`; nothing when it climbs above the root.
std::optional<std::vector<std::string>> folded(std::string_view base, std::string_view typed) {
    std::vector<std::string> parts;
    for (std::string_view rest : {base, typed}) {
        while (!rest.empty()) {
            const std::size_t end = std::min(rest.find_first_of("/"), rest.size());
            const std::string_view part = rest.substr(0, end);
            rest.remove_prefix(std::min(end + 1, rest.size()));
            if (part.empty() || part == ".") continue;
            if (part != "..")
                parts.emplace_back(part);
            else if (parts.empty())
                return std::nullopt;
            else
                parts.pop_back();
        }
    }
    return parts;
}

std::string joined(const std::vector<std::string>& parts) {
    std::string path;
    for (const std::string& part : parts) path += (path.empty() ? "" : "/") + part;
    return path;
}

bool is_inside(const fs::path& path, const fs::path& root) {
    const auto ends = std::mismatch(root.begin(), root.end(), path.begin(), path.end());
    return ends.first == root.end();
}

/// The entry of a folder that differs from `name` in case, width or normal form alone; else the nearest one.
std::optional<std::string> near_entry(const fs::path& folder, const std::string& name, bool& is_same) {
    const std::string folded_name = nfkc_casefold(name);
    std::vector<std::string> entries;
    std::error_code error;
    fs::directory_iterator iterator(folder, error);
    for (; !error && iterator != fs::directory_iterator() && entries.size() < entries_max;
         iterator.increment(error))
        entries.push_back(iterator->path().filename().string());
    std::sort(entries.begin(), entries.end());  // the system's order is no order
    std::optional<std::string> best;
    std::size_t best_distance = std::min<std::size_t>(4, utf32(name).size() / 3 + 2);
    for (const std::string& entry : entries) {
        if (first_invalid_utf8(entry)) continue;
        if (nfkc_casefold(entry) == folded_name) {
            is_same = true;
            return entry;
        }
        const std::size_t distance = edit_distance(nfkc_casefold(entry), folded_name, best_distance);
        if (distance < best_distance) best = entry, best_distance = distance;
    }
    return best;
}

/// Walks down as far as names fit, then by the nearest names.
std::string nearest_path(const fs::path& root, const std::vector<std::string>& parts, std::string_view report,
                         bool rooted) {
    fs::path at = root;
    std::vector<std::string> found;
    for (const std::string& part : parts) {
        std::error_code error;
        bool same = fs::exists(fs::symlink_status(at / part, error));
        std::string entry = part;
        if (!same) {
            const auto near = near_entry(at, part, same);
            if (!near) return {};
            entry = *near;
        }
        at /= entry;
        found.push_back(entry);
        // A folder that is only a little like the one asked for leads nowhere.
        if (!same && found.size() < parts.size()) return {};
    }
    std::string path = joined(found);
    if (rooted) return "/" + path;
    const std::string prefix = report.empty() ? std::string() : std::string(report) + "/";
    return path.starts_with(prefix) ? path.substr(prefix.size()) : "/" + path;
}

std::string report_inside(const Folders& folders) {
    const fs::path relative = fs::path(folders.report)
                                  .lexically_normal()
                                  .lexically_relative(fs::path(folders.root).lexically_normal());
    const std::string inside = relative.generic_string();
    return inside == "." || inside.starts_with("..") ? std::string() : inside;
}

/// The file itself, after all links: inside the root, and a regular file.
PicturePath opened(const fs::path& root, std::string inside) {
    PicturePath found;
    std::error_code error;
    const fs::path real = fs::canonical(root / inside, error);
    if (error || !fs::is_regular_file(real, error))
        found.fault = PathFault::missing;
    else if (!is_inside(real, fs::canonical(root, error)))
        found.fault = PathFault::outside;
    if (found.fault != PathFault::none) return found;
    found.absolute = real.string();
    found.inside = std::move(inside);
    return found;
}

}  // namespace

PicturePath picture_path(std::string_view typed, const Folders& folders) {
    PicturePath found;
    if (has_scheme(typed)) {
        found.fault = is_web(typed) ? PathFault::remote : PathFault::outside;
        return found;
    }
    std::string path(typed.substr(0, path_bytes_max));
    if (path.find('\0') != std::string::npos || typed.size() > path_bytes_max) path.clear();
    const bool rooted = path.starts_with('/');
    const std::string report = report_inside(folders);
    const fs::path root = folders.root;
    const auto attempt = [&](const std::string& candidate) {
        const auto parts = folded(rooted ? "" : report, candidate);
        if (!parts) return PicturePath{PathFault::outside, {}, {}, {}};
        return opened(root, joined(*parts));
    };
    found = attempt(path);
    // /image/a.png of a site that is one folder of the collection among others: its root is above the report.
    if (rooted && found.fault == PathFault::missing)
        for (fs::path above = report; !above.empty(); above = above.parent_path())
            if (const auto parts = folded(above.generic_string(), path))
                if (PicturePath nearer = opened(root, joined(*parts)); nearer.fault == PathFault::none)
                    return nearer;
    // A web page's ?query or #fragment, and Windows' separators, are not part of a file's name, unless they
    // are.
    if (found.fault == PathFault::missing && path.find_first_of("?#") != std::string::npos)
        if (const PicturePath shorter = attempt(path.substr(0, path.find_first_of("?#")));
            shorter.fault == PathFault::none)
            return shorter;
    if (found.fault == PathFault::missing && path.find('\\') != std::string::npos) {
        std::string slashes = path;
        std::replace(slashes.begin(), slashes.end(), '\\', '/');
        if (const PicturePath turned = attempt(slashes); turned.fault == PathFault::none) return turned;
    }
    if (found.fault != PathFault::missing) return found;
    if (const auto parts = folded(rooted ? "" : report, path); parts && !parts->empty())
        found.nearest = nearest_path(root, *parts, report, rooted);
    return found;
}

}  // namespace hanqing
