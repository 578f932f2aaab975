# SPDX-License-Identifier: Apache-2.0
"""Ed25519 (RFC 8032) and SM2 (GB/T 32918.2) signatures checked with whole numbers alone: slow, short, and of no
library. Used by archive_format.py."""
import base64
import hashlib

ED_P = 2**255 - 19
ED_L = 2**252 + 27742317777372353535851937790883648493
ED_D = -121665 * pow(121666, -1, ED_P) % ED_P
ED_SQRT = pow(2, (ED_P - 1) // 4, ED_P)


def ed_add(a, b):
    x1, y1, z1, t1 = a
    x2, y2, z2, t2 = b
    A, B = (y1 - x1) * (y2 - x2) % ED_P, (y1 + x1) * (y2 + x2) % ED_P
    C, D = 2 * t1 * t2 * ED_D % ED_P, 2 * z1 * z2 % ED_P
    E, F, G, H = B - A, D - C, D + C, B + A
    return E * F % ED_P, G * H % ED_P, F * G % ED_P, E * H % ED_P


def ed_times(n, point):
    out = (0, 1, 1, 0)
    while n:
        if n & 1:
            out = ed_add(out, point)
        point = ed_add(point, point)
        n >>= 1
    return out


def ed_point(data):
    y = int.from_bytes(data, "little")
    sign, y = y >> 255, y & (2**255 - 1)
    if y >= ED_P:
        return None
    x2 = (y * y - 1) * pow(ED_D * y * y + 1, -1, ED_P) % ED_P
    x = pow(x2, (ED_P + 3) // 8, ED_P)
    if (x * x - x2) % ED_P:
        x = x * ED_SQRT % ED_P
    if (x * x - x2) % ED_P or (x == 0 and sign):
        return None
    if x & 1 != sign:
        x = ED_P - x
    return x, y, 1, x * y % ED_P


ED_BASE = ed_point((4 * pow(5, -1, ED_P) % ED_P).to_bytes(32, "little"))


def ed25519_holds(key, text, signature):
    """`key`: 32 bytes; `signature`: 64."""
    if len(signature) != 64:
        return False
    a, r = ed_point(key), ed_point(signature[:32])
    s = int.from_bytes(signature[32:], "little")
    if a is None or r is None or s >= ED_L:
        return False
    h = int.from_bytes(hashlib.sha512(signature[:32] + key + text).digest(), "little") % ED_L
    left, right = ed_times(s, ED_BASE), ed_add(r, ed_times(h, a))
    return all((left[i] * right[2] - right[i] * left[2]) % ED_P == 0 for i in (0, 1))


SM2_P = 0xFFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF00000000FFFFFFFFFFFFFFFF
SM2_A = SM2_P - 3
SM2_B = 0x28E9FA9E9D9F5E344D5A9E4BCF6509A7F39789F515AB8F92DDBCBD414D940E93
SM2_N = 0xFFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFF7203DF6B21C6052B53BBF40939D54123
SM2_G = (0x32C4AE2C1F1981195F9904466A39C9948FE30BBFF2660BE1715A4589334C74C7,
         0xBC3736A2F4F6779C59BDCEE36B692153D0A9877CC62A474002DF32E52139F0A0)


def sm2_add(a, b):
    if a is None or b is None:
        return b if a is None else a
    (x1, y1), (x2, y2) = a, b
    if x1 == x2 and (y1 + y2) % SM2_P == 0:
        return None
    slope = (3 * x1 * x1 + SM2_A) * pow(2 * y1, -1, SM2_P) if a == b else (y2 - y1) * pow(x2 - x1, -1, SM2_P)
    x = (slope * slope - x1 - x2) % SM2_P
    return x, (slope * (x1 - x) - y1) % SM2_P


def sm2_times(n, point):
    out = None
    while n:
        if n & 1:
            out = sm2_add(out, point)
        point = sm2_add(point, point)
        n >>= 1
    return out


def der_numbers(data):
    """The two whole numbers of a DER sequence, or None."""
    if len(data) < 8 or data[0] != 0x30 or data[1] != len(data) - 2 or data[1] > 127:
        return None
    numbers, at = [], 2
    while at < len(data):
        if data[at] != 2 or at + 2 > len(data):
            return None
        size = data[at + 1]
        body = data[at + 2:at + 2 + size]
        if not body or len(body) != size or body[0] > 127 or (body[0] == 0 and len(body) > 1 and body[1] < 128):
            return None
        numbers.append(int.from_bytes(body, "big"))
        at += 2 + size
    return numbers if len(numbers) == 2 else None


def sm2_holds(key, text, signature):
    """`key`: 64 bytes, x and y; the identity is 1234567812345678."""
    point = int.from_bytes(key[:32], "big"), int.from_bytes(key[32:], "big")
    numbers = der_numbers(signature)
    if numbers is None:
        return False
    r, s = numbers
    if not (0 < r < SM2_N and 0 < s < SM2_N):
        return False
    number = lambda n: n.to_bytes(32, "big")
    identity = b"1234567812345678"
    z = hashlib.new("sm3", (8 * len(identity)).to_bytes(2, "big") + identity + number(SM2_A) + number(SM2_B) +
                    number(SM2_G[0]) + number(SM2_G[1]) + key).digest()
    e = int.from_bytes(hashlib.new("sm3", z + text).digest(), "big")
    t = (r + s) % SM2_N
    found = sm2_add(sm2_times(s, SM2_G), sm2_times(t, point)) if t else None
    return found is not None and (e + found[0]) % SM2_N == r


def der_of_pem(pem):
    lines = pem.decode("ascii").splitlines()
    if lines[0] != "-----BEGIN PUBLIC KEY-----" or lines[-1] != "-----END PUBLIC KEY-----":
        raise ValueError("no PEM of a public key")
    return base64.b64decode("".join(lines[1:-1]), validate=True)


def holds(kind, der, text, signature):
    """`der`: SubjectPublicKeyInfo. The key is the end of it: 32 bytes, or 04 and twice 32."""
    if kind == "ed25519":
        return len(der) == 44 and bytes.fromhex("06032b6570") in der and ed25519_holds(der[-32:], text, signature)
    return bytes.fromhex("06082a811ccf5501822d") in der and der[-65] == 4 and sm2_holds(der[-64:], text, signature)
