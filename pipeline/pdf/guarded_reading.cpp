// SPDX-License-Identifier: Apache-2.0
// Measuring streams before libqpdf takes them into memory.
#include "pdf/guarded_reading.hpp"

#include "base/notes.hpp"
#include "pdf/bounded_streams.hpp"
#include "pdf/readable.hpp"

#include <qpdf/Pipeline.hh>
#include <qpdf/Pl_Flate.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFXRefEntry.hh>

#include <algorithm>
#include <charconv>
#include <set>
#include <stdexcept>

namespace hanqing {

namespace {

/// A million objects need no more.
constexpr std::uint64_t structure_bytes_max = 64U << 20;
constexpr std::size_t chain_max = 1'000, dictionary_max = 65'536;

const char* const too_long = "its structure inflates beyond every measure";

/// Swallows what comes and counts it.
class Measure : public Pipeline {
public:
    explicit Measure(std::uint64_t max) : Pipeline("measure", nullptr), left_(max) {}
    using Pipeline::write;
    void write(const unsigned char*, std::size_t size) override {
        if (size > left_) {
            is_full = true;
            throw std::runtime_error(too_long);
        }
        left_ -= size;
    }
    void finish() override {}
    bool is_full = false;

private:
    std::uint64_t left_;
};

bool inflates_beyond(std::string_view deflated, std::uint64_t max) {
    Measure measure(max);
    try {
        Pl_Flate inflate("inflate", &measure, Pl_Flate::a_inflate);
        constexpr std::size_t block = 1U << 16;
        for (std::size_t at = 0; at < deflated.size(); at += block) {
            const std::string_view part = deflated.substr(at, block);
            inflate.write(reinterpret_cast<const unsigned char*>(part.data()), part.size());
        }
        inflate.finish();
    } catch (const std::exception&) {
        return measure.is_full;  // else it is no deflate, or other bytes follow
    }
    return false;
}

std::size_t number_after(std::string_view text, std::string_view key) {
    std::size_t at = text.rfind(key);
    if (at == text.npos) return text.npos;
    at = text.find_first_of("0123456789", at + key.size());
    std::size_t number = 0;
    if (at == text.npos ||
        std::from_chars(text.data() + at, text.data() + text.size(), number).ec != std::errc())
        return text.npos;
    return number;
}

/// Whether more than one filter stands between the stream and its bytes.
bool is_filtered_twice(std::string_view dictionary) {
    const std::size_t filter = dictionary.find("/Filter");
    const std::size_t first = filter == dictionary.npos ? filter : dictionary.find("Decode", filter);
    if (first == dictionary.npos || dictionary.substr(filter, first - filter).find('[') == dictionary.npos)
        return false;
    return dictionary.find("Decode", first + 1) < dictionary.find(']', first);
}

/// Cross-reference streams, from the last one back.
void measure_chain(std::string_view bytes, std::uint64_t max) {
    std::size_t at = number_after(bytes, "startxref");
    std::set<std::size_t> seen;
    while (at < bytes.size() && seen.size() < chain_max && seen.insert(at).second) {
        const std::string_view rest = bytes.substr(at);
        if (rest.starts_with("xref")) {  // a table, with no more than its bytes behind it
            at = number_after(rest.substr(0, rest.find("startxref")), "/Prev");
            continue;
        }
        const std::size_t end = rest.substr(0, dictionary_max).find("stream");
        if (end == rest.npos) return;
        const std::string_view dictionary = rest.substr(0, end);
        const std::size_t begin = rest.find_first_not_of("\r\n", end + 6);
        if (is_filtered_twice(dictionary) || (begin != rest.npos && inflates_beyond(rest.substr(begin), max)))
            throw Failure("pdf-unreadable", {too_long});
        at = number_after(dictionary, "/Prev");
    }
}

void measure_object_streams(QPDF& pdf, std::uint64_t one_max, std::uint64_t all_max) {
    std::set<int> numbers;
    for (const auto& [object, entry] : pdf.getXRefTable())
        if (entry.getType() == 2) numbers.insert(entry.getObjStreamNumber());
    BoundedStreams streams(one_max, all_max);
    for (const int number : numbers) {
        QPDFObjectHandle stream = pdf.getObjectByID(number, 0);
        streams.inflate(stream);
        if (streams.is_exhausted()) throw Failure("pdf-unreadable", {too_long});
    }
}

}  // namespace

void open_guarded(QPDF& pdf, std::string_view bytes, const InspectionLimits& limits) {
    const std::uint64_t max = std::min(limits.stream_bytes, structure_bytes_max);
    measure_chain(bytes, max);
    pdf.setSuppressWarnings(true);
    try {
        pdf.processMemoryFile("PDF", bytes.data(), bytes.size());
        measure_object_streams(pdf, max, limits.all_bytes);
    } catch (const Failure&) {
        throw;
    } catch (const std::exception& e) {
        throw Failure("pdf-unreadable", {readable(e.what())});
    }
}

}  // namespace hanqing
