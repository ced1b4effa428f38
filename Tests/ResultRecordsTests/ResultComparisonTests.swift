import Testing

@testable import ResultRecords
import SeededRandom

@Suite("Comparing a result with what is computed")
struct ResultComparisonTests {
  private static let rows = ["id,name,total\n", "1,\"A, B\",90.5\n", "2,C,80\n", "3,D,70\n"]
  private static let computed = rows.joined()

  /// The first difference when the computed rows come in pieces of some rows each.
  private static func difference(
    _ standing: [UInt8], _ rows: [String] = rows, rowsInPiece: Int
  ) -> FirstDifference? {
    var comparison = ResultComparison(standing: standing)
    for start in stride(from: 0, to: rows.count, by: rowsInPiece) {
      let piece = rows[start..<min(start + rowsInPiece, rows.count)].joined()
      Array(piece.utf8).withUnsafeBytes { comparison.take($0) }
    }
    comparison.finish()
    return comparison.difference
  }

  static let cases: [(standing: String, difference: FirstDifference?)] = [
    (computed, nil),
    (
      computed.replacing("80", with: "81"),
      FirstDifference(
        line: 3, column: "total", key: "2", kind: .cell, standing: "81", computed: "80")
    ),
    (
      computed.replacing("A, B", with: "A, C"),
      FirstDifference(
        line: 2, column: "name", key: "1", kind: .cell, standing: "A, C", computed: "A, B")
    ),
    (
      computed.replacing("\n2,C,80", with: ""),
      FirstDifference(line: 3, column: "id", key: "3", kind: .cell, standing: "3", computed: "2")
    ),
    (
      computed.replacing("total", with: "sum"),
      FirstDifference(line: 1, key: "id", kind: .cell, standing: "sum", computed: "total")
    ),
    (
      computed.replacing("2,C,80", with: "2,C"),
      FirstDifference(line: 3, key: "2", kind: .width, standing: "2,C", computed: "2,C,80")
    ),
    (
      computed.replacing("2,C,80", with: "2,C,80,"),
      FirstDifference(line: 3, key: "2", kind: .width, standing: "2,C,80,", computed: "2,C,80")
    ),
    (
      computed.replacing("2,C,80", with: "2,\"C\",80"),
      FirstDifference(
        line: 3, key: "2", kind: .spelling, standing: "2,\"C\",80", computed: "2,C,80")
    ),
    (
      computed + "4,E,1\n",
      FirstDifference(line: 5, key: "4", kind: .surplus, standing: "4,E,1", computed: nil)
    ),
    (
      computed.replacing("3,D,70\n", with: ""),
      FirstDifference(line: 4, key: "3", kind: .ended, standing: nil, computed: "3,D,70")
    ),
    (
      String(computed.dropLast(2)),
      FirstDifference(
        line: 4, column: "total", key: "3", kind: .cell, standing: "7", computed: "70")
    ),
    (
      String(computed.dropLast()),
      FirstDifference(line: 4, key: "3", kind: .spelling, standing: "3,D,70", computed: "3,D,70")
    ),
    (
      computed.replacing("\n", with: "\r\n"),
      FirstDifference(
        line: 1, key: "id", kind: .spelling, standing: "id,name,total", computed: "id,name,total")
    ),
    (
      computed.replacing("\n3", with: "\n\n3"),
      FirstDifference(line: 5, key: "3", kind: .spelling, standing: "3,D,70", computed: "3,D,70")
    ),
    (
      "\u{FEFF}" + computed,
      FirstDifference(
        line: 1, key: "id", kind: .spelling, standing: "id,name,total", computed: "id,name,total")
    ),
    (
      "",
      FirstDifference(line: 1, key: "id", kind: .ended, standing: nil, computed: "id,name,total")
    ),
  ]

  @Test(
    "names line, column, key and both values, however many rows come at a time", arguments: cases)
  func located(standing: String, difference: FirstDifference?) {
    for rowsInPiece in 1...4 {
      let found = Self.difference(Array(standing.utf8), rowsInPiece: rowsInPiece)
      #expect(found == difference, "\(rowsInPiece)")
    }
  }

  @Test("texts that only look the same are not the same")
  func composed() {
    let found = Self.difference(
      Array("id,name\n1,e\u{301}\n".utf8), ["id,name\n", "1,\u{E9}\n"], rowsInPiece: 1)
    #expect(found?.kind == .cell)
    #expect(found?.column == "name")
  }

  @Test("whatever bytes are changed, cut off or put in, a difference is found and nothing breaks")
  func damaged() {
    var generator = SplitMix64(seed: 11)
    for _ in 0..<3000 {
      var bytes = Array(Self.computed.utf8)
      let place = Int.random(in: 0..<bytes.count, using: &generator)
      switch Int.random(in: 0..<3, using: &generator) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
      case 1: bytes.removeSubrange(place...)
      default: bytes.insert(UInt8.random(in: 0...255, using: &generator), at: place)
      }
      let isSame = bytes == Array(Self.computed.utf8)
      let rowsInPiece = Int.random(in: 1...4, using: &generator)
      #expect((Self.difference(bytes, rowsInPiece: rowsInPiece) == nil) == isSame)
    }
  }
}
