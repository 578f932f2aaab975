// SPDX-License-Identifier: Apache-2.0
// The tables of wording and how they are filled.
#include "cli/words.hpp"

#include <catch2/catch.hpp>

#include <boost/filesystem.hpp>

#include <fstream>
#include <regex>
#include <set>
#include <sstream>

using namespace hanqing;

namespace {

std::set<char> numbers(std::string_view text) {
    std::set<char> found;
    for (std::size_t i = 0; i + 2 < text.size(); ++i)
        if (text[i] == '{' && text[i + 2] == '}') found.insert(text[i + 1]);
    return found;
}

bool has_han(std::string_view text) {
    return text.find_first_of("\xE4\xE5\xE6\xE7\xE8\xE9") != std::string_view::npos;
}

}  // namespace

TEST_CASE("words: each name stands once, in both languages, with the same arguments") {
    std::set<std::string_view> seen;
    for (const auto table : all_wording())
        for (const Wording& entry : table) {
            INFO(entry.id);
            CHECK(seen.insert(entry.id).second);
            CHECK_FALSE(entry.chinese.empty());
            CHECK_FALSE(entry.english.empty());
            CHECK(numbers(entry.chinese) == numbers(entry.english));
            CHECK(entry.chinese_hint.empty() == entry.english_hint.empty());
            // Words are filled in, not formatted: a brace is typed once.
            for (const std::string_view words : {entry.chinese_hint, entry.english_hint})
                CHECK(words.find("{{") == std::string_view::npos);
            // What an official document may say is laid down in Chinese words.
            if (!entry.id.starts_with("official-")) CHECK_FALSE(has_han(entry.english_hint));
        }
    CHECK(seen.size() > 100);
}

TEST_CASE("words: every name that the source uses has words") {
    namespace fs = boost::filesystem;
    const std::regex use(
        R"re((?:Failure\(|throw Failure\(|\.(?:warning|error|remark)\([^;"]*|\.once\([^;"]*|refuse\()"([a-z0-9]+(?:-[a-z0-9]+)+)")re");
    std::set<std::string> missing;
    for (const char* folder : {"/pipeline", "/archive"})
        for (const auto& entry : fs::recursive_directory_iterator(std::string(HANQING_ROOT) + folder)) {
            if (entry.path().extension() != ".cpp" ||
                entry.path().string().find("/wording/") != std::string::npos)
                continue;
            std::ifstream in(entry.path().string());
            std::stringstream text;
            text << in.rdbuf();
            const std::string source = text.str();
            for (std::sregex_iterator at(source.begin(), source.end(), use), end; at != end; ++at)
                if (wording_of((*at)[1].str()) == nullptr)
                    missing.insert((*at)[1].str() + " in " + entry.path().filename().string());
        }
    for (const std::string& name : missing) FAIL_CHECK(name);
}

TEST_CASE("words: arguments stand where the sentence wants them, and a missing one leaves no braces") {
    CHECK(filled("{1} of {0}", {"a", "b"}) == "b of a");
    CHECK(filled("{0}{3}", {"a"}) == "a");
    CHECK(filled("{x} {", {"a"}) == "{x} {");
}

TEST_CASE("words: text from documents cannot speak to the terminal") {
    CHECK(shown("a\x1b[31mb") == "a\\x1B[31mb");
    CHECK(shown("a\nb\tc") == "a\\nb\\tc");
    CHECK(shown("\xE2\x80\xAE"
                "fdp") == "<U+202E>fdp");
    CHECK(shown("\xFFok") == "\\xFFok");
    CHECK(shown("年报\xE2\x80\x8B") == "年报<U+200B>");
}

TEST_CASE("words: a name without words is shown, never swallowed") {
    CHECK(sentence("no-such-name", {"x"}, Tongue::english).what == "no-such-name x");
}

TEST_CASE("words: a hint that rests on an empty suggestion is left out") {
    CHECK(sentence("catalogue-no-report", {"x", ""}, Tongue::english).hint.empty());
    CHECK(sentence("catalogue-no-report", {"x", "y"}, Tongue::english).hint == "did you mean y?");
}

TEST_CASE("words: the system's reasons speak Chinese too") {
    CHECK(say("write-file", {"a.pdf", "No space left on device"}, Tongue::chinese) ==
          "写不了 a.pdf：磁盘已满");
}

TEST_CASE("tongue: --lang, then LC_ALL, LC_MESSAGES, LANG") {
    ::unsetenv("LC_ALL");
    ::unsetenv("LC_MESSAGES");
    ::setenv("LANG", "zh_CN.UTF-8", 1);
    CHECK(choose_tongue("") == Tongue::chinese);
    CHECK(choose_tongue("en") == Tongue::english);
    ::setenv("LC_MESSAGES", "C.UTF-8", 1);
    CHECK(choose_tongue("") == Tongue::english);
    ::setenv("LC_ALL", "zh_TW", 1);
    CHECK(choose_tongue("") == Tongue::chinese);
    ::setenv("LC_ALL", "de_DE.UTF-8", 1);
    CHECK(choose_tongue("") == Tongue::english);
}
