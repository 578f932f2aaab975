// SPDX-License-Identifier: Apache-2.0
// hanqing seal: takes in what was signed or stamped elsewhere, and writes the statements that a key signs:
// that another key takes over, that a sealed bag was disposed of.
#include "archive/evidence.hpp"
#include "archive/history.hpp"
#include "archive/seal.hpp"
#include "cli/archive_request.hpp"
#include "cli/commands.hpp"
#include "cli/json.hpp"
#include "cli/passphrase.hpp"

namespace hanqing {
namespace {

SigningKey the_key(const Options& o) {
    if (o.keys.size() != 1) throw Failure("usage-seal-key");
    return {o.keys.front(), passphrase_from(o.passphrase_descriptor)};
}

void dispose(Bench& bench, const std::string& seal) {
    const Options& o = bench.options;
    if (o.approval.empty()) throw Failure("usage-dispose");
    write_disposal(seal, {"", sealing_date(o), o.approval, o.disposal}, the_key(o));
    bench.screen.result("disposal-written", {read_seal(seal).bag, o.approval});
}

void hand_over(Bench& bench, const std::string& folder) {
    const Options& o = bench.options;
    const PublicKey successor = read_public_key(o.successor);
    rotate_key(folder, the_key(o), successor, sealing_date(o));
    bench.screen.result("key-handed-over", {successor.fingerprint()});
}

}  // namespace

Exit run_seal(Bench& bench) {
    const Options& o = bench.options;
    const std::string& seal = o.paths.front();
    const bool signature = !o.signature.empty();
    const bool any =
        signature || !o.reply.empty() || o.timestamp_query || !o.disposal.empty() || !o.successor.empty();
    if (signature == o.certificate.empty() || !any) throw Failure("usage-seal");
    bench.interrupts.sweep_at_end(o.successor.empty() ? folder_of_path(seal) : seal);
    if (signature) {
        take_signature(seal, o.signature, o.certificate);
        bench.screen.result("signature-taken", {o.signature, seal});
    }
    if (!o.reply.empty()) {
        take_timestamp(seal, o.reply);
        bench.screen.result("timestamp-taken", {o.reply, seal});
    }
    if (o.timestamp_query) {
        write_timestamp_query(seal);
        bench.screen.result("timestamp-query-written", {seal});
    }
    if (!o.disposal.empty()) dispose(bench, seal);
    if (!o.successor.empty()) hand_over(bench, seal);
    if (o.json) Screen::output(json_answer("seal", {json_member("seal", json_text(seal))}));
    return Exit::well;
}

}  // namespace hanqing
