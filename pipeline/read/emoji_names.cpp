// SPDX-License-Identifier: Apache-2.0
// The names in most use; whoever wants another types the character.
#include "read/emoji_names.hpp"

#include <algorithm>
#include <array>

namespace hanqing {
namespace {

constexpr std::size_t name_bytes_max = 28;

struct Row {
    std::string_view name, emoji;
};
/// By name, so that it can be searched.
constexpr std::array rows{
    Row{"+1", "👍"},
    Row{"-1", "👎"},
    Row{"alarm_clock", "⏰"},
    Row{"arrow_right", "➡"},
    Row{"ballot_box_with_check", "☑"},
    Row{"bangbang", "‼"},
    Row{"bar_chart", "📊"},
    Row{"bell", "🔔"},
    Row{"book", "📖"},
    Row{"bookmark", "🔖"},
    Row{"books", "📚"},
    Row{"boom", "💥"},
    Row{"bug", "🐛"},
    Row{"bulb", "💡"},
    Row{"calendar", "📅"},
    Row{"chart_with_upwards_trend", "📈"},
    Row{"checkered_flag", "🏁"},
    Row{"clap", "👏"},
    Row{"clipboard", "📋"},
    Row{"computer", "💻"},
    Row{"construction", "🚧"},
    Row{"date", "📅"},
    Row{"email", "📧"},
    Row{"exclamation", "❗"},
    Row{"eyes", "👀"},
    Row{"fire", "🔥"},
    Row{"folder", "📁"},
    Row{"gear", "⚙"},
    Row{"gift", "🎁"},
    Row{"grin", "😁"},
    Row{"heart", "❤"},
    Row{"heavy_check_mark", "✔"},
    Row{"hourglass", "⌛"},
    Row{"house", "🏠"},
    Row{"information_source", "ℹ"},
    Row{"joy", "😂"},
    Row{"key", "🔑"},
    Row{"laughing", "😆"},
    Row{"link", "🔗"},
    Row{"lock", "🔒"},
    Row{"loudspeaker", "📢"},
    Row{"mag", "🔍"},
    Row{"mailbox", "📫"},
    Row{"memo", "📝"},
    Row{"muscle", "💪"},
    Row{"ok_hand", "👌"},
    Row{"package", "📦"},
    Row{"page_facing_up", "📄"},
    Row{"paperclip", "📎"},
    Row{"pencil", "📝"},
    Row{"phone", "☎"},
    Row{"point_right", "👉"},
    Row{"pray", "🙏"},
    Row{"pushpin", "📌"},
    Row{"question", "❓"},
    Row{"red_circle", "🔴"},
    Row{"rocket", "🚀"},
    Row{"round_pushpin", "📍"},
    Row{"smile", "😄"},
    Row{"smiley", "😃"},
    Row{"sob", "😭"},
    Row{"sparkles", "✨"},
    Row{"speech_balloon", "💬"},
    Row{"star", "⭐"},
    Row{"sunny", "☀"},
    Row{"tada", "🎉"},
    Row{"thinking", "🤔"},
    Row{"thumbsdown", "👎"},
    Row{"thumbsup", "👍"},
    Row{"trophy", "🏆"},
    Row{"warning", "⚠"},
    Row{"wave", "👋"},
    Row{"white_check_mark", "✅"},
    Row{"wink", "😉"},
    Row{"wrench", "🔧"},
    Row{"zap", "⚡"},
};

}  // namespace

EmojiFound emoji_at(std::string_view text, std::size_t at) {
    const std::size_t end = text.substr(0, at + 1 + name_bytes_max).find(':', at + 1);
    if (end == std::string_view::npos) return {};
    const std::string_view name = text.substr(at + 1, end - at - 1);
    const auto found =
        std::lower_bound(rows.begin(), rows.end(), name,
                         [](const Row& row, std::string_view wanted) { return row.name < wanted; });
    if (found == rows.end() || found->name != name) return {};
    return {found->emoji, end + 1 - at};
}

}  // namespace hanqing
