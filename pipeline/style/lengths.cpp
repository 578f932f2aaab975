// SPDX-License-Identifier: Apache-2.0
// Text to Length, exactly: decimals are read as millionths, never through floating point.
#include "style/sheet.hpp"

#include <algorithm>
#include <array>

namespace hanqing {
namespace {

/// Names of type sizes (clreq, size table); where two values are in use the grid's own: 三号 is 15.75 pt.
struct SizeName {
    std::string_view name;
    std::int64_t hundredths;  ///< of a point
};
constexpr std::array<SizeName, 16> size_names = {{
    {"初号", 4200},
    {"小初", 3600},
    {"一号", 2750},
    {"小一", 2400},
    {"二号", 2100},
    {"小二", 1800},
    {"三号", 1575},
    {"小三", 1500},
    {"四号", 1375},
    {"小四", 1200},
    {"五号", 1050},
    {"小五", 900},
    {"六号", 788},
    {"小六", 650},
    {"七号", 525},
    {"八号", 500},
}};

struct Decimal {
    std::int64_t millionths = 0;
    std::size_t size = 0;  ///< Bytes read; 0: no number.
};

constexpr std::size_t digits_max = 7;  // keeps every product within 64 bits

Decimal read_decimal(std::string_view text) {
    Decimal number;
    std::size_t at = !text.empty() && text[0] == '-' ? 1 : 0;
    std::size_t digits = 0;
    const auto is_digit = [&] { return at < text.size() && text[at] >= '0' && text[at] <= '9'; };
    for (; is_digit() && digits < digits_max; ++at, ++digits)
        number.millionths = number.millionths * 10 + (text[at] - '0');
    number.millionths *= 1'000'000;
    if (at < text.size() && text[at] == '.') {
        ++at;
        for (std::int64_t unit = 100'000; is_digit() && unit > 0; ++at, ++digits, unit /= 10)
            number.millionths += (text[at] - '0') * unit;
    }
    if (digits == 0) return {};
    if (text[0] == '-') number.millionths = -number.millionths;
    number.size = at;
    return number;
}

}  // namespace

std::optional<Length> length_from_text(std::string_view text, Length em, Length line) {
    for (const SizeName& size : size_names)
        if (text == size.name) return points(size.hundredths, 100);
    const Decimal number = read_decimal(text);
    if (number.size == 0) return {};
    std::string_view unit = text.substr(number.size);
    while (!unit.empty() && unit.front() == ' ') unit.remove_prefix(1);
    if (unit == "pt") return points(number.millionths, 1'000'000);
    if (unit == "mm") return scaled(micrometres(1'000'000), number.millionths, 1'000'000'000);
    if (unit == "cm") return scaled(micrometres(1'000'000), number.millionths, 100'000'000);
    if (unit == "em") return scaled(em, number.millionths, 1'000'000);
    if (unit == "line") return scaled(line, number.millionths, 1'000'000);
    if (unit.empty() && number.millionths == 0) return Length{};
    return {};
}

}  // namespace hanqing
