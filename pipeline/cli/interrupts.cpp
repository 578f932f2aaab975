// SPDX-License-Identifier: Apache-2.0
// Signals are taken by one thread that waits for them; no code ever runs inside a handler.
#include "cli/interrupts.hpp"

#include "batch/build.hpp"

#include <dirent.h>
#include <pthread.h>
#include <signal.h>
#include <unistd.h>

#include <chrono>
#include <vector>

namespace hanqing {
namespace {

constexpr auto grace = std::chrono::milliseconds(700);

sigset_t awaited() {
    sigset_t set;
    sigemptyset(&set);
    for (const int number : {SIGINT, SIGTERM, SIGHUP, SIGUSR1}) sigaddset(&set, number);
    return set;
}

/// AtomicFile names its temporaries after the process.
void remove_own_temporaries(const std::string& folder) {
    DIR* directory = ::opendir(folder.c_str());
    if (directory == nullptr) return;
    const std::string own = ".hanqing-" + std::to_string(::getpid()) + "-";
    std::vector<std::string> found;
    for (const dirent* entry = ::readdir(directory); entry != nullptr; entry = ::readdir(directory))
        if (std::string(entry->d_name).starts_with(own)) found.push_back(folder + "/" + entry->d_name);
    ::closedir(directory);
    for (const std::string& file : found) ::unlink(file.c_str());
}

}  // namespace

Interrupts::Interrupts() {
    ::signal(SIGPIPE, SIG_IGN);  // a closed pipe is an error of write, told like any other
    const sigset_t set = awaited();
    ::pthread_sigmask(SIG_BLOCK, &set, nullptr);
    thread_ = std::thread([this] { listen(); });
}

Interrupts::~Interrupts() {
    over_ = true;
    ::pthread_kill(thread_.native_handle(), SIGUSR1);
    thread_.join();
}

void Interrupts::listen() {
    const sigset_t set = awaited();
    int number = 0;
    do {
        if (::sigwait(&set, &number) != 0) return;
        if (over_) return;
    } while (number == SIGUSR1);
    {
        const std::lock_guard lock(mutex_);
        stop_ = true;
    }
    changed_.notify_all();
    if (graceful_) {
        const auto end = std::chrono::steady_clock::now() + grace;
        while (!over_ && std::chrono::steady_clock::now() < end)
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
        if (over_) return;
    }
    cut_off();
}

void Interrupts::cut_off() {
    // No file of the batch is being written while this is held, and none will be again.
    const std::unique_lock gate(writing());
    const std::lock_guard lock(mutex_);
    if (!folder_.empty()) remove_own_temporaries(folder_);
    ::_exit(130);
}

void Interrupts::sweep_at_end(const std::string& folder) {
    const std::lock_guard lock(mutex_);
    folder_ = folder;
}

bool Interrupts::wait(std::chrono::milliseconds time) {
    std::unique_lock lock(mutex_);
    return changed_.wait_for(lock, time, [&] { return stop_.load(); });
}

}  // namespace hanqing
