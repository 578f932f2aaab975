// SPDX-License-Identifier: Apache-2.0
// What can go wrong: the author's mistakes as notes, the world's refusals as failures.
// Neither carries words: a stable name and arguments, which only `cli` turns into a sentence.
#pragma once

#include <cstdint>
#include <exception>
#include <string>
#include <string_view>
#include <vector>

namespace hanqing {

/// A range of bytes in one of a report's files. File 0 is the report itself; the others
/// (defaults, catalogue, style sheets) are named in the report's list of sources.
struct Place {
    std::uint32_t file = 0;
    std::uint32_t begin = 0;  ///< Byte offset in the file as it lies on disk.
    std::uint32_t end = 0;    ///< One past the last byte; equal to `begin` for a point.
    friend bool operator==(const Place&, const Place&) = default;
};

/// What becomes of the report: a remark changes nothing, a warning still gives a PDF, an error gives none.
enum class Weight : std::uint8_t { remark, warning, error };

struct Note {
    Weight weight = Weight::warning;
    Place place;
    std::string id;                      ///< Stable name, as "image-missing"; worded in cli/wording.
    std::vector<std::string> arguments;  ///< In the order in which the wording names them: {0}, {1}…
    friend bool operator==(const Note&, const Note&) = default;
};

/// The notes of one report, in the order in which they were made.
class Notes {
public:
    /// Beyond this many notes of one name further ones are only counted (a table of 10,000 bad rows
    /// must not fill the memory); cli says how many more there were.
    static constexpr std::uint32_t same_name_max = 1000;

    void add(Weight weight, Place place, std::string_view id, std::vector<std::string> arguments = {});
    void remark(Place place, std::string_view id, std::vector<std::string> arguments = {}) {
        add(Weight::remark, place, id, std::move(arguments));
    }
    void warning(Place place, std::string_view id, std::vector<std::string> arguments = {}) {
        add(Weight::warning, place, id, std::move(arguments));
    }
    void error(Place place, std::string_view id, std::vector<std::string> arguments = {}) {
        add(Weight::error, place, id, std::move(arguments));
    }
    /// As `add`, unless a note of this name was made before: for "one note per kind".
    void once(Weight weight, Place place, std::string_view id, std::vector<std::string> arguments = {});

    [[nodiscard]] const std::vector<Note>& all() const { return notes_; }
    [[nodiscard]] bool has_errors() const { return errors_; }
    /// How many notes of each name were counted but not kept.
    [[nodiscard]] std::uint32_t left_out(std::string_view id) const;

private:
    struct Count {
        std::string id;
        std::uint32_t count = 0;
    };
    Count& count_of(std::string_view id);
    std::vector<Note> notes_;
    std::vector<Count> counts_;
    bool errors_ = false;
};

/// The world refused (file, font, disk, library): thrown where the call was made, caught per report by
/// `batch` and otherwise in `main`. `id` and `arguments` as in Note; "write-file" {path, reason}.
class Failure : public std::exception {
public:
    explicit Failure(std::string id, std::vector<std::string> arguments = {});
    [[nodiscard]] const std::string& id() const { return id_; }
    [[nodiscard]] const std::vector<std::string>& arguments() const { return arguments_; }
    /// "id: argument, argument": for logs and tests; people get the wording of cli.
    [[nodiscard]] const char* what() const noexcept override { return what_.c_str(); }

private:
    std::string id_;
    std::vector<std::string> arguments_;
    std::string what_;
};

}  // namespace hanqing
