// SPDX-License-Identifier: Apache-2.0
// A tar, ZIP or folder -> Contents: everything read once, nothing followed, nothing written.
#pragma once

#include "archive/bag_check.hpp"
#include "archive/contents.hpp"
#include "archive/seal_check.hpp"

#include <string>
#include <vector>

namespace hanqing {

struct Scanned {
    ContainerFacts container;
    std::string top_folder;  ///< The bag's folder inside the container; for a folder, its own name.
};

/// The algorithms that the manifests of this bag ask for, found without reading any content.
std::vector<Algorithm> algorithms_in_tar(const std::string& path);
std::vector<Algorithm> algorithms_in_zip(const std::string& path);
std::vector<Algorithm> algorithms_in_folder(const std::string& path);

/// Faults as TarReader names them, and "tar-top" {name} for members outside the one top folder.
/// What only foreign tars have is an error when `strict` (one of ours), else a remark.
Scanned scan_tar(const std::string& path, Digesting& digesting, Contents& contents,
                 const VerifyRequest& request, bool strict, Notes& findings);
/// "zip-compressed" {name}, "zip-kind" {name}, "zip-text" {what}, "zip-size" {name}.
Scanned scan_zip(const std::string& path, Digesting& digesting, Contents& contents,
                 const VerifyRequest& request, Notes& findings);
/// "bag-kind" {path} for links, devices and the like; "bag-unreadable" {path, reason}.
Scanned scan_folder(const std::string& path, Digesting& digesting, Contents& contents,
                    const VerifyRequest& request, Notes& findings);

}  // namespace hanqing
