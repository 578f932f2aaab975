// SPDX-License-Identifier: Apache-2.0
// What stands at the beginning or the end of a line and says what the line is: a number, a label, a leader, a
// date.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace hanqing {

using Text32 = std::u32string_view;

/// A label is no longer than this (出席委員：, Date of issue:).
inline constexpr std::size_t label_han_max = 16, label_letters_max = 28, label_words_max = 4;

bool is_one_of(char32_t c, Text32 any);

/// Nobody begins a line of running text with one of these: ○ □ ※ 【 …
bool is_bullet(char32_t c);

/// The first characters of a line: enough for every sign below.
std::u32string head_of(std::string_view line);

/// 一、 （一） (1) 1、 1） (a) 3.1 가. ① [1]: where such a number ends, 0 when there is none.
std::size_t number_end(Text32 head);

/// 「時間：」 or 「Owner: 」: a few characters of Han, or a few words, and a colon. Where it ends, or 0.
std::size_t label_end(Text32 head);

/// The line is a date and nothing else: 2024年5月6日, 二〇二四年五月.
bool is_date(std::string_view line);

/// 2016年12月25日 第十二届全国人民代表大会常务委员会第二十五次会议通过: when a law was made or came into force.
bool is_enactment(std::string_view line);

/// 1 范围……………3: a line of a list of contents, typed with dots and a page.
bool ends_with_leader(std::string_view line);

}  // namespace hanqing
