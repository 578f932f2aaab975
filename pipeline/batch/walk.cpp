// SPDX-License-Identifier: Apache-2.0
// Walking the folders without recursion; nothing is opened here but folders.
#include "batch/walk.hpp"

#include "base/unicode.hpp"
#include "batch/glob.hpp"

#include <boost/filesystem.hpp>

#include <algorithm>

namespace hanqing {
namespace {

namespace fs = boost::filesystem;

struct Folder {
    std::string path;  ///< Below the root; empty: the root.
    std::size_t depth = 0;
};

std::string joined(const std::string& folder, const std::string& name) {
    return folder.empty() ? name : folder + "/" + name;
}

/// What nobody means as a report: hidden files, ours, and what office programs and other systems leave
/// behind.
bool is_passed_over(std::string_view name) {
    return name.front() == '.' || name.front() == '_' || name.starts_with("~$") || name == "Thumbs.db";
}

/// Bytes that are not UTF-8 as \xHH, for the message.
std::string escaped(std::string_view name) {
    std::string out;
    for (const char c : name) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x80)
            out += c;
        else
            out += std::string("\\x") + "0123456789ABCDEF"[byte >> 4U] + "0123456789ABCDEF"[byte & 15U];
    }
    return out;
}

class Walk {
public:
    Walk(std::string root, const Settings& settings) : root_(std::move(root)), settings_(settings) {}

    Listing run() {
        for (const std::string& source : settings_.sources) begin(source);
        while (!folders_.empty()) {
            const Folder folder = std::move(folders_.back());
            folders_.pop_back();
            enter(folder);
        }
        for (auto* list : {&listing_.reports, &listing_.defaults}) {
            std::sort(list->begin(), list->end());
            list->erase(std::unique(list->begin(), list->end()), list->end());
        }
        std::sort(listing_.findings.begin(), listing_.findings.end(),
                  [](const Finding& a, const Finding& b) { return a.file < b.file; });
        return std::move(listing_);
    }

private:
    void tell(Weight weight, const std::string& path, std::string id,
              std::vector<std::string> arguments = {}) {
        listing_.findings.push_back({weight, path, 0, 0, std::move(id), std::move(arguments), 0});
    }

    void begin(const std::string& source) {
        const std::string path = source == "." ? "" : source;
        boost::system::error_code error;
        const fs::file_status status = fs::status(joined(root_, path), error);
        if (fs::is_directory(status))
            folders_.push_back({path, 0});
        else if (fs::is_regular_file(status))
            listing_.reports.push_back(path);
        else
            tell(Weight::error, source, "source-folder-missing", {source});
        add_defaults_above(path);
    }

    /// `_defaults.yaml` above a source folder holds for it too.
    void add_defaults_above(std::string path) {
        while (!path.empty()) {
            const auto slash = path.rfind('/');
            path = slash == std::string::npos ? "" : path.substr(0, slash);
            const std::string file = joined(path, "_defaults.yaml");
            boost::system::error_code error;
            if (fs::is_regular_file(fs::status(joined(root_, file), error)))
                listing_.defaults.push_back(file);
        }
    }

    void enter(const Folder& folder) {
        boost::system::error_code error;
        fs::directory_iterator at(folder.path.empty() ? root_ : joined(root_, folder.path), error);
        if (error) return tell(Weight::error, folder.path, "folder-unreadable", {error.message()});
        for (; at != fs::directory_iterator(); at.increment(error)) {
            if (error) return tell(Weight::error, folder.path, "folder-unreadable", {error.message()});
            take(folder, *at);
        }
        if (error) tell(Weight::error, folder.path, "folder-unreadable", {error.message()});
    }

    void take(const Folder& folder, const fs::directory_entry& entry) {
        const std::string name = entry.path().filename().string();
        const std::string path = joined(folder.path, name);
        boost::system::error_code error;
        const fs::file_status status = entry.symlink_status(error);
        if (name == "_defaults.yaml" && fs::is_regular_file(status)) {
            listing_.defaults.push_back(path);
            return;
        }
        const bool is_folder = fs::is_directory(status);
        if (is_passed_over(name) || (!is_folder && !is_markdown(name) && !fs::is_symlink(status))) return;
        if (first_invalid_utf8(name)) {
            if (is_folder || is_markdown(name))
                tell(Weight::error, escaped(path), "name-not-utf8", {escaped(name)});
            return;
        }
        if (is_excluded(path)) return;
        if (path.size() > path_bytes_max || root_.size() + path.size() > path_bytes_max)
            return tell(Weight::error, path, "path-too-long", {std::to_string(path_bytes_max)});
        if (fs::is_symlink(status)) return take_link(path);
        if (is_folder) return descend(folder, path);
        if (!fs::is_regular_file(status)) return tell(Weight::error, path, "not-a-file", {path});
        listing_.reports.push_back(path);
    }

    bool is_excluded(const std::string& path) const {
        if (path == settings_.output || path == settings_.archive) return true;
        return std::any_of(settings_.exclude.begin(), settings_.exclude.end(),
                           [&](const std::string& pattern) { return matches(pattern, path); });
    }

    void descend(const Folder& above, const std::string& path) {
        if (above.depth + 1 > folder_depth_max)
            return tell(Weight::error, path, "folders-too-deep", {std::to_string(folder_depth_max)});
        folders_.push_back({path, above.depth + 1});
    }

    /// A link to a file of the collection is that file under another name; nothing else is followed.
    void take_link(const std::string& path) {
        boost::system::error_code error;
        const fs::path target = fs::canonical(joined(root_, path), error);
        if (error) {
            if (is_markdown(path)) tell(Weight::warning, path, "link-broken");
            return;
        }
        const bool is_folder = fs::is_directory(target, error);
        if (!is_folder && !is_markdown(path)) return;
        if (target.string() != root_ && !target.string().starts_with(root_ + "/"))
            return tell(Weight::warning, path, "link-outside", {target.string()});
        if (is_folder) return tell(Weight::warning, path, "link-to-folder");
        if (!fs::is_regular_file(target, error)) return tell(Weight::error, path, "not-a-file", {path});
        listing_.reports.push_back(path);
    }

    std::string root_;
    const Settings& settings_;
    std::vector<Folder> folders_;
    Listing listing_;
};

}  // namespace

bool is_markdown(std::string_view path) {
    const auto dot = path.rfind('.');
    if (dot == std::string_view::npos) return false;
    std::string ending(path.substr(dot + 1));
    for (char& c : ending)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return ending == "md" || ending == "markdown";
}

Listing walk(const std::string& root, const Settings& settings) { return Walk(root, settings).run(); }

}  // namespace hanqing
