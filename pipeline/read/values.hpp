// SPDX-License-Identifier: Apache-2.0
// Single values of metadata understood; one that is not is a warning "bad-value" {key, value, expected}.
#pragma once

#include "read/metadata.hpp"

namespace hanqing {

class Values {
public:
    explicit Values(Notes& notes) : notes_(notes) {}

    std::string text(const Value& value, std::string_view key);
    /// One text, or several: a YAML list. A text is not split.
    std::vector<std::string> lines(const Value& value, std::string_view key);
    /// A YAML list, or a text split at 、；; and commas.
    std::vector<std::string> list(const Value& value, std::string_view key);
    /// Names: as a list, in one text (张三、李四), or as pandoc's maps with `name`.
    std::vector<std::string> people(const Value& value, std::string_view key);
    std::optional<bool> truth(const Value& value, std::string_view key);
    std::string retention(const Value& value);
    std::string access(const Value& value);
    std::string secrecy(const Value& value);
    std::vector<Revision> revisions(const Value& value);
    std::optional<Language> language(const Value& value);
    Attach attach(const Value& value);
    std::vector<std::string> form(const Value& value);
    std::vector<std::string> sealing(const Value& value);

    void bad(const Value& value, std::string_view key, std::string_view expected);

private:
    Notes& notes_;
};

}  // namespace hanqing
