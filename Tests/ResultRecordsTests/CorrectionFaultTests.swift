import ColumnStore
import TestSupport
import Testing

@testable import ResultRecords

@Suite("Corrections with faults")
struct CorrectionFaultTests {
  /// What is said about corrections of the small job, without the folder.
  private static func faults(
    _ rows: String, _ job: SmallJob, files: [String: [String]]? = nil
  ) throws -> [String] {
    do {
      _ = try CorrectionTests.run(job, rows, files: files)
      return []
    } catch let error as CorrectionFaults {
      return error.faults.map { "\($0)".replacing("\(job.folder.path)/", with: "") }
    }
  }

  private static let decided = "because,Li,2026-11-02"

  static let single: [(row: String, words: String)] = [
    ("stuff,1,,a,90,91", "table \"stuff\": the policy has no such table; did you mean \"staff\"?"),
    ("bonds,1,,a,90,91", "table \"bonds\": the policy has no such table; there are staff, loans"),
    (
      "staff,1,,branhc,N,S",
      "column \"branhc\": the policy reads no such column of the table staff; did you mean \"branch\"?"
    ),
    (
      "loans,3,,interest,5,6",
      "column \"interest\": the policy reads no such column of the table loans; there is only amount"
    ),
    ("staff,1,,id,1,2", "column \"id\": a key says whose row it is and cannot be corrected"),
    (
      "staff,01,,a,90,91", "key \"01\": no row of the table staff has this key; did you mean \"1\"?"
    ),
    ("staff,9999,,a,90,91", "key \"9999\": no row of the table staff has this key"),
    ("loans,2,,amount,3,4", "key \"2\": no row of the table loans has this key"),
    ("loans,1,,amount,3,4", "row: 2 rows have the key \"1\": loans.csv:2, 3; say which is meant"),
    (
      "loans,1,4,amount,5,4", "row \"4\": no row with the key \"1\" begins there: loans.csv:2, 3"
    ),
    (
      "loans,1,other.csv:2,amount,3,4",
      "row \"other.csv:2\": no row with the key \"1\" begins there: loans.csv:2, 3"
    ),
    ("loans,1,first,amount,3,4", "row \"first\": expected a line, or a file and a line"),
    ("loans,1,-2,amount,3,4", "row \"-2\": expected a line"),
    ("staff,1,,a,91,92", "old \"91\": staff.csv:2 has \"90\" in the column a"),
    ("staff,1,,a,,92", "old: staff.csv:2 has \"90\" in the column a"),
    (
      "staff,1,,a,91,90.0",
      "old \"91\": staff.csv:2 has \"90\" in the column a, which is the new value already"
    ),
    ("staff,1,,branch,n,S", "old \"n\": staff.csv:2 has \"N\" in the column branch"),
    ("staff,1,,a,90,\"9,1\"", "new \"9,1\": expected a plain number such as 12 or -0.5, found"),
    ("staff,1,,a,90,", "new: expected a number, found a blank cell"),
    ("staff,1,,a,90,1001", "new \"1001\": expected at most 1000"),
    ("staff,1,,branch,N,\"a\nb\"", "new \"a\nb\": expected a value on one line"),
  ]

  @Test("each is told with the line, what stands there and the nearest name", arguments: single)
  func one(row: String, words: String) throws {
    let found = try Self.faults("\(row),\(Self.decided)\n", SmallJob())
    #expect(found.count == 1, "\(found)")
    #expect(found.first?.hasPrefix("corrections.csv:2: \(words)") == true, "\(found)")
  }

  @Test("a decision without reason, person or day is none, nor is a row of another width")
  func undecided() throws {
    let found = try Self.faults(
      """
      staff,1,,a,90,91,,Li,2026-11-02
      staff,1,,b,80.3,81,because, ,2026-11-02
      staff,1,,c,70.7,71,because,Li,2026-02-30
      staff,2,,a,85.1,86,because,Li,
      staff,2,,b,99,100,because,Li
      ,2,,c,12.3,13,because,Li,2026-11-02

      """, SmallJob())
    #expect(
      found == [
        "corrections.csv:2: reason: expected a text, found a blank cell",
        "corrections.csv:3: decided_by: expected a text, found a blank cell",
        "corrections.csv:4: date \"2026-02-30\": expected a date such as 2026-10-31, found a day that "
          + "no calendar has",
        "corrections.csv:5: date: expected a date, found a blank cell",
        "corrections.csv:6: expected 9 fields as in the header, found 8",
        "corrections.csv:7: table: expected a key, found a blank cell",
      ])
  }

  @Test("all faults are told together, in the order of their lines")
  func all() throws {
    let rows = Self.single.map { "\($0.row),\(Self.decided)\n" }.joined()
    let found = try Self.faults(rows, SmallJob())
    #expect(found.count == Self.single.count)
    for (fault, single) in zip(found, Self.single) { #expect(fault.contains(single.words)) }
  }

  @Test("a cell is decided upon once, granted or refused")
  func twice() throws {
    let found = try Self.faults(
      """
      staff,1,,a,90,91,because,Li,2026-11-02
      staff,1,2,a,90,90,because,Li,2026-11-03

      """, SmallJob())
    #expect(
      found == [
        "corrections.csv:3: the cell a of staff.csv:2 is decided upon on line 2 already; keep one of "
          + "the two"
      ])
  }

  @Test("a line that two files have is asked about, and cells of a broken row are not told")
  func files() throws {
    let job = try SmallJob()
    let more = try job.folder.write("amount,id\n7,1\n8\n,3,9\n", to: "more.csv").path
    let files = ["staff": job.data["staff"] ?? [], "loans": (job.data["loans"] ?? []) + [more]]
    let found = try Self.faults(
      """
      loans,1,2,amount,3,4,because,Li,2026-11-02
      loans,3,more.csv:4,amount,,4,because,Li,2026-11-02

      """, job, files: files)
    #expect(found.count == 2)
    #expect(
      found.first?.contains(
        "row \"2\": several files have a row with the key \"1\" on this line: loans.csv:2, 3; "
          + "more.csv:2; write FILE:LINE") == true, "\(found)")
    #expect(
      found.last?.contains(
        "more.csv:4: cells of a row at fault cannot be told: expected 2 fields as in the header, found 3"
      ) == true, "\(found)")
  }

  @Test("a cell of several lines is not corrected, for later rows would stand on other lines")
  func lines() throws {
    let job = try SmallJob()
    try job.folder.write(SmallJob.staff.replacing("1,N,", with: "1,\"N\nM\","), to: "staff.csv")
    let found = try Self.faults(
      "staff,1,,branch,\"N\nM\",N,because,Li,2026-11-02\n", job)
    #expect(found.first?.contains("the cell has several lines in the file") == true, "\(found)")
    #expect(
      try Self.faults("staff,1,,branch,\"N\nM\",\"N\nM\",because,Li,2026-11-02\n", job).isEmpty)
  }

  @Test("a file that is not one of corrections says what its header must be")
  func header() throws {
    let job = try SmallJob()
    let path = try job.folder.write("table,key\n", to: "corrections.csv").path
    let other = try #require(ScoringJob(job.plan, options: ResultOptions()))
    #expect(throws: TableReadError.self) {
      try other.run(JobData(files: job.data, corrections: path))
    }
    #expect(AppliedCorrections.header == CorrectionTests.header.dropLast())
  }
}
