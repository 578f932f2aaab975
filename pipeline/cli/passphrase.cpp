// SPDX-License-Identifier: Apache-2.0
// Asking on the controlling terminal, never on standard input, which may be a pipe.
#include "cli/passphrase.hpp"

#include "base/file.hpp"
#include "base/notes.hpp"

#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

#include <cerrno>
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

/// Up to the next line end, byte by byte: what follows belongs to the next key.
std::string line_from(int descriptor) {
    std::string line;
    char c = 0;
    while (line.size() < length_max) {
        const ssize_t got = ::read(descriptor, &c, 1);
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0 || c == '\n') break;
        line += c;
    }
    if (line.ends_with('\r')) line.pop_back();
    return line;
}

std::string line_from_terminal(const std::string& path) {
    const Terminal terminal;
    if (terminal.descriptor() < 0) throw Failure("key-passphrase", {path});
    const std::string prompt = path + ": ";
    if (::write(terminal.descriptor(), prompt.data(), prompt.size()) < 0)
        throw Failure("key-passphrase", {path});
    std::string phrase = line_from(terminal.descriptor());
    if (::write(terminal.descriptor(), "\n", 1) < 0) throw Failure("key-passphrase", {path});
    return phrase;
}

}  // namespace

AskPassphrase passphrase_from(std::optional<int> descriptor) {
    return [descriptor](const std::string& path) {
        if (descriptor) return line_from(*descriptor);
        if (const char* file = std::getenv("HANQING_PASSPHRASE_FILE"); file != nullptr) {
            const std::string text = read_file(file, length_max);
            return text.substr(0, text.find_first_of("\r\n"));
        }
        return line_from_terminal(path);
    };
}

}  // namespace hanqing
