// SPDX-License-Identifier: Apache-2.0
// Faces and glyph sets into font programs: from the stage-1 face where one holds all glyphs, else from the
// whole face, with the same bytes.
#include "embed/subset.hpp"

#include "base/digest.hpp"
#include "base/parts.hpp"
#include "embed/deflate.hpp"
#include "embed/font_program.hpp"
#include "embed/reachable.hpp"

#include <algorithm>
#include <cassert>
#include <deque>
#include <map>
#include <mutex>

namespace hanqing {

namespace {

/// Results kept for repeated glyph sets (the same letterhead in 200 reports, `watch`): old ones go first, so
/// that memory does not grow with the number of reports.
constexpr std::size_t kept_bytes_max = 4U << 20;

/// A face reduced to all that a batch may want, and where its glyphs went.
struct Stage1 {
    OwnedFace face;
    std::vector<std::uint16_t> renumbered;  ///< By glyph of the whole face; 0: not there.
};

std::string glyph_bytes(const Face& face, const std::vector<std::uint16_t>& glyphs) {
    std::string bytes(reinterpret_cast<const char*>(face.identity.bytes.data()), face.identity.bytes.size());
    for (const std::uint16_t g : glyphs) {
        bytes += static_cast<char>(g >> 8);
        bytes += static_cast<char>(g & 0xFF);
    }
    return bytes;
}

/// ISO 32000-1, 9.6.4: six upper-case letters, another one for another subset.
std::string tag_from(const Digest& digest) {
    std::string tag;
    for (std::size_t i = 0; i < 6; ++i) tag += static_cast<char>('A' + digest.bytes[i] % 26);
    return tag;
}

}  // namespace

struct Subsets::State {
    explicit State(const Fonts& f) : fonts(&f) {}

    const Fonts* fonts;
    std::map<FaceId, Stage1> prepared;  ///< Unchanged once work has begun.
    std::mutex mutex;                   ///< Of all below.
    std::map<Digest, Subset> kept;
    std::deque<Digest> kept_order;
    std::size_t kept_bytes = 0;

    std::map<FaceId, OwnedFace> bare;

    hb_face_t* bare_of(FaceId id);
    ReducedFace reduced(FaceId id, const std::vector<std::uint16_t>& glyphs);
    Subset made(FaceId id, const std::vector<std::uint16_t>& glyphs, const Digest& key);
    void keep(const Digest& key, const Subset& subset);
};

hb_face_t* Subsets::State::bare_of(FaceId id) {
    hb_face_t* const whole = fonts->face(id).face;
    const std::lock_guard lock(mutex);
    OwnedFace& face = bare[id];
    if (!face) face = bare_face(whole);
    return face.get();
}

ReducedFace Subsets::State::reduced(FaceId id, const std::vector<std::uint16_t>& glyphs) {
    const auto found = prepared.find(id);
    if (found == prepared.end()) return reduce(bare_of(id), glyphs);
    std::vector<std::uint16_t> there;
    there.reserve(glyphs.size());
    for (const std::uint16_t g : glyphs) {
        const std::uint16_t mapped = found->second.renumbered[g];
        if (mapped == 0) return reduce(bare_of(id), glyphs);
        there.push_back(mapped);
    }
    return reduce(found->second.face.get(), there);
}

Subset Subsets::State::made(FaceId id, const std::vector<std::uint16_t>& glyphs, const Digest& key) {
    const Face& face = fonts->face(id);
    const ReducedFace small = reduced(id, glyphs);
    const std::string program = small.face ? font_program(small, face.outlines) : std::string();
    if (program.empty()) throw Failure("font-subset", {face.postscript_name});
    Subset subset;
    subset.tag = tag_from(key);
    subset.program_size = program.size();
    subset.program = std::make_shared<const std::string>(deflate(program));
    subset.codes.reserve(glyphs.size());
    for (std::size_t i = 0; i < glyphs.size(); ++i) {
        const std::uint16_t g = glyphs[i];
        const std::uint32_t width = (fonts->advance(id, g) * 1000U + face.upem / 2) / face.upem;
        subset.codes.push_back({g, small.renumbered[i], static_cast<std::uint16_t>(width)});
    }
    return subset;
}

void Subsets::State::keep(const Digest& key, const Subset& subset) {
    const std::lock_guard lock(mutex);
    if (!kept.try_emplace(key, subset).second) return;
    kept_order.push_back(key);
    kept_bytes += subset.program->size();
    while (kept_bytes > kept_bytes_max && kept_order.size() > 1) {
        const auto oldest = kept.find(kept_order.front());
        kept_bytes -= oldest->second.program->size();
        kept.erase(oldest);
        kept_order.pop_front();
    }
}

Subsets::Subsets(const Fonts& fonts) : state_(std::make_unique<State>(fonts)) {}
Subsets::~Subsets() = default;
Subsets::Subsets(Subsets&&) noexcept = default;
Subsets& Subsets::operator=(Subsets&&) noexcept = default;

void Subsets::prepare(const std::vector<std::pair<FaceId, std::vector<char32_t>>>& wanted) {
    std::vector<Stage1> stages(wanted.size());
    for_each_part(wanted.size(), [&](std::size_t part) {
        const auto& [id, characters] = wanted[part];
        const std::vector<std::uint16_t> glyphs = reachable_glyphs(state_->fonts->face(id), characters);
        ReducedFace reduced = reduce(state_->bare_of(id), glyphs);
        Stage1& stage = stages[part];
        stage.face = std::move(reduced.face);
        stage.renumbered.assign(65536, 0);
        if (!stage.face) return;
        for (std::size_t i = 0; i < glyphs.size(); ++i) stage.renumbered[glyphs[i]] = reduced.renumbered[i];
    });
    for (std::size_t i = 0; i < wanted.size(); ++i)
        if (stages[i].face)  // else subset() takes the whole face and names it if that fails too
            state_->prepared.insert_or_assign(wanted[i].first, std::move(stages[i]));
}

Subset Subsets::subset(FaceId face, const std::vector<std::uint16_t>& glyphs) const {
    assert(std::is_sorted(glyphs.begin(), glyphs.end()) && (glyphs.empty() || glyphs.front() != 0));
    const Digest key = sha256(glyph_bytes(state_->fonts->face(face), glyphs));
    {
        const std::lock_guard lock(state_->mutex);
        const auto found = state_->kept.find(key);
        if (found != state_->kept.end()) return found->second;
    }
    Subset subset = state_->made(face, glyphs, key);
    state_->keep(key, subset);
    return subset;
}

}  // namespace hanqing
