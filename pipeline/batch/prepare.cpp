// SPDX-License-Identifier: Apache-2.0
// Choosing faces for code points as `shape` will: Han face, Latin face, then the first fallback that has it.
#include "batch/prepare.hpp"

#include <map>
#include <set>

namespace hanqing {
namespace {

/// Beyond what sources hold: digits, punctuation and the words that sheets add (目录, 第…页, 图, 表, months).
constexpr std::u32string_view always =
    U"0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ .,:;-–—·…()[]/%"
    U"〇零一二三四五六七八九十百千年月日第页共目录图表续附件章节（）、。：《》";

class Wanted {
public:
    explicit Wanted(const Fonts& fonts) : fonts_(fonts) {}

    void add(const FaceRole& role, Language language, const std::vector<char32_t>& code_points) {
        const Fonts::RoleFaces& faces = fonts_.faces_of(role, language);
        std::vector<char32_t> rest;
        for (const char32_t c : code_points) {
            bool found = false;
            for (const FaceId id : {faces.han, faces.latin, faces.digits}) found = take(id, c) || found;
            if (!found) rest.push_back(c);
        }
        for (const char32_t c : rest)
            for (const FaceId id : faces.fallback)
                if (take(id, c)) break;
    }

    std::vector<std::pair<FaceId, std::vector<char32_t>>> all() const {
        std::vector<std::pair<FaceId, std::vector<char32_t>>> list;
        for (const auto& [id, set] : by_face_)
            list.emplace_back(id, std::vector<char32_t>(set.begin(), set.end()));
        return list;
    }

private:
    bool take(FaceId id, char32_t c) {
        if (id == no_face || !fonts_.has(id, c)) return false;
        by_face_[id].insert(c);
        return true;
    }

    const Fonts& fonts_;
    std::map<FaceId, std::set<char32_t>> by_face_;
};

}  // namespace

void prepare_subsets(const Plan& plan, Workshop& workshop) {
    if (plan.order.size() < prepare_reports_min) return;
    std::set<std::string> styles;
    std::set<Language> languages;
    for (const std::size_t i : plan.order) {
        styles.insert(plan.reports[i].style);
        languages.insert(plan.reports[i].language);
    }
    std::vector<char32_t> code_points = plan.code_points;
    code_points.insert(code_points.end(), always.begin(), always.end());
    Wanted wanted(workshop.fonts());
    for (const std::string& style : styles) {
        try {
            for (const Language language : languages)
                for (const FaceRole& role : workshop.sheet(style).in(language).roles)
                    wanted.add(role, language, code_points);
        } catch (const Failure&) {
            continue;  // each of its reports will say so
        }
    }
    workshop.subsets().prepare(wanted.all());
}

}  // namespace hanqing
