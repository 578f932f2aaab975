// SPDX-License-Identifier: Apache-2.0
// A disk that misbehaves on demand: preloaded before the C library, for tests alone.
//   HANQING_FAULT="CALL WHAT WHEN [PATH]"
//     CALL   open read write fsync close rename mkdir thread, or any (each of those that change the disk)
//     WHAT   a number of errno; short (half of it is done); kill (the process ends before the call);
//            cut (as kill, and all that was not yet synced is lost: the power went);
//            grow (the file gets a byte more before it is read)
//     WHEN   n: the n-th such call alone; n+: it and all that follow
//     PATH   only files whose path has this in it
// HANQING_FAULT_COUNT=FILE takes down at the end how many calls there were, so that a test can try each.
// Calls on what is no regular file (terminals, pipes) and on folders of the system are let through.
#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <map>
#include <mutex>
#include <string>
#include <vector>

namespace {

template <typename Function>
Function real(const char* name) {
    return reinterpret_cast<Function>(::dlsym(RTLD_NEXT, name));
}

struct Plan {
    std::string call, what, path;
    long when = 0;
    bool onwards = false;
};

Plan read_plan() {
    Plan plan;
    const char* text = std::getenv("HANQING_FAULT");
    if (text == nullptr) return plan;
    char call[16] = "", what[16] = "", when[16] = "", path[256] = "";
    std::sscanf(text, "%15s %15s %15s %255s", call, what, when, path);
    plan = {call, what, path, std::atol(when), std::strchr(when, '+') != nullptr};
    return plan;
}

const Plan& plan() {
    static const Plan it = read_plan();
    return it;
}

/// What a power cut would take back.
struct Unsynced {
    struct Rename {
        std::string from, to, kept;  ///< `kept`: a second name of what lay at `to`; empty: nothing did.
    };
    std::mutex mutex;
    std::map<std::string, bool> files;                   ///< Written, not synced.
    std::map<std::string, std::vector<Rename>> renames;  ///< By folder.
};
Unsynced& unsynced() {
    static auto* it = new Unsynced;
    return *it;
}
bool records() { return plan().what == "cut"; }

std::string path_of(int descriptor) {
    char link[64], path[4096];
    std::snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    const ssize_t size = ::readlink(link, path, sizeof path);
    return size > 0 ? std::string(path, static_cast<std::size_t>(size)) : "";
}

std::string folder_of(const std::string& path) { return path.substr(0, path.rfind('/')); }

bool is_watched(const std::string& path) {
    if (path.empty() || path[0] != '/') return false;
    for (const char* system : {"/proc/", "/dev/", "/usr/", "/etc/", "/sys/", "/var/cache/"})
        if (path.compare(0, std::strlen(system), system) == 0) return false;
    return plan().path.empty() || path.find(plan().path) != std::string::npos;
}

void cut_power() {
    Unsynced& u = unsynced();
    const std::lock_guard lock(u.mutex);
    const auto remove = real<int (*)(const char*)>("unlink");
    const auto rename = real<int (*)(const char*, const char*)>("rename");
    for (auto& [folder, list] : u.renames)
        for (auto r = list.rbegin(); r != list.rend(); ++r) {
            if (r->kept.empty())
                remove(r->to.c_str());
            else
                rename(r->kept.c_str(), r->to.c_str());
        }
    for (const auto& [path, dirty] : u.files)
        if (dirty && ::truncate(path.c_str(), 0) != 0) continue;  // it may have been renamed or removed
}

std::atomic<long> calls = 0;

struct AtEnd {
    ~AtEnd() {
        const char* file = std::getenv("HANQING_FAULT_COUNT");
        if (file == nullptr) return;
        if (std::FILE* out = std::fopen(file, "w")) {
            std::fprintf(out, "%ld\n", calls.load());
            std::fclose(out);
        }
    }
} at_end;

enum class Verdict { go_on, fail, half };

bool changes_the_disk(const char* call) {
    return std::strcmp(call, "read") != 0 && std::strcmp(call, "thread") != 0;
}

/// What happens to this call. Sets errno.
Verdict judge(const char* call, const std::string& path) {
    const Plan& p = plan();
    if (p.call != call && !(p.call == "any" && changes_the_disk(call))) return Verdict::go_on;
    if (!is_watched(path)) return Verdict::go_on;
    const long n = ++calls;
    if (p.when == 0 || n < p.when || (n > p.when && !p.onwards)) return Verdict::go_on;
    if (p.what == "kill" || p.what == "cut") {
        if (p.what == "cut") cut_power();
        ::kill(::getpid(), SIGKILL);
        ::pause();
    }
    if (p.what == "short") return Verdict::half;
    if (p.what == "grow") {
        const int file = static_cast<int>(::syscall(SYS_openat, AT_FDCWD, path.c_str(), O_WRONLY | O_APPEND));
        if (::syscall(SYS_write, file, "x", 1) != 1) std::abort();
        ::syscall(SYS_close, file);
        return Verdict::go_on;
    }
    errno = std::atoi(p.what.c_str());
    return Verdict::fail;
}

std::string absolute(const char* path) {
    if (path[0] == '/') return path;
    char folder[4096];
    return ::getcwd(folder, sizeof folder) == nullptr ? "" : std::string(folder) + "/" + path;
}

int open_as(const char* name, const char* path, int flags, mode_t mode) {
    if ((flags & (O_CREAT | O_WRONLY | O_RDWR)) != 0 && judge("open", absolute(path)) == Verdict::fail)
        return -1;
    return real<int (*)(const char*, int, ...)>(name)(path, flags, mode);
}

}  // namespace

extern "C" {

int open(const char* path, int flags, ...) {
    va_list rest;
    va_start(rest, flags);
    const mode_t mode = (flags & O_CREAT) != 0 ? va_arg(rest, mode_t) : 0;
    va_end(rest);
    return open_as("open", path, flags, mode);
}

int open64(const char* path, int flags, ...) {
    va_list rest;
    va_start(rest, flags);
    const mode_t mode = (flags & O_CREAT) != 0 ? va_arg(rest, mode_t) : 0;
    va_end(rest);
    return open_as("open64", path, flags, mode);
}

ssize_t read(int descriptor, void* to, size_t size) {
    const Verdict v = plan().call == "read" ? judge("read", path_of(descriptor)) : Verdict::go_on;
    if (v == Verdict::fail) return -1;
    return real<ssize_t (*)(int, void*, size_t)>("read")(descriptor, to,
                                                         v == Verdict::half ? (size + 1) / 2 : size);
}

ssize_t write(int descriptor, const void* from, size_t size) {
    const std::string path = path_of(descriptor);
    const Verdict v = judge("write", path);
    if (v == Verdict::fail) return -1;
    if (records() && is_watched(path)) {
        const std::lock_guard lock(unsynced().mutex);
        unsynced().files[path] = true;
    }
    return real<ssize_t (*)(int, const void*, size_t)>("write")(descriptor, from,
                                                                v == Verdict::half ? (size + 1) / 2 : size);
}

int fsync(int descriptor) {
    const std::string path = path_of(descriptor);
    if (judge("fsync", path) == Verdict::fail) return -1;
    if (records()) {
        const std::lock_guard lock(unsynced().mutex);
        unsynced().files.erase(path);
        for (const auto& r : unsynced().renames[path])
            if (!r.kept.empty()) real<int (*)(const char*)>("unlink")(r.kept.c_str());
        unsynced().renames.erase(path);
    }
    return real<int (*)(int)>("fsync")(descriptor);
}

int close(int descriptor) {
    const Verdict v =
        plan().call == "close" || plan().call == "any" ? judge("close", path_of(descriptor)) : Verdict::go_on;
    const int error = errno;
    const int result = real<int (*)(int)>("close")(descriptor);  // a close that fails closes all the same
    if (v != Verdict::fail) return result;
    errno = error;
    return -1;
}

int rename(const char* from, const char* to) {
    const std::string target = absolute(to);
    if (judge("rename", target) == Verdict::fail) return -1;
    if (records() && is_watched(target)) {
        const std::lock_guard lock(unsynced().mutex);
        std::string kept = target + ".kept-by-the-layer";
        if (::link(to, kept.c_str()) != 0) kept.clear();
        unsynced().renames[folder_of(target)].push_back({absolute(from), target, kept});
        auto& files = unsynced().files;
        if (const auto dirty = files.extract(absolute(from)); !dirty.empty()) files[target] = true;
    }
    return real<int (*)(const char*, const char*)>("rename")(from, to);
}

int mkdir(const char* path, mode_t mode) {
    if (judge("mkdir", absolute(path)) == Verdict::fail) return -1;
    return real<int (*)(const char*, mode_t)>("mkdir")(path, mode);
}

int pthread_create(pthread_t* thread, const pthread_attr_t* attributes, void* (*work)(void*),
                   void* argument) {
    if (judge("thread", "/thread") == Verdict::fail) return errno;
    return real<int (*)(pthread_t*, const pthread_attr_t*, void* (*)(void*), void*)>("pthread_create")(
        thread, attributes, work, argument);
}

}  // extern "C"
