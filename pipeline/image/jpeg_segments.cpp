// SPDX-License-Identifier: Apache-2.0
// The marker structure of JPEG (ITU-T T.81 annex B), JFIF, EXIF, ICC and Adobe segments.
#include "image/jpeg_segments.hpp"

#include "image/byte_order.hpp"

#include <algorithm>
#include <map>

namespace hanqing {
namespace {

constexpr std::uint8_t soi = 0xD8, eoi = 0xD9, sos = 0xDA, app0 = 0xE0, app15 = 0xEF, comment = 0xFE;

bool is_frame_header(std::uint8_t marker) {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}
/// RST0…7 and TEM have no length and stand inside coded data.
bool is_bare(std::uint8_t marker) { return (marker >= 0xD0 && marker <= 0xD7) || marker == 0x01; }

class SegmentReader {
public:
    explicit SegmentReader(std::string_view bytes) : bytes_(bytes) {}

    std::optional<JpegSegments> read() {
        while (next_marker() && marker_ != eoi && segment()) {
        }
        if (found_.component_ids.empty() || found_.scan_count == 0) return std::nullopt;
        found_.complete = marker_ == eoi;
        found_.stripped = "\xFF\xD8" + kept_heads() + kept_ + "\xFF\xD9";
        join_profile();
        return std::move(found_);
    }

private:
    /// Moves behind the next marker; bytes between segments are skipped, as libjpeg does.
    bool next_marker() {
        marker_ = 0;
        while (at_ + 1 < bytes_.size()) {
            if (byte_at(bytes_, at_) != 0xFF || byte_at(bytes_, at_ + 1) == 0xFF) {
                ++at_;
                continue;
            }
            const auto marker = static_cast<std::uint8_t>(byte_at(bytes_, at_ + 1));
            at_ += 2;
            if (marker == 0 || marker == soi || is_bare(marker)) continue;
            marker_ = marker;
            return true;
        }
        return false;
    }

    bool segment() {
        if (at_ + 2 > bytes_.size()) return false;
        const std::size_t length = big16(bytes_, at_);
        if (length < 2 || at_ + length > bytes_.size()) return false;
        const std::string_view body = bytes_.substr(at_ + 2, length - 2);
        at_ += length;
        if (marker_ == comment || (marker_ >= app0 && marker_ <= app15)) {
            application(body);
            return true;
        }
        if (is_frame_header(marker_) && !frame_header(body)) return false;
        kept_ += '\xFF';
        kept_ += static_cast<char>(marker_);
        kept_ += bytes_.substr(at_ - length, length);
        if (marker_ == sos) coded_data();
        return true;
    }

    bool frame_header(std::string_view body) {
        if (body.size() < 6) return false;
        const std::size_t component_count = byte_at(body, 5);
        if (component_count == 0 || body.size() < 6 + component_count * 3 || !found_.component_ids.empty())
            return false;
        found_.frame = marker_;
        found_.precision = static_cast<std::uint8_t>(body[0]);
        found_.height = big16(body, 1);
        found_.width = big16(body, 3);
        for (std::size_t i = 0; i < component_count; ++i) found_.component_ids += body[6 + i * 3];
        return true;
    }

    /// Copies entropy-coded data up to the next marker that is none of its own.
    void coded_data() {
        ++found_.scan_count;
        const std::size_t begin = at_;
        while (true) {
            at_ = std::min(bytes_.find('\xFF', at_), bytes_.size());
            if (at_ + 1 >= bytes_.size()) {
                at_ = bytes_.size();
                break;
            }
            const auto next = static_cast<std::uint8_t>(byte_at(bytes_, at_ + 1));
            if (next != 0 && next != 0xFF && !is_bare(next)) break;
            at_ += next == 0xFF ? 1 : 2;
        }
        kept_ += bytes_.substr(begin, at_ - begin);
    }

    void application(std::string_view body) {
        const auto begins = [&](std::string_view with) { return body.substr(0, with.size()) == with; };
        if (marker_ == app0 && begins(std::string_view("JFIF\0", 5)) && body.size() >= 12) {
            found_.has_jfif = true;
            if (const std::uint32_t unit = byte_at(body, 7); unit == 1 || unit == 2)
                found_.resolution = {pixels_per_metre(big16(body, 8), 1, unit == 2),
                                     pixels_per_metre(big16(body, 10), 1, unit == 2)};
        } else if (marker_ == app0 + 1 && begins(std::string_view("Exif\0", 5)) && body.size() > 6) {
            const Exif exif = exif_from_bytes(body.substr(6));
            found_.orientation = exif.orientation;
            if (found_.resolution.across == 0) found_.resolution = exif.resolution;
        } else if (marker_ == app0 + 2 && begins(std::string_view("ICC_PROFILE\0", 12)) && body.size() > 14) {
            profile_count_ = byte_at(body, 13);
            profile_.emplace(byte_at(body, 12), body.substr(14));
        } else if (marker_ == app0 + 14 && begins("Adobe") && body.size() >= 12) {
            found_.adobe_transform = static_cast<std::uint8_t>(body[11]);
        }
    }

    /// JFIF and Adobe say how colours are coded, so they stay: written anew, without a thumbnail.
    [[nodiscard]] std::string kept_heads() const {
        std::string heads;
        if (found_.has_jfif) heads += std::string("\xFF\xE0\0\x10JFIF\0\1\1\0\0\1\0\1\0\0", 18);
        if (!found_.adobe_transform) return heads;
        return heads +
               std::string(
                   "\xFF\xEE\0\x0E"
                   "Adobe\0\x64\0\0\0\0",
                   15) +
               static_cast<char>(*found_.adobe_transform);
    }

    void join_profile() {
        if (profile_count_ == 0 || profile_.size() != profile_count_) return;
        if (profile_.begin()->first != 1 || profile_.rbegin()->first != profile_count_) return;
        for (const auto& [number, piece] : profile_) found_.icc += piece;
    }

    std::string_view bytes_;
    std::size_t at_ = 0;
    std::uint8_t marker_ = 0;
    JpegSegments found_;
    std::string kept_;
    std::map<std::uint32_t, std::string_view> profile_;
    std::size_t profile_count_ = 0;
};

}  // namespace

std::optional<JpegSegments> jpeg_segments(std::string_view bytes) { return SegmentReader(bytes).read(); }

}  // namespace hanqing
