// SPDX-License-Identifier: Apache-2.0
// The graphics state of PDF (ISO 32000-1 8.4), as far as drawings use it.
#include "image/path_writer.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace hanqing {

std::string decimal(double value, int places) {
    static constexpr std::int64_t powers[] = {1, 10, 100, 1000, 10'000, 100'000, 1'000'000};
    constexpr double magnitude_max = 1e9;  // far outside any sheet
    const std::int64_t one = powers[places];
    std::int64_t scaled =
        std::llround(std::clamp(value, -magnitude_max, magnitude_max) * static_cast<double>(one));
    std::string out = scaled < 0 ? "-" : "";
    scaled = std::abs(scaled);
    out += std::to_string(scaled / one);
    std::string fraction = std::to_string(scaled % one + one).substr(1);
    fraction.erase(fraction.find_last_not_of('0') + 1);
    return fraction.empty() ? out : out + "." + fraction;
}

void PathWriter::save() {
    out_ += "q\n";
    states_.push_back(states_.back());
}

void PathWriter::restore() {
    assert(states_.size() > 1);
    out_ += "Q\n";
    states_.pop_back();
}

void PathWriter::transform(const Matrix& matrix) {
    if (matrix == identity) return;
    for (const double value : matrix) out_ += decimal(value, 6) + " ";
    out_ += "cm\n";
}

void PathWriter::clip(std::string_view path, bool even_odd) {
    out_ += path;
    out_ += even_odd ? "W* n\n" : "W n\n";
}

void PathWriter::set_alpha(std::uint8_t alpha) {
    auto& current = states_.back().alpha;
    if (current == alpha || (!current && alpha == 255)) return;
    current = alpha;
    const auto known = std::find(alphas_.begin(), alphas_.end(), alpha);
    const auto index = known - alphas_.begin();
    if (known == alphas_.end()) alphas_.push_back(alpha);
    out_ += "/G" + std::to_string(index) + " gs\n";
}

void PathWriter::set_colour(std::optional<Colour>& current, Colour colour, bool stroke) {
    if (current == colour) return;
    current = colour;
    const auto channel = [](std::uint8_t value) { return decimal(value / 255.0, 4) + " "; };
    if (is_grey(colour))
        out_ += channel(colour.red) + (stroke ? "G\n" : "g\n");
    else
        out_ +=
            channel(colour.red) + channel(colour.green) + channel(colour.blue) + (stroke ? "RG\n" : "rg\n");
}

void PathWriter::set_pen(const Stroke& pen) {
    std::string text = decimal(pen.width, 4) + " w " + std::to_string(pen.cap) + " J " +
                       std::to_string(pen.join) + " j " + decimal(std::max(pen.miter, 1.0), 4) + " M [";
    for (const double dash : pen.dashes) text += decimal(dash, 4) + " ";
    text += "] " + decimal(pen.dash_offset, 4) + " d\n";
    if (states_.back().pen == text) return;
    out_ += text;
    states_.back().pen = std::move(text);
}

void PathWriter::paint(std::string_view path, const Paint& fill, bool even_odd, const Paint& stroke,
                       const Stroke& pen) {
    if (path.empty()) return;
    if (fill.colour && stroke.colour && fill.alpha != stroke.alpha) {
        paint(path, fill, even_odd, {}, pen);
        paint(path, {}, even_odd, stroke, pen);
        return;
    }
    if (!fill.colour && !stroke.colour) return;
    set_alpha(fill.colour ? fill.alpha : stroke.alpha);
    if (fill.colour) set_colour(states_.back().fill, *fill.colour, false);
    if (stroke.colour) {
        set_colour(states_.back().stroke, *stroke.colour, true);
        set_pen(pen);
    }
    out_ += path;
    if (fill.colour && stroke.colour)
        out_ += even_odd ? "B*\n" : "B\n";
    else if (stroke.colour)
        out_ += "S\n";
    else
        out_ += even_odd ? "f*\n" : "f\n";
}

void PathWriter::image(std::size_t index, std::uint8_t alpha) {
    set_alpha(alpha);
    out_ += "/I" + std::to_string(index) + " Do\n";
}

}  // namespace hanqing
