#!/usr/bin/env python3
"""Writes the workbooks of this folder that are made by hand; README.md says what each is for.

Plain Python, no packages. Run it in this folder; the same bytes come out each time.
"""
import struct
import zipfile
import zlib

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
REFERENCE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
STRICT_REFERENCE = "http://purl.oclc.org/ooxml/officeDocument/relationships"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
WORKBOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"


def pack(name, parts, method=zipfile.ZIP_DEFLATED):
    with zipfile.ZipFile(name, "w", method) as archive:
        for part, text in parts.items():
            entry = zipfile.ZipInfo(part, (2026, 3, 31, 0, 0, 0))
            entry.compress_type = method
            archive.writestr(entry, text)


def relations(*triples, base=REFERENCE):
    rows = "".join(
        f'<Relationship Id="{id}" Type="{base}/{kind}" Target="{target}"/>'
        for id, kind, target in triples)
    return f'{HEAD}<Relationships xmlns="{PACKAGE}">{rows}</Relationships>'


def types(main=WORKBOOK_TYPE, part="/xl/workbook.xml"):
    return (
        f'{HEAD}<Types xmlns="{TYPES}"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="{part}" ContentType="{main}"/></Types>')


def worksheet(data, after=""):
    return f'{HEAD}<worksheet xmlns="{MAIN}"><sheetData>{data}</sheetData>{after}</worksheet>'


def workbook(sheets='<sheet name="Sheet1" sheetId="1" r:id="rId1"/>', settings="", after=""):
    return (
        f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{REFERENCE}">{settings}'
        f"<sheets>{sheets}</sheets>{after}</workbook>")


def book(sheet, strings=None, styles=None, **changes):
    links = [("rId1", "worksheet", "worksheets/sheet1.xml")]
    parts = {
        "[Content_Types].xml": types(),
        "_rels/.rels": relations(("rId1", "officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": workbook(),
        "xl/worksheets/sheet1.xml": sheet,
    }
    if strings is not None:
        parts["xl/sharedStrings.xml"] = f'{HEAD}<sst xmlns="{MAIN}">{strings}</sst>'
        links.append(("rId2", "sharedStrings", "sharedStrings.xml"))
    if styles is not None:
        parts["xl/styles.xml"] = styles
        links.append(("rId3", "styles", "styles.xml"))
    parts["xl/_rels/workbook.xml.rels"] = relations(*links)
    parts.update(changes)
    return {part: text for part, text in parts.items() if text is not None}


def styles(codes, ids):
    formats = "".join(
        f'<numFmt numFmtId="{id}" formatCode="{code}"/>' for id, code in codes.items())
    cells = "".join(f'<xf numFmtId="{id}"/>' for id in ids)
    return (
        f'{HEAD}<styleSheet xmlns="{MAIN}"><numFmts>{formats}</numFmts>'
        f'<cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs>{cells}</cellXfs></styleSheet>')


ONE_CELL = '<row r="1"><c r="A1"><v>1</v></c></row>'

# What cells can hold.
CODES = {
    164: "yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@",
    165: "[$-804]yyyy/m/d h:mm;@",
    166: "0.00&quot;%&quot;",
    167: "[Red]\\d0",
    168: "yyyy&quot;年&quot;m&quot;月&quot;",
    169: "[$-804]上午/下午h&quot;时&quot;mm&quot;分&quot;;@",
    170: "#,##0.00_ ;[Red]\\-#,##0.00\\ ",
    171: "0.0%;[Red]-0.0%",
    172: "G/通用格式",
}
IDS = [0, 14, 9, 22, 164, 165, 166, 167, 168, 169, 170, 171, 172, 46, 21, 31, 57]
STRINGS = (
    "<si><t>工号</t></si>"
    "<si><r><rPr><b/></rPr><t>存款</t></r><r><t xml:space=\"preserve\"> (万元)</t></r>"
    "<rPh sb=\"0\" eb=\"2\"><t>cunkuan</t></rPh><phoneticPr fontId=\"1\"/></si>"
    "<si><t>two_x000D_\nlines _x005F_x000D_ and _xD83D__xDE00_ _xZZZZ_</t></si>"
    "<si/>"
    "<si><t xml:space=\"preserve\">  a &amp; b  </t></si>")
VALUES = (
    '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>'
    '<c r="C1" t="s"><v>2</v></c><c r="D1" t="s"><v>3</v></c><c r="E1" t="s"><v>4</v></c></row>'
    '<row r="2"><c r="A2"><v>0.30000000000000004</v></c><c r="B2"><v>123456789012345678</v></c>'
    '<c r="C2"><v>1.2345678901234501E+17</v></c><c r="D2" s="10"><v>-1234.50</v></c>'
    '<c r="E2"><v>1E-3</v></c><c r="F2"><v>-0</v></c><c r="G2"><v> 2415 </v></c>'
    '<c r="H2"><v>1.5E-30</v></c><c r="I2"><v>1E+21</v></c><c r="J2" s="6"><v>95</v></c>'
    '<c r="K2" s="7"><v>5</v></c><c r="L2" s="12"><v>7</v></c><c r="M2"><v>1.1000000000000001</v></c></row>'
    '<row r="3"><c r="A3" s="2"><v>0.95</v></c><c r="B3" s="2"><v>2.415</v></c>'
    '<c r="C3" s="11"><v>-7.0000000000000007E-2</v></c><c r="D3" s="2"><v>1</v></c>'
    '<c r="E3" s="2"><v>0</v></c></row>'
    '<row r="4"><c r="A4" s="1"><v>46112</v></c><c r="B4" s="4"><v>46112</v></c>'
    '<c r="C4" s="5"><v>46112.354166666664</v></c><c r="D4" s="5"><v>46112</v></c>'
    '<c r="E4" s="8"><v>46082</v></c><c r="F4" s="8"><v>46112</v></c>'
    '<c r="G4" s="9"><v>0.354166666666667</v></c><c r="H4" s="13"><v>1.0625</v></c>'
    '<c r="I4" s="1"><v>60</v></c><c r="J4" s="1"><v>59</v></c><c r="K4" s="1"><v>61</v></c>'
    '<c r="L4" s="1"><v>1</v></c><c r="M4" s="1"><v>-5</v></c><c r="N4" s="3"><v>46111.99999999999</v></c>'
    '<c r="O4" s="15"><v>2958465</v></c><c r="P4" s="1"><v>2958466</v></c>'
    '<c r="Q4" s="16"><v>46082</v></c></row>'
    '<row r="5"><c r="A5" t="b"><v>1</v></c><c r="B5" t="b"><v>0</v></c>'
    '<c r="C5" t="e"><v>#DIV/0!</v></c><c r="D5" t="inlineStr"><is><t>inline</t></is></c>'
    '<c r="E5" t="d"><v>2026-03-31T00:00:00</v></c><c r="F5" t="d"><v>2026-03-31T08:30:00.000Z</v></c>'
    '<c r="G5" t="d"><v>08:30:00</v></c></row>'
    '<row r="6"><c r="A6"><f>SUM(A2:A3)</f><v>3</v></c><c r="B6"><f>B1</f><v></v></c>'
    '<c r="C6"><f>C1</f></c><c r="D6" t="str"><f>""</f><v></v></c>'
    '<c r="E6" t="str"><f>"x"&amp;1</f><v>x1</v></c><c r="F6" t="e"><f>1/0</f><v>#DIV/0!</v></c>'
    '<c r="G6" s="1"><f>TODAY()</f><v>46112</v></c><c r="H6" t="b"><f>TRUE()</f><v>1</v></c></row>'
    '<row r="7"><c r="A7" s="2"/><c r="B7"/></row>'
    '<row r="9" hidden="1"><c r="XFD9"><v>9</v></c></row>')
pack("values.xlsx", book(worksheet(VALUES), STRINGS, styles(CODES, IDS)))

# The strict form, with prefixes, in folders of other names, days from 1904.
pack("strict.xlsx", {
    "[Content_Types].xml": types(part="/book/main.xml"),
    "_rels/.rels": relations(("a", "officeDocument", "/book/main.xml"), base=STRICT_REFERENCE),
    "book/main.xml": (
        f'{HEAD}<x:workbook xmlns:x="{STRICT}" xmlns:rel="{STRICT_REFERENCE}" conformance="strict">'
        '<x:workbookPr date1904="true"/><x:sheets><x:sheet name="一月" sheetId="7" rel:id="s"/>'
        "</x:sheets></x:workbook>"),
    "book/_rels/main.xml.rels": relations(
        ("s", "worksheet", "../Data/One.XML"), ("t", "sharedStrings", "./texts.xml"),
        ("u", "styles", "texts/../look.xml"), base=STRICT_REFERENCE),
    "data/one.xml": (
        f'{HEAD}<y:worksheet xmlns:y="{STRICT}" xmlns:z="urn:other"><y:sheetData>'
        '<z:row r="1"><z:c><z:v>99</z:v></z:c></z:row><!-- <c> -->'
        '<y:row r="2"><y:c r="A2" t="s"><y:v>0</y:v></y:c><y:c r="B2" s="1"><y:v>44650</y:v></y:c>'
        '<y:c r="C2" s="1"><y:v>0</y:v></y:c><y:c r="D2" t="d"><y:v>2026-03-31</y:v></y:c>'
        '<y:c r="E2"><z:v>1</z:v><y:v>2</y:v></y:c></y:row></y:sheetData></y:worksheet>'),
    "book/texts.xml": f'{HEAD}<q:sst xmlns:q="{STRICT}"><q:si><q:t>张三</q:t></q:si></q:sst>',
    "book/look.xml": styles({}, [0, 14]).replace(MAIN, STRICT),
})

# As little as possible: no places, texts in the cells, no styles, no list of types; backslashes.
pack("bare.xlsx", {
    "_rels/.rels": relations(("r", "officeDocument", "xl\\workbook.xml")),
    "xl\\workbook.xml": workbook(),
    "xl\\_rels\\workbook.xml.rels": relations(("rId1", "worksheet", "worksheets\\sheet1.xml")),
    "xl\\worksheets\\sheet1.xml": worksheet(
        '<row><c t="inlineStr"><is><t>a</t></is></c><c/><c><v>2</v></c></row>'
        '<row><c><v>3</v></c><c r="D2"><v>4</v></c><c><v>5</v></c></row>'
        '<row><c r="B7"><v>6</v></c></row>'
        '<row><c r="C8"><v>8</v></c><c r="A8"><v>7</v></c></row>'),
})

# Sheets that are hidden, and one of a chart.
pack("sheets.xlsx", book(
    worksheet(ONE_CELL),
    **{
        "xl/workbook.xml": workbook(
            '<sheet name="汇总" sheetId="1" r:id="rId1"/>'
            '<sheet name="图" sheetId="2" r:id="rId2"/>'
            '<sheet name="old" sheetId="3" state="hidden" r:id="rId3"/>'
            '<sheet name="code" sheetId="4" state="veryHidden" r:id="rId4"/>',
            after='<calcPr calcId="1" fullCalcOnLoad="1"/>'),
        "xl/_rels/workbook.xml.rels": relations(
            ("rId1", "worksheet", "worksheets/sheet1.xml"),
            ("rId2", "chartsheet", "chartsheets/sheet1.xml"),
            ("rId3", "worksheet", "worksheets/sheet2.xml"),
            ("rId4", "worksheet", "worksheets/sheet3.xml")),
        "xl/chartsheets/sheet1.xml": f'{HEAD}<chartsheet xmlns="{MAIN}"/>',
        "xl/worksheets/sheet2.xml": worksheet(ONE_CELL.replace("<v>1", "<v>2")),
        "xl/worksheets/sheet3.xml": worksheet(""),
    }))

# Merged cells: a title, a header over two columns, a name over three rows, one that begins in a row
# which is not there.
pack("merged.xlsx", book(worksheet(
    '<row r="1"><c r="A1" t="inlineStr"><is><t>title</t></is></c></row>'
    '<row r="2"><c r="A2" t="inlineStr"><is><t>name</t></is></c>'
    '<c r="B2" t="inlineStr"><is><t>deposits</t></is></c></row>'
    '<row r="3"><c r="B3" t="inlineStr"><is><t>plan</t></is></c>'
    '<c r="C3" t="inlineStr"><is><t>actual</t></is></c></row>'
    '<row r="4"><c r="A4" t="inlineStr"><is><t>East</t></is></c><c r="B4"><v>1</v></c></row>'
    '<row r="5"><c r="A5"/><c r="B5"><v>2</v></c></row>'
    '<row r="6"><c r="B6"><v>3</v></c></row>'
    '<row r="7"><c r="B7"><v>4</v></c></row>'
    '<row r="9"><c r="A9"><v>5</v></c></row>',
    after='<mergeCells count="5"><mergeCell ref="A1:C1"/><mergeCell ref="$A$2:A3"/>'
          '<mergeCell ref="B2:C2"/><mergeCell ref="A4:A6"/><mergeCell ref="B8:C9"/>'
          '<mergeCell ref="E1"/></mergeCells>')))

# Text in UTF-16, as the XML standard allows.
utf16 = worksheet('<row r="1"><c r="A1" t="inlineStr"><is><t>万元</t></is></c></row>',
                  '<mergeCells><mergeCell ref="A1:B1"/></mergeCells>')
pack("utf16.xlsx", book(utf16.replace("UTF-8", "UTF-16").encode("utf-16")))

# What is wrong with the file.
open("empty.xlsx", "wb").close()
open("text.xlsx", "w", encoding="utf-8").write("工号,存款\n001,5\n")
open("page.xlsx", "w", encoding="utf-8").write("<html><table><tr><td>1</td></tr></table></html>\n")
open("noise.xlsx", "wb").write(bytes(range(256)))
pack("archive.xlsx", {"a.txt": "a"})
pack("letter.xlsx", {
    "[Content_Types].xml": types(
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        "/word/document.xml"),
    "_rels/.rels": relations(("r", "officeDocument", "word/document.xml")),
    "word/document.xml": "<document/>"})
pack("binary.xlsx", {
    "[Content_Types].xml": types(
        "application/vnd.ms-excel.sheet.binary.macroEnabled.main", "/xl/workbook.bin"),
    "_rels/.rels": relations(("r", "officeDocument", "xl/workbook.bin")),
    "xl/workbook.bin": b"\0"})
pack("opendocument.xlsx", {
    "mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<x/>"})
whole = open("values.xlsx", "rb").read()
open("truncated.xlsx", "wb").write(whole[:len(whole) * 2 // 3])
pack("checksum.xlsx", book(worksheet(ONE_CELL)), zipfile.ZIP_STORED)
stored = open("checksum.xlsx", "rb").read()
open("checksum.xlsx", "wb").write(stored.replace(b"<v>1</v>", b"<v>7</v>"))


def patched(name, source, part, change):
    """Changes the two headers of a part, which say how it is packed."""
    data = bytearray(open(source, "rb").read())
    for mark, place, length in ((b"PK\3\4", 26, 30), (b"PK\1\2", 28, 46)):
        at = data.find(mark)
        while at >= 0:
            count = struct.unpack_from("<H", data, at + place)[0]
            if data[at + length:at + length + count] == part.encode():
                change(data, at, 0 if mark == b"PK\3\4" else 2)
            at = data.find(mark, at + 4)
    open(name, "wb").write(data)


def set_encrypted(data, at, shift):
    data[at + 6 + shift] |= 1


def set_method(data, at, shift):
    struct.pack_into("<H", data, at + 8 + shift, 12)


def set_small(data, at, shift):
    struct.pack_into("<I", data, at + 22 + shift, 4096)


SHEET = "xl/worksheets/sheet1.xml"
patched("locked-part.xlsx", "values.xlsx", SHEET, set_encrypted)
patched("packing.xlsx", "values.xlsx", SHEET, set_method)
row = '<row><c><v>0</v></c></row>'
pack("bomb.xlsx", book(worksheet(row * ((65 << 20) // len(row)))))
patched("lying-bomb.xlsx", "bomb.xlsx", SHEET, set_small)
pack("missing-part.xlsx", book(None))
pack("no-relation.xlsx", book(worksheet(ONE_CELL), **{
    "xl/_rels/workbook.xml.rels": relations(("rId9", "worksheet", "worksheets/sheet1.xml"))}))
pack("external.xlsx", book(worksheet(ONE_CELL), **{
    "xl/_rels/workbook.xml.rels": relations(("rId1", "worksheet", "worksheets/sheet1.xml"))
    .replace("/></R", ' TargetMode="External"/></R')}))

# What is wrong with the XML.
pack("cut-xml.xlsx", book(worksheet(ONE_CELL)[:-20]))
pack("bad-xml.xlsx", book(worksheet('<row r="1">\n<c r="A1"><v>1</w></c></row>')))
pack("doctype.xlsx", book(
    '<?xml version="1.0"?>\n<!DOCTYPE worksheet [<!ENTITY a "aaaaaaaaaa">'
    '<!ENTITY b "&a;&a;&a;">]>\n' + worksheet('<row><c><v>&b;</v></c></row>').split("\n")[1]))
pack("entity.xlsx", book(worksheet('<row><c><v>&secret;</v></c></row>')))
pack("deep.xlsx", book(worksheet("<a>" * 300 + "</a>" * 300)))
pack("encoding.xlsx", book(worksheet(ONE_CELL).replace("UTF-8", "GB18030")))
pack("form.xlsx", book(f'{HEAD}<dialogsheet xmlns="{MAIN}"/>'))

# What is wrong with cells.
pack("wide.xlsx", book(worksheet('<row r="1"><c r="XFE1"><v>1</v></c></row>')))
pack("wide-counted.xlsx", book(worksheet(f'<row>{"<c/>" * 16384}<c/></row>')))
pack("million-columns.xlsx", book(worksheet('<row r="1"><c r="BDWGN1"><v>1</v></c></row>')))
pack("tall.xlsx", book(worksheet('<row r="1048577"><c><v>1</v></c></row>')))
pack("order.xlsx", book(worksheet(
    '<row r="5"><c r="A5"><v>5</v></c></row><row r="3"><c r="A3"><v>3</v></c></row>')))
pack("twice.xlsx", book(worksheet('<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>')))
pack("misplaced.xlsx", book(worksheet('<row r="1"><c r="A2"><v>1</v></c></row>')))
pack("string.xlsx", book(worksheet('<row r="1"><c r="B1" t="s"><v>5</v></c></row>'), "<si/>"))
pack("number.xlsx", book(worksheet('<row r="1"><c r="B1"><v>1,5</v></c></row>')))
pack("huge.xlsx", book(worksheet('<row r="1"><c r="B1"><v>1E+400</v></c></row>')))
pack("date.xlsx", book(worksheet('<row r="1"><c r="B1" t="d"><v>2026-02-30</v></c></row>')))
pack("kind.xlsx", book(worksheet('<row r="1"><c r="B1" t="q"><v>1</v></c></row>')))
pack("row.xlsx", book(worksheet('<row r="0"><c><v>1</v></c></row>')))
pack("name.xlsx", book(worksheet('<row r="1"><c r="1A"><v>1</v></c></row>')))
pack("merge.xlsx", book(worksheet(
    ONE_CELL, '<mergeCells><mergeCell ref="B2:A1"/></mergeCells>')))
text = '<row r="1"><c r="A1" t="inlineStr"><is><t>' + "x\n" * (600 << 10) + "</t></is></c></row>"
pack("long.xlsx", book(worksheet(text)))
