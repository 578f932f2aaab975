// SPDX-License-Identifier: Apache-2.0
// Degrees into sines by whole numbers, so that every processor gives the same bytes.
#include "pdf/turn.hpp"

#include "pdf/syntax.hpp"

namespace hanqing {

namespace {

constexpr std::int64_t one = 1'000'000'000;

/// Taylor's series at 10^-9; eight terms are exact to the last digit up to 90 degrees.
std::int64_t sine_of_quarter(std::int64_t degrees) {
    const std::int64_t angle = degrees * 3'141'592'654 / 180;
    std::int64_t sum = 0;
    std::int64_t term = angle;
    for (std::int64_t n = 1; n < 16; n += 2) {
        sum += term;
        term = -(term * angle / one * angle / one) / ((n + 1) * (n + 2));
    }
    return sum;
}

}  // namespace

std::int64_t sine(std::int32_t degrees) {
    const std::int32_t full = (degrees % 360 + 360) % 360;
    const std::int32_t half = full % 180;
    const std::int64_t value = sine_of_quarter(half <= 90 ? half : 180 - half);
    const std::int64_t rounded = (value + 5'000) / 10'000;
    return full < 180 ? rounded : -rounded;
}

void append_turn(std::string& to, std::int32_t degrees) {
    for (const std::int64_t element : {cosine(degrees), sine(degrees), -sine(degrees), cosine(degrees)}) {
        append_decimal(to, element, 5);
        to += ' ';
    }
}

}  // namespace hanqing
