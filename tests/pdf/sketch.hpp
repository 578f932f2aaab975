// SPDX-License-Identifier: Apache-2.0
// Sketch: Pages drawn by hand, so that the writer is tested without the stages before it.
#pragma once

#include "pages/pages.hpp"
#include "pdf/pdf.hpp"
#include "pdf/planted.hpp"

#include <string>
#include <string_view>

namespace hanqing {

/// What planted_fault() answers in this program.
extern Fault fault_to_plant;

const Fonts& test_fonts();

/// "Noto Serif CJK SC" and so on, as setup installs them.
inline constexpr std::string_view song = "Noto Serif CJK SC", hei = "Noto Sans CJK SC", kai = "LXGW WenKai",
                                  latin = "STIX", mono = "JetBrains Mono", rare = "HanaMinB";

struct Ink {
    std::string_view family = song;
    std::int64_t size = 10;  ///< Half points are not needed here.
    Colour colour = black;
    std::uint32_t tag = none;
    Artifact artifact = Artifact::none;
    Length stretch;  ///< Added after each glyph, as justification does.
    bool added_hyphen = false;
    std::int32_t turn = 0;
    Language language = Language::zh_hans;
    bool code = false;
};

class Sketch {
public:
    Sketch();
    Pages pages;

    std::uint32_t tag(TagKind kind, std::uint32_t parent);
    std::uint32_t page(std::int64_t width = 595, std::int64_t height = 842, std::int64_t bleed = 0);
    /// Shapes one line; returns where it ends.
    Length line(Length x, Length baseline, std::string_view text, const Ink& ink);
    void rectangle(const Rectangle& area, Colour colour, Artifact artifact);
    void image(std::uint32_t index, const Rectangle& area, std::uint32_t tag);
    std::uint32_t anchor(std::uint32_t page_index, Length y);
    void link(const Rectangle& area, std::uint32_t tag, const Link& to);

private:
    Page& current() { return pages.pages.back(); }
};

Pdf written(const Pages& pages, const Publication& publication = {});

/// Every construct of the writer in one report of several pages.
Pages everything();
/// As a batch gives it, with two attachments and all stamps.
Publication everything_about();

/// Runs a command; its standard output. `status`, where given, receives the exit status.
std::string output_of(const std::string& command, int* status = nullptr);
/// Writes into the tests' own folder; returns the path.
std::string saved(std::string_view name, const Pdf& pdf);

}  // namespace hanqing
