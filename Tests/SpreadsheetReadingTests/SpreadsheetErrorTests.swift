import Foundation
import SpreadsheetReading
import TestSupport
import Testing

@Suite struct SpreadsheetErrorTests {
  /// The words that a message must have, by the file at fault.
  static let faults: [(String, [String])] = [
    ("empty", ["is no .xlsx workbook", "it is empty"]),
    ("text", ["looks like text", ".csv"]),
    ("page", ["a web page", "save it as .xlsx"]),
    ("noise", ["neither a ZIP archive nor"]),
    ("archive", ["a ZIP archive that holds no workbook"]),
    ("letter", ["a Word document (.docx)"]),
    ("binary", ["a binary Excel workbook (.xlsb)", "save it as .xlsx"]),
    ("opendocument", ["an OpenDocument spreadsheet (.ods)"]),
    ("password", ["protected by a password", "take the password away"]),
    ("old", ["an old Excel workbook (.xls, 97 to 2003)", "save it as .xlsx"]),
    ("truncated", ["is damaged", "its end with the list of its parts is missing"]),
    ("checksum", ["xl/worksheets/sheet1.xml does not match its checksum", "export it again"]),
    ("locked-part", ["xl/worksheets/sheet1.xml is encrypted"]),
    ("packing", ["xl/worksheets/sheet1.xml is packed in a way"]),
    ("bomb", ["xl/worksheets/sheet1.xml unpacks to more than 200 times its size"]),
    ("lying-bomb", ["xl/worksheets/sheet1.xml", "more than the 4096 bytes that are announced"]),
    ("missing-part", ["its part xl/worksheets/sheet1.xml is not there"]),
    ("no-relation", ["its part of sheet \"Sheet1\" is not there"]),
    ("external", ["its part of sheet \"Sheet1\" is not there"]),
    ("cut-xml", ["xl/worksheets/sheet1.xml is at fault at line 2, column", "no well-formed XML"]),
    ("bad-xml", ["at line 3, column", "mismatched tag"]),
    ("doctype", ["declares a document type at line 2"]),
    ("entity", ["at line 2", "undefined entity"]),
    ("deep", ["elements stand more than 256 deep"]),
    ("encoding", ["no well-formed XML", "unknown encoding"]),
    ("form", ["sheet \"Sheet1\" is in a form"]),
    ("wide", ["sheet \"Sheet1\" has a cell XFE1", "ends at column XFD (16,384)"]),
    ("wide-counted", ["has a cell XFE1"]),
    ("million-columns", ["has a cell BDWGN1"]),
    ("tall", ["has a cell A1048577", "row 1,048,576"]),
    ("order", ["row 3 stands after row 5"]),
    ("twice", ["cell A1 stands there twice"]),
    ("misplaced", ["cell A2 stands in row 1"]),
    ("string", ["cell B1 holds text number 5, but the workbook has 1 text;"]),
    ("number", ["cell B1 holds 1,5, which is no number"]),
    ("huge", ["cell B1 holds 1E+400"]),
    ("date", ["cell B1 holds 2026-02-30, which is no date"]),
    ("kind", ["cell B1 is of a kind that is not known"]),
    ("row", ["a row has the number 0"]),
    ("name", ["a cell in row 1 is called 1A"]),
    ("merge", ["the merged cells B2:A1 are no range"]),
    ("long", ["more than 1 MiB of text in cell A1"]),
  ]

  @Test("What is wrong with a file is said, with the file's name", arguments: faults)
  func fault(_ name: String, _ words: [String]) {
    #expect {
      try SheetDump.rows(name)
    } throws: { error in
      let message = "\(error)"
      #expect(message.contains("\(name).xlsx"))
      for word in words { #expect(message.contains(word), "\(message)") }
      return error is SpreadsheetError
    }
  }

  @Test("Every workbook of the folder is read or is at fault in a way that is listed here")
  func folder() throws {
    let names = try ProjectFiles.names(in: "Tests/Cases/spreadsheets")
      .filter { $0.hasSuffix(".xlsx") }.map { String($0.dropLast(5)) }
    let sound =
      ["values", "strict", "bare", "sheets", "merged", "utf16"]
      + ["openpyxl", "xlsxwriter", "libreoffice"]
    #expect(Set(names) == Set(Self.faults.map(\.0) + sound))
  }

  @Test("A file that is not there, a folder and a pipe are refused")
  func unreadable() throws {
    let folder = try TemporaryDirectory()
    for (path, words) in [
      (folder.path + "/no.xlsx", "there is no such file"), (folder.path, "it is a folder"),
      ("", "the name of the file is empty"),
    ] {
      #expect { try Workbook(path) } throws: { "\($0)".contains(words) }
    }
    let pipe = Pipe()
    let path = "/dev/fd/\(pipe.fileHandleForReading.fileDescriptor)"
    #expect { try Workbook(path) } throws: { "\($0)".contains("not from a pipe") }
  }

  @Test("A workbook is told by its bytes")
  func likely() {
    for (name, expected) in [
      ("values", true), ("password", true), ("old", true), ("text", false), ("empty", false),
    ] {
      #expect(Workbook.isLikely(SheetDump.path(name)) == expected)
    }
  }

  @Test(
    "A workbook cut off or changed anywhere is read or refused, and never brings the reader down")
  func damaged() throws {
    let folder = try TemporaryDirectory()
    for name in ["values", "merged", "libreoffice", "password"] {
      let whole = [UInt8](try Data(contentsOf: URL(fileURLWithPath: SheetDump.path(name))))
      for step in 0..<150 {
        var bytes = whole
        if step % 2 == 0 {
          bytes.removeLast(whole.count * step / 150)
        } else {
          bytes[whole.count * step / 150] ^= UInt8(1 << (step % 8))
        }
        let url = try folder.write(bytes, to: "damaged.xlsx")
        do {
          let book = try Workbook(url.path)
          for sheet in book.sheets.indices { _ = try SheetDump.rows(of: book, sheet) }
        } catch is SpreadsheetError {
          continue
        }
      }
    }
  }
}
