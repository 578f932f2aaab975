// SPDX-License-Identifier: Apache-2.0
// Completeness and validity of a bag (RFC 8493 3), with every fault named.
#include "archive/bag_check.hpp"

#include "archive/names.hpp"
#include "archive/tag_text.hpp"
#include "base/unicode.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace hanqing {
namespace {

constexpr std::array<std::string_view, 7> versions{"0.93", "0.94", "0.95", "0.96", "0.97", "0.98", "1.0"};

/// Missing files that are told apart; a hostile manifest lists millions, and further ones are only counted.
constexpr std::size_t missing_max = 10'000;

/// Which manifests list a file and which of them are wrong about it; a bit for each manifest.
struct Marks {
    unsigned listed = 0, wrong = 0;
};

class BagCheck {
public:
    BagCheck(Contents& contents, Notes& findings) : contents_(contents), findings_(findings) {}

    BagFacts run() {
        declaration();
        for (const bool tags : {false, true}) manifests(tags);
        judge_payload();
        judge_tags();
        info();
        clashes();
        count();
        return facts_;
    }

private:
    void declaration() {
        const std::string* text = contents_.text("bagit.txt");
        if (text == nullptr) return findings_.error({}, "bag-no-bagit");
        const auto declared = declaration_from(*text);
        if (!declared) return findings_.error({}, "bag-bagit-text");
        facts_.version = declared->version;
        encoding_ = declared->encoding;
        if (std::find(versions.begin(), versions.end(), declared->version) == versions.end())
            findings_.error({}, "bag-version", {declared->version});
        if (contents_.find("fetch.txt") != nullptr) findings_.error({}, "bag-fetch");
    }

    /// Reads all payload manifests, or all tag manifests, each once.
    void manifests(bool tags) {
        std::vector<std::string> names;
        for (const auto& [name, text] : contents_.texts())
            if (name.starts_with(tags ? "tagmanifest-" : "manifest-") && name.ends_with(".txt"))
                names.push_back(name);
        for (const std::string& name : names) {
            const auto algorithm = algorithm_of_manifest(name);
            if (!algorithm || !contents_.has(*algorithm)) {
                findings_.warning({}, "bag-algorithm", {name});
                continue;
            }
            auto& read = tags ? tag_manifests_ : payload_manifests_;
            const unsigned bit = 1U << read.size();
            read.push_back(name);
            manifest(name, *algorithm, bit, tags);
            if (!tags) contents_.forget_text(name);  // the largest texts there are
        }
        if (!tags && payload_manifests_.empty()) findings_.error({}, "bag-no-manifest");
    }

    void manifest(const std::string& name, Algorithm algorithm, unsigned bit, bool tags) {
        std::string decoded;
        const auto text = tag_text_view(*contents_.text(name), encoding_, decoded);
        if (!text) return findings_.error({}, "bag-encoding", {name});
        std::uint64_t number = 0;
        const bool decode_percent = !facts_.version.starts_with("0");
        for_each_line(*text, [&](std::string_view line) {
            ++number;
            const auto read = manifest_line(line, decode_percent);
            if (!read || read->path.starts_with(payload_folder) == tags)
                return findings_.error({}, "bag-line", {name, std::to_string(number)});
            if (read->starred) findings_.once(Weight::warning, {}, "bag-starred", {name});
            compare(*read, name, algorithm, bit, tags);
        });
    }

    void compare(const ManifestLine& line, const std::string& manifest, Algorithm algorithm, unsigned bit,
                 bool tags) {
        const std::string path = present(line.path);
        const Contents::File* file = contents_.find(path);
        if (file == nullptr) {
            if (missing_.size() >= missing_max || missing_.insert(line.path).second)
                findings_.error({}, "bag-file-missing", {line.path, manifest});
            return;
        }
        Marks& marks = (tags ? tag_marks_ : payload_marks_)[path];
        if ((marks.listed & bit) != 0) findings_.error({}, "bag-listed-twice", {path, manifest});
        marks.listed |= bit;
        if (file->digested && contents_.digest(*file, algorithm) != line.digest) marks.wrong |= bit;
    }

    /// A file whose name differs only in normalisation is the same file, but somebody has touched its name.
    std::string present(const std::string& listed) {
        if (contents_.find(listed) != nullptr) return listed;
        if (composed_.empty())
            for (const auto& [name, file] : contents_.files()) composed_.emplace(nfc(name), name);
        const auto found = composed_.find(nfc(listed));
        if (found == composed_.end()) return listed;
        findings_.warning({}, "bag-normalisation", {found->second});
        return found->second;
    }

    static std::string joined(const std::vector<std::string>& names, unsigned bits) {
        std::string out;
        for (std::size_t i = 0; i < names.size(); ++i)
            if ((bits & 1U << i) != 0) out += (out.empty() ? "" : ", ") + names[i];
        return out;
    }

    /// All manifests against it: the file was changed. Some only: those manifests were.
    void judge(const std::string& path, const Marks& marks, const std::vector<std::string>& names) {
        if (marks.wrong == 0) return;
        if (marks.wrong == marks.listed && names.size() > 0)
            findings_.error({}, "bag-digest", {path, joined(names, marks.wrong)});
        else
            findings_.error({}, "bag-manifest-line", {joined(names, marks.wrong), path});
    }

    void judge_payload() {
        const unsigned all = (1U << payload_manifests_.size()) - 1;
        for (const auto& [name, file] : contents_.files()) {
            if (!name.starts_with(payload_folder)) continue;
            const auto found = payload_marks_.find(name);
            const Marks marks = found == payload_marks_.end() ? Marks{} : found->second;
            if (payload_manifests_.empty()) continue;
            if (marks.listed == 0) findings_.error({}, "bag-file-extra", {name});
            // Before 1.0 a file had to be in one manifest only (RFC 8493 appendix: changes).
            else if (marks.listed != all)
                findings_.add(facts_.version.starts_with("0") ? Weight::warning : Weight::error, {},
                              "bag-file-unlisted", {name, joined(payload_manifests_, all & ~marks.listed)});
            judge(name, marks, payload_manifests_);
        }
    }

    void judge_tags() {
        const unsigned all = (1U << tag_manifests_.size()) - 1;
        for (const auto& [name, file] : contents_.files()) {
            if (name.starts_with(payload_folder) ||
                (name.starts_with("tagmanifest-") && name.ends_with(".txt")))
                continue;
            const auto found = tag_marks_.find(name);
            const Marks marks = found == tag_marks_.end() ? Marks{} : found->second;
            if (!tag_manifests_.empty() && marks.listed != all)
                findings_.add(is_ours() ? Weight::error : Weight::warning, {}, "bag-tag-unlisted", {name});
            judge(name, marks, tag_manifests_);
        }
    }

    [[nodiscard]] bool is_ours() const { return contents_.find("metadata/documents.tsv") != nullptr; }

    void info() {
        const std::string* bytes = contents_.text("bag-info.txt");
        if (bytes == nullptr) return;
        const auto text = decoded_tag_text(*bytes, encoding_);
        if (!text) return findings_.error({}, "bag-encoding", {"bag-info.txt"});
        int oxums = 0;
        std::uint64_t number = 0;
        for_each_line(*text, [&](std::string_view line) {
            ++number;
            if (line.empty() || line[0] == ' ' || line[0] == '\t') return;
            const std::size_t colon = line.find(':');
            if (colon == std::string_view::npos)
                return findings_.warning({}, "bag-info", {std::to_string(number)});
            if (line.substr(0, colon) != "Payload-Oxum") return;
            std::string_view value = line.substr(colon + 1);
            value.remove_prefix(std::min(value.find_first_not_of(" \t"), value.size()));
            if (++oxums > 1) findings_.error({}, "bag-oxum-twice");
            oxum(value);
        });
    }

    void oxum(std::string_view said) {
        std::uint64_t bytes = 0;
        std::uint64_t files = 0;
        for (const auto& [name, file] : contents_.files()) {
            if (!name.starts_with(payload_folder)) continue;
            ++files;
            bytes += file.size;
        }
        const std::string found = std::to_string(bytes) + "." + std::to_string(files);
        while (said.ends_with(' ')) said.remove_suffix(1);
        if (said != found) findings_.error({}, "bag-oxum", {std::string(said), found});
    }

    void clashes() {
        std::map<std::string, std::string> keys;
        for (const auto& [name, file] : contents_.files()) {
            const auto [other, fresh] = keys.emplace(clash_key(name), name);
            if (!fresh) findings_.warning({}, "bag-clash", {other->second, name});
        }
    }

    void count() {
        facts_.ours = is_ours();
        for (const auto& [name, file] : contents_.files()) {
            if (!name.starts_with(payload_folder)) continue;
            ++facts_.payload_files;
            facts_.payload_bytes += file.size;
            if (!file.digested) continue;
            ++facts_.digested_files;
            facts_.digested_bytes += file.size;
        }
    }

    Contents& contents_;
    Notes& findings_;
    BagFacts facts_;
    std::string encoding_ = "UTF-8";
    std::vector<std::string> payload_manifests_, tag_manifests_;
    std::map<std::string, Marks> payload_marks_, tag_marks_;
    std::set<std::string> missing_;
    std::map<std::string, std::string> composed_;
};

}  // namespace

BagFacts check_bag(Contents& contents, Notes& findings) { return BagCheck(contents, findings).run(); }

}  // namespace hanqing
