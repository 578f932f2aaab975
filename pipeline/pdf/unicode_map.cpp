// SPDX-License-Identifier: Apache-2.0
// ToUnicode CMaps into texts by code. qpdf's content parser reads their tokens; ranges are bounded.
#include "pdf/unicode_map.hpp"

#include "base/unicode.hpp"
#include "pdf/readable.hpp"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>

#include <vector>

namespace hanqing {

namespace {

constexpr std::size_t entries_max = 70'000;
constexpr std::string_view unreadable = "\xEF\xBF\xBD";

std::uint32_t number_from(const std::string& code) {
    std::uint32_t number = 0;
    for (const char c : code) number = number << 8U | static_cast<unsigned char>(c);
    return number;
}

/// A range counts up in the last byte of its text.
std::string counted(std::string text, std::uint32_t by) {
    if (!text.empty()) text.back() = static_cast<char>(static_cast<unsigned char>(text.back()) + by);
    return text;
}

class CMapReader : public QPDFObjectHandle::ParserCallbacks {
public:
    explicit CMapReader(UnicodeMap& map) : map_(&map) {}
    using QPDFObjectHandle::ParserCallbacks::handleObject;
    void handleObject(QPDFObjectHandle object, std::size_t, std::size_t) override {
        if (!object.isOperator()) {
            if (operands_.size() < entries_max) operands_.push_back(object);
            return;
        }
        const std::string op = object.getOperatorValue();
        if (op == "endcodespacerange") take_code_size();
        if (op == "endbfchar") take_characters();
        if (op == "endbfrange") take_ranges();
        operands_.clear();
    }
    void handleEOF() override {}

private:
    void add(std::uint32_t code, const std::string& utf16) {
        if (++count_ <= entries_max) map_->add(code, readable(utf8_from_utf16(utf16)));
    }
    void take_code_size() {
        if (!operands_.empty() && operands_.front().isString())
            map_->set_code_size(operands_.front().getStringValue().size());
    }
    void take_characters() {
        for (std::size_t i = 0; i + 1 < operands_.size(); i += 2)
            if (operands_[i].isString() && operands_[i + 1].isString())
                add(number_from(operands_[i].getStringValue()), operands_[i + 1].getStringValue());
    }
    void take_ranges() {
        for (std::size_t i = 0; i + 2 < operands_.size(); i += 3) {
            if (!operands_[i].isString() || !operands_[i + 1].isString()) continue;
            const std::uint32_t first = number_from(operands_[i].getStringValue());
            const std::uint32_t last = number_from(operands_[i + 1].getStringValue());
            QPDFObjectHandle& to = operands_[i + 2];
            for (std::uint32_t n = 0; first + n <= last && n < 65536 && count_ < entries_max; ++n) {
                if (to.isString())
                    add(first + n, counted(to.getStringValue(), n));
                else if (to.isArray() && static_cast<int>(n) < to.getArrayNItems() &&
                         to.getArrayItem(static_cast<int>(n)).isString())
                    add(first + n, to.getArrayItem(static_cast<int>(n)).getStringValue());
            }
        }
    }

    UnicodeMap* map_;
    std::vector<QPDFObjectHandle> operands_;
    std::size_t count_ = 0;
};

}  // namespace

std::string utf8_from_utf16(std::string_view bytes) {
    std::string out;
    const auto unit = [&](std::size_t i) {
        return static_cast<char32_t>(static_cast<unsigned char>(bytes[i]) << 8U |
                                     static_cast<unsigned char>(bytes[i + 1]));
    };
    for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
        char32_t c = unit(i);
        const bool is_high = c >= 0xD800 && c < 0xDC00;
        if (is_high && i + 3 < bytes.size() && unit(i + 2) >= 0xDC00 && unit(i + 2) < 0xE000) {
            c = 0x10000 + ((c - 0xD800) << 10U) + (unit(i + 2) - 0xDC00);
            i += 2;
        }
        append_utf8(out, c >= 0xD800 && c < 0xE000 ? char32_t{0xFFFD} : c);
    }
    return out;
}

void UnicodeMap::add(std::uint32_t code, std::string utf8) { texts_.insert_or_assign(code, std::move(utf8)); }

UnicodeMap UnicodeMap::from_font(QPDF& pdf, QPDFObjectHandle font, BoundedStreams& streams) {
    UnicodeMap map;
    if (!font.isDictionary()) return map;
    if (font.getKey("/Subtype").isNameAndEquals("/Type0")) map.code_size_ = 2;
    QPDFObjectHandle to_unicode = font.getKey("/ToUnicode");
    const std::string cmap = streams.inflate(to_unicode);
    if (cmap.empty()) return map;
    CMapReader reader(map);
    QPDFObjectHandle::newStream(&pdf, cmap).parseAsContents(&reader);
    if (map.code_size_ == 0 || map.code_size_ > 4) map.code_size_ = 1;
    return map;
}

std::string UnicodeMap::text(std::string_view codes) const {
    std::string out;
    for (std::size_t i = 0; i + code_size_ <= codes.size(); i += code_size_) {
        const std::uint32_t code = number_from(std::string(codes.substr(i, code_size_)));
        const auto found = texts_.find(code);
        if (found != texts_.end())
            out += found->second;
        else if (code_size_ == 1 && code >= 0x20 && code < 0x7F)
            out += static_cast<char>(code);
        else
            out += unreadable;
    }
    return out;
}

}  // namespace hanqing
