// SPDX-License-Identifier: Apache-2.0
// Printing.
#include "cli/screen.hpp"

#include "cli/words.hpp"

#include <fmt/format.h>

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace hanqing {
namespace {

/// Findings of one name that are shown before the rest is only counted.
constexpr std::size_t shown_of_a_name = 5;

constexpr std::string_view red = "\x1b[1;31m", yellow = "\x1b[1;33m", cyan = "\x1b[36m", bold = "\x1b[1m";

void write_all(int descriptor, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0)
            throw Failure("write-file", {descriptor == 1 ? "-" : "stderr", std::strerror(errno)});
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
}

/// Standard error may be closed or full; that must not stop the work.
void complain(std::string_view text) {
    const ssize_t written = ::write(2, text.data(), text.size());
    if (written < 0) errno = 0;
}

double seconds_between(std::chrono::steady_clock::time_point a, std::chrono::steady_clock::time_point b) {
    return std::chrono::duration<double>(b - a).count();
}

/// "12:05" until all is done, when things go on as before.
std::string time_left(double seconds, std::uint64_t done, std::uint64_t wanted) {
    const double rest = done == 0 || wanted < done
                            ? 0
                            : seconds * static_cast<double>(wanted - done) / static_cast<double>(done);
    const auto whole = static_cast<std::uint64_t>(rest + 0.5);
    return fmt::format("{}:{:02}", whole / 60, whole % 60);
}

bool wants_colour(const Options& options) {
    if (options.colour != Colouring::automatic) return options.colour == Colouring::always;
    return ::isatty(2) != 0 && std::getenv("NO_COLOR") == nullptr;
}

}  // namespace

Exit worse(Exit a, Exit b) { return static_cast<int>(a) < static_cast<int>(b) ? b : a; }

Exit exit_of(const Failure& failure) {
    if (failure.id() == "locked" || failure.id() == "archive-locked") return Exit::locked;
    if (failure.id().starts_with("usage-")) return Exit::usage;
    if (failure.id() == "pack-refused" || failure.id() == "pack-not-read-back") return Exit::errors;
    return is_authors(failure) ? Exit::errors : Exit::refused;
}

Exit exit_of(const Outcome& outcome) {
    if (outcome.status == Status::built) return Exit::well;
    return outcome.status == Status::failed ? Exit::errors : Exit::refused;
}

Screen::Screen(const Options& options)
    : options_(options),
      colour_(wants_colour(options)),
      terminal_(::isatty(2) != 0 && !options.quiet && !options.json),
      begun_(std::chrono::steady_clock::now()) {}

std::string Screen::word(std::string_view id, const std::vector<std::string>& arguments) const {
    return say(id, arguments, options_.tongue);
}

std::string Screen::painted(std::string_view text, std::string_view code) const {
    return colour_ ? fmt::format("{}{}\x1b[0m", code, text) : std::string(text);
}

void Screen::tell(const std::vector<Finding>& findings) {
    end_progress();
    for (const Finding& finding : findings) {
        const auto key = fmt::format("{}\n{}\n{}\n{}\n{}", finding.file, finding.line, finding.column,
                                     finding.id, fmt::join(finding.arguments, "\n"));
        if (!lines_.insert(key).second) continue;
        errors_ += finding.weight == Weight::error ? 1 : 0;
        warnings_ += finding.weight == Weight::warning ? 1 + finding.left_out : 0;
        untold_[finding.id] += finding.left_out;
        const bool wanted = finding.weight == Weight::error || options_.verbose > 0 ||
                            (finding.weight == Weight::warning && told_[finding.id] < shown_of_a_name);
        if (wanted)
            ++told_[finding.id];
        else if (finding.weight == Weight::warning)
            ++untold_[finding.id];
        if (wanted && !options_.json && (!options_.quiet || finding.weight == Weight::error)) print(finding);
    }
}

void Screen::print(const Finding& finding) {
    std::string place = shown(finding.file);
    if (finding.line > 0) place += fmt::format(":{}:{}", finding.line, finding.column);
    const bool chinese = options_.tongue == Tongue::chinese;
    const auto [name, code] = finding.weight == Weight::error     ? std::pair(word("label-error"), red)
                              : finding.weight == Weight::warning ? std::pair(word("label-warning"), yellow)
                                                                  : std::pair(word("label-remark"), cyan);
    const Sentence text = sentence(finding.id, finding.arguments, options_.tongue);
    std::string line = place.empty() ? "" : painted(place + ": ", bold);
    line += painted(name, code) + (chinese ? "：" : ": ") + text.what;
    if (!text.hint.empty()) line += (chinese ? "；" : "; ") + text.hint;
    complain(line + " [" + finding.id + "]\n");
}

void Screen::tell(const Failure& failure, const std::string& file) {
    tell(std::vector{finding_of(failure, file)});
}

void Screen::tell_rest() {
    end_progress();
    if (!options_.quiet && !options_.json)
        for (const auto& [id, count] : untold_)
            if (count > 0) complain(word("more-of-a-name", {std::to_string(count), id}) + "\n");
    untold_.clear();
}

void Screen::remark(std::string_view id, const std::vector<std::string>& arguments) {
    if (options_.quiet || options_.json) return;
    end_progress();
    complain(word(id, arguments) + "\n");
}

void Screen::result(std::string_view id, const std::vector<std::string>& arguments) {
    if (options_.quiet || options_.json) return;
    end_progress();
    output(word(id, arguments) + "\n");
}

void Screen::output(std::string_view bytes) { write_all(1, bytes); }

bool Screen::is_time_for_progress(bool always) {
    if (!terminal_) return false;
    const auto now = std::chrono::steady_clock::now();
    if (progress_shown_ && now - last_ < std::chrono::milliseconds(100) && !always) return false;
    last_ = now;
    progress_shown_ = true;
    return true;
}

void Screen::progress(const Tally& tally) {
    if (!is_time_for_progress(tally.done == tally.wanted)) return;
    const double seconds = seconds_between(begun_, last_);
    complain("\r\x1b[K" +
             word("progress",
                  {std::to_string(tally.done), std::to_string(tally.wanted), std::to_string(tally.pages),
                   fmt::format("{:.0f}", static_cast<double>(tally.pages) / std::max(seconds, 0.001)),
                   time_left(seconds, tally.bytes_done, tally.bytes_wanted)}));
}

void Screen::progress(const ReadSoFar& so_far) {
    if (reading_ != so_far.bag) {
        reading_ = so_far.bag;
        begun_ = std::chrono::steady_clock::now();
    }
    if (!is_time_for_progress(false)) return;
    const double seconds = seconds_between(begun_, last_);
    const auto megabytes = [](std::uint64_t bytes) {
        return fmt::format("{:.1f}", static_cast<double>(bytes) / 1e6);
    };
    const double rate = static_cast<double>(so_far.read) / std::max(seconds, 0.001) / 1e6;
    const std::vector<std::string> words{reading_, megabytes(so_far.read), fmt::format("{:.0f}", rate),
                                         megabytes(so_far.size),
                                         time_left(seconds, so_far.read, so_far.size)};
    complain("\r\x1b[K" + word(so_far.size > 0 ? "reading" : "reading-folder", words));
}

void Screen::end_progress() {
    if (!progress_shown_) return;
    complain("\r\x1b[K");
    progress_shown_ = false;
}

Exit Screen::exit_so_far() const {
    const bool bad = errors_ > 0 || (options_.fail_if_warnings && warnings_ > 0);
    return bad ? Exit::errors : Exit::well;
}

}  // namespace hanqing
