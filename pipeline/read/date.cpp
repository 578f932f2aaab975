// SPDX-License-Identifier: Apache-2.0
// Dates as Chinese offices write them, to days of the calendar and back.
#include "base/unicode.hpp"
#include "read/metadata.hpp"

#include <algorithm>
#include <array>

namespace hanqing {
namespace {

constexpr std::array<std::string_view, 12> months{"January",   "February", "March",    "April",
                                                  "May",       "June",     "July",     "August",
                                                  "September", "October",  "November", "December"};

/// 0…9, of which 〇 零 ○ are zero, or nothing. 十 廿 卅 are numbers of their own.
std::optional<std::int32_t> han_digit(char32_t c) {
    constexpr std::u32string_view digits = U"〇一二三四五六七八九";
    if (c == U'零' || c == U'○' || c == U'Ｏ') return 0;
    const std::size_t at = digits.find(c);
    return at == std::u32string_view::npos ? std::nullopt : std::optional(static_cast<std::int32_t>(at));
}
std::int32_t tens_of(char32_t c) { return c == U'十' ? 10 : c == U'廿' ? 20 : c == U'卅' ? 30 : 0; }
std::optional<std::int32_t> digit(char32_t c) {
    if (c >= U'0' && c <= U'9') return static_cast<std::int32_t>(c - U'0');
    if (c >= U'０' && c <= U'９') return static_cast<std::int32_t>(c - U'０');
    return {};
}

struct Number {
    std::int32_t value = 0;
    std::size_t size = 0;  ///< Characters; 0: none.
};

/// 2024, ２０２４, 二〇二四, 十二, 二十五, 廿五.
Number number_at(std::u32string_view text, std::size_t at) {
    Number number;
    bool open_unit = false;  // a ten was just read, so the next digit is added
    for (std::size_t p = at; p < text.size() && p - at < 8; ++p, ++number.size) {
        const char32_t c = text[p];
        if (const std::int32_t tens = tens_of(c); tens > 0) {
            number.value = (number.value == 0 ? 1 : number.value) * tens;
            open_unit = true;
            continue;
        }
        const auto value = digit(c) ? digit(c) : han_digit(c);
        if (!value) break;
        number.value = open_unit ? number.value + *value : number.value * 10 + *value;
        open_unit = false;
    }
    return number;
}

std::int32_t days_in(std::int32_t year, std::int32_t month) {
    constexpr std::array<std::int32_t, 12> days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return month == 2 && leap ? 29 : days[static_cast<std::size_t>(month - 1)];
}

std::optional<Date> checked(Date date) {
    if (date.year < 1000 || date.year > 9999 || date.month < 0 || date.month > 12) return {};
    if (date.day < 0 || (date.day > 0 && (date.month == 0 || date.day > days_in(date.year, date.month))))
        return {};
    return date;
}

std::u32string compact(std::string_view text) {
    std::u32string out;
    for (const char32_t c : utf32(text))
        if (c != U' ' && c != U'\t' && c != U'　') out += c;
    return out;
}

bool is_any(std::u32string_view text, std::size_t at, std::u32string_view characters) {
    return at < text.size() && characters.find(text[at]) != std::u32string_view::npos;
}

/// Month and day behind a year, with what may stand between them.
std::optional<Date> with_month_and_day(Date date, std::u32string_view text, std::size_t at) {
    if (!is_any(text, at, U"-/.年년－．／")) return {};
    if (++at == text.size()) return is_any(text, at - 1, U"年년") ? checked(date) : std::nullopt;
    const Number month = number_at(text, at);
    if (month.size == 0 || month.value == 0) return {};
    date.month = month.value;
    at += month.size;
    if (at == text.size()) return checked(date);
    if (!is_any(text, at, U"-/.月월－．／")) return {};
    if (++at == text.size()) return is_any(text, at - 1, U"月월") ? checked(date) : std::nullopt;
    const Number day = number_at(text, at);
    if (day.size == 0 || day.value == 0) return {};
    date.day = day.value;
    at += day.size;
    const bool ends = at == text.size() || (at + 1 == text.size() && is_any(text, at, U"日号號일")) ||
                      is_any(text, at, U"T");  // a time of day follows
    return ends ? checked(date) : std::nullopt;
}

/// 2024年3月5日, 2024-3-5, 20240305, 2024.
std::optional<Date> numeric_date(std::u32string_view text) {
    const Number year = number_at(text, 0);
    if (year.size == 8 && text.size() == 8 && digit(text[0]))
        return checked({year.value / 10000, year.value / 100 % 100, year.value % 100});
    if (year.size != 4) return {};
    const Date date{year.value};
    return year.size == text.size() ? checked(date) : with_month_and_day(date, text, year.size);
}

/// An era and the year before its first.
struct Era {
    std::u32string_view name;
    std::int32_t before = 0;
};
constexpr std::array eras{Era{U"中華民國", 1911}, Era{U"中华民国", 1911}, Era{U"民國", 1911},
                          Era{U"民国", 1911},     Era{U"令和", 2018},     Era{U"平成", 1988},
                          Era{U"昭和", 1925},     Era{U"大正", 1911},     Era{U"明治", 1867}};

/// 113, 一一三, 一百一十三, 元.
Number era_year_at(std::u32string_view text, std::size_t at) {
    if (text.substr(at).starts_with(U'元')) return {1, 1};
    const Number hundreds = number_at(text, at);
    if (hundreds.size != 1 || !is_any(text, at + 1, U"百")) return hundreds;
    const Number rest = number_at(text, at + 2);
    return {hundreds.value * 100 + rest.value, rest.size + 2};
}

/// 民國113年5月2日, 令和元年5月1日: as the offices of Taiwan and Japan must write.
std::optional<Date> era_date(std::u32string_view text) {
    const auto era =
        std::find_if(eras.begin(), eras.end(), [&](const Era& e) { return text.starts_with(e.name); });
    if (era == eras.end()) return {};
    const std::size_t at = era->name.size();
    const Number year = era_year_at(text, at);
    if (year.size == 0 || year.value == 0 || year.value > 999 || at + year.size == text.size()) return {};
    return with_month_and_day({era->before + year.value}, text, at + year.size);
}

std::optional<std::int32_t> month_named(std::string_view word) {
    for (std::size_t i = 0; i < months.size(); ++i) {
        const bool whole = word == months[i];
        const bool shortened =
            word.size() >= 3 && word.size() <= 4 && months[i].starts_with(word.substr(0, 3));
        if (whole || shortened) return static_cast<std::int32_t>(i + 1);
    }
    return {};
}

/// 5 March 2024; March 5, 2024; March 2024.
std::optional<Date> english_date(std::string_view text) {
    Date date;
    std::size_t words = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find_first_of(" ,.", at), text.size());
        const std::string_view word = text.substr(at, end - at);
        at = end + 1;
        if (word.empty()) continue;
        if (++words > 3) return {};
        const std::u32string wide = utf32(word);
        const Number number = number_at(wide, 0);
        if (const auto month = month_named(word))
            date.month = *month;
        else if (number.size == 4 && wide.size() == 4)
            date.year = number.value;
        else if (number.size > 0 && number.size <= 2 && wide.size() == number.size)
            date.day = number.value;
        else
            return {};
    }
    return date.month > 0 && date.year > 0 ? checked(date) : std::nullopt;
}

std::string padded(std::int32_t value) { return (value < 10 ? "0" : "") + std::to_string(value); }

}  // namespace

std::optional<Date> date_from_text(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(" \t");
    if (begin == std::string_view::npos || text.size() > 64) return {};
    text = text.substr(begin);
    if ((text[0] >= 'A' && text[0] <= 'Z') || text.find_first_of("JFMASOND") != std::string_view::npos)
        return english_date(text);
    // "2024-03-05 12:00": what follows the blank is the time of day.
    const std::size_t blank = text.find(' ');
    if (blank != std::string_view::npos && text.find(':', blank) != std::string_view::npos)
        text = text.substr(0, blank);
    const std::u32string plain = compact(text);
    const auto date = era_date(plain);
    return date ? date : numeric_date(plain);
}

std::string date_text(const Date& date, Language language) {
    const std::string year = std::to_string(date.year);
    const std::string month = std::to_string(date.month);
    const std::string day = std::to_string(date.day);
    if (language == Language::ko)
        return year + "년" + (date.month > 0 ? " " + month + "월" : "") +
               (date.day > 0 ? " " + day + "일" : "");
    if (is_han(language))
        return year + "年" + (date.month > 0 ? month + "月" : "") + (date.day > 0 ? day + "日" : "");
    if (date.month == 0) return year;
    return (date.day > 0 ? day + " " : "") + std::string(months[static_cast<std::size_t>(date.month - 1)]) +
           " " + year;
}

std::string iso_date(const Date& date) {
    std::string text = std::to_string(date.year);
    if (date.month > 0) text += "-" + padded(date.month);
    if (date.day > 0) text += "-" + padded(date.day);
    return text;
}

}  // namespace hanqing
