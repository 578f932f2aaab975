// SPDX-License-Identifier: Apache-2.0
// Digests on all cores. SM3 takes three fifths of the time (2.84 s a GB), so splitting by algorithm alone
// gives 1.7 on any number of cores: small files are one task each, large ones a lane for each algorithm.
#include "archive/digesting.hpp"

#include <tbb/task_group.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <deque>
#include <mutex>
#include <utility>

namespace hanqing {
namespace {

/// Up to this size one task digests a file by every algorithm while it lies in the cache.
constexpr std::uint64_t small_bytes = 256 * 1024;

/// A hasher and where its result goes.
struct Running {
    Hasher hasher;
    std::string* result;
};

/// Pieces of one file in order, digested by one task at a time.
struct Lane {
    std::vector<Running> hashers;
    std::mutex mutex;
    std::deque<std::string_view> pieces;
    bool busy = false, ended = false;

    /// Whether a task has to be started for the piece.
    bool push(std::string_view piece, bool last) {
        const std::lock_guard lock(mutex);
        if (!piece.empty()) pieces.push_back(piece);
        ended = ended || last;
        return !std::exchange(busy, true);
    }

    void drain() {
        for (;;) {
            std::string_view piece;
            {
                const std::lock_guard lock(mutex);
                if (pieces.empty()) {
                    if (ended) finish();
                    busy = false;
                    return;
                }
                piece = pieces.front();
                pieces.pop_front();
            }
            for (Running& running : hashers) running.hasher.update(piece);
        }
    }

    void finish() {
        for (Running& running : hashers) *running.result = running.hasher.finish();
        hashers.clear();
    }
};

struct File {
    std::vector<std::string> results;
    std::vector<std::shared_ptr<Lane>>
        lanes;  ///< Tasks hold their lane too: the file may end before they do.
};

}  // namespace

struct Digesting::State {
    struct Window {
        std::vector<std::unique_ptr<char[]>> blocks;
        std::size_t block = 0, used = 0;
        tbb::task_group tasks;
    };
    std::array<Window, 2> windows;
    std::size_t current = 0;
    std::deque<File> files;  // a deque keeps addresses

    Window& window() { return windows[current]; }

    /// Every task that touches the older window's bytes was started in it or before it (a lane that is idle
    /// has no pieces), so waiting for the older group frees the older blocks while the newer ones are still
    /// digested.
    void turn() {
        current = 1 - current;
        window().tasks.wait();
        window().block = window().used = 0;
    }
};

Digesting::Digesting(std::vector<Algorithm> algorithms)
    : algorithms_(std::move(algorithms)), state_(std::make_unique<State>()) {}

Digesting::~Digesting() {
    for (State::Window& window : state_->windows) window.tasks.wait();
}

std::span<char> Digesting::room(std::size_t at_least) {
    assert(at_least <= block_bytes);
    State::Window* window = &state_->window();
    if (block_bytes - window->used < at_least) {
        if (window->block + 1 == window_blocks) {
            state_->turn();
            window = &state_->window();
        } else {
            ++window->block;
            window->used = 0;
        }
    }
    if (window->block == window->blocks.size()) window->blocks.emplace_back(new char[block_bytes]);
    return {window->blocks[window->block].get() + window->used, block_bytes - window->used};
}

std::string_view Digesting::filled(std::size_t size) {
    State::Window& window = state_->window();
    assert(size <= block_bytes - window.used);
    const std::string_view bytes(window.blocks[window.block].get() + window.used, size);
    window.used += size;
    return bytes;
}

std::size_t Digesting::begin(std::uint64_t size) {
    File& file = state_->files.emplace_back();
    file.results.resize(algorithms_.size());
    for (std::size_t i = 0; i < algorithms_.size(); ++i) {
        if (i == 0 || size > small_bytes) file.lanes.push_back(std::make_shared<Lane>());
        file.lanes.back()->hashers.push_back({Hasher(algorithms_[i]), &file.results[i]});
    }
    return state_->files.size() - 1;
}

void Digesting::add(std::string_view bytes) {
    for (const auto& lane : state_->files.back().lanes)
        if (!bytes.empty() && lane->push(bytes, false)) state_->window().tasks.run([lane] { lane->drain(); });
}

void Digesting::end() {
    File& file = state_->files.back();
    for (const auto& lane : file.lanes)
        if (lane->push({}, true)) state_->window().tasks.run([lane] { lane->drain(); });
    file.lanes.clear();
}

void Digesting::beside(std::function<void()> work) { state_->window().tasks.run(std::move(work)); }

void Digesting::settle() {
    for (State::Window& window : state_->windows) window.tasks.wait();
}

const std::string& Digesting::digest(std::size_t file, std::size_t algorithm) const {
    return state_->files[file].results[algorithm];
}

}  // namespace hanqing
