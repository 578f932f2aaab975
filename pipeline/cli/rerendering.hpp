// SPDX-License-Identifier: Apache-2.0
// verify --rerender: PDFs of ours, alone or in a bag, made again and compared.
#pragma once

#include "archive/verify.hpp"
#include "batch/rerender.hpp"
#include "cli/commands.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace hanqing {

class Rerenderer {
public:
    explicit Rerenderer(Bench& bench) : bench_(bench) {}

    /// A PDF in a file: its images are looked for in its collection or bag, else in its folder.
    void make_again(const std::string& path);
    /// The PDFs of a record of a bag: its images travel with it.
    void make_again(const RecordContent& record);

    [[nodiscard]] Exit status() const { return status_; }
    [[nodiscard]] const std::vector<std::string>& answers() const { return answers_; }  ///< In JSON.

private:
    void make_again(const std::string& shown, std::string_view pdf, const ImageFinder& find_image);
    void tell(const std::string& shown, const Rerendering& rerendering);

    Bench& bench_;
    Exit status_ = Exit::well;
    std::vector<std::string> answers_;
};

}  // namespace hanqing
