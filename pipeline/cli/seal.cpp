// SPDX-License-Identifier: Apache-2.0
// hanqing seal: takes in what was signed or stamped on another machine.
#include "archive/evidence.hpp"
#include "cli/commands.hpp"
#include "cli/json.hpp"

namespace hanqing {

Exit run_seal(Bench& bench) {
    const Options& o = bench.options;
    const std::string& seal = o.paths.front();
    const bool signature = !o.signature.empty();
    if (signature == o.certificate.empty() || (!signature && o.reply.empty())) throw Failure("usage-seal");
    if (signature) {
        take_signature(seal, o.signature, o.certificate);
        bench.screen.result("signature-taken", {o.signature, seal});
    }
    if (!o.reply.empty()) {
        take_timestamp(seal, o.reply);
        bench.screen.result("timestamp-taken", {o.reply, seal});
    }
    if (o.json) Screen::output(json_answer("seal", {json_member("seal", json_text(seal))}));
    return Exit::well;
}

}  // namespace hanqing
