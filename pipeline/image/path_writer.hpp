// SPDX-License-Identifier: Apache-2.0
// Paths and their paint -> the operators of a Drawing, saying nothing twice.
#pragma once

#include "base/colour.hpp"
#include "image/image.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hanqing {

/// Six numbers that take user space to the drawing's, as PDF's cm and SVG's matrix() have them.
using Matrix = std::array<double, 6>;
inline constexpr Matrix identity{1, 0, 0, 1, 0, 0};

struct Paint {
    std::optional<Colour> colour;  ///< None: not painted.
    std::uint8_t alpha = 255;
};

struct Stroke {
    double width = 1, miter = 4;
    int cap = 0, join = 0;
    std::vector<double> dashes;
    double dash_offset = 0;
};

/// Writes numbers as decimals of fixed precision, so that no library's or locale's printing is in the file.
class PathWriter {
public:
    void save();
    void restore();
    [[nodiscard]] int depth() const { return static_cast<int>(states_.size()) - 1; }
    void transform(const Matrix& matrix);
    void clip(std::string_view path, bool even_odd);
    void paint(std::string_view path, const Paint& fill, bool even_odd, const Paint& stroke,
               const Stroke& pen);
    void image(std::size_t index, std::uint8_t alpha);

    [[nodiscard]] std::size_t size() const { return out_.size(); }
    std::string take_operators() { return std::move(out_); }
    std::vector<std::uint8_t> take_alphas() { return std::move(alphas_); }

private:
    /// What the reader of the operators has set; unset: unknown.
    struct State {
        std::optional<Colour> fill, stroke;
        std::optional<std::uint8_t> alpha;
        std::string pen;
    };
    void set_alpha(std::uint8_t alpha);
    void set_colour(std::optional<Colour>& current, Colour colour, bool stroke);
    void set_pen(const Stroke& pen);
    std::string out_;
    std::vector<std::uint8_t> alphas_;
    std::vector<State> states_{1};
};

/// At most `places` decimals, without trailing zeros.
std::string decimal(double value, int places);

/// SVG path data of absolute M, L, H, V, C and Z in PDF's operators; nothing for any other.
std::optional<std::string> operators_from_path(std::string_view data);

}  // namespace hanqing
