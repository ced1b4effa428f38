import Foundation
import SeededRandom
import TestSupport
import Testing

@testable import DataImport

@Suite("Files are found, read in any encoding, and refused with a reason")
struct ImportFileTests {
  private static let map = """
    sources:
      ledger:
        file: "ledger*.csv"
        columns: {staff_id: {header: 工号, type: id}, deposit: {header: 存款, type: number}}
    tables:
      ledger: {}
    """

  @Test("GB18030, UTF-16LE, a byte-order mark, CRLF and other separators give the same table")
  func encodings() throws {
    let text = "工号\t存款\r\n001\t0.50\r\n002\t7\r\n"
    var marked: [UInt8] = [0xEF, 0xBB, 0xBF]
    marked += Array(text.replacing("\t", with: ";").utf8)
    for bytes in [
      try #require(text.gb18030),
      [0xFF, 0xFE] + Array(try #require(text.data(using: .utf16LittleEndian))), marked,
    ] {
      let trial = try ImportTrial(Self.map, bytes: [("ledger.csv", bytes)])
      #expect(trial.written["ledger.csv"] == "staff_id,deposit\n001,0.50\n002,7\n")
      #expect(trial.repairs.isEmpty)
    }
  }

  @Test("A clean file is written as it stands, and the import of a result changes nothing")
  func identity() throws {
    let map = Self.map.replacing("工号", with: "staff_id").replacing("存款", with: "deposit")
    let text = "staff_id,deposit\n001,0.50\n002,-7\n\"a \"\"b\"\", c\",\n"
    let trial = try ImportTrial(map, [("ledger.csv", text)])
    #expect(trial.written["ledger.csv"] == text)
    #expect(trial.rows("repairs.csv").isEmpty && trial.rows("rejects.csv").isEmpty)
  }

  @Test("The bytes do not depend on the number of threads")
  func threads() throws {
    var random = SplitMix64(seed: 5)
    let dirt = ["1,200", "***", "５", " 7", "-", "0.5", "12"]
    // Several pieces of the reader's, by a column that nobody wants.
    let remark = String(repeating: "x", count: 60)
    let rows = (0..<20_000).map { index in
      "\(String(format: "%06d", index / 3)),\"\(dirt[Int(random.next() % 7)])\",\(remark)\n"
    }
    let text = "工号,存款,备注\n" + rows.joined()
    let map = Self.map.replacing("type: number", with: "type: number, scale: as-written")
    let one = try ImportTrial(map, [("ledger.csv", text)], threads: 1)
    let three = try ImportTrial(map, [("ledger.csv", text)], threads: 3)
    #expect(one.message == "" && one.rows("ledger.csv").count > 1000)
    #expect(one.written == three.written)
  }

  /// Files by name that cannot be imported, and the words that must be said.
  static let refused: [(files: [(name: String, text: String)], words: [String])] = [
    ([("ledger.csv", "")], ["ledger.csv is empty"]),
    (
      [("ledger.csv", "工号,余额\n1,2\n")],
      ["no header is \"存款\", for column deposit", "the headers are \"工号\", \"余额\""]
    ),
    (
      [("ledger.csv", "工号,存 款额,x\n1,2,3\n")],
      ["no header is \"存款\", for column deposit; the nearest is \"存 款额\""]
    ),
    ([("ledger.csv", "工号,存款,存 款\n1,2,3\n")], ["could be any of \"存款\" and \"存 款\""]),
    (
      [("ledger.csv", "工号,存款\n1,2\n"), ("other.csv", "工号,存款\n1,2\n")],
      ["other.csv belongs to no source of the map; their files are named ledger*.csv"]
    ),
    ([("ledger.csv", "工号,存款\n1,2\n2,\"3\n3,4\n")], ["ledger.csv:3: a quote is opened"]),
    (
      [("ledger.csv", (0..<20_000).map { "c\($0)" }.joined(separator: ",") + "\n1\n")],
      ["more than 16384 columns"]
    ),
  ]

  @Test("A file that cannot be read as the map says is refused, and nothing is written")
  func refusals() throws {
    for (files, words) in Self.refused {
      let trial = try ImportTrial(Self.map, files)
      #expect(trial.written.isEmpty)
      for word in words { #expect(trial.message.contains(word), "\(trial.message) lacks \(word)") }
    }
  }

  @Test("Identifiers without the zeros that the same column has in another file are asked about")
  func zeros() throws {
    let files = [
      ("ledger07.csv", "工号,存款\n004210,1\n004211,2\n"), ("ledger08.csv", "工号,存款\n4210,3\n"),
    ]
    let asked = try ImportTrial(Self.map, files)
    #expect(asked.message.contains("ledger08.csv: column staff_id: other identifiers"))
    #expect(asked.message.contains("length: 6"))
    let map = Self.map.replacing("工号,", with: "工号, length: 6,")
    #expect(try ImportTrial(map, files).rows("ledger.csv") == ["004210,1", "004211,2", "004210,3"])
  }

  @Test("The sheets of one workbook are sources of their own")
  func sheets() throws {
    let folder = try TemporaryDirectory()
    let file = ProjectFiles.url("Datasets/quarter/exports/人员.xlsx").path
    let text = """
      import: sheets
      sources:
        people: {sheet: 人员, header: 3, columns: {id: {header: 员工号, type: id, length: any}}}
        notes: {sheet: 2, columns: {note: 数据来源：人力资源系统；虚构数据}}
      tables: {people: {from: people}, notes: {from: notes}}
      """
    let map = try MapReader.read(text, file: "map.yaml")
    let summary = try ImportJob(map, files: [file]).run(into: folder.file("out").path)
    #expect(summary.files.map(\.name) == ["\(file) (people)", "\(file) (notes)"])
    #expect(summary.tables.map { $0.rows > 0 } == [true, false])
  }

  @Test("Files of no source, of two sources, and sources without files")
  func matching() throws {
    var (one, two) = (MapSource(name: "a", columns: []), MapSource(name: "b", columns: []))
    (one.file, two.file) = ("a*.csv", "*b.csv")
    let map = ImportMap(name: "m", sources: [one, two], tables: [])
    let good = FileMatcher(map, ["x/a1.csv", "b.csv", "a2.csv"])
    #expect(good.faults.isEmpty && good.files == [["x/a1.csv", "a2.csv"], ["b.csv"]])
    #expect("\(FileMatcher(map, ["ab.csv"]).faults)".contains("may belong to the sources a and b"))
    (one.sheet, two.sheet) = (.name("x"), .number(2))
    let sheets = FileMatcher(
      ImportMap(name: "m", sources: [one, two], tables: []), ["ab.csv"])
    #expect(sheets.faults.isEmpty && sheets.files == [["ab.csv"], ["ab.csv"]])
    #expect("\(FileMatcher(map, ["a.csv"]).faults)".contains("no file given belongs to source b"))
    #expect("\(FileMatcher(map, ["a.csv", "a.csv", "b.csv"]).faults)".contains("given twice"))
  }

  @Test("Patterns: a star is any characters, a question mark one")
  func patterns() {
    for (name, pattern, fits) in [
      ("业务9月.csv", "业务*.csv", true), ("业务.csv", "业务?.csv", false), ("ab", "a?", true),
      ("aXbXc", "a*b*c", true), ("aXbX", "a*b", false), ("", "*", true), ("a", "", false),
    ] {
      #expect(FileMatcher.matches(name, pattern: pattern) == fits, "\(name) \(pattern)")
    }
  }

  @Test("Points of plain numbers are moved as the repairs of cells move them")
  func pointShift() {
    var random = SplitMix64(seed: 9)
    let units = [CellUnit.yuan, .tenThousandYuan, .hundredMillionYuan]
    for from in units {
      for to in units where from != to {
        let repairer = CellRepairer(ColumnForm(.number, unit: to, fileUnit: from))
        let shift = PointShift(places: repairer.pointShift)
        for _ in 0..<2000 {
          let digits = (0..<Int(1 + random.next() % 9)).map { _ in "\(random.next() % 4 * 3)" }
            .joined()
          let decimals = (0..<Int(random.next() % 6)).map { _ in "\(random.next() % 10)" }.joined()
          var cell = (random.next() % 3 == 0 ? "-" : "") + digits
          cell += decimals.isEmpty ? "" : ".\(decimals)"
          let moved = cell.withUTF8 { shift.moved($0) }
          #expect(repairer.repair(cell) == moved.map { .fixed($0, [.unitOfColumn]) }, "\(cell)")
        }
      }
    }
  }

  @Test("Exact decimals are read, added and rounded as decimals are")
  func exactDecimals() {
    func decimal(_ text: String) -> ExactDecimal? {
      Array(text.utf8).withUnsafeBufferPointer { ExactDecimal($0) }
    }
    for (text, shown) in [
      ("0", "0"), ("-0.50", "-0.5"), ("12.25", "12.25"), (".5", "0.5"), ("+7", "7"), ("1.", "1"),
      ("0.1234567890123456789", "0.123456789012345678"),
    ] {
      #expect(decimal(text)?.description == shown)
    }
    for text in ["", "-", ".", "1e5", "1,2", "95%", "1234567890123456789"] {
      #expect(decimal(text) == nil, "\(text)")
    }
    let sum = (0..<10).reduce(ExactDecimal.zero) { sum, _ in sum + (decimal("0.1") ?? .zero) }
    #expect(sum == decimal("1"))
    #expect(decimal("6.3")?.isRounding(of: decimal("6.26") ?? .zero, decimals: 1) == true)
    #expect(decimal("6.3")?.isRounding(of: decimal("6.24") ?? .zero, decimals: 1) == false)
  }
}
