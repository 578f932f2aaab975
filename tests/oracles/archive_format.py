#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""A second reader of the archive, written from archive/FORMAT.md alone, with nothing but Python's own library.

    archive_format.py FOLDER                     every bag of an archive folder, seals, evidence, chain, statements
    archive_format.py --proof PROOF SEAL FILE    one file by its proof

Prints each fault and exits 1, or says how many bags are as the format asks. The numbers in comments are the
sections of FORMAT.md."""
import hashlib
import os
import re
import sys
import unicodedata
import xml.etree.ElementTree as ElementTree

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import archive_curves as curves  # noqa: E402
from archive_containers import tar_members, zip_members  # noqa: E402

FAULTS = []


def fault(*words):
    FAULTS.append(" ".join(str(word) for word in words))


def digest(algorithm, data):
    return hashlib.new(algorithm, data).hexdigest()


def read(path):
    with open(path, "rb") as file:
        return file.read()


def text_of(data, name):
    """2: UTF-8 without BOM, LF, the last line too."""
    text = data.decode("utf-8")
    if text.startswith("\ufeff") or "\r" in text or (text and not text.endswith("\n")):
        fault(name, "is not spelled as section 2 asks")
    return text


def name_is_good(path):
    """2: names."""
    for part in path.split("/"):
        if (not part or len(part.encode()) > 240 or unicodedata.normalize("NFC", part) != part or part[0] in " .~-" or
                part[-1] in " ." or any(ord(c) < 32 or c in '\x7f%\\:*?"<>|' for c in part)):
            return False
    return len(path.encode()) <= 4000


# 3: the bag ---------------------------------------------------------------------------------------------------------

def manifest(files, name, wanted):
    """3.1. Lines in byte order of the paths, each with the digest of its file."""
    algorithm = name.rsplit("-", 1)[1][:-4]
    paths = []
    for line in text_of(files[name], name).splitlines():
        found = re.fullmatch(r"([0-9a-f]+)  (.+)", line)
        if not found or found[2] not in files or digest(algorithm, files[found[2]]) != found[1]:
            fault(name, "is wrong:", line[-200:])
            continue
        paths.append(found[2])
    if paths != sorted(wanted, key=str.encode):
        fault(name, "does not list exactly its files in byte order")


def untabbed(value):
    for code, character in (("%09", "\t"), ("%0A", "\n"), ("%0D", "\r"), ("%25", "%")):
        value = value.replace(code, character)
    return value


def children(element):
    return [(child.tag.rpartition("}")[2], child.text or "") for child in element]


def check_records(files):
    """3.2, 3.3: documents.tsv, the catalogue and each 元数据.xml say the same."""
    lines = text_of(files["metadata/documents.tsv"], "documents.tsv").splitlines()
    columns = "identifier version state role origin path size sha256 sha512 sm3".split()
    if lines[0].split("\t") != columns:
        fault("documents.tsv has another head")
    rows = [dict(zip(columns, map(untabbed, line.split("\t")))) for line in lines[1:]]
    for row in rows:
        data = files.get(row["path"])
        if data is None or str(len(data)) != row["size"] or any(digest(a, data) != row[a] for a in columns[7:]):
            fault("documents.tsv is wrong about", row["path"])
        if row["state"] not in ("current", "corrected", "withdrawn"):
            fault("documents.tsv has the state", row["state"])
    records = [path for path in files if path.startswith("data/电子档案/")]
    if sorted(records) != sorted(row["path"] for row in rows):
        fault("documents.tsv does not list every file of every record")
    pdfs = {row["identifier"]: row["path"] for row in rows if row["role"] == "pdf"}
    metadata = {row["identifier"]: row["path"] for row in rows if row["role"] == "metadata"}
    catalogue = ElementTree.fromstring(files["data/文件目录.XML"])
    wanted = "顺序号 档号 责任者 题名 日期 密级 电子档案名称 备注".split()
    for number, entry in enumerate(catalogue, 1):
        fields = children(entry)
        values = dict(fields)
        if [name for name, _ in fields] != wanted or values["顺序号"] != str(number):
            fault("文件目录.XML, entry", number)
        if "data/" + values["电子档案名称"] != pdfs.get(values["档号"]):
            fault("文件目录.XML names another PDF for", values["档号"])
        own = ElementTree.fromstring(files[metadata[values["档号"]]])
        said = dict(pair for group in own for pair in children(group))
        for key in ("档号", "题名", "责任者", "日期", "密级"):
            if said.get(key, "") != values[key]:
                fault("元数据.xml and 文件目录.XML differ:", values["档号"], key)
    if len(catalogue) != len(pdfs) or len(metadata) != len(pdfs):
        fault("catalogue, metadata and PDFs are not as many")
    return len(pdfs)


def check_bag(files):
    """3. The number of records."""
    for path in files:
        if not name_is_good(path):
            fault("a name that section 2 forbids:", path)
    if files.get("bagit.txt") != b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n":
        fault("bagit.txt")
    payload = [path for path in files if path.startswith("data/")]
    tags = [path for path in files if not path.startswith(("data/", "tagmanifest-"))]
    for algorithm in ("sha256", "sha512", "sm3"):
        manifest(files, f"manifest-{algorithm}.txt", payload)
        manifest(files, f"tagmanifest-{algorithm}.txt", tags)
    info = text_of(files["bag-info.txt"], "bag-info.txt")
    if f"\nPayload-Oxum: {sum(len(files[p]) for p in payload)}.{len(payload)}\n" not in info:
        fault("Payload-Oxum")
    if "\nHanqing-Format: 1\n" not in info:
        fault("Hanqing-Format")
    fonts = [path for path in files if path.startswith("data/字体/")]
    if fonts:
        if fonts != payload or any(path.startswith("metadata/") for path in files):
            fault("a bag of fonts with something else in it")
        return 0
    for path in ("VERIFY.txt", "核验说明.txt", "data/说明文件.TXT", "data/其他/元数据.xsd", "metadata/premis.xml",
                 "metadata/四性检测报告.xml"):
        if path not in files:
            fault(path, "is missing")
    return check_records(files)


# 5, 8: seals --------------------------------------------------------------------------------------------------------

ORDER = ("Hanqing-Seal organization fonds year retention access bag revision supersedes reason date sequence previous "
         "previous-seal-sha512 previous-evidence-sha512 documents payload-files payload-bytes container-bytes container "
         "tagmanifest-sha256 tagmanifest-sha512 tagmanifest-sm3 merkle-root program program-sha256 font fonts-bag "
         "key").split()
OPTIONAL = set("organization fonds year retention access supersedes reason previous previous-seal-sha512 "
               "previous-evidence-sha512 program program-sha256 font fonts-bag key".split())


def seal_fields(data, name):
    """Label -> values, in the one order that section 5 allows."""
    fields, last = {}, -1
    for line in text_of(data, name).splitlines():
        found = re.fullmatch(r"SHA256 \((.+)\) = ([0-9a-f]{64})", line)
        label, _, value = ("container", "", found.groups()) if found else line.partition(": ")
        if label not in ORDER or ORDER.index(label) < last or (label in fields and label not in ("font", "key")):
            raise ValueError(line)
        last = ORDER.index(label)
        fields.setdefault(label, []).append(value)
    for label in ORDER:
        if label not in fields and label not in OPTIONAL:
            raise ValueError(f"{label} is missing")
    if fields["Hanqing-Seal"] != ["1"] or fields["bag"] != [name[:-len(".seal.txt")]]:
        raise ValueError("version or bag")
    return fields


def leaf(line):
    return hashlib.sha256(b"\0" + line).digest()


def node(left, right):
    return hashlib.sha256(b"\1" + left + right).digest()


def tree_root(leaves):
    if not leaves:
        return hashlib.sha256().digest()
    if len(leaves) == 1:
        return leaves[0]
    split = 1 << (len(leaves) - 1).bit_length() - 1
    return node(tree_root(leaves[:split]), tree_root(leaves[split:]))


def check_sealed(folder, seal):
    bag = seal["bag"][0]
    container, said = seal["container"][0]
    if os.path.basename(container) != container:
        return fault(bag, "names a container elsewhere")
    path = os.path.join(folder, container)
    data = read(path)
    if digest("sha256", data) != said or str(len(data)) != seal["container-bytes"][0]:
        return fault(container, "is not the file that was sealed")
    members = zip_members(path) if container.endswith(".zip") else tar_members(path, seal["date"][0])
    files, before = {}, ""
    try:
        for name, content in members:
            if not name.startswith(bag + "/") or name.encode() <= before.encode():
                fault(container, "has", name, "out of place")
            before = name
            files[name[len(bag) + 1:]] = content
    except (ValueError, KeyError) as error:
        return fault(container, "cannot be read:", error)
    documents = check_bag(files)
    payload = [content for name, content in files.items() if name.startswith("data/")]
    lines = files["manifest-sha256.txt"].split(b"\n")[:-1]
    facts = {"documents": documents, "payload-files": len(payload), "payload-bytes": sum(map(len, payload)),
             "merkle-root": tree_root([leaf(line) for line in lines]).hex()}
    facts.update({f"tagmanifest-{a}": digest(a, files[f"tagmanifest-{a}.txt"]) for a in ("sha256", "sha512", "sm3")})
    for label, value in facts.items():
        if seal[label] != [str(value)]:
            fault(bag, "was sealed with another", label)


# 6, 7, 9: what stands beside ----------------------------------------------------------------------------------------

def check_signatures(folder, bag, seal, text):
    keys = dict(value.split(" ") for value in seal.get("key", []))
    for kind in ("ed25519", "sm2"):
        signature = os.path.join(folder, f"{bag}.{kind}.sig")
        if not os.path.exists(signature):
            if kind in keys:
                fault(signature, "is missing")
            continue
        der = curves.der_of_pem(read(os.path.join(folder, f"{bag}.{kind}.pub")))
        if keys and keys.get(kind) != digest("sha256", der):
            fault(bag, kind, "is signed by another key than the seal names")
        if not curves.holds(kind, der, text, read(signature)):
            fault(signature, "does not hold")
    token = os.path.join(folder, f"{bag}.tsr")
    if os.path.exists(token) and hashlib.sha256(text).digest() not in read(token):
        fault(token, "stamps something else")


def check_evidence(folder, bag, seal, seal_text):
    name = f"{bag}.evidence.txt"
    container, said = seal["container"][0]
    lines = [f"SHA256 ({container}) = {said}"]
    for ending in (".ed25519.pub", ".ed25519.sig", ".seal.txt", ".sm2.pub", ".sm2.sig", ".tsr"):
        path = os.path.join(folder, bag + ending)
        if not os.path.exists(path):
            continue
        data = seal_text if ending == ".seal.txt" else read(path)
        lines += [f"{label} ({bag + ending}) = {digest(label.lower(), data)}" for label in ("SHA256", "SHA512", "SM3")]
    lines.sort(key=lambda line: line[line.index("(") + 1:line.rindex(") = ")].encode())  # a stable sort
    if read(os.path.join(folder, name)) != f"Hanqing-Evidence: 1\nbag: {bag}\n{''.join(l + chr(10) for l in lines)}".encode():
        fault(name, "is not about what lies beside the seal")


def statement(folder, base, labels):
    """The values of a signed statement, or None."""
    text = read(os.path.join(folder, base + ".txt"))
    values = [line.partition(": ") for line in text_of(text, base).splitlines()]
    der = curves.der_of_pem(read(os.path.join(folder, base + ".pub")))
    kind = "ed25519" if len(der) == 44 else "sm2"
    signature = read(os.path.join(folder, base + ".sig"))
    if [label for label, _, _ in values] != labels or not curves.holds(kind, der, text, signature):
        fault(base + ".txt", "is no statement that holds")
        return None, ""
    return {label: value for label, _, value in values}, digest("sha256", der)


def check_disposal(folder, bag, seal_text):
    base = bag + ".disposal"
    if not os.path.exists(os.path.join(folder, base + ".txt")):
        return fault(bag, "has no container and no disposal record")
    said, _ = statement(folder, base, "Hanqing-Disposal bag seal-sha512 date authority reason".split())
    if said and (said["bag"] != bag or said["seal-sha512"] != digest("sha512", seal_text)):
        fault(base, "is about another seal")


def check_chain(folder, seals):
    """7: sequence without gaps, each seal's word on the one before it. 9: rotations."""
    before = None
    for number, (seal, text) in enumerate(seals, 1):
        bag = seal["bag"][0]
        if seal["sequence"] != [str(number)]:
            fault(bag, "has number", seal["sequence"][0], "but should have", number)
        expected = {}
        if before:
            name, sealed = before[0]["bag"][0], before[1]
            evidence = read(os.path.join(folder, name + ".evidence.txt"))
            expected = {"previous": name, "previous-seal-sha512": digest("sha512", sealed),
                        "previous-evidence-sha512": digest("sha512", evidence)}
        for label in ("previous", "previous-seal-sha512", "previous-evidence-sha512"):
            if seal.get(label, [""])[0] != expected.get(label, ""):
                fault(bag, "does not follow the seal before it:", label)
        before = seal, text
    number = 1
    while os.path.exists(os.path.join(folder, f"key-rotation-{number}.txt")):
        labels = "Hanqing-Key-Rotation date from to to-kind".split()
        said, signer = statement(folder, f"key-rotation-{number}", labels)
        if said and said["from"] != signer:
            fault("key-rotation", number, "is signed by another key")
        number += 1


def check_archive(folder):
    seals = []
    for name in os.listdir(folder):
        if name.endswith(".seal.txt"):
            text = read(os.path.join(folder, name))
            try:
                seals.append((seal_fields(text, name), text))
            except ValueError as error:
                fault(name, "cannot be read:", error)
    seals.sort(key=lambda pair: int(pair[0]["sequence"][0]))
    for seal, text in seals:
        bag = seal["bag"][0]
        if os.path.exists(os.path.join(folder, seal["container"][0][0])):
            check_sealed(folder, seal)
        else:
            check_disposal(folder, bag, text)
        check_signatures(folder, bag, seal, text)
        check_evidence(folder, bag, seal, text)
    check_chain(folder, seals)
    return len(seals)


# 8: proofs ----------------------------------------------------------------------------------------------------------

def path_root(line, index, size, path):
    """RFC 9162 2.1.3.2."""
    fn, sn, root = index, size - 1, leaf(line)
    for sibling in path:
        if sn == 0:
            return None
        if fn & 1 or fn == sn:
            root = node(sibling, root)
            while fn and not fn & 1:
                fn, sn = fn >> 1, sn >> 1
        else:
            root = node(root, sibling)
        fn, sn = fn >> 1, sn >> 1
    return root if sn == 0 and index < size else None


def check_proof(proof_path, seal_path, file):
    lines = [line.partition(": ")[::2] for line in text_of(read(proof_path), proof_path).splitlines()]
    seal_text = read(seal_path)
    seal = seal_fields(seal_text, os.path.basename(seal_path))
    head = dict(lines[:4])
    if head["Hanqing-Proof"] != "1" or head["seal-sha256"] != digest("sha256", seal_text) or \
            [head["merkle-root"]] != seal["merkle-root"]:
        return fault(proof_path, "is about another seal")
    wanted = digest("sha256", read(file))
    rest = lines[4:]
    while rest:
        (_, line), (_, index), (_, size), rest = rest[0], rest[1], rest[2], rest[3:]
        path = []
        while rest and rest[0][0] == "hash":
            path.append(bytes.fromhex(rest.pop(0)[1]))
        if line.startswith(wanted + "  "):
            root = path_root(line.encode(), int(index), int(size), path)
            if [size] != seal["payload-files"] or root is None or [root.hex()] != seal["merkle-root"]:
                fault(proof_path, "does not lead to the root")
            return
    fault(proof_path, "is not about", file)


def main(words):
    if words[0] == "--proof":
        count, what = 1, "proof"
        check_proof(*words[1:])
    else:
        count, what = check_archive(words[0]), "sealed bags"
    for one in FAULTS:
        print("fault:", one)
    print(f"{count} {what}, {len(FAULTS)} faults")
    return 1 if FAULTS or count == 0 else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
