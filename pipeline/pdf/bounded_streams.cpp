// SPDX-License-Identifier: Apache-2.0
// Streams through qpdf's pipelines into strings of bounded length.
#include "pdf/bounded_streams.hpp"

#include <qpdf/Pipeline.hh>
#include <qpdf/QPDFObjectHandle.hh>

#include <algorithm>
#include <stdexcept>

namespace hanqing {

namespace {

class Sink : public Pipeline {
public:
    explicit Sink(std::uint64_t max) : Pipeline("bounded", nullptr), max_(max) {}
    using Pipeline::write;
    void write(const unsigned char* data, std::size_t size) override {
        if (size > max_ - bytes.size()) {
            full = true;
            throw std::runtime_error("stream too long");
        }
        bytes.append(reinterpret_cast<const char*>(data), size);
    }
    void finish() override {}

    std::string bytes;
    bool full = false;

private:
    std::uint64_t max_;
};

}  // namespace

std::string BoundedStreams::inflate(QPDFObjectHandle& stream) {
    if (!stream.isStream()) return {};
    Sink sink(std::min(one_max_, left_));
    bool good = false;
    try {
        good = stream.pipeStreamData(&sink, 0, qpdf_dl_generalized, true);
    } catch (const std::exception&) {
        good = false;
    }
    exhausted_ = exhausted_ || sink.full;
    left_ -= std::min<std::uint64_t>(left_, sink.bytes.size());
    return good && !sink.full ? std::move(sink.bytes) : std::string();
}

}  // namespace hanqing
