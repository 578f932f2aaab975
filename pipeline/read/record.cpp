// SPDX-License-Identifier: Apache-2.0
// YAML text -> Record, from yaml-cpp's events: they carry places, and see duplicate keys, anchors and tags,
// which its node tree hides.
#include "read/record.hpp"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <set>
#include <sstream>

namespace hanqing {
namespace {

/// Thrown through yaml-cpp when going on makes no sense; the note is already made.
struct Stop {};

class RecordBuilder : public YAML::EventHandler {
public:
    RecordBuilder(std::string_view yaml, std::uint32_t file, std::uint32_t begin, Notes& notes)
        : yaml_(yaml), file_(file), begin_(begin), notes_(notes) {}

    void OnDocumentStart(const YAML::Mark&) override {}
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override;
    void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override { refuse(mark, "yaml-anchor", "*"); }
    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  const std::string& value) override;
    void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value) override {
        begin(mark, tag, anchor, Value::Kind::list);
    }
    void OnSequenceEnd() override { end(); }
    void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value) override {
        begin(mark, tag, anchor, Value::Kind::map);
    }
    void OnMapEnd() override { end(); }

    Record take() { return std::move(root_); }
    [[nodiscard]] Place place(const YAML::Mark& mark, std::size_t size = 0) const;

private:
    /// A list or map that is being filled; in a map, the key whose value comes next.
    struct Level {
        Value value;
        bool has_key = false;
        std::set<std::string, std::less<>> keys;
        std::string key;
        Place key_place;
    };
    void check(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor);
    void begin(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, Value::Kind kind);
    void end();
    void add(Value value);
    void take_key(Value value);
    [[noreturn]] void refuse(const YAML::Mark& mark, std::string_view id, std::string argument);

    std::string_view yaml_;
    std::uint32_t file_, begin_;
    Notes& notes_;
    std::vector<Level> levels_;
    std::uint32_t values_ = 0;
    Record root_;
};

std::size_t offset_of(const YAML::Mark& mark) {
    return mark.pos < 0 ? 0 : static_cast<std::size_t>(mark.pos);
}

Place RecordBuilder::place(const YAML::Mark& mark, std::size_t size) const {
    const std::size_t at = std::min(offset_of(mark), yaml_.size());
    const auto begin = static_cast<std::uint32_t>(begin_ + at);
    return {file_, begin, begin + static_cast<std::uint32_t>(std::min(size, yaml_.size() - at))};
}

void RecordBuilder::refuse(const YAML::Mark& mark, std::string_view id, std::string argument) {
    notes_.error(place(mark), id, {std::move(argument)});
    throw Stop{};
}

void RecordBuilder::check(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor) {
    if (anchor != 0) refuse(mark, "yaml-anchor", "&");
    if (!tag.empty() && tag != "?" && tag != "!") refuse(mark, "yaml-tag", tag);
    if (++values_ > yaml_values_max) refuse(mark, "yaml-limit", std::to_string(yaml_values_max));
}

/// YAML calls `~`, nothing, and the word null all null; the word stays what its author typed.
void RecordBuilder::OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) {
    check(mark, {}, anchor);
    Value value;
    value.place = place(mark);
    const std::string_view typed = yaml_.substr(std::min(offset_of(mark), yaml_.size()), 4);
    if (typed == "null" || typed == "Null" || typed == "NULL") {
        value.kind = Value::Kind::text;
        value.text = typed;
        value.place = place(mark, typed.size());
    }
    add(std::move(value));
}

/// Bytes of a quoted scalar with its quotes; 0 when it is not closed, which yaml-cpp lets pass at the end.
std::size_t quoted_size(std::string_view typed) {
    const char quote = typed.front();
    for (std::size_t at = 1; at < typed.size(); ++at) {
        if (quote == '"' && typed[at] == '\\')
            ++at;
        else if (typed[at] == quote && quote == '\'' && at + 1 < typed.size() && typed[at + 1] == quote)
            ++at;
        else if (typed[at] == quote)
            return at + 1;
    }
    return 0;
}

void RecordBuilder::OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                             const std::string& text) {
    check(mark, tag, anchor);
    Value value;
    value.kind = Value::Kind::text;
    value.text = text;
    const std::string_view typed = yaml_.substr(std::min(offset_of(mark), yaml_.size()));
    std::size_t size = typed.starts_with(text) ? text.size() : std::min(typed.find('\n'), typed.size());
    if (tag == "!" && (typed.starts_with('"') || typed.starts_with('\''))) {
        size = quoted_size(typed);
        if (size == 0) refuse(mark, "yaml-quote", std::string(1, typed.front()));
    }
    value.place = place(mark, size);
    add(std::move(value));
}

void RecordBuilder::begin(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                          Value::Kind kind) {
    check(mark, tag, anchor);
    if (levels_.size() >= static_cast<std::size_t>(yaml_depth_max))
        refuse(mark, "yaml-limit", std::to_string(yaml_depth_max));
    if (!levels_.empty() && levels_.back().value.kind == Value::Kind::map && !levels_.back().has_key)
        refuse(mark, "yaml-fault", "a list or map as a key");
    Level& level = levels_.emplace_back();
    level.value.kind = kind;
    level.value.place = place(mark);
}

void RecordBuilder::end() {
    Value value = std::move(levels_.back().value);
    levels_.pop_back();
    add(std::move(value));
}

void RecordBuilder::add(Value value) {
    if (levels_.empty()) {
        root_ = std::move(value);
        return;
    }
    Level& level = levels_.back();
    if (level.value.kind == Value::Kind::list) {
        level.value.list.push_back(std::move(value));
    } else if (!level.has_key) {
        take_key(std::move(value));
    } else {
        if (!level.keys.insert(level.key).second)
            notes_.error(level.key_place, "yaml-duplicate-key", {level.key});
        else
            level.value.map.push_back({level.key, level.key_place, std::move(value)});
        level.has_key = false;
    }
}

void RecordBuilder::take_key(Value value) {
    Level& level = levels_.back();
    level.has_key = true;
    level.key = std::move(value.text);
    level.key_place = value.place;
}

/// What yaml-cpp found, told by what its author most likely did.
std::string_view fault_of(const YAML::Exception& fault, std::string_view yaml) {
    const std::string_view message = fault.msg;
    const std::size_t at = std::min(offset_of(fault.mark), yaml.size());
    const std::size_t line = at == 0 ? 0 : yaml.rfind('\n', at - 1) + 1;  // npos + 1 is the first line
    const std::string_view before = yaml.substr(line, at - line + 1);
    if (before.find('\t') != std::string_view::npos) return "yaml-tab";
    if (message == YAML::ErrorMsg::MAP_VALUE) return "yaml-colon";
    if (message == YAML::ErrorMsg::UNKNOWN_ANCHOR || message == YAML::ErrorMsg::ANCHOR_NOT_FOUND ||
        message == YAML::ErrorMsg::ALIAS_NOT_FOUND)
        return "yaml-anchor";
    if (message == YAML::ErrorMsg::EOF_IN_SCALAR || message == YAML::ErrorMsg::DOC_IN_SCALAR)
        return "yaml-quote";
    return "yaml-fault";
}

}  // namespace

const Value* Value::find(std::string_view key) const {
    for (const Entry& entry : map)
        if (entry.key == key) return &entry.value;
    return nullptr;
}

Record record_from_yaml(std::string_view yaml, std::uint32_t file, std::uint32_t begin, Notes& notes) {
    RecordBuilder builder(yaml, file, begin, notes);
    try {
        std::istringstream stream{std::string(yaml)};
        YAML::Parser parser(stream);
        parser.HandleNextDocument(builder);
    } catch (const Stop&) {
        return {};
    } catch (const YAML::Exception& fault) {
        const std::string_view id = fault_of(fault, yaml);
        notes.error(builder.place(fault.mark), id, {id == "yaml-anchor" ? "& *" : fault.msg});
        return {};
    }
    Record record = builder.take();
    if (record.kind == Value::Kind::text || record.kind == Value::Kind::list) {
        notes.error(record.place, "yaml-fault", {"no keys"});
        return {};
    }
    return record;
}

}  // namespace hanqing
