import Foundation
import TestSupport
import Testing

/// Tables that nobody means to give: each an error that names the file, or the right answer.
@Suite("score: tables that are hardly tables")
struct HostileTableTests {
  private static let policy = Project.invalid.appendingPathComponent("data/policy.yaml").path
  private static let header = "id,branch,role,deposit,plan,review"
  private static let rows = ["a,east,junior,110,100,80", "b,西,senior,90,100,70"]
  private static let staff = ([header] + rows).joined(separator: "\n") + "\n"
  private static let business = "id,line,income\na,loan,10\nb,loan,20\n"
  /// What the staff above give, worked out by hand: 0.6 * (0.5 * deposit + 0.5 * income) + 0.4 * review.
  private static let result =
    "id,branch,role,money,people,total,branch_rank\n"
    + "a,east,junior,60,80,68,1\nb,西,senior,55,70,61,1\n"

  /// A folder with the two tables.
  private struct Tables {
    let scratch: TemporaryDirectory

    init(staff: Data? = Data(HostileTableTests.staff.utf8)) throws {
      scratch = try TemporaryDirectory()
      try scratch.write("old\n", to: "result.csv")
      try scratch.write(HostileTableTests.business, to: "business.csv")
      try staff?.write(to: scratch.file("staff.csv"))
    }

    /// The exit code and messages; nil when the command hung or ended by a signal.
    func score(seconds: Double = 120) throws -> (exitCode: Int32, errors: String)? {
      try StartedCommand(
        ["score", HostileTableTests.policy, "--data", ".", "--output", "result.csv"],
        in: scratch.url
      ).end(within: seconds)
    }

    func expectResult(seconds: Double = 120) throws {
      let end = try #require(try score(seconds: seconds))
      #expect(end.exitCode == 0, "\(end.errors)")
      #expect(try scratch.read("result.csv") == HostileTableTests.result)
    }

    func expectRefusal(_ words: String, seconds: Double = 120) throws {
      let end = try #require(try score(seconds: seconds))
      #expect(end.exitCode == 3, "\(end.errors)")
      #expect(end.errors.contains("staff") && end.errors.contains(words), "\(end.errors)")
      #expect(end.errors.utf8.count < 100_000)
      #expect(try scratch.read("result.csv") == "old\n")
      #expect(try scratch.snapshot()["result.csv.manifest.json"] == nil)
    }
  }

  private static func staff(_ change: (String) -> String) -> Data { Data(change(staff).utf8) }

  // MARK: Right answers

  static let twins: [(name: String, bytes: Data)] = [
    ("as it should be", staff { $0 }),
    ("without a last line end", staff { String($0.dropLast()) }),
    ("with CR as line ends", staff { $0.replacing("\n", with: "\r") }),
    (
      "with CR LF as line ends, the last one cut", staff { $0.replacing("\n", with: "\r\n") + "\r" }
    ),
    ("with a byte-order mark", staff { "\u{FEFF}" + $0 }),
    ("between empty lines", staff { "\n\r\n\n" + $0.replacing("\n", with: "\n\n\r\n") }),
    (
      "with 100,000 columns",
      staff { text in
        let more = String(repeating: ",", count: 99_994)
        let names = (0..<99_994).map { ",c\($0)" }.joined()
        let lines = text.split(separator: "\n")
        return ([lines[0] + names] + lines.dropFirst().map { $0 + more }).joined(separator: "\n")
      }
    ),
    (
      "with a cell of 8 MB that is not read",
      staff { text in
        let lines = text.split(separator: "\n")
        let cells = [",note", "," + String(repeating: "長", count: 1 << 21), ","]
        return zip(lines, cells).map { $0 + $1 }.joined(separator: "\n")
      }
    ),
    (
      "with a quoted cell of 3 MB of line ends that is not read",
      staff { text in
        let lines = text.split(separator: "\n")
        let cells = [",note", ",\"" + String(repeating: "\n\"\"\r", count: 750_000) + "\"", ","]
        return zip(lines, cells).map { $0 + $1 }.joined(separator: "\n")
      }
    ),
  ]

  @Test("a table is read", arguments: twins.map(\.name))
  func twin(name: String) throws {
    let bytes = try #require(Self.twins.first { $0.name == name }).bytes
    try Tables(staff: bytes).expectResult()
  }

  @Test("a table is read from a pipe")
  func pipe() throws {
    let data = try Tables(staff: nil)
    let fifo = data.scratch.file("staff.csv")
    try #require(mkfifo(fifo.path, 0o600) == 0)
    let writer = Process()
    writer.executableURL = URL(fileURLWithPath: "/bin/sh")
    writer.arguments = ["-c", "printf '%s' \"$0\" > \"$1\"", Self.staff, fifo.path]
    try writer.run()
    defer {
      writer.terminate()
      writer.waitUntilExit()
    }
    try data.expectResult(seconds: 60)
  }

  // MARK: Refusals

  static let refusals: [(name: String, bytes: Data, words: String)] = [
    ("empty", Data(), "staff.csv"),
    ("only a byte-order mark", Data([0xEF, 0xBB, 0xBF]), "staff.csv"),
    ("only line ends", Data("\n\r\n\r".utf8), "staff.csv"),
    ("only zero bytes", Data(count: 1000), "staff.csv"),
    ("only one quote", Data("\"".utf8), "staff.csv"),
    ("a zero byte in a key", staff { $0.replacing("\na,", with: "\na\0,") }, "zero byte"),
    ("a zero byte in a number", staff { $0.replacing("110", with: "1\u{0}0") }, "zero byte"),
    ("cut inside a character", Data(staff.utf8.prefix(staff.utf8.count - 19)), "staff.csv:3"),
    (
      "a quote that is never closed before 4 MB",
      staff { text in
        text.replacing("a,east", with: "a,\"east")
          + (0..<150_000).map { "k\($0),east,junior,1,100,80\n" }.joined()
      }, "staff.csv:2"
    ),
    (
      "a quote opened in the middle of 4 MB",
      staff { text in
        text + (0..<75_000).map { "k\($0),east,junior,1,100,80\n" }.joined() + "x,\"east,junior\n"
          + (0..<75_000).map { "m\($0),east,junior,1,100,80\n" }.joined()
      }, "staff.csv:75004"
    ),
    (
      "a row of 100,000 fields", staff { $0 + String(repeating: "1,", count: 99_999) + "\n" },
      "expected 6 fields as in the header, found 100000"
    ),
    (
      "a number of 8 MB",
      staff { $0.replacing("110", with: String(repeating: "9", count: 1 << 23)) }, "deposit"
    ),
    (
      "a text of 8 MB among those allowed",
      staff { $0.replacing("junior", with: String(repeating: "j", count: 1 << 23)) }, "role"
    ),
  ]

  @Test("a table is refused", arguments: refusals.map(\.name))
  func refused(name: String) throws {
    let refusal = try #require(Self.refusals.first { $0.name == name })
    try Tables(staff: refusal.bytes).expectRefusal(refusal.words)
  }

  @Test("a file that is not there, and a folder, are refused")
  func noFile() throws {
    let data = try Tables(staff: nil)
    try data.expectRefusal("staff.csv")
    try FileManager.default.createDirectory(
      at: data.scratch.file("staff.csv"), withIntermediateDirectories: false)
    try data.expectRefusal("staff.csv")
  }

  @Test("a file whose reading fails is refused")
  func readingFails() throws {
    let data = try Tables(staff: nil)
    try FileManager.default.createSymbolicLink(
      atPath: data.scratch.file("staff.csv").path, withDestinationPath: "/proc/self/mem")
    try data.expectRefusal("staff.csv")
  }

  @Test(
    "a file that may not be read is refused",
    .enabled(if: geteuid() != 0, "root may read every file"))
  func unreadable() throws {
    let data = try Tables()
    try #require(chmod(data.scratch.file("staff.csv").path, 0) == 0)
    try data.expectRefusal("Permission denied")
  }
}
