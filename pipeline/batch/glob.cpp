// SPDX-License-Identifier: Apache-2.0
// Glob matching: names by the greedy star (backtracking only to the last one), folders by a table.
#include "batch/glob.hpp"

#include "base/unicode.hpp"

#include <string>
#include <vector>

namespace hanqing {
namespace {

std::vector<std::u32string> split(std::string_view path) {
    std::vector<std::u32string> names;
    std::size_t begin = 0;
    while (begin <= path.size()) {
        const std::size_t end = std::min(path.find('/', begin), path.size());
        if (end > begin) names.push_back(utf32(path.substr(begin, end - begin)));
        begin = end + 1;
    }
    return names;
}

/// One bracket at `at` ('['); moves past it. A bracket that is never closed is an ordinary character.
bool class_holds(std::u32string_view pattern, std::size_t& at, char32_t c) {
    const bool negated = at + 1 < pattern.size() && (pattern[at + 1] == U'!' || pattern[at + 1] == U'^');
    const std::size_t first = at + (negated ? 2 : 1);
    const std::size_t close = pattern.find(U']', first + 1);
    if (close == std::u32string_view::npos) return pattern[at++] == c;
    bool held = false;
    for (std::size_t i = first; i < close; ++i) {
        const bool range = i + 2 < close && pattern[i + 1] == U'-';
        held = held || (range ? pattern[i] <= c && c <= pattern[i + 2] : pattern[i] == c);
        if (range) i += 2;
    }
    at = close + 1;
    return held != negated;
}

bool one_fits(std::u32string_view pattern, std::size_t& at, char32_t c) {
    if (pattern[at] == U'?') return ++at, true;
    if (pattern[at] == U'[') return class_holds(pattern, at, c);
    return pattern[at++] == c;
}

bool name_fits(std::u32string_view pattern, std::u32string_view name) {
    std::size_t p = 0;
    std::size_t n = 0;
    std::size_t star = std::u32string_view::npos;
    std::size_t taken = 0;
    while (n < name.size()) {
        if (p < pattern.size() && pattern[p] == U'*') {
            star = ++p;
            taken = n;
            continue;
        }
        std::size_t next = p;
        if (p < pattern.size() && one_fits(pattern, next, name[n])) {
            p = next;
            ++n;
        } else if (star != std::u32string_view::npos) {
            p = star;
            n = ++taken;
        } else {
            return false;
        }
    }
    while (p < pattern.size() && pattern[p] == U'*') ++p;
    return p == pattern.size();
}

}  // namespace

bool matches(std::string_view pattern, std::string_view path) {
    const bool bound = pattern.find('/') < pattern.size() - (pattern.empty() ? 0 : 1);
    std::vector<std::u32string> wanted = split(pattern.substr(0, 2) == "./" ? pattern.substr(2) : pattern);
    const std::vector<std::u32string> names = split(path);
    if (wanted.empty()) return false;
    if (!bound) wanted.insert(wanted.begin(), U"**");
    // reached[i]: the pattern so far fits the first i names.
    std::vector<bool> reached(names.size() + 1, false);
    reached[0] = true;
    for (const std::u32string& part : wanted) {
        std::vector<bool> next(names.size() + 1, false);
        for (std::size_t i = 0; i <= names.size(); ++i) {
            if (part == U"**")
                next[i] = reached[i] || (i > 0 && next[i - 1]);
            else
                next[i] = i > 0 && reached[i - 1] && name_fits(part, names[i - 1]);
        }
        reached = std::move(next);
    }
    for (const bool fits : reached)
        if (fits) return true;  // a folder above fits, or the path itself
    return false;
}

}  // namespace hanqing
