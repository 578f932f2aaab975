// SPDX-License-Identifier: Apache-2.0
// The language of a report that does not say it: told from its letters.
#include "style/apply.hpp"

#include "base/unicode.hpp"

namespace hanqing {
namespace {

/// Frequent characters that only one of the two Chinese scripts writes (of the hundred commonest words).
constexpr std::u32string_view traditional_only =
    U"這個們來時說為會國學對過還後無開關長問點實發經機電員從應當動進與業產現種將區體數據層經級軟網頁項條審議"
    U"該際際處報續單據專";
constexpr std::u32string_view simplified_only =
    U"这个们来时说为会国学对过还后无开关长问点实发经机电员从应当动进与业产现种将区体数据层经级软网页项条审议"
    U"该际际处报续单据专";

constexpr std::u32string_view chinese_particles = U"的这這了们們吗嗎";

struct Letters {
    std::size_t han = 0, kana = 0, hangul = 0, latin = 0, traditional = 0, simplified = 0;
    std::size_t particles = 0;  ///< 的 这 了: no Chinese text is without, and no Japanese one has them.
};

void count(Letters& letters, char32_t c) {
    if (c < 0x80) {
        letters.latin += (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') ? 1U : 0U;
    } else if (is_kana(c)) {
        ++letters.kana;
    } else if (is_hangul(c)) {
        ++letters.hangul;
    } else if (is_han(c)) {
        ++letters.han;
        letters.particles += chinese_particles.find(c) != std::u32string_view::npos ? 1U : 0U;
        const bool traditional = traditional_only.find(c) != std::u32string_view::npos;
        const bool simplified = simplified_only.find(c) != std::u32string_view::npos;
        letters.traditional += traditional && !simplified ? 1U : 0U;
        letters.simplified += simplified && !traditional ? 1U : 0U;
    }
}

/// Enough to be sure; a long report is not read twice.
constexpr std::size_t letters_max = 20'000;

}  // namespace

Language guess_language(const Document& document) {
    Letters letters;
    std::size_t seen = 0;
    for (const Block& block : document.blocks) {
        if (block.kind == BlockKind::code || block.kind == BlockKind::html) continue;
        for (std::size_t at = 0; at < block.text.utf8.size() && seen < letters_max; ++seen)
            count(letters, next_code_point(block.text.utf8, at));
    }
    if (letters.hangul > letters.han && letters.hangul * 4 > letters.latin) return Language::ko;
    // Tables of accounts have hardly a kana: there it is enough that no Chinese particle is about.
    const bool few_but_sure = letters.kana * 50 > letters.han && letters.particles * 4 < letters.kana;
    if (letters.kana > 3 && (letters.kana * 8 > letters.han || few_but_sure)) return Language::ja;
    if (letters.han * 12 < letters.latin) return Language::en;  // a Latin word takes the room of three Han
    return letters.traditional > letters.simplified ? Language::zh_hant_tw : Language::zh_hans;
}

}  // namespace hanqing
