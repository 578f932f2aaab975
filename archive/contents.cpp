// SPDX-License-Identifier: Apache-2.0
// Members of a container -> Contents. Hostile names, doubles and texts without bounds end here.
#include "archive/contents.hpp"

#include "archive/names.hpp"

#include <algorithm>
#include <memory>
#include <utility>

namespace hanqing {
namespace {

constexpr std::string_view records_folder = "data/电子档案/";
constexpr std::string_view catalogue = "data/文件目录.XML";
constexpr std::string_view record_xml_name = "/元数据.xml";

/// Tag files of the top folder and of metadata/ are text that some check reads; PDFs there are only digested.
bool is_text(std::string_view name) {
    if (name == catalogue) return true;
    if (name.starts_with(payload_folder) || name.ends_with(".pdf")) return false;
    return name.find('/') == std::string_view::npos || name.starts_with("metadata/");
}

/// "data/电子档案/2024/综合/0001" of a file below it; empty for what lies elsewhere.
std::string record_folder(std::string_view name) {
    if (!name.starts_with(records_folder)) return "";
    std::size_t slash = records_folder.size() - 1;
    for (int level = 0; level < 3 && slash != std::string_view::npos; ++level)
        slash = name.find('/', slash + 1);
    return slash == std::string_view::npos ? "" : std::string(name.substr(0, slash));
}

}  // namespace

bool Contents::in_sample(const std::string& name) {
    if (!name.starts_with(payload_folder) || name == catalogue || request_.sample.parts <= 1) return true;
    return payload_seen_++ % request_.sample.parts == request_.sample.part - 1;
}

bool Contents::begin(const std::string& name, std::uint64_t size) {
    file_ = nullptr;
    text_ = nullptr;
    kept_ = nullptr;
    is_pdf_ = is_record_xml_ = false;
    if (const auto why = hostile(name)) {
        findings_.error({}, "bag-path", {name.substr(0, 200), std::string(*why)});
        return false;
    }
    const auto [place, fresh] = files_.emplace(name, File{size, 0, false});
    if (!fresh) {
        findings_.error({}, "bag-twice", {name});
        return false;
    }
    if (!in_sample(name)) return false;
    name_ = name;
    file_ = &place->second;
    file_->number = digesting_.begin(size);
    if (is_text(name)) {
        text_ = &texts_[name];
        line_ = 0;
    }
    is_pdf_ = request_.identify && name.starts_with(records_folder) && name.ends_with(".pdf") &&
              size <= identified_bytes_max;
    if (is_pdf_) pdf_.reserve(size);
    is_record_xml_ =
        name.starts_with(records_folder) && name.ends_with(record_xml_name) && size <= record_xml_bytes_max;
    record_xml_.clear();
    if (request_.use_record) begin_record(name);
    return true;
}

void Contents::capture(std::string_view bytes) {
    captured_ += bytes.size();
    bool fits = captured_ <= tag_bytes_max;
    for (std::size_t at = 0; fits && at < bytes.size();) {
        const std::size_t end = std::min(bytes.find('\n', at), bytes.size());
        line_ += end - at;
        fits = line_ <= tag_line_bytes_max;
        if (end < bytes.size()) line_ = 0;
        at = end + 1;
    }
    // The catalogue and reports are ours and regular; a manifest without line ends is an attack.
    if (fits || (captured_ <= tag_bytes_max && !name_.ends_with(".txt"))) {
        text_->append(bytes);
        return;
    }
    findings_.error({}, "bag-limit", {name_});
    texts_.erase(name_);
    text_ = nullptr;
}

void Contents::data(std::string_view bytes) {
    if (file_ == nullptr) return;
    digesting_.add(bytes);
    if (text_ != nullptr) capture(bytes);
    if (is_pdf_) pdf_.append(bytes);
    if (is_record_xml_) record_xml_.append(bytes);
    if (kept_ != nullptr) keep(bytes);
}

void Contents::begin_record(const std::string& name) {
    const std::string folder = record_folder(name);
    if (folder != record_.folder) finish_record();
    record_.folder = folder;
    kept_ = folder.empty() || !record_fits_ ? nullptr : &record_.files[name.substr(folder.size() + 1)];
}

void Contents::keep(std::string_view bytes) {
    kept_bytes_ += bytes.size();
    if (kept_bytes_ <= record_bytes_max) return static_cast<void>(kept_->append(bytes));
    record_fits_ = false;
    record_.files.clear();
    kept_ = nullptr;
}

/// A record's files follow each other, since members come in byte order of their paths.
void Contents::finish_record() {
    if (!record_.folder.empty()) {
        if (record_fits_)
            request_.use_record(record_);
        else
            findings_.warning({}, "bag-record-large", {record_.folder});
    }
    record_ = {};
    kept_ = nullptr;
    kept_bytes_ = 0;
    record_fits_ = true;
}

void Contents::finish() {
    if (request_.use_record) finish_record();
}

void Contents::identify() {
    auto bytes = std::make_shared<std::string>(std::move(pdf_));
    pdf_ = {};
    digesting_.beside([this, bytes, name = name_] {
        auto identity = request_.identify(*bytes);
        const std::lock_guard lock(mutex_);
        identities_[name] = std::move(identity);
    });
}

void Contents::end() {
    if (file_ == nullptr) return;
    digesting_.end();
    file_->digested = true;
    if (is_pdf_) identify();
    if (is_record_xml_) facts_[name_] = record_facts(record_xml_);
    file_ = nullptr;
}

const Contents::File* Contents::find(const std::string& name) const {
    const auto found = files_.find(name);
    return found == files_.end() ? nullptr : &found->second;
}

const std::string* Contents::text(const std::string& name) const {
    const auto found = texts_.find(name);
    return found == texts_.end() ? nullptr : &found->second;
}

bool Contents::has(Algorithm algorithm) const {
    const auto& all = digesting_.algorithms();
    return std::find(all.begin(), all.end(), algorithm) != all.end();
}

std::string Contents::digest(const File& file, Algorithm algorithm) const {
    const auto& all = digesting_.algorithms();
    const auto index = static_cast<std::size_t>(std::find(all.begin(), all.end(), algorithm) - all.begin());
    return hex(digesting_.digest(file.number, index));
}

std::optional<std::optional<PdfIdentity>> Contents::identity(const std::string& name) const {
    const std::lock_guard lock(mutex_);
    const auto found = identities_.find(name);
    if (found == identities_.end()) return {};
    return found->second;
}

}  // namespace hanqing
