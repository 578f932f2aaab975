// SPDX-License-Identifier: Apache-2.0
// Bytes of a tar, as they come -> its members. Strict, streaming, and bounded whatever the bytes say
// (POSIX.1-2001 pax).
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace hanqing {

/// Pax or GNU long-name data beyond this is refused: a path has at most 4,000 bytes.
inline constexpr std::uint64_t extension_bytes_max = 64 * 1024;
/// Members in one container.
inline constexpr std::uint64_t members_max = 1'000'000;

struct TarMember {
    std::string name;
    std::uint64_t size = 0;
    std::uint64_t offset = 0;  ///< Of its first header.
    enum class Kind : std::uint8_t {
        file,
        folder,
        other
    } kind = Kind::file;  ///< Others are faults; their data is passed over.
};

/// Receives what the reader finds, in order.
class TarSink {
public:
    virtual ~TarSink() = default;
    virtual void member(const TarMember& member) = 0;
    virtual void data(std::string_view bytes) = 0;  ///< Of the last member; only for files.
    virtual void end_member() = 0;                  ///< After the last byte of a file.
    /// Ids: "tar-header" {offset, what}, "tar-kind" {name, kind}, "tar-extension" {offset, what},
    /// "tar-padding" {offset}, "tar-truncated" {offset, name}, "tar-trailing" {offset}, "tar-many" {count}.
    virtual void fault(std::string_view id, std::vector<std::string> arguments) = 0;
};

/// Push parser. What a foreign tar may have and ours never does (global headers, GNU names, padding that is
/// not zero, a file's time in pax form, blocks after the end) is a fault "tar-odd" {offset, what}.
class TarReader {
public:
    explicit TarReader(TarSink& sink) : sink_(sink) {}
    void feed(std::string_view bytes);
    /// No more bytes come.
    void finish();
    /// Bytes from here that hold nothing but the current file's content: a sampling reader may pass over them
    /// with `skip` instead of feeding them.
    [[nodiscard]] std::uint64_t content_left() const { return state_ == State::content ? left_ : 0; }
    void skip(std::uint64_t bytes);
    /// A header could not be understood: nothing after it can be found.
    [[nodiscard]] bool broken() const { return state_ == State::broken; }

private:
    enum class State : std::uint8_t { header, extension, content, padding, end, broken };
    void header(std::string_view block);
    void plain_header(std::string_view block, std::uint64_t size);
    void extension_header(char type, std::uint64_t size);
    void extension_done();
    void pax_record(std::string_view key, std::string_view value);
    void pax_records(std::string_view records);
    void zero_block();
    void content_done();
    void begin_content(std::uint64_t size, State state);
    void begin_padding();
    void check_padding(std::string_view bytes);
    void odd(std::string_view what);
    void stop(std::string_view what);
    [[nodiscard]] std::string here() const { return std::to_string(offset_); }

    TarSink& sink_;
    State state_ = State::header;
    std::uint64_t offset_ = 0;   ///< Of the next byte.
    std::uint64_t left_ = 0;     ///< Bytes left in content, extension or padding.
    std::uint64_t padding_ = 0;  ///< That follow the content.
    bool padding_told_ = false;
    std::string block_;  ///< A header that is not complete yet.
    std::string extension_;
    char extension_type_ = 0;
    std::uint64_t member_offset_ = 0;
    bool in_member_ = false;  ///< An extension header waits for its member.
    std::string name_;        ///< From an extension; empty: from the header.
    std::uint64_t size_ = 0;
    bool has_size_ = false, sparse_ = false;
    TarMember member_;
    std::uint64_t members_ = 0;
    int zero_blocks_ = 0;
};

}  // namespace hanqing
