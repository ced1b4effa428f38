import ScorecardPolicy
import ScoringPlan
import SegmentStreams
import TestSupport
import Testing

@Suite("Streams that are not what they should be")
struct StreamFaultTests {
  private static let header = "id,branch,score"
  private let plan: SegmentedPlan

  init() throws {
    let policy = """
      policy: small
      tables:
        staff: {key: id, columns: {branch: text, score: number}}
      scorecard:
        weights: {d: 1}
        dimensions: {d: {weights: {m: 1}, measures: {m: {score: score}}}}
      rankings:
        place: {by: total, within: branch}
      results:
        double: 'place * 2'
      """
    let read = try PolicyReader.read(policy, file: "p.yaml").policy
    plan = try SegmentedPlan(Plan(try ResolvedPolicy(read)))
  }

  private func rows(_ text: String) throws -> String {
    let filter = try RowsFilter(plan, table: "staff", header: Self.header)
    return String(
      decoding: try PlainFilter.output(of: Array(text.utf8), piece: 3, filter.run), as: UTF8.self)
  }

  private func subjects(_ text: String) throws -> String {
    let filter = try SubjectsFilter(plan, headers: ["staff": Self.header])
    return String(
      decoding: try PlainFilter.output(of: Array(text.utf8), piece: 3, filter.run), as: UTF8.self)
  }

  private func segment(_ text: String) throws -> String {
    let filter = try SegmentFilter(plan, number: 1)
    return String(
      decoding: try PlainFilter.output(of: Array(text.utf8), piece: 3, filter.run), as: UTF8.self)
  }

  @Test("What is as it should be goes through")
  func good() throws {
    #expect(plan.segments.count == 2)
    let rows = try rows("\(Self.header)\n a ,x,1\r\n\nb,y,2")
    #expect(rows == "a\t0\t a ,x,1\nb\t0\tb,y,2\n")
    let subjects = try subjects(rows).split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false)
    }
    #expect(subjects.map { $0[0] } == ["S", "S", "E"])
    #expect(subjects[2].prefix(4) == ["E", "2", "2", "0"])
    #expect(
      plan.segments[0].subjectFields == ["kind", "key", "blob"] + plan.segments[0].carriedNames)
    let input = subjects.dropLast().map { "\($0[1])\t\($0[2])\t1\n" }.joined()
    #expect(
      try segment(input) == "S\ta\ta,x,1,1,1,2\t\t\t\nS\tb\tb,y,2,2,1,2\t\t\t\nE\t2\t2\t0\t\t\n")
    // Nothing but the last line comes of nothing.
    #expect(try self.subjects("").hasPrefix("E\t0\t0\t0\t"))
    #expect(try segment("").hasPrefix("E\t0\t0\t0\t"))
    #expect(try self.rows("").isEmpty)
  }

  @Test(
    "Rows over several lines are refused",
    arguments: ["a,\"x\ny\",1\n", "a,\"x,1\n", "a,\"x\ry\",1\n", "a,x\r,1\n"])
  func lines(_ text: String) throws {
    #expect(throws: StreamFault.self) { try rows(text) }
  }

  @Test(
    "Lines that no filter of rows has written are refused",
    arguments: [
      "a\t0\n", "a\t0\ta,x,1\tb\n", "a\t1\ta,x,1\n", "a\tx\ta,x,1\n", "a\t0\t\n", "a\t0\ta,x,%\n",
      "a\t0\ta,\"x%0A\",1\n", "b\t0\tb,x,1\na\t0\ta,x,1\n", "\n", "a\t0\ta,x,1",
    ])
  func unsorted(_ text: String) throws {
    #expect(throws: StreamFault.self) { try subjects(text) }
  }

  @Test("Bytes that are no UTF-8 are refused")
  func encoding() throws {
    let filter = try SubjectsFilter(plan, headers: ["staff": Self.header])
    #expect(throws: (any Error).self) {
      _ = try PlainFilter.output(
        of: Array("a\t0\ta,".utf8) + [0xD5, 0xC5, 0x2C, 0x31, 0x0A], filter.run)
    }
  }

  @Test("A blob cut short anywhere, and results that are none, are refused")
  func blobs() throws {
    let fields = try subjects("a\t0\ta,x,1.25\n").split(separator: "\t")
    let blob = String(fields[2])
    for count in 0..<blob.count {
      #expect(throws: StreamFault.self) { try segment("a\t\(blob.prefix(count))\t1\n") }
    }
    for line in [
      "a\t\(blob)\n", "a\t\(blob)\t1\t2\n", "a\t\(blob)+\t1\n", "a\t\(blob)\tx\n",
      "a\t\(blob)\tnan\n",
      "a\t\(blob)\tinf\n", "a\t\(blob)\t!1\n", "a\t\(blob)\t1", "\n", "a\n",
    ] {
      #expect(throws: StreamFault.self, "\(line)") { try segment(line) }
    }
    #expect(try segment("a\t\(blob)\t1.0E0\n") == segment("a\t\(blob)\t1\n"))
  }

  @Test("Tables and segments that the policy does not have are refused")
  func names() throws {
    #expect(throws: StreamFault.self) { try RowsFilter(plan, table: "x", header: Self.header) }
    #expect(throws: StreamFault.self) { try SubjectsFilter(plan, headers: [:]) }
    #expect(throws: StreamFault.self) {
      try SubjectsFilter(plan, headers: ["staff": Self.header, "x": "id"])
    }
    #expect(throws: StreamFault.self) { try SegmentFilter(plan, number: 0) }
    #expect(throws: StreamFault.self) { try SegmentFilter(plan, number: 2) }
    #expect(throws: (any Error).self) { try RowsFilter(plan, table: "staff", header: "id,score") }
  }

  @Test("A policy that compares rows of different people is refused, with the reason")
  func uncuttable() throws {
    let policy = """
      policy: small
      tables:
        staff: {key: id, unique: [seat], columns: {seat: text, score: number}}
      scorecard:
        weights: {d: 1}
        dimensions: {d: {weights: {m: 1}, measures: {m: {score: score}}}}
      """
    let plan = Plan(try ResolvedPolicy(try PolicyReader.read(policy, file: "p.yaml").policy))
    let error = #expect(throws: UncuttablePlan.self) { try SegmentedPlan(plan) }
    #expect(error?.reasons.count == 1)
    #expect(error?.reasons[0].hasPrefix("tables.staff.unique: ") == true)
  }
}
