// SPDX-License-Identifier: Apache-2.0
// A spreadsheet's CSV (RFC 4180, with ; or TAB too, UTF-8 or GB18030) -> one Record for each row.
#include "base/unicode.hpp"
#include "read/record.hpp"

#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>

namespace hanqing {
namespace {

struct Field {
    std::string text;
    std::size_t begin = 0, end = 0;
};
using Row = std::vector<Field>;

struct ConverterClose {
    void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, ConverterClose>;

Converter gb18030_converter() {
    UErrorCode status = U_ZERO_ERROR;
    Converter converter(ucnv_open("gb18030", &status));
    if (U_FAILURE(status) != 0) throw Failure("unicode-data", {u_errorName(status)});
    ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
    return converter;
}

std::optional<std::string> utf8_from(UConverter& converter, std::string_view bytes) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::UnicodeString text(bytes.data(), static_cast<std::int32_t>(bytes.size()), &converter, status);
    if (U_FAILURE(status) != 0) return {};
    std::string out;
    return text.toUTF8String(out);
}

/// The separator that occurs most in the head row, outside quotes.
char separator_of(std::string_view bytes) {
    constexpr std::array<char, 3> candidates{',', ';', '\t'};
    std::array<std::size_t, 3> counts{};
    bool quoted = false;
    for (const char c : bytes) {
        if (c == '"') quoted = !quoted;
        if (!quoted && (c == '\n' || c == '\r')) break;
        for (std::size_t i = 0; i < candidates.size(); ++i)
            counts[i] += !quoted && c == candidates[i] ? 1 : 0;
    }
    return candidates[static_cast<std::size_t>(std::max_element(counts.begin(), counts.end()) -
                                               counts.begin())];
}

/// Separators, quotes and line ends never are part of a GB18030 character, so the bytes are split as they
/// are.
class CsvReader {
public:
    CsvReader(std::string_view bytes, std::uint32_t file, Notes& notes)
        : bytes_(bytes), file_(file), notes_(notes), separator_(separator_of(bytes)) {
        if (bytes_.starts_with("\xEF\xBB\xBF")) at_ = 3;
        if (first_invalid_utf8(bytes_)) converter_ = gb18030_converter();
    }

    /// The next row; empty fields and all. Nothing at the end or after a fault.
    std::optional<Row> row() {
        if (at_ >= bytes_.size() || failed_) return {};
        Row row;
        do row.push_back(field());
        while (!failed_ && take_separator());
        take_line_end();
        return failed_ ? std::nullopt : std::optional<Row>(std::move(row));
    }
    void fault(std::size_t begin, std::size_t end, std::string_view what) {
        notes_.error({file_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, what);
        failed_ = true;
    }
    [[nodiscard]] bool failed() const { return failed_; }

private:
    Field field();
    std::string quoted();
    std::string plain() {
        const char stops[] = {separator_, '\n', '\r'};
        const std::size_t end =
            std::min(bytes_.find_first_of(std::string_view(stops, 3), at_), bytes_.size());
        std::string text(bytes_.substr(at_, end - at_));
        at_ = end;
        return text;
    }
    bool take_separator() {
        const bool here = at_ < bytes_.size() && bytes_[at_] == separator_;
        at_ += here ? 1 : 0;
        return here;
    }
    void take_line_end() {
        if (at_ < bytes_.size() && bytes_[at_] == '\r') ++at_;
        if (at_ < bytes_.size() && bytes_[at_] == '\n') ++at_;
    }

    std::string_view bytes_;
    std::uint32_t file_;
    Notes& notes_;
    char separator_;
    Converter converter_;
    std::size_t at_ = 0;
    bool failed_ = false;
};

std::string trimmed(std::string_view text) {
    constexpr std::string_view wide_blank = "\xE3\x80\x80";
    while (text.starts_with(' ') || text.starts_with('\t')) text.remove_prefix(1);
    while (text.starts_with(wide_blank)) text.remove_prefix(wide_blank.size());
    while (text.ends_with(wide_blank)) text.remove_suffix(wide_blank.size());
    while (text.ends_with(' ') || text.ends_with('\t')) text.remove_suffix(1);
    return std::string(text);
}

Field CsvReader::field() {
    Field field;
    field.begin = at_;
    field.text = at_ < bytes_.size() && bytes_[at_] == '"' ? quoted() : plain();
    field.end = at_;
    if (converter_) {
        auto text = utf8_from(*converter_, field.text);
        if (text)
            field.text = std::move(*text);
        else
            fault(field.begin, field.end, "csv-encoding");
    }
    field.text = trimmed(field.text);
    return field;
}

std::string CsvReader::quoted() {
    const std::size_t begin = at_++;
    std::string text;
    while (true) {
        const std::size_t quote = bytes_.find('"', at_);
        if (quote == std::string_view::npos) {
            fault(begin, begin + 1, "csv-quote-open");
            return {};
        }
        text += bytes_.substr(at_, quote - at_);
        at_ = quote + 1;
        if (at_ >= bytes_.size() || bytes_[at_] != '"') break;
        text += '"';
        ++at_;
    }
    const bool ends =
        at_ >= bytes_.size() || bytes_[at_] == separator_ || bytes_[at_] == '\n' || bytes_[at_] == '\r';
    if (!ends) fault(at_, at_ + 1, "csv-quote-inside");
    return text;
}

bool is_blank(const Row& row) {
    return std::all_of(row.begin(), row.end(), [](const Field& field) { return field.text.empty(); });
}

Place place_of(const Field& field, std::uint32_t file) {
    return {file, static_cast<std::uint32_t>(field.begin), static_cast<std::uint32_t>(field.end)};
}

void check_head(const Row& head, std::uint32_t file, Notes& notes) {
    for (std::size_t i = 0; i < head.size(); ++i)
        for (std::size_t j = 0; j < i && !head[i].text.empty(); ++j)
            if (head[i].text == head[j].text)
                notes.error(place_of(head[i], file), "csv-duplicate-column", {head[i].text});
}

Record record_of(const Row& row, const Row& head, std::uint32_t file, Notes& notes) {
    Record record;
    record.kind = Value::Kind::map;
    record.place = place_of(row.front(), file);
    record.place.end = static_cast<std::uint32_t>(row.back().end);
    for (std::size_t i = 0; i < row.size(); ++i) {
        if (row[i].text.empty()) continue;
        if (i >= head.size() || head[i].text.empty()) {
            notes.error(place_of(row[i], file), "csv-too-many-fields", {row[i].text});
            continue;
        }
        Value value;
        value.kind = Value::Kind::text;
        value.text = row[i].text;
        value.place = place_of(row[i], file);
        record.map.push_back({head[i].text, place_of(head[i], file), std::move(value)});
    }
    return record;
}

}  // namespace

std::vector<Record> records_from_csv(std::string_view bytes, std::uint32_t file, Notes& notes) {
    CsvReader reader(bytes, file, notes);
    std::vector<Record> records;
    const auto head = reader.row();
    if (!head) return records;
    check_head(*head, file, notes);
    while (const auto row = reader.row())
        if (!is_blank(*row)) records.push_back(record_of(*row, *head, file, notes));
    return records;
}

}  // namespace hanqing
