import ColumnStore
import DelimitedText
import Foundation
import ScoringPlan
import Testing

@testable import ScoringEngine

@Suite("Scoring while reading files of several encodings")
struct StreamedEncodingTests {
  private static let yaml = """
    policy: encoded
    version: "1"
    title: Encoded
    tables:
      staff:
        key: id
        columns:
          branch: {type: text, header: 网点}
          base: {}
      sales:
        key: id
        columns:
          amount: {}
    formulas:
      sold: SUM(sales.amount)
    scorecard:
      weights: {money: 1}
      dimensions:
        money:
          weights: {sold: 1}
          measures:
            sold: {score: "MIN(sold + base, 100)"}
    """

  /// The same rows in the three encodings that are read.
  private static let files: [(name: String, encoding: String.Encoding?)] = [
    ("staff.csv", .utf8), ("staff-gb.csv", nil), ("staff-16.csv", .utf16LittleEndian),
  ]

  private static func staff(_ file: Int) -> String {
    "id,网点,base\n"
      + (0..<4000).map { "f\(file)k\($0),\"\(["东城", "西城"][$0 % 2])支行, \($0 % 7)\",\($0 % 50)\n" }
      .joined()
  }

  /// GB18030 of the few characters that the rows hold (GB/T 2312-1980, code table).
  private static func gb18030(_ text: String) -> [UInt8] {
    let codes: [Unicode.Scalar: [UInt8]] = [
      "网": [0xCD, 0xF8], "点": [0xB5, 0xE3], "东": [0xB6, 0xAB], "西": [0xCE, 0xF7],
      "城": [0xB3, 0xC7], "支": [0xD6, 0xA7], "行": [0xD0, 0xD0],
    ]
    return text.unicodeScalars.flatMap { codes[$0] ?? Array(String($0).utf8) }
  }

  @Test("texts that are converted give the same rows from memory and from a temporary file")
  func spooled() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("encoded-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (index, file) in Self.files.enumerated() {
      let text = Self.staff(index)
      let bytes = file.encoding.flatMap { text.data(using: $0) } ?? Data(Self.gb18030(text))
      try bytes.write(to: folder.appendingPathComponent(file.name))
    }
    let sales = "id,amount\n" + (0..<3).map { "f\($0)k3999,7\n" }.joined()
    let plan = try StreamedAnswer.plan(Self.yaml)
    let expected = try StreamedAnswer.checked(
      plan, ["staff": Self.files.indices.map(Self.staff), "sales": [sales]])
    #expect(expected["f2k3999"]?.last == "\(3999 % 50 + 7)")
    // Below what the converted files have, and above it.
    for mostInMemory in [0, 5000, 1 << 26] {
      for options in StreamedAnswer.options.dropFirst(2) {
        let staff = try Self.files.map {
          try TextSource(folder.appendingPathComponent($0.name).path, mostInMemory: mostInMemory)
        }
        #expect(staff.map(\.encoding) == [.utf8, .gb18030, .utf16LittleEndian])
        let scored = try PlanEngine(plan: plan).score(
          sources: [
            "staff": staff, "sales": [TextSource(try DecodedText(Array(sales.utf8), file: "s"))],
          ], options: options)
        #expect(StreamedAnswer(scored) == expected)
      }
    }
  }
}
