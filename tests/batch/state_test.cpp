// SPDX-License-Identifier: Apache-2.0
// What a run remembers: outcomes, journal, digests, cache, lock.
#include "batch/cache.hpp"
#include "batch/journal.hpp"
#include "batch/known.hpp"
#include "batch/leftovers.hpp"
#include "batch/lock.hpp"
#include "batch/run_record.hpp"

#include "batch/folder.hpp"

#include <catch2/catch.hpp>

#include <sys/wait.h>
#include <unistd.h>

using namespace hanqing;

namespace {

Outcome sample() {
    Outcome o;
    o.source = "reports/2024/年报.md";
    o.output = "2024/年报.pdf";
    o.status = Status::built;
    o.pages = 12;
    o.size = 3;
    o.pdf = sha256("PDF");
    o.base = sha256("base");
    o.key = sha256("key");
    o.source_digest = sha256("source");
    o.style = "report";
    o.language = "zh-CN";
    o.images = {{"a.png", sha256("a")}, {"missing.png", {}}};
    o.year = 2024;
    o.metadata = {{"title", "=年报, \"一\""}, {"version", "1.10"}};
    o.findings = {{Weight::warning, "reports/2024/年报.md", 3, 5, "image-missing", {"missing.png", ""}, 2}};
    return o;
}

bool equal(const Outcome& a, const Outcome& b) { return json_from(a) == json_from(b); }

}  // namespace

TEST_CASE("outcome: JSON and back loses nothing") {
    const auto back = outcome_from_json(json_from(sample()));
    REQUIRE(back);
    CHECK(equal(*back, sample()));
    CHECK(back->findings == sample().findings);
    CHECK(back->images == sample().images);
    CHECK_FALSE(outcome_from_json("{\"source\":\"x\"}"));
    CHECK_FALSE(outcome_from_json("nonsense"));
}

TEST_CASE("run record: what was written is read back; foreign text is refused by name") {
    const test::Folder folder;
    RunRecord record{"Hanqing 1", "00", {{sample().source, sample()}}, {{"Face", sha256("f")}}};
    folder.write("run.json", json_from(record, {1.5, 2, {{"x", 0.1}}}));
    const RunRecord back = read_run_record(folder.path() + "/run.json");
    CHECK(json_from(back, {}) == json_from(record, {}));
    folder.write("bad.json", "{\"schema\":1");
    CHECK_THROWS_AS(read_run_record(folder.path() + "/bad.json"), Failure);
    CHECK(read_run_record(folder.path() + "/none.json").reports.empty());
}

TEST_CASE("目录.csv: a spreadsheet opens it and runs nothing in it") {
    const RunRecord record{"", "", {{sample().source, sample()}}, {}};
    const std::string csv = csv_from(record);
    CHECK(csv.substr(0, 3) == "\xEF\xBB\xBF");
    CHECK(csv.find("\"'=年报, \"\"一\"\"\"") != std::string::npos);
    CHECK(csv.find("\n1,,") != std::string::npos);
}

TEST_CASE("journal: a line that a kill cut short is not read, and does not hurt the next one") {
    const test::Folder folder;
    const std::string path = folder.path() + "/journal";
    { Journal(path).add(sample()); }
    const std::string whole = folder.read("journal");
    folder.write("journal", whole + json_from(sample()).substr(0, 40));
    CHECK(read_journal(path).size() == 1);
    { Journal(path).add(sample()); }
    CHECK(read_journal(path).size() == 2);
    CHECK(read_journal(folder.path() + "/none").empty());
}

TEST_CASE("known digests: an unchanged file is not read again, a changed one is") {
    const test::Folder folder;
    folder.write("x", "one");
    const std::string file = folder.path() + "/x";
    const std::string memory = folder.path() + "/known";
    {
        KnownDigests known(memory, true);
        CHECK(known.digest(file) == sha256("one"));
        ::usleep(50'000);  // past the tick in which the file was written
        known.save();
    }
    folder.write("y", folder.read("known"));
    CHECK(folder.read("known").find(hex(sha256("one"))) != std::string::npos);
    {
        // A memory that lies shows that it is believed exactly as long as nothing about the file changed.
        std::string lie = folder.read("known");
        lie.replace(lie.find(hex(sha256("one"))), 64, hex(sha256("lie")));
        folder.write("known", lie);
        KnownDigests known(memory, true);
        CHECK(known.digest(file) == sha256("lie"));
        KnownDigests wary(memory, false);
        CHECK(wary.digest(file) == sha256("one"));
        folder.write("x", "two");
        KnownDigests again(memory, true);
        CHECK(again.digest(file) == sha256("two"));
    }
    KnownDigests known(memory, true);
    CHECK_FALSE(known.digest(folder.path() + "/none"));
    CHECK_FALSE(known.digest(folder.path()));
}

TEST_CASE("known digests: a file written in the tick in which they were saved is not trusted") {
    const test::Folder folder;
    folder.write("x", "one");
    const std::string memory = folder.path() + "/known";
    KnownDigests known(memory, true);
    known.digest(folder.path() + "/x");
    known.save();
    std::string lie = folder.read("known");
    lie.replace(lie.find(hex(sha256("one"))), 64, hex(sha256("lie")));
    folder.write("known", lie);
    CHECK(KnownDigests(memory, true).digest(folder.path() + "/x") == sha256("one"));
}

TEST_CASE("cache: an entry comes back whole; one with a flipped bit is as if it had never been") {
    const test::Folder folder;
    const Cache cache(folder.path() + "/cache", 1U << 20);
    Outcome outcome = sample();
    CHECK_FALSE(cache.get(outcome.key));
    cache.put(outcome, "PDF");
    const auto entry = cache.get(outcome.key);
    REQUIRE(entry);
    CHECK(entry->pdf == "PDF");
    CHECK(equal(entry->outcome, outcome));
    CHECK(cache.inputs(outcome.base)->style == "report");

    const std::string name =
        "cache/" + hex(outcome.key).substr(0, 2) + "/" + hex(outcome.key).substr(2) + ".pdf";
    const std::string good = folder.read(name);
    for (std::size_t at = 0; at < good.size(); at += 7) {
        std::string bad = good;
        bad[at] = static_cast<char>(bad[at] ^ 4);
        folder.write(name, bad);
        CHECK_FALSE(cache.get(outcome.key));
        CHECK_FALSE(folder.has(name));
    }
}

TEST_CASE("cache: what was used longest ago goes first when the limit is reached") {
    const test::Folder folder;
    const Cache cache(folder.path() + "/cache", 60'000);
    for (int i = 0; i < 10; ++i) {
        Outcome outcome = sample();
        outcome.key = sha256("key" + std::to_string(i));
        outcome.base = sha256("base" + std::to_string(i));
        cache.put(outcome, std::string(10'000, 'x'));
        ::usleep(i == 0 ? 1'100'000 : 0);
    }
    cache.trim();
    CHECK_FALSE(cache.get(sha256("key0")));
    int left = 0;
    for (int i = 0; i < 10; ++i) left += cache.get(sha256("key" + std::to_string(i))) ? 1 : 0;
    CHECK(left >= 3);
    CHECK(left <= 5);
}

TEST_CASE("lock: a second holder is told who the first is; a dead one holds nothing") {
    const test::Folder folder;
    {
        const Lock lock(folder.path());
        try {
            const Lock second(folder.path());
            FAIL("two locks");
        } catch (const Failure& failure) {
            CHECK(failure.id() == "locked");
            CHECK(failure.arguments().at(0).find(std::to_string(::getpid())) == 0);
        }
    }
    const pid_t child = ::fork();
    if (child == 0) {
        const Lock lock(folder.path());
        ::_exit(0);  // without giving it back
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    CHECK_NOTHROW(Lock(folder.path()));
}

TEST_CASE("leftovers: only an output that is still ours is removed, with the folders that it leaves empty") {
    const test::Folder folder;
    folder.write("out/2024/年报.pdf", "PDF");
    KnownDigests known(folder.path() + "/known", false);
    Outcome changed = sample();
    changed.pdf = sha256("other");
    CHECK_FALSE(remove_output(folder.path() + "/out", changed, known));
    CHECK(folder.has("out/2024/年报.pdf"));
    CHECK(remove_output(folder.path() + "/out", sample(), known));
    CHECK_FALSE(folder.has("out/2024"));
    CHECK(folder.has("out"));
    Outcome evil = sample();
    evil.output = "../victim.pdf";
    folder.write("victim.pdf", "PDF");
    CHECK(remove_output(folder.path() + "/out", evil, known));
    CHECK(folder.has("victim.pdf"));
}

TEST_CASE("leftovers: temporaries of a killed run go, other hidden files stay") {
    const test::Folder folder;
    folder.write("2024/.hanqing-123-0.tmp", "half");
    folder.write("2024/.hanqing", "x");
    folder.write("2024/a.tmp", "x");
    remove_temporaries(folder.path());
    CHECK_FALSE(folder.has("2024/.hanqing-123-0.tmp"));
    CHECK(folder.has("2024/.hanqing"));
    CHECK(folder.has("2024/a.tmp"));
}
