// SPDX-License-Identifier: Apache-2.0
// Starting par2 without a shell, so that no name is ever taken for a command.
#include "archive/repair.hpp"

#include "archive/history.hpp"
#include "base/notes.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <boost/filesystem/directory.hpp>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace hanqing {
namespace {

/// par2's exit status; output goes nowhere. It runs with an empty environment but for the path.
int run_par2(const std::string& folder, std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), "par2");
    std::vector<char*> argv;
    for (std::string& argument : arguments) argv.push_back(argument.data());
    argv.push_back(nullptr);
    std::string path = "PATH=/usr/local/bin:/usr/bin:/bin";
    char* environment[] = {path.data(), nullptr};
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addchdir_np(&actions, folder.c_str());
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    pid_t child = 0;
    const int error = ::posix_spawnp(&child, "par2", &actions, nullptr, argv.data(), environment);
    posix_spawn_file_actions_destroy(&actions);
    if (error != 0) throw Failure("repair-program", {std::strerror(error)});
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

std::vector<std::string> repair_files(const std::string& folder, const std::string& container) {
    std::vector<std::string> names;
    boost::system::error_code error;
    for (const auto& entry : boost::filesystem::directory_iterator(folder, error)) {
        const std::string name = entry.path().filename().string();
        if (name.starts_with(container + ".") && name.ends_with(".par2")) names.push_back(name);
    }
    std::sort(names.begin(), names.end());
    return names;
}

}  // namespace

std::vector<std::string> write_repair_data(const std::string& folder, const std::string& container,
                                           std::uint32_t percent) {
    for (const std::string& old : repair_files(folder, container)) ::unlink((folder + "/" + old).c_str());
    const int status = run_par2(folder, {"create", "-q", "-q", "-r" + std::to_string(percent), "-n1",
                                         container + ".par2", container});
    if (status != 0) throw Failure("repair-program", {"par2 " + std::to_string(status)});
    return repair_files(folder, container);
}

bool has_repair_data(const std::string& folder, const std::string& container) {
    return file_exists(folder + "/" + container + ".par2");
}

bool can_repair(const std::string& folder, const std::string& container) {
    constexpr int whole = 0;
    constexpr int repair_possible = 1;
    if (!has_repair_data(folder, container)) return false;
    try {
        const int status = run_par2(folder, {"verify", "-q", "-q", container + ".par2"});
        return status == whole || status == repair_possible;
    } catch (const Failure&) {
        return false;  // without the program nothing can be said
    }
}

}  // namespace hanqing
