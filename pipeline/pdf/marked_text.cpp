// SPDX-License-Identifier: Apache-2.0
// A page's operators into texts by marked-content identifier. ActualText speaks for what it encloses.
#include "pdf/marked_text.hpp"

#include "base/unicode.hpp"
#include "pdf/readable.hpp"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>

#include <optional>
#include <vector>

namespace hanqing {

namespace {

constexpr std::size_t operands_max = 20'000;
constexpr std::size_t marks_max = 1'000;

class TextReader : public QPDFObjectHandle::ParserCallbacks {
public:
    TextReader(QPDF& pdf, QPDFObjectHandle resources, BoundedStreams& streams, ReadFonts& fonts)
        : pdf_(&pdf), resources_(std::move(resources)), streams_(&streams), fonts_(&fonts) {}
    using QPDFObjectHandle::ParserCallbacks::handleObject;
    void handleObject(QPDFObjectHandle object, std::size_t, std::size_t) override {
        if (object.isOperator()) {
            take(object.getOperatorValue());
            operands_.clear();
        } else if (operands_.size() < operands_max) {
            operands_.push_back(object);
        }
    }
    void handleEOF() override {}

    std::map<std::int64_t, MarkedText> texts;

private:
    struct Mark {
        std::optional<std::int64_t> identifier;
        bool is_spoken_for = false;  ///< An ActualText around has said it all.
    };

    void take(const std::string& op) {
        if (op == "BDC") begin(true);
        if (op == "BMC") begin(false);
        if (op == "EMC" && !marks_.empty()) marks_.pop_back();
        if (op == "Tf" && operands_.size() == 2) font_ = font_named(operands_[0]);
        if (op == "Td" || op == "TD" || op == "T*" || op == "'" || op == "\"") move_to_line(op);
        if (op == "Tm") line_ended_ = true;
        if ((op == "Tj" || op == "'" || op == "\"") && !operands_.empty()) show(operands_.back());
        if (op == "TJ" && !operands_.empty() && operands_.back().isArray())
            for (QPDFObjectHandle& piece : operands_.back().getArrayAsVector()) show(piece);
    }

    void begin(bool has_properties) {
        Mark mark = marks_.empty() ? Mark{} : marks_.back();
        if (has_properties && operands_.size() == 2) {
            QPDFObjectHandle properties = operands_[1];
            if (properties.isName())
                properties = resources_.getKey("/Properties").getKeyIfDict(properties.getName());
            if (properties.isDictionary()) read(properties, mark);
        }
        if (marks_.size() < marks_max) marks_.push_back(mark);
    }

    void read(QPDFObjectHandle& properties, Mark& mark) {
        QPDFObjectHandle identifier = properties.getKey("/MCID");
        if (identifier.isInteger()) {
            mark.identifier = identifier.getIntValue();
            texts.try_emplace(*mark.identifier);
        }
        QPDFObjectHandle actual = properties.getKey("/ActualText");
        if (!actual.isString() || mark.is_spoken_for) return;
        if (mark.identifier) say(texts[*mark.identifier], readable(actual.getUTF8Value()));
        if (mark.identifier) texts[*mark.identifier].is_silent = actual.getStringValue().empty();
        mark.is_spoken_for = true;
    }

    const UnicodeMap* font_named(QPDFObjectHandle& name) {
        if (!name.isName()) return nullptr;
        const QPDFObjectHandle font = resources_.getKey("/Font").getKeyIfDict(name.getName());
        const QPDFObjGen number = font.getObjGen();
        const auto [found, is_new] = fonts_->try_emplace({number.getObj(), number.getGen()});
        if (is_new || number.getObj() == 0) found->second = UnicodeMap::from_font(*pdf_, font, *streams_);
        return &found->second;
    }

    void move_to_line(const std::string& op) {
        const bool stays = (op == "Td" || op == "TD") && operands_.size() == 2 && operands_[1].isNumber() &&
                           operands_[1].getNumericValue() == 0;
        if (!stays) line_ended_ = true;
    }

    void show(QPDFObjectHandle& piece) {
        if (!piece.isString() || font_ == nullptr || marks_.empty()) return;
        const Mark& mark = marks_.back();
        if (!mark.identifier || mark.is_spoken_for) return;
        say(texts[*mark.identifier], font_->text(piece.getStringValue()));
    }

    void say(MarkedText& said, const std::string& text) {
        if (said.text.empty()) said.begins_line = line_ended_;
        if (line_ended_)
            append_line(said.text, text);
        else
            said.text += text;
        line_ended_ = false;
    }

    QPDF* pdf_;
    QPDFObjectHandle resources_;
    BoundedStreams* streams_;
    ReadFonts* fonts_;
    std::vector<QPDFObjectHandle> operands_;
    std::vector<Mark> marks_;
    const UnicodeMap* font_ = nullptr;
    bool line_ended_ = false;
};

std::string contents(QPDFObjectHandle& page, BoundedStreams& streams) {
    QPDFObjectHandle held = page.getKey("/Contents");
    if (held.isStream()) return streams.inflate(held);
    std::string all;
    if (held.isArray())
        for (QPDFObjectHandle& part : held.getArrayAsVector()) all += streams.inflate(part) + '\n';
    return all;
}

}  // namespace

void append_line(std::string& to, std::string_view text) {
    if (!to.empty() && !text.empty()) {
        std::size_t at = 0;
        const char32_t last = code_point_before(to, to.size()), next = next_code_point(text, at);
        if (!is_wide(last) && !is_wide(next) && last != ' ' && next != ' ') to += ' ';
    }
    to += text;
}

std::map<std::int64_t, MarkedText> marked_text(QPDF& pdf, QPDFObjectHandle page, BoundedStreams& streams,
                                               ReadFonts& fonts) {
    QPDFObjectHandle resources = page.getKey("/Resources");
    if (!resources.isDictionary()) resources = QPDFObjectHandle::newDictionary();
    TextReader reader(pdf, resources, streams, fonts);
    QPDFObjectHandle::newStream(&pdf, contents(page, streams)).parseAsContents(&reader);
    return std::move(reader.texts);
}

}  // namespace hanqing
