// SPDX-License-Identifier: Apache-2.0
// libFuzzer target: bytes, cut into pieces at will -> the tar reader. However it is fed, it says the same;
// what it gives out never exceeds what came in.
#include "claim.hpp"

#include "archive/tar_reader.hpp"

#include <algorithm>
#include <string>
#include <vector>

using namespace hanqing;

namespace {

class Said : public TarSink {
public:
    void member(const TarMember& member) override {
        text_ += "member " + member.name + " " + std::to_string(member.size) + "\n";
    }
    void data(std::string_view bytes) override { bytes_ += bytes.size(); }
    void end_member() override { text_ += "end\n"; }
    void fault(std::string_view id, std::vector<std::string> arguments) override {
        text_ += id;
        for (const std::string& argument : arguments) text_ += " " + argument;
        text_ += "\n";
    }
    std::string text_;
    std::size_t bytes_ = 0;
};

Said read(std::string_view bytes, std::size_t piece) {
    Said said;
    TarReader reader(said);
    for (; !bytes.empty(); bytes.remove_prefix(std::min(piece, bytes.size())))
        reader.feed(bytes.substr(0, piece));
    reader.finish();
    return said;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    if (size == 0) return 0;
    const std::string_view bytes = bytes_of(data + 1, size - 1);
    const Said whole = read(bytes, std::max<std::size_t>(bytes.size(), 1));
    const Said pieces = read(bytes, data[0] + std::size_t{1});
    must(whole.text_ == pieces.text_ && whole.bytes_ == pieces.bytes_ && whole.bytes_ <= bytes.size());
    return 0;
}
