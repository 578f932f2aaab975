// SPDX-License-Identifier: Apache-2.0
// Length: whole 1/65536 points, so that no coordinate ever depends on floating point.
#pragma once

#include <compare>
#include <cstdint>

namespace hanqing {

/// A distance on the page. 65536 units are one PostScript point (1/72 inch).
struct Length {
    std::int64_t raw = 0;

    friend constexpr auto operator<=>(Length, Length) = default;
    friend constexpr Length operator+(Length a, Length b) { return {a.raw + b.raw}; }
    friend constexpr Length operator-(Length a, Length b) { return {a.raw - b.raw}; }
    friend constexpr Length operator-(Length a) { return {-a.raw}; }
    friend constexpr Length operator*(Length a, std::int64_t n) { return {a.raw * n}; }
    friend constexpr Length operator*(std::int64_t n, Length a) { return {a.raw * n}; }
    friend constexpr Length operator/(Length a, std::int64_t n) { return {a.raw / n}; }
    constexpr Length& operator+=(Length b) {
        raw += b.raw;
        return *this;
    }
    constexpr Length& operator-=(Length b) {
        raw -= b.raw;
        return *this;
    }
};

inline constexpr std::int64_t units_per_point = 65536;

/// Whole points.
constexpr Length points(std::int64_t n) { return {n * units_per_point}; }

/// n/d points, rounded to the nearest unit. Requires: d > 0.
constexpr Length points(std::int64_t n, std::int64_t d) {
    const std::int64_t scaled = n * units_per_point;
    return {(scaled >= 0 ? scaled + d / 2 : scaled - d / 2) / d};
}

/// Thousandths of a millimetre, rounded to the nearest unit (1 mm = 72/25.4 pt).
constexpr Length micrometres(std::int64_t n) { return points(n * 72, 25400); }

__extension__ typedef __int128 WideInteger;  // products of two lengths

/// `a` times n/d, rounded to the nearest unit. Requires: d > 0.
constexpr Length scaled(Length a, std::int64_t n, std::int64_t d) {
    const WideInteger product = static_cast<WideInteger>(a.raw) * n;
    const WideInteger half = d / 2;
    return {static_cast<std::int64_t>((product >= 0 ? product + half : product - half) / d)};
}

constexpr Length smaller(Length a, Length b) { return a < b ? a : b; }
constexpr Length larger(Length a, Length b) { return a < b ? b : a; }

/// A place on the page: x to the right, y downwards from the sheet's upper left corner.
struct Point {
    Length x, y;
    friend constexpr auto operator<=>(const Point&, const Point&) = default;
};

/// An upright rectangle; `size` is never negative.
struct Rectangle {
    Point corner;  ///< Upper left.
    Length width, height;
};

}  // namespace hanqing
