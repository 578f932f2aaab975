// SPDX-License-Identifier: Apache-2.0
// A whole run: lock, plan, work, record.
#include "batch/build.hpp"

#include "base/file.hpp"
#include "batch/fonts_record.hpp"
#include "batch/journal.hpp"
#include "batch/keys.hpp"
#include "batch/leftovers.hpp"
#include "batch/lock.hpp"
#include "batch/make.hpp"
#include "batch/prepare.hpp"
#include "batch/program.hpp"

#include <tbb/global_control.h>
#include <tbb/task_arena.h>
#include <tbb/parallel_for.h>

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <mutex>
#include <set>
#include <thread>

namespace hanqing {
namespace {

using Clock = std::chrono::steady_clock;
double since(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

bool exists(const std::string& path) {
    struct stat status {};
    return ::lstat(path.c_str(), &status) == 0;
}

class Build {
public:
    Build(const Collection& collection, Workshop& workshop, const BuildRequest& request,
          const std::atomic<bool>& stop, const Watcher& watcher)
        : collection_(collection),
          workshop_(workshop),
          request_(request),
          stop_(stop),
          watcher_(watcher),
          out_(collection.output_folder()),
          state_((make_folders(out_ + "/.hanqing"), out_ + "/.hanqing")),
          lock_(state_),
          resumes_(exists(state_ + "/journal")),
          known_(state_ + "/known", !request.selection.force),
          last_(read_run_record(out_ + "/run.json")) {
        const std::string folder = request.cache.empty() ? collection.settings.cache : request.cache;
        if (!folder.empty())
            cache_.emplace(folder.starts_with('/') ? folder : collection.absolute(folder),
                           request.cache_bytes > 0 ? request.cache_bytes : collection.settings.cache_bytes);
    }

    Run run() {
        const auto start = Clock::now();
        run_parts_on_threads();
        workshop_.stop_when(stop_);
        jobs_ = request_.jobs > 0 ? request_.jobs : std::max(1U, std::thread::hardware_concurrency());
        const tbb::global_control threads(tbb::global_control::max_allowed_parallelism, jobs_);
        tbb::task_arena arena(static_cast<int>(jobs_));
        arena.execute([&] {
            if (resumes_) resume();
            plan_ = plan(collection_, last_, request_.selection, workshop_, known_);
            take_over();
            work();
        });
        finish(since(start));
        return std::move(run_);
    }

private:
    /// The run before this one was killed: its journal is the newer truth, as far as the files bear it out.
    void resume() {
        remove_temporaries(out_);
        for (Outcome& outcome : read_journal(state_ + "/journal")) {
            const auto pdf = known_.digest(out_ + "/" + outcome.output);
            if (outcome.status == Status::built && pdf != outcome.pdf) continue;
            last_.reports[outcome.source] = std::move(outcome);
        }
    }

    void take_over() {
        for (const Planned& planned : plan_.reports) {
            if (planned.state == Planned::State::elsewhere && planned.year &&
                request_.selection.sealed.count(*planned.year) > 0)
                run_.left_alone.insert(*planned.year);
            if (planned.state == Planned::State::current) settle(planned.outcome, Way::unchanged);
            if (planned.state == Planned::State::refused) settle(planned.outcome, Way::failed);
        }
        run_.tally.wanted = plan_.order.size();
        for (const std::size_t i : plan_.order) run_.tally.bytes_wanted += plan_.reports[i].size;
        if (watcher_.planned) watcher_.planned(run_.tally);
    }

    void settle(const Outcome& outcome, Way way) {
        run_.tally.unchanged += way == Way::unchanged ? 1 : 0;
        run_.tally.failed += way == Way::failed ? 1 : 0;
        run_.reports.emplace_back(outcome, way);
    }

    void work() {
        if (plan_.order.empty()) return;
        journal_.emplace(state_ + "/journal");
        prepare_subsets(plan_, workshop_);
        std::atomic<std::size_t> next = 0;
        // Each worker takes the longest report left; what a report does in parallel goes to workers that ran
        // out.
        tbb::parallel_for(
            0U, jobs_,
            [&](unsigned) {
                for (std::size_t i = next++; i < plan_.order.size() && !stop_; i = next++)
                    one(plan_.reports[plan_.order[i]]);
            },
            tbb::simple_partitioner());
    }

    void one(const Planned& planned) {
        const auto start = Clock::now();
        Way way = Way::made;
        Made made;
        if (auto found = from_cache(planned)) {
            made = std::move(*found);
            way = Way::cached;
        } else {
            made = make(collection_, planned.source, workshop_);
            if (made.stopped) return;
            Outcome& o = made.outcome;
            if (!o.style.empty()) o.key = key_of(o.base, o.style, o.images, workshop_);
            check_unchanged(planned, made.outcome);
        }
        if (made.outcome.status == Status::built) place(planned, made);
        if (made.outcome.status != Status::built) way = Way::failed;
        if (way == Way::failed) keep_earlier(made.outcome);
        if (way == Way::made && cache_) cache_->put(made.outcome, made.pdf);
        tell(planned, made.outcome, way, since(start));
    }

    std::optional<Made> from_cache(const Planned& planned) {
        if (!cache_ || request_.selection.force) return std::nullopt;
        const auto inputs = cache_->inputs(planned.base);
        if (!inputs || inputs->source != planned.source) return std::nullopt;
        const auto images = images_now(collection_, inputs->images, known_);
        auto entry = cache_->get(key_of(planned.base, inputs->style, images, workshop_));
        if (!entry || sha256(entry->pdf) != entry->outcome.pdf) return std::nullopt;
        return Made{std::move(entry->outcome), std::move(entry->pdf), {}};
    }

    /// What was planned was read once, what was typeset was read again: both must be the same text.
    static void check_unchanged(const Planned& planned, Outcome& outcome) {
        if (outcome.source_digest == planned.source_digest || outcome.source_digest == Digest{}) return;
        outcome.status = Status::refused;
        outcome.findings = {finding_of(Failure("file-changed", {planned.source}), planned.source)};
    }

    /// Into the journal first, then under its name: a kill between the two leaves a line that the next run
    /// checks.
    void place(const Planned& planned, Made& made) {
        made.outcome.output = planned.output;
        const std::string path = out_ + "/" + planned.output;
        const std::shared_lock gate(writing());
        journal_->add(made.outcome);  // when even this fails, the run ends
        try {
            make_folders(path.substr(0, path.rfind('/')));
            write_file(path, made.pdf);
            known_.learn(path, made.outcome.pdf);
        } catch (const Failure& failure) {
            made.outcome.status = Status::refused;
            made.outcome.findings.push_back(finding_of(failure, planned.source));
        }
    }

    /// The PDF of an earlier run stays where it is, and stays ours.
    void keep_earlier(Outcome& outcome) const {
        const auto earlier = last_.reports.find(outcome.source);
        if (earlier == last_.reports.end()) return;
        outcome.output = earlier->second.output;
        outcome.pdf = earlier->second.pdf;
    }

    void tell(const Planned& planned, Outcome& outcome, Way way, double seconds) {
        const std::lock_guard lock(telling_);
        Tally& tally = run_.tally;
        ++tally.done;
        tally.bytes_done += planned.size;
        ++(way == Way::made ? tally.made : way == Way::cached ? tally.cached : tally.failed);
        if (way != Way::failed) tally.pages += outcome.pages;
        measured_.reports[outcome.source] = seconds;
        if (watcher_.done) watcher_.done(outcome, way, tally);
        run_.reports.emplace_back(std::move(outcome), way);
    }

    void finish(double seconds) {
        run_.interrupted = stop_ && run_.tally.done < run_.tally.wanted;
        std::sort(run_.reports.begin(), run_.reports.end(),
                  [](const auto& a, const auto& b) { return a.first.source < b.first.source; });
        run_.findings = collection_.findings;
        const RunRecord record = record_of_all();
        measured_.seconds = seconds;
        measured_.jobs = jobs_;
        for (Finding& finding : workshop_.findings()) run_.findings.push_back(std::move(finding));
        if (!run_.interrupted)
            for (Finding& finding : keep_fonts_lock(collection_, workshop_, request_.write_fonts_lock))
                run_.findings.push_back(std::move(finding));
        const std::shared_lock gate(writing());
        write_when_changed(out_ + "/run.json", record, measured_);
        if (!plan_.order.empty() || request_.selection.force || !exists(state_ + "/known")) known_.save();
        if (journal_)
            journal_->remove();
        else if (resumes_)
            ::unlink((state_ + "/journal").c_str());
        if (cache_) cache_->trim();
    }

    /// run.json says when the last work was done, so a run that did nothing leaves it alone.
    void write_when_changed(const std::string& path, const RunRecord& record,
                            const Measured& measured) const {
        const bool same = plan_.order.empty() && !resumes_ && exists(path) && exists(out_ + "/目录.csv") &&
                          json_from(record, {}) == json_from(last_, {});
        if (same) return;
        write_file(path, json_from(record, measured));
        write_file(out_ + "/目录.csv", csv_from(record));
    }

    /// The rows of this run over those of the last; rows of reports that are gone go with their output.
    RunRecord record_of_all() {
        RunRecord record;
        record.program = program().name;
        record.program_digest = hex(program().digest);
        const std::set<std::string> sources(collection_.reports.begin(), collection_.reports.end());
        std::set<std::string> outputs;
        for (const auto& [outcome, way] : run_.reports) record.reports[outcome.source] = outcome;
        for (const auto& [source, outcome] : last_.reports)
            if (run_.interrupted || sources.count(source) > 0) record.reports.emplace(source, outcome);
        for (const auto& [source, outcome] : record.reports) outputs.insert(outcome.output);
        for (const auto& [source, outcome] : last_.reports)
            if (outputs.count(outcome.output) == 0) forget(outcome);
        for (const std::string& name : workshop_.sheets_in_use())
            for (const auto& face : workshop_.faces(name)) record.fonts.push_back(face);
        std::sort(record.fonts.begin(), record.fonts.end());
        record.fonts.erase(std::unique(record.fonts.begin(), record.fonts.end()), record.fonts.end());
        return record;
    }

    void forget(const Outcome& outcome) {
        if (run_.interrupted || outcome.output.empty()) return;
        if (!exists(out_ + "/" + outcome.output)) return;
        if (remove_output(out_, outcome, known_))
            run_.removed.push_back(outcome.output);
        else
            run_.findings.push_back(
                {Weight::warning, outcome.source, 0, 0, "output-kept", {outcome.output}, 0});
    }

    const Collection& collection_;
    Workshop& workshop_;
    const BuildRequest& request_;
    const std::atomic<bool>& stop_;
    const Watcher& watcher_;
    const std::string out_, state_;
    Lock lock_;
    const bool resumes_;
    KnownDigests known_;
    RunRecord last_;
    std::optional<Cache> cache_;
    Plan plan_;
    std::optional<Journal> journal_;
    unsigned jobs_ = 1;
    std::mutex telling_;
    Run run_;
    Measured measured_;
};

}  // namespace

Run build(const Collection& collection, Workshop& workshop, const BuildRequest& request,
          const std::atomic<bool>& stop, const Watcher& watcher) {
    return Build(collection, workshop, request, stop, watcher).run();
}

std::shared_mutex& writing() {
    static std::shared_mutex gate;
    return gate;
}

}  // namespace hanqing
