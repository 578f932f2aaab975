// SPDX-License-Identifier: Apache-2.0
// Making keys.
#include "batch/keys.hpp"

#include "batch/fingerprint.hpp"
#include "batch/program.hpp"

#include <algorithm>
#include <optional>

namespace hanqing {
namespace {

/// "a/../b/./c" -> "b/c"; nothing when it leads out of the collection.
std::optional<std::string> plain(const std::string& path) {
    std::vector<std::string> names;
    std::size_t begin = 0;
    while (begin <= path.size()) {
        const std::size_t end = std::min(path.find('/', begin), path.size());
        const std::string name = path.substr(begin, end - begin);
        begin = end + 1;
        if (name.empty() || name == ".") continue;
        if (name != "..")
            names.push_back(name);
        else if (names.empty())
            return std::nullopt;
        else
            names.pop_back();
    }
    std::string out;
    for (const std::string& name : names) out += (out.empty() ? "" : "/") + name;
    return out.empty() ? std::nullopt : std::optional(out);
}

}  // namespace

Digest base_of(const Collection& collection, const std::string& source, const Digest& source_digest,
               const Record* nearer) {
    const Settings& settings = collection.settings;
    Fingerprint base("base 1");
    base.add(program().digest).add(std::string_view(source)).add(source_digest);
    base.add(std::uint64_t{settings.a2a}).add(std::uint64_t{settings.limits.pages});
    base.add(std::string_view(settings.output_name));
    for (const std::string& folder : settings.sources) base.add(std::string_view(folder));
    if (nearer != nullptr) base.add(*nearer);
    for (const Record* record : farther_records(collection, source)) base.add(*record);
    return base.finish();
}

Digest key_of(const Digest& base, const std::string& style, const std::vector<UsedImage>& images,
              Workshop& workshop) {
    try {
        Fingerprint key("key 1");
        key.add(base).add(workshop.sheet(style).digest).add(workshop.fonts_digest(style));
        for (const UsedImage& image : images) key.add(std::string_view(image.path)).add(image.digest);
        return key.finish();
    } catch (const Failure&) {
        return {};
    }
}

std::vector<UsedImage> images_now(const Collection& collection, const std::vector<UsedImage>& images,
                                  KnownDigests& known) {
    std::vector<UsedImage> now;
    for (const UsedImage& image : images)
        now.push_back({image.path, known.digest(collection.absolute(image.path)).value_or(Digest{})});
    return now;
}

std::vector<UsedImage> images_asked_for(const Document& document, const std::string& source,
                                        std::vector<UsedImage> found) {
    const auto slash = source.rfind('/');
    const std::string folder = slash == std::string::npos ? "" : source.substr(0, slash + 1);
    for (const ImageReference& image : document.images) {
        if (image.path.find("://") != std::string::npos || image.path.starts_with("data:")) continue;
        const auto path = plain(image.path.starts_with('/') ? image.path : folder + image.path);
        if (!path) continue;
        const auto same = [&](const UsedImage& used) { return used.path == *path; };
        if (std::none_of(found.begin(), found.end(), same)) found.push_back({*path, {}});
    }
    std::sort(found.begin(), found.end(),
              [](const UsedImage& a, const UsedImage& b) { return a.path < b.path; });
    return found;
}

}  // namespace hanqing
