// SPDX-License-Identifier: Apache-2.0
// Footnotes at the page's foot (F2): the last line on the foot of the type area, the rule above the first;
// what room is left stays between body and rule. Marks that begin anew on each page get their numbers here.
#include "pages/composer_job.hpp"

#include "base/unicode.hpp"

namespace hanqing {
namespace {

constexpr char32_t circled_first = 0x2460;

std::string circled(std::uint32_t n) {
    std::string text;
    if (n <= 20)
        append_utf8(text, circled_first + n - 1);
    else if (n <= 35)
        append_utf8(text, 0x3251 + n - 21);
    else if (n <= 50)
        append_utf8(text, 0x32B1 + n - 36);
    else
        return "(" + std::to_string(n) + ")";
    return text;
}

bool is_circled(char32_t c) {
    return (c >= circled_first && c < circled_first + 20) || (c >= 0x3251 && c < 0x3260) ||
           (c >= 0x32B1 && c < 0x32C0);
}

/// The mark with another number in the same form: ① → ③, [1] → [3].
std::string renumbered_mark(std::string_view mark, std::uint32_t number) {
    std::string text;
    bool done = false;
    for (std::size_t at = 0; at < mark.size();) {
        const char32_t c = next_code_point(mark, at);
        const bool digit = c >= U'0' && c <= U'9';
        if (!digit && !is_circled(c))
            append_utf8(text, c);
        else if (!done) {
            text += digit ? std::to_string(number) : circled(number);
            done = true;
        }
    }
    return done ? text : std::to_string(number);
}

std::string_view continuation_sign(Language language) {
    switch (language) {
        case Language::zh_hant_tw:
        case Language::zh_hant_hk:
            return "續";
        case Language::ja:
            return "続";
        case Language::ko:
        case Language::en:
            return "…";
        default:
            return "续";
    }
}

std::vector<std::uint32_t> styles_of_marks(const Styled& styled) {
    std::vector<std::uint32_t> styles(styled.footnotes.size(), none);
    for (const Paragraph& paragraph : styled.paragraphs)
        for (const TextRun& run : paragraph.runs)
            if (run.footnote != none) styles[run.footnote] = run.style;
    return styles;
}

}  // namespace

/// Numbers the notes that begin on the page. All words are made before any line is set.
void Composer::renumber_notes(const Job& job, const PagePlan& plan) {
    const std::size_t count = matter_.styled().footnotes.size();
    if (mark_styles_.empty()) mark_styles_ = styles_of_marks(matter_.styled());
    setter_.mark_words.assign(count, none);
    setter_.label_words.assign(count, none);
    std::uint32_t number = 0;
    for (std::uint32_t i = plan.notes_begin; i < plan.notes_end; ++i) {
        const NoteLine& line = job.made.note_lines[i];
        const std::uint32_t label = matter_.styled().footnotes[line.footnote].label;
        if (!line.first || label == none || mark_styles_[line.footnote] == none) continue;
        const std::string mark = renumbered_mark(matter_.paragraph(label).text, ++number);
        const std::uint32_t style = main_style(matter_.paragraph(label));
        setter_.mark_words[line.footnote] = matter_.words(mark, mark_styles_[line.footnote]);
        setter_.label_words[line.footnote] = matter_.words(mark, style);
    }
}

void Composer::set_note_label(const Job& job, const NoteLine& line, Point at) {
    const FootnoteText& note = matter_.styled().footnotes[line.footnote];
    if (!matter_.has_lines(note.label) || matter_.lines_of(note.label).empty()) return;
    const Paragraph& paragraph = matter_.paragraph(note.label);
    const std::uint32_t words = setter_.label_words.empty() ? none : setter_.label_words[line.footnote];
    if (words == none || paragraph.runs.empty())
        return setter_.set_line(job.page, note.label, matter_.lines_of(note.label)[0], at,
                                {Artifact::none, LineKind::label});
    const TextRun run = paragraph.runs[0];
    const std::uint32_t tag = run.tag != none ? run.tag : paragraph.tag;
    setter_.set_words(job.page, words, at, Artifact::none, 0, tag);
    if (run.link == none) return;
    const Length size = matter_.box_of(note.label).size;
    const Rectangle area{{at.x, at.y - scaled(size, 88, 100)}, matter_.width_of_words(words), size};
    pages_.pages[job.page].links.push_back({area, run.link, tag});
}

/// 续 in place of the number where a note goes on from the page before (F1).
void Composer::set_note_continuation(const Job& job, const NoteLine& line, Point at) {
    const std::uint32_t label = matter_.styled().footnotes[line.footnote].label;
    const std::uint32_t like = label == none ? line.paragraph : label;
    const std::uint32_t words =
        matter_.words(continuation_sign(matter_.styled().language), main_style(matter_.paragraph(like)));
    if (matter_.width_of_words(words) > job.made.note_indent) return;
    setter_.set_words(job.page, words, at, Artifact::layout);
}

/// The rule is as long as the measure when the notes below it begin with the rest of one.
void Composer::set_notes(const Job& job, const PagePlan& plan) {
    if (plan.notes_begin == plan.notes_end) return;
    const NoteColumn& column = job.made.galley.notes;
    const Length depth = column.depth(plan.notes_begin, plan.notes_end) - column.overhead;
    const Length top = job.origin.y + job.notes_foot - depth;
    const Length weight = job.sequence.footnote_rule_weight;
    const bool goes_on = !job.made.note_lines[plan.notes_begin].first;
    const Length rule =
        goes_on ? job.made.width : scaled(job.made.width, job.sequence.footnote_rule_percent, 100);
    const Length above = top - weight - job.sequence.footnote_gap / 4;  // clear of the tallest letters
    setter_.add_rectangle(job.page, {{job.origin.x, above}, rule, weight}, black, Artifact::layout);
    for (std::uint32_t i = plan.notes_begin; i < plan.notes_end; ++i) {
        const NoteLine& line = job.made.note_lines[i];
        const FootnoteText& note = matter_.styled().footnotes[line.footnote];
        const Length baseline =
            top + column.tops[i] - column.tops[plan.notes_begin] + matter_.box_of(line.paragraph).baseline;
        if (goes_on && i == plan.notes_begin) set_note_continuation(job, line, {job.origin.x, baseline});
        if (line.first) {
            set_note_label(job, line, {job.origin.x, baseline});
            if (note.anchor != none)
                pages_.anchors[note.anchor] = {job.page, baseline - matter_.box_of(line.paragraph).size};
        }
        const Length given = matter_.paragraph(line.paragraph).measure;
        const Length left = given > Length{} ? job.made.width - given : job.made.note_indent;
        setter_.set_line(job.page, line.paragraph, matter_.lines_of(line.paragraph)[line.line],
                         {job.origin.x + left, baseline}, {Artifact::none, LineKind::note});
    }
}

}  // namespace hanqing
