// SPDX-License-Identifier: Apache-2.0
// A small year and a folder of its own for each test.
#pragma once

#include "archive/seal.hpp"
#include "archive/verify.hpp"
#include "base/file.hpp"

#include <cstdlib>
#include <string>
#include <vector>

namespace hanqing::testing {

/// A fresh folder, removed at the end.
class TemporaryFolder {
public:
    TemporaryFolder() {
        std::string pattern = "/tmp/hanqing-archive-XXXXXX";
        path_ = ::mkdtemp(pattern.data());
    }
    ~TemporaryFolder() { run("rm -rf '" + path_ + "'"); }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    [[nodiscard]] const std::string& path() const { return path_; }
    [[nodiscard]] std::string operator/(const std::string& name) const { return path_ + "/" + name; }

    static int run(const std::string& command) { return std::system(command.c_str()); }

private:
    std::string path_;
};

inline RecordFile file_of(RecordFile::Role role, const std::string& name, const std::string& bytes) {
    RecordFile file;
    file.role = role;
    file.name = name;
    file.origin = "reports/2024/" + name;
    file.bytes = bytes;
    file.digest = sha256(bytes);
    return file;
}

inline ArchivalRecord record_of(const std::string& identifier, const std::string& title) {
    ArchivalRecord record;
    record.origin = "reports/2024/" + title + ".md";
    record.identifier = identifier;
    record.title = title;
    record.responsible = "某某县档案馆";
    record.date = "2024-03-05";
    record.year = 2024;
    record.version = "1.0";
    record.files = {file_of(RecordFile::Role::pdf, title + ".pdf", "%PDF-1.7 " + title),
                    file_of(RecordFile::Role::source, title + ".md", "# " + title + "\n\n正文。\n"),
                    file_of(RecordFile::Role::image, "images/图一.png", "not really " + title)};
    return record;
}

inline ArchiveSettings settings_of() {
    ArchiveSettings settings;
    settings.organization = "某某县档案馆";
    settings.fonds = "J001";
    settings.date = "2025-01-15";
    settings.program = "Hanqing 1.0.0";
    settings.program_digest = sha256("program");
    settings.fonts = {{"Noto Serif CJK SC", sha256("serif")}, {"Noto Sans CJK SC", sha256("sans")}};
    return settings;
}

inline Year year_of(std::int32_t number = 2024) {
    Notes notes;
    std::vector<ArchivalRecord> records{record_of("0001", "工作报告"), record_of("0002", "预算（草案）")};
    for (ArchivalRecord& record : records) record.year = number;
    return gather(records, settings_of(), notes).at(0);
}

inline PackRequest request_for(const std::string& folder) {
    PackRequest request;
    request.folder = folder;
    return request;
}

inline bool has(const Notes& notes, const std::string& id) {
    for (const Note& note : notes.all())
        if (note.id == id) return true;
    return false;
}

/// "id argument argument; id …": for a look at what failed.
inline std::string told(const Notes& notes) {
    std::string text;
    for (const Note& note : notes.all()) {
        text += note.id;
        for (const std::string& argument : note.arguments) text += " " + argument;
        text += "; ";
    }
    return text;
}

/// Whether some error or its arguments mention the text.
inline bool names(const Notes& notes, const std::string& text) {
    for (const Note& note : notes.all())
        for (const std::string& argument : note.arguments)
            if (note.weight == Weight::error && argument.find(text) != std::string::npos) return true;
    return false;
}

/// Keys of both kinds, made by openssl: "ed.pem", "sm2.pem" and their ".pub".
struct Keys {
    TemporaryFolder folder;
    std::vector<SigningKey> keys;

    Keys() {
        TemporaryFolder::run(
            "cd " + folder.path() +
            " && umask 077 && for k in ED25519:ed SM2:sm2; do openssl genpkey -algorithm ${k%:*} -out "
            "${k#*:}.pem && openssl pkey -in ${k#*:}.pem -pubout -out ${k#*:}.pub; done 2>/dev/null");
        keys.emplace_back(folder / "ed.pem", AskPassphrase());
        keys.emplace_back(folder / "sm2.pem", AskPassphrase());
    }
};

/// A time-stamp authority of our own, by openssl: "ca.pem" is its root.
class Authority {
public:
    /// `from` and `to`: days of its certificate's life, as "20200101000000Z".
    explicit Authority(const std::string& from = "20000101000000Z",
                       const std::string& to = "20990101000000Z") {
        write_file(folder / "tsa.cnf", R"([req]
distinguished_name = dn
prompt = no
[dn]
CN = Authority for tests
[ca]
basicConstraints = critical,CA:TRUE
[tsa]
extendedKeyUsage = critical,timeStamping
[sign]
database = index
new_certs_dir = .
serial = serial
policy = any
default_md = sha256
[any]
commonName = supplied
[tsa_config]
serial = tsaserial
crypto_device = builtin
signer_digest = sha256
default_policy = 1.2.3.4
digests = sha256, sha512
)");
        made_ =
            TemporaryFolder::run(
                "cd " + folder.path() +
                " && ( echo 01 > serial; echo 01 > tsaserial; : > index; openssl req -x509 -newkey rsa:2048 "
                "-nodes -keyout ca.key -out ca.pem -config tsa.cnf -extensions ca -days 30 && openssl req "
                "-newkey rsa:2048 -nodes -keyout tsa.key -out tsa.csr -config tsa.cnf && openssl ca -batch "
                "-config "
                "tsa.cnf -name sign -cert ca.pem -keyfile ca.key -in tsa.csr -out tsa.pem -extensions tsa "
                "-extfile "
                "tsa.cnf -startdate " +
                from + " -enddate " + to + " ) >/dev/null 2>&1") == 0;
    }
    [[nodiscard]] bool made() const { return made_; }
    /// Answers the query in a file by a reply in another.
    [[nodiscard]] bool answer(const std::string& query, const std::string& reply) const {
        return TemporaryFolder::run("cd " + folder.path() +
                                    " && openssl ts -reply -config tsa.cnf -section tsa_config "
                                    "-queryfile '" +
                                    query + "' -signer tsa.pem -inkey tsa.key -out '" + reply +
                                    "' >/dev/null 2>&1") == 0;
    }
    TemporaryFolder folder;

private:
    bool made_ = false;
};

inline std::string bytes_at(const std::string& path) { return read_file(path, std::uint64_t{1} << 30U); }

}  // namespace hanqing::testing
