import Foundation
import SeededRandom
import TestSupport
import Testing

/// The same data in other shapes must give the same bytes.
@Suite("score: the same data in other shapes")
struct ScoreInputTests {
  /// A table as text, by its lines.
  private struct Lines {
    var header: String
    var rows: [String]

    init(_ branch: String, _ table: String) throws {
      let file = Project.branches.appendingPathComponent("\(branch)/\(table).csv")
      var lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(
        String.init)
      header = lines.removeFirst()
      if header.hasPrefix("\u{FEFF}") { header.removeFirst() }
      rows = lines
    }

    func text(_ rows: [String]) -> String { ([header] + rows).map { $0 + "\n" }.joined() }
    var text: String { text(rows) }
  }

  private static let tables = ["--table", "staff=staff.csv", "--table", "business=business.csv"]

  private static func score(
    _ staff: String, _ business: String, _ more: [String] = []
  ) throws -> String {
    try ScoreJob(
      tables + more, files: ["staff.csv": Data(staff.utf8), "business.csv": Data(business.utf8)]
    ).success()
  }

  @Test("any number of threads gives the same bytes")
  func threads() throws {
    let more = ["--measures", "--sort", "branch_rank", "--threads"]
    let one = try ScoreJob(branch: "demo-bank", more + ["1"]).success()
    for threads in ["2", "3", "8"] {
      #expect(try ScoreJob(branch: "demo-bank", more + [threads]).success() == one)
    }
  }

  @Test("any order of rows gives the same bytes under --sort", arguments: [UInt64(1), 2, 3])
  func shuffled(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let (staff, business) = (try Lines("demo-bank", "staff"), try Lines("demo-bank", "business"))
    let more = ["--measures", "--sort", "overall_rank"]
    let shuffled = try Self.score(
      staff.text(staff.rows.shuffled(using: &generator)),
      business.text(business.rows.shuffled(using: &generator)), more)
    #expect(shuffled == (try ScoreJob(branch: "demo-bank", more).success()))
  }

  @Test("tables in several files are one table")
  func split() throws {
    let (staff, business) = (try Lines("demo-bank", "staff"), try Lines("demo-bank", "business"))
    let files = [
      "staff-1.csv": staff.text(Array(staff.rows[..<400])),
      "staff-2.csv": staff.text(Array(staff.rows[400...])),
      "business-1.csv": business.text(Array(business.rows[..<1])),
      "business-2.csv": business.text(Array(business.rows[1..<5000])),
      "business-3.csv": business.text(Array(business.rows[5000...])),
    ]
    let names = [
      "staff=staff-1.csv", "staff=staff-2.csv", "business=business-1.csv",
      "business=business-2.csv",
      "business=business-3.csv",
    ]
    let job = try ScoreJob(
      names.flatMap { ["--table", $0] }, files: files.mapValues { Data($0.utf8) })
    #expect(try job.success() == ScoreJob(branch: "demo-bank").success())
    #expect(try job.summary("business")["used"] == 6046)
  }

  /// Ways to write a table otherwise.
  private static let twins: [(name: String, change: @Sendable (String) -> String)] = [
    ("semicolons", { $0.replacingOccurrences(of: ",", with: ";") }),
    ("tabs", { $0.replacingOccurrences(of: ",", with: "\t") }),
    ("CRLF", { $0.replacingOccurrences(of: "\n", with: "\r\n") }),
    ("a byte-order mark", { "\u{FEFF}" + $0 }),
    ("no last line end", { String($0.dropLast()) }),
    ("quotes round every cell", { quoted($0) }),
    ("columns in reverse, and one more", { reversed($0) }),
  ]

  private static func cells(_ text: String, _ change: ([Substring]) -> String) -> String {
    text.split(separator: "\n").map {
      change($0.split(separator: ",", omittingEmptySubsequences: false)) + "\n"
    }.joined()
  }

  private static func quoted(_ text: String) -> String {
    cells(text) { $0.map { "\"\($0)\"" }.joined(separator: ",") }
  }

  private static func reversed(_ text: String) -> String {
    cells(text) { (["note"] + $0.reversed()).joined(separator: ",") }
  }

  @Test("the file format does not matter", arguments: twins.map(\.name))
  func twin(name: String) throws {
    let change = try #require(Self.twins.first { $0.name == name }).change
    let (staff, business) = (
      try Lines("chinese-branch", "staff"), try Lines("chinese-branch", "business")
    )
    #expect(
      try Self.score(change(staff.text), change(business.text), ["--measures"])
        == ScoreJob(branch: "chinese-branch", ["--measures"]).success())
  }

  @Test("the encoding does not matter", arguments: ["utf-8-bom", "gb18030", "utf-16le"])
  func encoding(name: String) throws {
    let (staff, business) = (
      try Lines("chinese-branch", "staff"), try Lines("chinese-branch", "business")
    )
    let encoded = try ScoreJob(
      Self.tables,
      files: [
        "staff.csv": Self.encoded(staff.text, name),
        "business.csv": Self.encoded(business.text, name),
      ])
    #expect(try encoded.success() == Self.score(staff.text, business.text))
  }

  private static func encoded(_ text: String, _ name: String) throws -> Data {
    switch name {
    case "gb18030": Data(try #require(text.gb18030))
    case "utf-16le": try #require("\u{FEFF}\(text)".data(using: .utf16LittleEndian))
    default: Data("\u{FEFF}\(text)".utf8)
    }
  }
}
