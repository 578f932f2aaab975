// SPDX-License-Identifier: Apache-2.0
// Deep merge of two values; depth is bounded by yaml_depth_max.
#include "style/overlay.hpp"

#include <algorithm>

namespace hanqing {

Value overlay(const Value& above, const Value& below) {
    if (above.kind != Value::Kind::map || below.kind != Value::Kind::map) return above;
    if (above.find("like") != nullptr) return above;  // a kind of text that begins anew from another one
    Value merged = below;
    for (const Value::Entry& entry : above.map) {
        const auto same = std::find_if(merged.map.begin(), merged.map.end(),
                                       [&](const Value::Entry& other) { return other.key == entry.key; });
        if (same == merged.map.end()) {
            merged.map.push_back(entry);
        } else {
            same->value = overlay(entry.value, same->value);
            same->key_place = entry.key_place;
        }
    }
    merged.place = above.place;
    return merged;
}

}  // namespace hanqing
