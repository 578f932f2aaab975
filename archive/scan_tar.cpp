// SPDX-License-Identifier: Apache-2.0
// Streaming a tar through the reader, the digests and the digest of the whole file at once.
#include "archive/reading.hpp"
#include "archive/scan.hpp"
#include "archive/tar_reader.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace hanqing {
namespace {

/// The first part of every name must be one and the same folder (RFC 8493 4).
class TopFolder {
public:
    /// The rest of the name; nothing for a member that lies elsewhere.
    std::optional<std::string> inside(std::string name) {
        while (name.starts_with("./")) name.erase(0, 2);
        const std::size_t slash = name.find('/');
        if (slash == std::string::npos) return {};
        if (top_.empty()) top_ = name.substr(0, slash);
        if (name.compare(0, slash, top_) != 0) return {};
        return name.substr(slash + 1);
    }
    [[nodiscard]] const std::string& name() const { return top_; }

private:
    std::string top_;
};

class Members : public TarSink {
public:
    Members(Contents& contents, bool strict, Notes& findings)
        : contents_(contents), strict_(strict), findings_(findings) {}

    void member(const TarMember& member) override {
        wanted_ = false;
        if (member.kind == TarMember::Kind::other) return;
        if (member.kind == TarMember::Kind::folder) {
            if (strict_) fault("tar-odd", {std::to_string(member.offset), "folder"});
            return;
        }
        const auto name = top_.inside(member.name);
        if (!name) return findings_.error({}, "tar-top", {member.name.substr(0, 200)});
        wanted_ = contents_.begin(*name, member.size);
    }
    void data(std::string_view bytes) override {
        if (wanted_) contents_.data(bytes);
    }
    void end_member() override {
        if (wanted_) contents_.end();
    }
    void fault(std::string_view id, std::vector<std::string> arguments) override {
        const bool only_odd = id == "tar-odd" || id == "tar-padding";
        findings_.add(only_odd && !strict_ ? Weight::remark : Weight::error, {}, id, std::move(arguments));
    }

    [[nodiscard]] bool wanted() const { return wanted_; }
    [[nodiscard]] const std::string& top() const { return top_.name(); }

private:
    Contents& contents_;
    bool strict_, wanted_ = false;
    Notes& findings_;
    TopFolder top_;
};

/// Only the names, content passed over.
class Names : public TarSink {
public:
    void member(const TarMember& member) override {
        if (member.name.ends_with(".txt")) names_.push_back(member.name.substr(member.name.rfind('/') + 1));
    }
    void data(std::string_view) override {}
    void end_member() override {}
    void fault(std::string_view, std::vector<std::string>) override {}
    [[nodiscard]] const std::vector<std::string>& names() const { return names_; }

private:
    std::vector<std::string> names_;
};

}  // namespace

std::vector<Algorithm> algorithms_in_tar(const std::string& path) {
    InputFile input(path, InputFile::Links::follow);
    Names names;
    TarReader reader(names);
    std::string buffer(4096, '\0');
    for (std::uint64_t at = 0; at < input.size() && !reader.broken();) {
        const std::uint64_t left = reader.content_left();
        if (left > buffer.size()) {
            input.seek(at += left);
            reader.skip(left);
            continue;
        }
        const std::size_t got = input.read(buffer);
        if (got == 0) break;
        reader.feed(std::string_view(buffer).substr(0, got));
        at += got;
    }
    return algorithms_of(names.names());
}

Scanned scan_tar(const std::string& path, Digesting& digesting, Contents& contents,
                 const VerifyRequest& request, bool strict, Notes& findings) {
    InputFile input(path, InputFile::Links::follow);
    const std::string name = file_name(path);
    const bool whole = request.sample.parts <= 1;
    Hasher hasher(Algorithm::sha256);
    Members members(contents, strict, findings);
    TarReader reader(members);
    std::uint64_t read = 0;
    for (;;) {
        constexpr std::uint64_t worth_skipping = 256 * 1024;
        if (!whole && !members.wanted() && reader.content_left() > worth_skipping) {
            const std::uint64_t left =
                std::min(reader.content_left(), input.size() - std::min(read, input.size()));
            if (left == 0) break;
            input.seek(read += left);
            reader.skip(left);
            continue;
        }
        const std::span<char> room = digesting.room(Digesting::block_bytes / 4);
        const std::size_t got = input.read(room);
        if (got == 0) break;
        const std::string_view bytes = digesting.filled(got);
        if (whole) hasher.update(bytes);
        reader.feed(bytes);
        read += got;
        if (request.progress) request.progress({name, read, input.size()});
    }
    reader.finish();
    digesting.settle();
    Scanned scanned;
    scanned.container = {name, read, whole ? hex(hasher.finish()) : ""};
    scanned.top_folder = members.top();
    return scanned;
}

}  // namespace hanqing
