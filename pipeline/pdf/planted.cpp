// SPDX-License-Identifier: Apache-2.0
// No faults are planted in the program.
#include "pdf/planted.hpp"

namespace hanqing {

Fault planted_fault() { return Fault::nothing; }

}  // namespace hanqing
