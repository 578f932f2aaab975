// SPDX-License-Identifier: Apache-2.0
// Workshop: what all reports of a run share: fonts, their subsets, the sheets. Opened once, used by every
// thread.
#pragma once

#include "batch/collection.hpp"
#include "batch/finding.hpp"
#include "typeset.hpp"

#include <atomic>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace hanqing {

class Workshop {
public:
    /// Fonts as the settings and the command line (`more`) ask. Failure "no-fonts".
    Workshop(const Collection& collection, const FontRequest& more);

    [[nodiscard]] const Fonts& fonts() const { return fonts_; }
    [[nodiscard]] Subsets& subsets() { return subsets_; }
    [[nodiscard]] const Subsets& subsets() const { return subsets_; }

    /// The sheet of this name, "report" for an empty one. Failure "sheet-unknown" {name, nearest} or
    /// "sheet-faulty" {name}; what is wrong in it is told once, by `findings`.
    const Sheet& sheet(std::string_view name);
    /// Over the identities of every face that the sheet's roles may reach, in any language.
    Digest fonts_digest(std::string_view sheet_name);
    /// Name and identity of those faces, for the archive.
    std::vector<std::pair<std::string, Digest>> faces(std::string_view sheet_name);
    /// The same faces as they were opened; owned by `fonts`.
    std::vector<const Face*> face_list(std::string_view sheet_name);
    /// Names of the sheets asked for so far.
    std::vector<std::string> sheets_in_use() const;

    /// Ends the report in hand once `stop` is set, which must live as long as this.
    void stop_when(const std::atomic<bool>& stop) { stop_ = &stop; }
    [[nodiscard]] const std::atomic<bool>* stop() const { return stop_; }

    /// Grid and boxes are drawn over every page made from now on.
    void show_grid() { publication_.shows_grid = true; }
    /// Stamps of the program, and the profile.
    [[nodiscard]] const Publication& publication() const { return publication_; }
    /// About fonts and sheets, each once.
    [[nodiscard]] std::vector<Finding> findings() const;

private:
    struct Loaded {
        Sheet sheet;
        std::vector<Finding> findings;
        std::string refusal;  ///< Id of the Failure that its users get; empty: none.
        std::vector<std::string> arguments;
        std::vector<std::pair<std::string, Digest>> faces;
        std::vector<const Face*> face_list;
        bool faces_known = false;
    };
    Loaded& loaded(std::string_view name);
    [[nodiscard]] Loaded load(const std::string& name) const;

    std::string style_folder_, style_folder_name_;
    Notes font_notes_;
    Fonts fonts_;
    Subsets subsets_;
    Publication publication_;
    const std::atomic<bool>* stop_ = nullptr;
    mutable std::mutex mutex_;
    std::map<std::string, std::unique_ptr<Loaded>, std::less<>> sheets_;
};

}  // namespace hanqing
