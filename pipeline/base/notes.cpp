// SPDX-License-Identifier: Apache-2.0
// Collecting notes with a bound per name.
#include "base/notes.hpp"

#include <algorithm>
#include <utility>

namespace hanqing {

Notes::Count& Notes::count_of(std::string_view id) {
    const auto found =
        std::find_if(counts_.begin(), counts_.end(), [&](const Count& c) { return c.id == id; });
    if (found != counts_.end()) return *found;
    return counts_.emplace_back(Count{std::string(id), 0});
}

void Notes::add(Weight weight, Place place, std::string_view id, std::vector<std::string> arguments) {
    errors_ = errors_ || weight == Weight::error;
    Count& count = count_of(id);
    if (++count.count <= same_name_max)
        notes_.push_back({weight, place, std::string(id), std::move(arguments)});
}

void Notes::once(Weight weight, Place place, std::string_view id, std::vector<std::string> arguments) {
    if (count_of(id).count == 0) add(weight, place, id, std::move(arguments));
}

std::uint32_t Notes::left_out(std::string_view id) const {
    for (const Count& c : counts_)
        if (c.id == id) return c.count > same_name_max ? c.count - same_name_max : 0;
    return 0;
}

Failure::Failure(std::string id, std::vector<std::string> arguments)
    : id_(std::move(id)), arguments_(std::move(arguments)), what_(id_) {
    for (const std::string& a : arguments_) what_ += (what_ == id_ ? ": " : ", ") + a;
}

}  // namespace hanqing
