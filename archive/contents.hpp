// SPDX-License-Identifier: Apache-2.0
// What was read of a bag, before anybody judges it: sizes, digests, the texts of its tag files.
#pragma once

#include "archive/digesting.hpp"
#include "archive/record_facts.hpp"
#include "archive/verify.hpp"
#include "base/notes.hpp"

#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

namespace hanqing {

/// Text of all tag files together, and of one line in a manifest: more is refused, whatever the container
/// claims.
inline constexpr std::uint64_t tag_bytes_max = std::uint64_t{400} << 20U;
inline constexpr std::uint64_t tag_line_bytes_max = 16 * 1024;
/// Records are kept and PDFs identified in memory; larger ones are only digested.
inline constexpr std::uint64_t record_bytes_max = std::uint64_t{256} << 20U;
inline constexpr std::uint64_t identified_bytes_max = std::uint64_t{48} << 20U;

/// Collects the files of one bag as some container gives them, in any order.
class Contents {
public:
    struct File {
        std::uint64_t size = 0;
        std::size_t number = 0;  ///< In the digesting.
        bool digested = false;   ///< False for what a sample left out, and for what ended too early.
    };

    Contents(Digesting& digesting, const VerifyRequest& request, Notes& findings)
        : digesting_(digesting), request_(request), findings_(findings) {}

    /// A file follows, by its path inside the bag. False: it is refused or not in the sample, its bytes are
    /// not wanted.
    bool begin(const std::string& name, std::uint64_t size);
    void data(std::string_view bytes);
    void end();
    /// No more files come.
    void finish();

    [[nodiscard]] const std::map<std::string, File>& files() const { return files_; }
    [[nodiscard]] const File* find(const std::string& name) const;
    /// The text of a tag file or of the catalogue; nothing when it is not there.
    [[nodiscard]] const std::string* text(const std::string& name) const;
    [[nodiscard]] const std::map<std::string, std::string>& texts() const { return texts_; }
    /// Hex. Requires: `digested`, settled, and an algorithm that is among those computed.
    [[nodiscard]] std::string digest(const File& file, Algorithm algorithm) const;
    [[nodiscard]] bool has(Algorithm algorithm) const;
    /// Requires: settled. Outer nothing: not looked at; inner: not readable as a PDF.
    [[nodiscard]] std::optional<std::optional<PdfIdentity>> identity(const std::string& name) const;
    void forget_text(const std::string& name) { texts_.erase(name); }
    /// What each 元数据.xml says, by its path; nothing for one that cannot be read.
    [[nodiscard]] const std::map<std::string, std::optional<RecordFacts>>& records() const { return facts_; }

private:
    bool in_sample(const std::string& name);
    void capture(std::string_view bytes);
    void identify();
    void keep(std::string_view bytes);
    void begin_record(const std::string& name);
    void finish_record();

    Digesting& digesting_;
    const VerifyRequest& request_;
    Notes& findings_;
    std::map<std::string, File> files_;
    std::map<std::string, std::string> texts_;
    std::map<std::string, std::optional<PdfIdentity>> identities_;
    mutable std::mutex mutex_;  ///< Of identities_.
    std::string name_;
    File* file_ = nullptr;  ///< The file begun last.
    std::string* text_ = nullptr;
    std::uint64_t line_ = 0, captured_ = 0, payload_seen_ = 0;
    std::string pdf_;
    bool is_pdf_ = false;
    std::string record_xml_;  ///< The 元数据.xml begun last.
    bool is_record_xml_ = false;
    std::map<std::string, std::optional<RecordFacts>> facts_;
    RecordContent record_;         ///< Being collected for request_.use_record.
    std::string* kept_ = nullptr;  ///< The file begun last, in record_.
    std::uint64_t kept_bytes_ = 0;
    bool record_fits_ = true;
};

}  // namespace hanqing
