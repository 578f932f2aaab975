// SPDX-License-Identifier: Apache-2.0
// Making PDFs again.
#include "cli/rerendering.hpp"

#include "cli/show_pdf.hpp"
#include "base/file.hpp"
#include "cli/json.hpp"
#include "cli/request.hpp"

#include <boost/filesystem.hpp>
#include <fmt/format.h>

namespace hanqing {
namespace {

namespace fs = boost::filesystem;
using Answer = Rerendering::Answer;

/// A new folder that is gone afterwards.
class WorkFolder {
public:
    WorkFolder() : path_(fs::temp_directory_path() / fs::unique_path("hanqing-%%%%-%%%%-%%%%-%%%%")) {
        boost::system::error_code error;
        if (!fs::create_directory(path_, error))
            throw Failure("write-file", {path_.string(), error.message()});
        fs::permissions(path_, fs::owner_all, error);
    }
    ~WorkFolder() {
        boost::system::error_code ignored;
        fs::remove_all(path_, ignored);
    }
    WorkFolder(const WorkFolder&) = delete;
    WorkFolder& operator=(const WorkFolder&) = delete;
    [[nodiscard]] std::string path() const { return fs::canonical(path_).string(); }

private:
    fs::path path_;
};

/// The collection or bag around a file, else its folder.
std::string home_of(const std::string& path) {
    const fs::path folder = fs::canonical(fs::absolute(path)).parent_path();
    boost::system::error_code error;
    for (fs::path at = folder;; at = at.parent_path()) {
        if (fs::exists(at / "hanqing.yaml", error) || fs::exists(at / "bagit.txt", error)) return at.string();
        if (at == at.root_path()) return folder.string();
    }
}

std::string_view name_of(Answer answer) {
    switch (answer) {
        case Answer::equal:
            return "rerender-equal";
        case Answer::equal_inflated:
            return "rerender-equal-inflated";
        case Answer::different:
            return "rerender-different";
        case Answer::not_possible:
            break;
    }
    return "rerender-not-possible";
}

Exit exit_of(Answer answer) {
    if (answer == Answer::different) return Exit::errors;
    return answer == Answer::not_possible ? Exit::refused : Exit::well;
}

}  // namespace

void Rerenderer::tell(const std::string& shown, const Rerendering& rerendering) {
    const std::string_view name = name_of(rerendering.answer);
    std::vector<Finding> findings;
    for (const RerenderReason& reason : rerendering.reasons)
        findings.push_back({rerendering.answer == Answer::different ? Weight::error : Weight::warning, shown,
                            0, 0, reason.id, reason.arguments, 0});
    bench_.screen.tell(findings);
    bench_.screen.result(name, {shown});
    answers_.push_back(
        fmt::format("{{{},{},{}}}", json_member("path", json_text(shown)),
                    json_member("answer", json_text(name.substr(std::string_view("rerender-").size()))),
                    json_member("findings", json_findings(findings, bench_.options.tongue))));
    status_ = worse(status_, exit_of(rerendering.answer));
}

void Rerenderer::make_again(const std::string& shown, std::string_view pdf, const ImageFinder& find_image) {
    const WorkFolder work;
    tell(shown, rerender(pdf, find_image, font_request(bench_.options), work.path()));
}

void Rerenderer::make_again(const std::string& path) {
    make_again(path, read_file(path, pdf_size_max), images_below(home_of(path)));
}

void Rerenderer::make_again(const RecordContent& record) {
    const ImageFinder among = [&](const std::string&, const Digest& digest) -> std::optional<std::string> {
        for (const auto& [name, bytes] : record.files)
            if (sha256(bytes) == digest) return bytes;
        return std::nullopt;
    };
    for (const auto& [name, bytes] : record.files)
        if (name.ends_with(".pdf")) make_again(record.folder + "/" + name, bytes, among);
}

}  // namespace hanqing
