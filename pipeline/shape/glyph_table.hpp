// SPDX-License-Identifier: Apache-2.0
// Code point to glyph, remembered: the face's own table is searched once for each character.
#pragma once

#include <array>
#include <atomic>
#include <cstdint>

namespace hanqing {

/// Pages of 256 entries, made when first needed. Any number of threads may read and write: an entry is one
/// word, and all who write it write the same.
class GlyphTable {
public:
    GlyphTable() = default;
    ~GlyphTable() {
        Pages* const pages = pages_.load(std::memory_order_relaxed);
        if (pages == nullptr) return;
        for (auto& page : *pages) delete page.load(std::memory_order_relaxed);
        delete pages;
    }
    GlyphTable(const GlyphTable&) = delete;
    GlyphTable& operator=(const GlyphTable&) = delete;

    /// `look_up(c)` gives the glyph, 0 for none; called the first time. Requires: c <= U+10FFFF.
    template <class LookUp>
    std::uint16_t glyph(char32_t c, const LookUp& look_up) {
        std::atomic<std::uint32_t>& entry = page(c >> 8U)[c & 0xFFU];
        std::uint32_t value = entry.load(std::memory_order_relaxed);
        if (value == 0) {
            value = known | look_up(c);
            entry.store(value, std::memory_order_relaxed);
        }
        return static_cast<std::uint16_t>(value);
    }

private:
    static constexpr std::uint32_t known = 0x10000;
    using Page = std::array<std::atomic<std::uint32_t>, 256>;

    using Pages = std::array<std::atomic<Page*>, 0x1100>;

    /// What the slot points to; made now when nobody has.
    template <class T>
    static T& made(std::atomic<T*>& slot) {
        T* found = slot.load(std::memory_order_acquire);
        if (found != nullptr) return *found;
        T* const fresh = new T{};
        if (slot.compare_exchange_strong(found, fresh, std::memory_order_acq_rel)) return *fresh;
        delete fresh;
        return *found;
    }

    Page& page(char32_t number) { return made(made(pages_)[number]); }

    std::atomic<Pages*> pages_{nullptr};  ///< Most faces of a machine are opened for their name alone.
};

}  // namespace hanqing
