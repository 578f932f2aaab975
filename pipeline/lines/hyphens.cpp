// SPDX-License-Identifier: Apache-2.0
// libhyphen behind one function. The patterns are read once and only read afterwards, by all threads.
#include "lines/hyphens.hpp"

#include <hyphen.h>

#include <cstdlib>
#include <memory>
#include <string>

namespace hanqing {
namespace {

constexpr const char* patterns_file = "/usr/share/hyphen/hyph_en_US.dic";
constexpr std::size_t least_before = 2, least_after = 3;

struct Release {
    void operator()(HyphenDict* dictionary) const { hnj_hyphen_free(dictionary); }
};
using Dictionary = std::unique_ptr<HyphenDict, Release>;

HyphenDict* dictionary() {
    static const Dictionary loaded(hnj_hyphen_load(patterns_file));
    return loaded.get();
}

std::string lower(std::string_view word) {
    std::string out;
    for (const char c : word) out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return out;
}

}  // namespace

std::vector<std::size_t> hyphenation_points(std::string_view word) {
    std::vector<std::size_t> points;
    if (word.size() < shortest_hyphenated || dictionary() == nullptr) return points;
    const std::string text = lower(word);
    std::string marks(text.size() + 5, '\0');  // libhyphen writes up to five bytes past the word
    char** replacements = nullptr;
    int* positions = nullptr;
    int* cuts = nullptr;
    const int failed = hnj_hyphen_hyphenate2(dictionary(), text.c_str(), static_cast<int>(text.size()),
                                             marks.data(), nullptr, &replacements, &positions, &cuts);
    // Odd digits allow a cut after their letter; replacements (of other languages' patterns) are not
    // followed.
    for (std::size_t i = least_before; failed == 0 && i + least_after <= text.size(); ++i) {
        const bool replaced = replacements != nullptr && replacements[i - 1] != nullptr;
        if ((marks[i - 1] & 1) != 0 && !replaced) points.push_back(i);
    }
    for (std::size_t i = 0; replacements != nullptr && i < text.size(); ++i) std::free(replacements[i]);
    std::free(replacements);
    std::free(positions);
    std::free(cuts);
    return points;
}

}  // namespace hanqing
