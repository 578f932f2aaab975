// SPDX-License-Identifier: Apache-2.0
// hanqing prove: a small file that proves that one record belongs to a sealed bag.
#include "archive/names.hpp"
#include "archive/proof.hpp"
#include "base/file.hpp"
#include "cli/commands.hpp"
#include "cli/json.hpp"

namespace hanqing {
namespace {

constexpr std::string_view script_name = "check-proof.sh";

/// The proof, and beside it the script by which anybody can check it.
void write_proof(const std::string& output, const RecordProof& proof) {
    const std::size_t slash = output.rfind('/');
    const std::string folder = slash == std::string::npos ? "" : output.substr(0, slash + 1);
    write_file(output, text_of(proof));
    write_file(folder + std::string(script_name), proof_script());
}

}  // namespace

Exit run_prove(Bench& bench) {
    const Options& o = bench.options;
    const std::string& seal = o.paths[0];
    const RecordProof proof = prove(seal, o.paths[1]);
    std::string output = o.output;
    if (output.empty()) output = safe_name(o.paths[1]) + ".proof.txt";
    if (output == "-")
        Screen::output(text_of(proof));
    else
        write_proof(output, proof);
    if (o.json)
        Screen::output(json_answer("prove", {json_member("proof", json_text(output)),
                                             json_member("files", std::to_string(proof.files.size()))}));
    else if (output != "-")
        bench.screen.result("proof-written", {output, std::to_string(proof.files.size()), proof.seal_name});
    return Exit::well;
}

}  // namespace hanqing
