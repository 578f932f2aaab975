#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""seeds.py TARGET FOLDER: where the fuzz target of the PDF reader begins: small files that have what it looks at."""
import os
import sys
import zlib

XMP = ('<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF '
       'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" '
       'xmlns:dc="http://purl.org/dc/elements/1.1/"><pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>'
       '<dc:creator><rdf:Seq><rdf:li>甲</rdf:li></rdf:Seq></dc:creator></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>').encode()


def stream(dictionary, data, deflate=True):
    packed = zlib.compress(data) if deflate else data
    return f"<<{dictionary}/Length {len(packed)}{'/Filter/FlateDecode' if deflate else ''}>>\nstream\n".encode() + packed + b"\nendstream"


def pdf(objects, tail=b""):
    """The file of these objects, numbered from 1; the first is the catalogue, the last the Info dictionary."""
    out, offsets = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n".encode() + (body if isinstance(body, bytes) else body.encode()) + b"\nendobj\n"
    table = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n" + "".join(f"{at:010} 00000 n \n" for at in offsets)
    end = f"trailer\n<</Size {len(objects) + 1}/Root 1 0 R/Info {len(objects)} 0 R/ID[<01><02>]>>\nstartxref\n{len(out)}\n%%EOF\n"
    return out + table.encode() + end.encode() + tail


whole = pdf([
    "<</Type/Catalog/Pages 2 0 R/Metadata 5 0 R/Lang(zh-CN)/MarkInfo<</Marked true>>/StructTreeRoot 6 0 R/Outlines 9 0 R/AF[11 0 R]"
    "/Names<</EmbeddedFiles<</Names[(a.md) 11 0 R]>>>>/PageLabels<</Nums[0<</S/r>>1<</S/D/P(A-)/St 2>>]>>>>",
    "<</Type/Pages/Kids[3 0 R]/Count 1>>",
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/StructParents 0/Resources<</Font<</F1 13 0 R>>>>"
    "/Annots[<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/Contents(a)/A<</S/URI/URI(https://example.org)>>>>"
    "<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/Dest[3 0 R/XYZ 0 0 0]>>]>>",
    stream("", b"/P<</MCID 0>>BDC BT/F1 12 Tf 9 9 Td<0001>Tj ET EMC"),
    stream("/Type/Metadata/Subtype/XML", XMP, deflate=False),
    "<</Type/StructTreeRoot/K 7 0 R/ParentTree<</Nums[0[8 0 R]]>>/RoleMap<</Note/P>>>>",
    "<</S/Document/P 6 0 R/K[8 0 R<</S/Figure/P 7 0 R/Alt(a)/A<</O/Layout/BBox[0 0 1 1]>>/K[]>>]>>",
    "<</S/P/P 7 0 R/Pg 3 0 R/Lang(en)/ActualText<FEFF6C57>/K 0>>",
    "<</Type/Outlines/First 10 0 R/Last 10 0 R/Count 1>>",
    "<</Title(a)/Parent 9 0 R/Dest[3 0 R/Fit]>>",
    "<</Type/Filespec/F(a.md)/UF(a.md)/AFRelationship/Source/EF<</F 12 0 R>>>>",
    stream("/Type/EmbeddedFile/Subtype/text#2Fmarkdown/Params<</Size 3>>", b"# a"),
    "<</Type/Font/Subtype/Type0/BaseFont/AAAAAA+A/Encoding/Identity-H/ToUnicode 14 0 R/DescendantFonts[<</Type/Font/Subtype/CIDFontType0"
    "/BaseFont/AAAAAA+A/FontDescriptor<</Type/FontDescriptor/FontName/AAAAAA+A/FontFile3 15 0 R>>>>]>>",
    stream("", b"1 begincodespacerange<0000><ffff>endcodespacerange 1 beginbfchar<0001><6c57>endbfchar"),
    stream("/Subtype/CIDFontType0C", b"\1\0\4\1"),
    "<</Title<FEFF6C579752>/Producer(a)/CreationDate(D:20240101000000Z)>>"])
bare = pdf(["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[]/Count 0>>", "<<>>"])
packed = pdf(["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[]/Count 0>>", stream("/Type/ObjStm/N 1/First 4", b"9 0 <</A 1>>"), "<<>>"])
SEEDS = {"reader": [whole, bare, packed, whole.replace(b"startxref", b"startxxxx"), whole[:-200]]}
for number, seed in enumerate(SEEDS[sys.argv[1]]):
    with open(os.path.join(sys.argv[2], f"seed{number}"), "wb") as file:
        file.write(seed)
