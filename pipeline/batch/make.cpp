// SPDX-License-Identifier: Apache-2.0
// Making one report.
#include "batch/make.hpp"

#include "base/allowance.hpp"
#include "base/file.hpp"
#include "batch/keys.hpp"
#include "batch/output_name.hpp"

#include <iterator>
#include <new>

namespace hanqing {
namespace {

void append(std::vector<Finding>& to, std::vector<Finding> findings) {
    to.insert(to.end(), std::make_move_iterator(findings.begin()), std::make_move_iterator(findings.end()));
}

void fail(Outcome& outcome, const Failure& failure) {
    outcome.status = is_authors(failure) ? Status::failed : Status::refused;
    outcome.findings.push_back(finding_of(failure, outcome.source));
}

/// The report's own limit, or a machine that has no more.
Failure refusal_of_memory(const Allowance& allowance) {
    try {
        allowance.check();
    } catch (const Failure& failure) {
        return failure;
    }
    return Failure("memory-refused");
}

/// What the report turned out to be made from, and what it says about itself.
void describe_into(Outcome& outcome, const Published& published) {
    outcome.style = published.style;
    outcome.style_digest = published.stamps.style;
    outcome.fonts_digest = published.stamps.fonts;
    outcome.language = tag_of(published.language);
    outcome.year = year_of(published.metadata, outcome.source);
    outcome.metadata = metadata_row(published.metadata);
}

void publish(Made& made, const Collection& collection, const Report& report, Workshop& workshop,
             const Observer& observer) {
    Outcome& outcome = made.outcome;
    Observer own = observer;
    std::vector<UsedImage> asked;
    own.document = [&](const Document& document) {
        asked = images_asked_for(document, outcome.source, {});
        if (observer.document) observer.document(document);
    };
    Published published = typeset(
        report, [&](std::string_view name) -> const Sheet& { return workshop.sheet(name); }, workshop.fonts(),
        workshop.subsets(), workshop.publication(), own);
    append(outcome.findings, findings_of(published.notes, report.source, collection.files));
    describe_into(outcome, published);
    made.timings = published.timings;
    for (UsedImage& image : published.images) {
        std::erase_if(asked, [&](const UsedImage& a) { return a.path == image.path; });
        asked.push_back(std::move(image));
    }
    outcome.images = images_asked_for({}, outcome.source, std::move(asked));
    if (published.pdf.bytes.empty()) return;
    outcome.status = Status::built;
    outcome.pages = published.pdf.page_count;
    outcome.size = published.pdf.bytes.size();
    outcome.pdf = published.pdf.digest;
    made.pdf = std::move(published.pdf.bytes);
}

}  // namespace

Made make(const Collection& collection, const std::string& source, Workshop& workshop, const Record* nearer,
          const Observer& observer) {
    try {
        return make(collection, source, read_file(collection.absolute(source), source_size_max), workshop,
                    nearer, observer);
    } catch (const Failure& failure) {
        Made made;
        made.outcome.source = source;
        fail(made.outcome, failure);
        return made;
    }
}

Made make(const Collection& collection, const std::string& source, std::string bytes, Workshop& workshop,
          const Record* nearer, const Observer& observer) {
    Made made;
    Outcome& outcome = made.outcome;
    outcome.source = source;
    Allowance allowance(collection.settings.limits, workshop.stop());
    try {
        const Under limits(&allowance);
        Notes notes;
        const Report report = make_report(collection, source, std::move(bytes), nearer, notes);
        outcome.source_digest = report.source.digest;
        outcome.base = base_of(collection, source, report.source.digest, nearer);
        append(outcome.findings, findings_of(notes, report.source, collection.files));
        if (!notes.has_errors()) publish(made, collection, report, workshop, observer);
    } catch (const Failure& failure) {
        made.stopped = failure.id() == "stopped";
        fail(outcome, failure);
    } catch (const std::bad_alloc&) {
        fail(outcome, refusal_of_memory(allowance));
    } catch (const std::exception& error) {
        fail(outcome, Failure("library-failure", {error.what()}));
    }
    return made;
}

}  // namespace hanqing
