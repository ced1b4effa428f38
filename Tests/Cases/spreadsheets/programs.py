#!/usr/bin/env python3
"""Writes the workbooks of this folder that other programs make, all with the same cells.

Needs openpyxl 3.1, XlsxWriter 3 and msoffcrypto-tool from PyPI, and LibreOffice (7.4 was used).
"""
import datetime
import os
import subprocess

import msoffcrypto
import openpyxl
import xlsxwriter
from msoffcrypto.format.ooxml import OOXMLFile

DAY = datetime.date(2026, 3, 31)
MOMENT = datetime.datetime(2026, 3, 31, 8, 30)
ROWS = [
    ("0012", "张 三", 1234.5, 0.955, DAY, MOMENT, "=C3*2"),
    ("0013", "李四", -20, 2.415, DAY, MOMENT, "=C4*2"),
    ("0014", "=1+1 & <b>", 0, 0.07, DAY, MOMENT, "=C5/0"),
]
FORMATS = [None, None, "#,##0.00", "0.0%", 'yyyy"年"m"月"d"日"', "yyyy-mm-dd hh:mm", None]
HEADER = ["工号", "姓名", "存款(万元)", "完成率", "日期", "时间", "公式"]

book = openpyxl.Workbook()
sheet = book.active
sheet.title = "业绩"
sheet["A1"] = "2026年一季度业绩"
sheet.merge_cells("A1:G1")
sheet.append(HEADER)
for row in ROWS:
    sheet.append(row)
for row in sheet.iter_rows(min_row=3):
    for cell, form in zip(row, FORMATS):
        if form:
            cell.number_format = form
sheet["B5"].data_type = "s"
book.create_sheet("备注").sheet_state = "hidden"
book.save("openpyxl.xlsx")

book = xlsxwriter.Workbook("xlsxwriter.xlsx")
sheet = book.add_worksheet("业绩")
sheet.merge_range("A1:G1", "2026年一季度业绩")
sheet.write_row(1, 0, HEADER)
for index, row in enumerate(ROWS):
    for column, (value, form) in enumerate(zip(row, FORMATS)):
        style = book.add_format({"num_format": form} if form else {})
        if column in (0, 1):
            sheet.write_string(index + 2, column, value, style)
        elif column in (4, 5):
            sheet.write_datetime(index + 2, column, value, style)
        else:
            sheet.write(index + 2, column, value, style)
book.add_worksheet("备注").hide()
book.close()

for source, target, form in [
    ("openpyxl.xlsx", "libreoffice.xlsx", "xlsx:Calc MS Excel 2007 XML"),
    ("openpyxl.xlsx", "old.xlsx", "xls:MS Excel 97"),
]:
    subprocess.run(
        ["soffice", "--headless", "--convert-to", form, "--outdir", "made", source], check=True)
    os.replace("made/openpyxl." + form.split(":")[0], target)
os.rmdir("made")

with open("libreoffice.xlsx", "rb") as plain, open("password.xlsx", "wb") as locked:
    OOXMLFile(plain).encrypt("secret", locked)
