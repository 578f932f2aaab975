// SPDX-License-Identifier: Apache-2.0
// Appends blocks to a Document so that `end` and `depth` are always right.
#pragma once

#include "read/document.hpp"

#include <optional>
#include <vector>

namespace hanqing {

class BlockWriter {
public:
    explicit BlockWriter(Document& document) : blocks_(document.blocks) {}

    /// Begins a block inside those that are open.
    Block& open(BlockKind kind, Place place) {
        Block block;
        block.kind = kind;
        block.depth = static_cast<std::uint32_t>(open_.size());
        block.place = place;
        open_.push_back(static_cast<std::uint32_t>(blocks_.size()));
        last_.reset();
        blocks_.push_back(std::move(block));
        return blocks_.back();
    }
    void close() {
        blocks_[open_.back()].end = static_cast<std::uint32_t>(blocks_.size());
        last_ = open_.back();
        open_.pop_back();
    }
    /// A block without children.
    Block& leaf(BlockKind kind, Place place) {
        open(kind, place);
        close();
        return blocks_.back();
    }
    /// A block that holds nothing but one paragraph takes its text over: a cell with a paragraph is a cell.
    void lift_only_paragraph() {
        const std::uint32_t index = open_.back();
        const bool only = blocks_.size() == index + 2 && blocks_.back().kind == BlockKind::paragraph;
        if (!only || !blocks_[index].text.utf8.empty() || blocks_.back().caption != Caption::none) return;
        blocks_[index].text = std::move(blocks_.back().text);
        blocks_.pop_back();
    }
    /// The block that was closed last among those that are open now; none where they begin.
    [[nodiscard]] std::optional<std::uint32_t> last() const {
        return last_ && *last_ < blocks_.size() ? last_ : std::nullopt;
    }
    [[nodiscard]] bool is_open() const { return !open_.empty(); }
    [[nodiscard]] bool top_has_children() const { return blocks_.size() > open_.back() + 1; }
    [[nodiscard]] Block& top() { return blocks_[open_.back()]; }
    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(blocks_.size()); }

private:
    std::vector<Block>& blocks_;
    std::vector<std::uint32_t> open_;
    std::optional<std::uint32_t> last_;
};

}  // namespace hanqing
