// SPDX-License-Identifier: Apache-2.0
// Asking on the controlling terminal, never on standard input, which may be a pipe.
#include "cli/passphrase.hpp"

#include "base/file.hpp"
#include "base/notes.hpp"

#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

#include <cstdlib>

namespace hanqing {
namespace {

constexpr std::size_t length_max = 1024;

class Terminal {
public:
    Terminal() : descriptor_(::open("/dev/tty", O_RDWR | O_CLOEXEC)) {
        if (descriptor_ < 0 || ::tcgetattr(descriptor_, &before_) != 0) return;
        termios silent = before_;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        changed_ = ::tcsetattr(descriptor_, TCSAFLUSH, &silent) == 0;
    }
    ~Terminal() {
        if (changed_) ::tcsetattr(descriptor_, TCSAFLUSH, &before_);
        if (descriptor_ >= 0) ::close(descriptor_);
    }
    Terminal(const Terminal&) = delete;
    Terminal& operator=(const Terminal&) = delete;
    [[nodiscard]] int descriptor() const { return descriptor_; }

private:
    int descriptor_;
    termios before_{};
    bool changed_ = false;
};

}  // namespace

std::string ask_passphrase(const std::string& path) {
    if (const char* file = std::getenv("HANQING_PASSPHRASE_FILE"); file != nullptr) {
        const std::string text = read_file(file, length_max);
        return text.substr(0, text.find_first_of("\r\n"));
    }
    const Terminal terminal;
    if (terminal.descriptor() < 0) throw Failure("key-passphrase", {path});
    const std::string prompt = path + ": ";
    if (::write(terminal.descriptor(), prompt.data(), prompt.size()) < 0)
        throw Failure("key-passphrase", {path});
    std::string phrase;
    char c = 0;
    while (phrase.size() < length_max && ::read(terminal.descriptor(), &c, 1) == 1 && c != '\n') phrase += c;
    if (::write(terminal.descriptor(), "\n", 1) < 0) throw Failure("key-passphrase", {path});
    return phrase;
}

}  // namespace hanqing
