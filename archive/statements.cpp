// SPDX-License-Identifier: Apache-2.0
// Statements signed by a key: that another takes over, and that a sealed bag was disposed of.
#include "archive/evidence.hpp"
#include "archive/folder_lock.hpp"
#include "archive/history.hpp"
#include "archive/trust.hpp"
#include "base/file.hpp"
#include "base/notes.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace hanqing {
namespace {

constexpr std::uint32_t rotations_max = 1000;

std::string rotation_base(const std::string& folder, std::uint32_t number) {
    return folder + "/key-rotation-" + std::to_string(number);
}

std::string one_line(std::string text) {
    std::replace(text.begin(), text.end(), '\n', ' ');
    std::replace(text.begin(), text.end(), '\r', ' ');
    return text;
}

/// The values of "label: value" lines, in exactly this order and nothing else.
template <std::size_t N>
std::optional<std::array<std::string, N>> values_of(std::string_view text,
                                                    const std::array<std::string_view, N>& labels) {
    std::array<std::string, N> values;
    for (std::size_t i = 0; i < N; ++i) {
        const std::string label = std::string(labels[i]) + ": ";
        const std::size_t end = text.find('\n');
        if (!text.starts_with(label) || end == std::string_view::npos) return {};
        values[i] = text.substr(label.size(), end - label.size());
        text.remove_prefix(end + 1);
    }
    if (!text.empty()) return {};
    return values;
}

constexpr std::array<std::string_view, 5> rotation_labels{"Hanqing-Key-Rotation", "date", "from", "to",
                                                          "to-kind"};
constexpr std::array<std::string_view, 6> disposal_labels{"Hanqing-Disposal", "bag",   "seal-sha512", "date",
                                                          "authority",        "reason"};

std::optional<Rotation> rotation_at(const std::string& base) {
    if (!file_exists(base + ".txt")) return {};
    try {
        const std::string text = read_file(base + ".txt", small_file_max);
        const auto values = values_of(text, rotation_labels);
        const PublicKey key = read_public_key(base + ".pub");
        if (!values || (*values)[0] != "1" || key.fingerprint() != (*values)[2] ||
            !key.verifies(text, read_file(base + ".sig", small_file_max)))
            return {};
        return Rotation{file_name(base) + ".txt", (*values)[2], (*values)[3]};
    } catch (const Failure&) {
        return {};
    }
}

}  // namespace

void rotate_key(const std::string& folder, const SigningKey& from, const PublicKey& to,
                const std::string& date) {
    const FolderLock lock(folder);
    std::uint32_t number = 1;
    while (number < rotations_max && file_exists(rotation_base(folder, number) + ".txt")) ++number;
    const std::string base = rotation_base(folder, number);
    const std::string old = PublicKey(from.public_pem(), "").fingerprint();
    const std::string text = "Hanqing-Key-Rotation: 1\ndate: " + date + "\nfrom: " + old +
                             "\nto: " + to.fingerprint() + "\nto-kind: " + std::string(name_of(to.kind())) +
                             "\n";
    write_file(base + ".pub", from.public_pem());
    write_file(base + ".sig", from.sign(text));
    write_file(base + ".txt", text);
}

std::vector<Rotation> read_rotations(const std::string& folder) {
    std::vector<Rotation> rotations;
    for (std::uint32_t number = 1; number < rotations_max; ++number) {
        if (!file_exists(rotation_base(folder, number) + ".txt")) break;
        if (auto rotation = rotation_at(rotation_base(folder, number)))
            rotations.push_back(std::move(*rotation));
    }
    return rotations;
}

Trust::Trust(const std::string& folder, const std::vector<std::string>& key_files) {
    for (const std::string& file : key_files) fingerprints_.insert(read_public_key(file).fingerprint());
    if (fingerprints_.empty()) return;
    for (const Rotation& rotation : read_rotations(folder))  // in order, so that chains of successors hold
        if (fingerprints_.contains(rotation.from)) fingerprints_.insert(rotation.to);
}

void write_disposal(const std::string& seal_path, const Disposal& disposal, const SigningKey& key) {
    const FolderLock lock(folder_of_path(seal_path));
    const StoredSeal stored = read_seal(seal_path);
    if (!stored.seal) throw Failure("seal-unreadable", {seal_path});
    const std::string base = folder_of_path(seal_path) + "/" + stored.bag + ".disposal";
    const std::string text =
        "Hanqing-Disposal: 1\nbag: " + stored.bag + "\nseal-sha512: " + sha512_hex(stored.text) +
        "\ndate: " + one_line(disposal.date) + "\nauthority: " + one_line(disposal.authority) +
        "\nreason: " + one_line(disposal.reason) + "\n";
    write_file(base + ".pub", key.public_pem());
    write_file(base + ".sig", key.sign(text));
    write_file(base + ".txt", text);
}

std::optional<SignedDisposal> read_disposal(const StoredSeal& stored) {
    const std::string base = folder_of_path(stored.path) + "/" + stored.bag + ".disposal";
    if (!file_exists(base + ".txt")) return {};
    SignedDisposal out;
    try {
        const std::string text = read_file(base + ".txt", small_file_max);
        const auto values = values_of(text, disposal_labels);
        const PublicKey key = read_public_key(base + ".pub");
        out.fingerprint = key.fingerprint();
        if (!values || (*values)[0] != "1" || (*values)[1] != stored.bag ||
            (*values)[2] != sha512_hex(stored.text) ||
            !key.verifies(text, read_file(base + ".sig", small_file_max)))
            return out;
        out.disposal = {(*values)[1], (*values)[3], (*values)[4], (*values)[5]};
        out.holds = true;
    } catch (const Failure&) {
        return out;
    }
    return out;
}

}  // namespace hanqing
