// SPDX-License-Identifier: Apache-2.0
// Planning: content digests decide, never times.
#include "batch/plan.hpp"

#include "base/file.hpp"
#include "base/unicode.hpp"
#include "batch/glob.hpp"
#include "batch/head.hpp"
#include "batch/keys.hpp"
#include "batch/output_name.hpp"

#include <tbb/enumerable_thread_specific.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <map>

namespace hanqing {
namespace {

constexpr char32_t code_point_count = 0x110000;
using CodePoints = std::vector<bool>;

void add_code_points(std::string_view bytes, CodePoints& to) {
    if (to.empty()) to.resize(code_point_count);
    for (std::size_t at = 0; at < bytes.size();) to[next_code_point(bytes, at)] = true;
}

bool is_wanted(const std::vector<std::string>& globs, const std::string& source) {
    return globs.empty() || std::any_of(globs.begin(), globs.end(),
                                        [&](const std::string& glob) { return matches(glob, source); });
}

class Planner {
public:
    Planner(const Collection& collection, const RunRecord& last, const Selection& selection,
            Workshop& workshop, KnownDigests& known)
        : collection_(collection), last_(last), selection_(selection), workshop_(workshop), known_(known) {}

    Plan run() {
        plan_.reports.resize(collection_.reports.size());
        tbb::parallel_for(std::size_t{0}, plan_.reports.size(), [&](std::size_t i) {
            plan_.reports[i].source = collection_.reports[i];
            look_at(plan_.reports[i]);
        });
        refuse_clashes();
        order();
        unite_code_points();
        return std::move(plan_);
    }

private:
    const Outcome* before(const std::string& source) const {
        const auto row = last_.reports.find(source);
        return row == last_.reports.end() ? nullptr : &row->second;
    }

    void look_at(Planned& planned) {
        const std::string file = collection_.absolute(planned.source);
        const Outcome* earlier = before(planned.source);
        if (const auto digest = known_.digest(file); digest && earlier != nullptr && !selection_.force) {
            planned.base = base_of(collection_, planned.source, *digest);
            if (planned.base == earlier->base && !earlier->output.empty()) {
                planned.source_digest = *digest;
                planned.output = earlier->output;
                planned.year = earlier->year;
                if (!select(planned)) return;
                if (still_holds(planned, *earlier)) return;
            }
        }
        try {
            read(planned, file);
        } catch (const Failure& failure) {
            refuse(planned, finding_of(failure, planned.source),
                   is_authors(failure) ? Status::failed : Status::refused);
        }
    }

    /// False, and marked, when the report was not asked for.
    bool select(Planned& planned) const {
        const bool asked = selection_.year || !selection_.only.empty();
        const bool sealed = !asked && planned.year && selection_.sealed.count(*planned.year) > 0;
        const bool wanted = is_wanted(selection_.only, planned.source) && !sealed &&
                            (!selection_.year || planned.year == selection_.year);
        planned.state = wanted ? Planned::State::stale : Planned::State::elsewhere;
        return wanted;
    }

    bool still_holds(Planned& planned, const Outcome& earlier) {
        if (earlier.status != Status::built) return false;
        const auto images = images_now(collection_, earlier.images, known_);
        if (key_of(planned.base, earlier.style, images, workshop_) != earlier.key) return false;
        const auto pdf = known_.digest(collection_.output_folder() + "/" + earlier.output);
        if (!pdf || *pdf != earlier.pdf) return false;
        planned.state = Planned::State::current;
        planned.outcome = earlier;
        return true;
    }

    void read(Planned& planned, const std::string& file) {
        Notes notes;
        const Source source = make_source(planned.source, read_file(file, source_size_max), notes);
        known_.learn(file, source.digest);
        planned.source_digest = source.digest;
        planned.size = source.bytes.size();
        planned.base = base_of(collection_, planned.source, source.digest);
        if (notes.has_errors()) {  // nothing can be known of it; making it will say why
            planned.output =
                output_name(collection_.settings.output_name,
                            name_parts(planned.source, collection_.settings.sources, Metadata{}));
            select(planned);
            return;
        }
        Head head = head_of(collection_, source);
        planned.output = std::move(head.output);
        planned.year = head.year;
        planned.style = head.metadata.style;
        planned.language = head.metadata.language.value_or(Language::zh_hans);
        if (select(planned)) add_code_points(source.bytes, code_points_.local());
    }

    void refuse(Planned& planned, Finding finding, Status status) const {
        const Outcome* earlier = before(planned.source);
        planned.state = Planned::State::refused;
        planned.outcome = {};
        if (earlier != nullptr) planned.outcome = *earlier;  // its PDF is still ours
        planned.outcome.source = planned.source;
        planned.outcome.status = status;
        planned.outcome.findings = {std::move(finding)};
    }

    void refuse_clashes() {
        std::map<std::string, std::vector<Planned*>> by_name;
        for (Planned& planned : plan_.reports)
            if (!planned.output.empty()) by_name[nfkc_casefold(planned.output)].push_back(&planned);
        for (auto& [name, twins] : by_name) {
            if (twins.size() < 2) continue;
            for (Planned* planned : twins) {
                if (planned->state == Planned::State::elsewhere) continue;
                const Planned* other = planned == twins.front() ? twins[1] : twins.front();
                refuse(*planned,
                       {Weight::error,
                        planned->source,
                        0,
                        0,
                        "output-clash",
                        {planned->output, other->source},
                        0},
                       Status::failed);
            }
        }
    }

    void order() {
        for (std::size_t i = 0; i < plan_.reports.size(); ++i)
            if (plan_.reports[i].state == Planned::State::stale) plan_.order.push_back(i);
        std::stable_sort(plan_.order.begin(), plan_.order.end(), [&](std::size_t a, std::size_t b) {
            return plan_.reports[a].size > plan_.reports[b].size;
        });
    }

    void unite_code_points() {
        CodePoints all(code_point_count);
        for (const CodePoints& some : code_points_)
            for (std::size_t c = 0; c < some.size(); ++c)
                if (some[c]) all[c] = true;
        for (char32_t c = 0x20; c < code_point_count; ++c)
            if (all[c]) plan_.code_points.push_back(c);
    }

    const Collection& collection_;
    const RunRecord& last_;
    const Selection& selection_;
    Workshop& workshop_;
    KnownDigests& known_;
    Plan plan_;
    tbb::enumerable_thread_specific<CodePoints> code_points_;
};

}  // namespace

Plan plan(const Collection& collection, const RunRecord& last, const Selection& selection, Workshop& workshop,
          KnownDigests& known) {
    return Planner(collection, last, selection, workshop, known).run();
}

}  // namespace hanqing
