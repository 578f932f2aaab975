// SPDX-License-Identifier: Apache-2.0
// Bounds what link definitions cost: one of 100 KB used 100,000 times would take 10 GB.
#include "read/reference_cost.hpp"

#include "base/unicode.hpp"
#include "read/source_line.hpp"

#include <algorithm>
#include <map>
#include <string>

namespace hanqing {
namespace {

struct Definition {
    std::uint64_t bytes = 0, uses = 0;
};
using Definitions = std::map<std::string, Definition, std::less<>>;

/// Labels match without regard to case and runs of white space (CommonMark 0.29, 4.7).
std::string label_key(std::string_view label) {
    std::string out;
    for (const char c : nfkc_casefold(label)) {
        const bool space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
        if (!space)
            out += c;
        else if (!out.empty() && out.back() != ' ')
            out += ' ';
    }
    if (out.ends_with(' ')) out.pop_back();
    return out;
}

/// A definition reaches to the next one or a blank line: its title may stand on lines of its own.
Definitions definitions_of(std::string_view text, std::uint64_t& longest) {
    Definitions definitions;
    Definition* open = nullptr;
    for (std::size_t at = 0; at < text.size();) {
        const SourceLine line = line_at(text, at);
        const std::size_t begin = after_markers(text, content_begin(text, line), line.end);
        const LabelFound found = label_at(text, begin, line.end);
        if (found.end > 0 && !found.label.starts_with('^')) {
            const auto [entry, is_new] = definitions.try_emplace(label_key(found.label));
            open = is_new ? &entry->second : nullptr;
        }
        if (begin == line.end) open = nullptr;
        if (open != nullptr) {
            open->bytes += line.next - line.begin;
            longest = std::max(longest, open->bytes);
        }
        at = line.next;
    }
    return definitions;
}

void count_uses(std::string_view text, Definitions& definitions) {
    for (std::size_t open = text.find('['); open != std::string_view::npos; open = text.find('[', open + 1)) {
        const std::size_t close = text.find_first_of("[]", open + 1);
        if (close == std::string_view::npos) return;
        if (text[close] != ']' || close - open > 1000) continue;
        const auto found = definitions.find(label_key(text.substr(open + 1, close - open - 1)));
        if (found != definitions.end()) ++found->second.uses;
    }
}

}  // namespace

bool references_within(std::string_view text, std::uint64_t limit) {
    if (text.find("]:") == std::string_view::npos) return true;
    std::uint64_t longest = 0;
    Definitions definitions = definitions_of(text, longest);
    const auto brackets = static_cast<std::uint64_t>(std::count(text.begin(), text.end(), ']'));
    if (longest * brackets <= limit) return true;
    count_uses(text, definitions);
    std::uint64_t total = 0;
    for (const auto& [label, definition] : definitions) total += definition.bytes * definition.uses;
    return total <= limit;
}

}  // namespace hanqing
