// SPDX-License-Identifier: Apache-2.0
// Writes prepared text beside the source it comes from, keeping account of every byte put in or left out.
#pragma once

#include "read/prepared.hpp"
#include "read/private_marks.hpp"

#include <string_view>

namespace hanqing {

class PreparedWriter {
public:
    explicit PreparedWriter(std::string_view source) : source_(source) {}

    /// Copies the source up to `end`; private characters in it are escaped.
    void copy_to(std::size_t end);
    /// Goes on at `to` in the source; what lies between is left out.
    void skip_to(std::size_t to);
    void insert(PrivateMark mark);
    /// Takes the next source byte in its shielded form.
    void shield();
    void end_line(std::size_t next);
    void blank_line();
    /// A line of our own, between two of the source.
    void own_line(std::string_view text);
    /// Text of our own, after everything else.
    void append(std::string_view text);

    [[nodiscard]] std::size_t at() const { return at_; }
    Prepared take() { return std::move(prepared_); }
    [[nodiscard]] Prepared& prepared() { return prepared_; }

private:
    void copy_plain(std::size_t end);
    void escape();
    /// From here on, text comes from `at_` one to one.
    void step();

    std::string_view source_;
    std::size_t at_ = 0;
    Prepared prepared_;
};

}  // namespace hanqing
