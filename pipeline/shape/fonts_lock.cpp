// SPDX-License-Identifier: Apache-2.0
// fonts.lock: which face served which role of which sheet, so that a later build sees that another one does.
#include "shape/fonts.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace hanqing {
namespace {

struct LockLine {
    std::string role, language, name, version, identity;
};

/// Two sheets may give one role different faces, so that a role is known by its sheet.
std::vector<LockLine> lines_of(const Fonts& fonts, std::string_view sheet, const std::vector<FaceRole>& roles,
                               Language language) {
    std::vector<LockLine> lines;
    for (const FaceRole& role : roles) {
        const Fonts::RoleFaces& faces = fonts.faces_of(role, language);
        const auto add = [&](std::string_view script, FaceId id) {
            const Face& face = fonts.face(id);
            lines.push_back({std::string(sheet) + ":" + role.name + "." + std::string(script),
                             std::string(tag_of(language)), face.postscript_name, face.version,
                             hex(face.identity)});
        };
        add("han", faces.han);
        if (faces.latin != faces.han) add("latin", faces.latin);
        if (faces.digits != faces.latin) add("digits", faces.digits);
    }
    return lines;
}

/// Fields are parted by tabs, since versions have blanks in them.
std::vector<std::string> fields(std::string_view line) {
    std::vector<std::string> parts;
    while (true) {
        const std::size_t tab = line.find('\t');
        parts.emplace_back(line.substr(0, tab));
        if (tab == std::string_view::npos) return parts;
        line.remove_prefix(tab + 1);
    }
}

std::vector<LockLine> parsed(std::string_view lock) {
    std::vector<LockLine> lines;
    while (!lock.empty()) {
        const std::size_t end = lock.find('\n');
        std::string_view line = lock.substr(0, end);
        lock.remove_prefix(end == std::string_view::npos ? lock.size() : end + 1);
        if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
        if (line.empty() || line.front() == '#') continue;
        std::vector<std::string> part = fields(line);
        part.resize(5);
        lines.push_back({part[0], part[1], part[2], part[3], part[4]});
    }
    return lines;
}

std::string text_of(const std::vector<LockLine>& lines) {
    std::string text;
    for (const LockLine& l : lines)
        text += l.role + "\t" + l.language + "\t" + l.name + "\t" + l.version + "\t" + l.identity + "\n";
    return text;
}

bool same_role(const LockLine& a, const LockLine& b) { return a.role == b.role && a.language == b.language; }

}  // namespace

std::string fonts_lock(const Fonts& fonts, std::string_view sheet, const std::vector<FaceRole>& roles,
                       Language language) {
    return text_of(lines_of(fonts, sheet, roles, language));
}

void compare_with_lock(const Fonts& fonts, std::string_view sheet, const std::vector<FaceRole>& roles,
                       Language language, std::string_view lock, Notes& notes) {
    const std::vector<LockLine> locked = parsed(lock);
    for (const LockLine& now : lines_of(fonts, sheet, roles, language))
        for (const LockLine& then : locked)
            if (same_role(then, now) && then.identity != now.identity)
                notes.warning(
                    {}, "font-changed",
                    {now.role, then.name + " (" + then.version + ")", now.name + " (" + now.version + ")"});
}

std::string completed_lock(std::string_view lock, std::string_view now) {
    std::vector<LockLine> lines = parsed(lock);
    // Lines without a sheet are of no use: nothing is compared with them.
    std::erase_if(lines, [](const LockLine& l) { return l.role.find(':') == std::string::npos; });
    for (LockLine& line : parsed(now))
        if (std::none_of(lines.begin(), lines.end(), [&](const LockLine& l) { return same_role(l, line); }))
            lines.push_back(std::move(line));
    return text_of(lines);
}

}  // namespace hanqing
