// SPDX-License-Identifier: Apache-2.0
// SVG path data, as cairo writes it -> PDF's path operators.
#include "image/path_writer.hpp"

#include <charconv>

namespace hanqing {
namespace {

class PathReader {
public:
    explicit PathReader(std::string_view data) : rest_(data) {}

    std::optional<std::string> read() {
        for (skip(); !rest_.empty(); skip()) {
            const char command = rest_[0];
            rest_.remove_prefix(1);
            if (!step(command)) return std::nullopt;
        }
        return std::move(out_);
    }

private:
    void skip() {
        while (!rest_.empty() && (rest_[0] == ' ' || rest_[0] == ',' || rest_[0] == '\n'))
            rest_.remove_prefix(1);
    }

    bool number(double& value) {
        skip();
        const auto result = std::from_chars(rest_.data(), rest_.data() + rest_.size(), value);
        if (result.ec != std::errc{}) return false;
        rest_.remove_prefix(static_cast<std::size_t>(result.ptr - rest_.data()));
        return true;
    }

    bool step(char command) {
        switch (command) {
            case 'M':
                return move();
            case 'L':
                return number(x_) && number(y_) && line();
            case 'H':
                return number(x_) && line();
            case 'V':
                return number(y_) && line();
            case 'C':
                return curve();
            case 'Z':
                return close();
            default:
                return false;
        }
    }

    /// A move is written only when something is drawn from it: cairo ends each closed path with an idle one.
    bool move() {
        if (!number(x_) || !number(y_)) return false;
        pending_move_ = point(x_, y_) + "m\n";
        return true;
    }

    void begin() {
        out_ += pending_move_;
        pending_move_.clear();
    }

    bool line() {
        begin();
        out_ += point(x_, y_) + "l\n";
        return true;
    }

    /// A dot (a path of no length) is drawn by round caps, so it must keep its point.
    bool close() {
        begin();
        out_ += "h\n";
        return true;
    }

    bool curve() {
        double c[6] = {};
        for (double& value : c)
            if (!number(value)) return false;
        begin();
        out_ += point(c[0], c[1]) + point(c[2], c[3]) + point(c[4], c[5]) + "c\n";
        x_ = c[4];
        y_ = c[5];
        return true;
    }

    static std::string point(double x, double y) { return decimal(x, 2) + " " + decimal(y, 2) + " "; }

    std::string_view rest_;
    std::string out_;
    std::string pending_move_;
    double x_ = 0, y_ = 0;
};

}  // namespace

std::optional<std::string> operators_from_path(std::string_view data) { return PathReader(data).read(); }

}  // namespace hanqing
