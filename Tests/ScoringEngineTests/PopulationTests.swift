import ColumnStore
import DelimitedText
import ScorecardPolicy
import ScoringPlan
import Testing

@testable import ScoringEngine

@Suite("Populations")
struct PopulationTests {
  /// Subjects with a plain amount, and detail rows `loans` summed up for each.
  private static func plan(
    ignoresUnknownKeys: Bool = false, uniqueLines: Bool = false
  ) -> (plan: Plan, total: Register) {
    var sketch = PlanSketch(details: ["loans"])
    let base = sketch.column("base", allowsMissing: false, minimum: 0)
    let amount = sketch.column("amount", allowsMissing: false, of: 1)
    if ignoresUnknownKeys { sketch.ignoreUnknownKeys(of: 1) }
    if uniqueLines { sketch.makeUnique(["id", "amount"], of: 1) }
    let sum = sketch.aggregate(.sum, amount, of: 1)
    let total = sketch.add(.arithmetic(.divide, sum, base))
    sketch.require([(total, true)])
    return (sketch.plan(total: total), total)
  }

  private static func score(_ plan: Plan, staff: String, loans: String) throws -> ScoredPopulation {
    let population = try Conformance.population(
      plan, ["staff": "id,base\n" + staff, "loans": "id,amount\n" + loans])
    for counts in PlanEngine(plan: plan).score(population).counts {
      #expect(
        counts.rowsIn == counts.scored + counts.rejected + counts.setAside + counts.ignored)
    }
    return PlanEngine(plan: plan).score(population)
  }

  private static func summary(_ scored: ScoredPopulation) -> [String] {
    scored.rejectedRows(threads: 2).map { "\($0.table):\($0.line):\($0.column): \($0.reason)" }
  }

  @Test("detail rows go to their subjects, whatever their order")
  func linking() throws {
    let (plan, total) = Self.plan()
    let scored = try Self.score(
      plan, staff: "b,1\na,2\nc,4", loans: "a,2\nb,10\na,8\nb,0.5\n")
    #expect((0..<3).map { scored.column(total)?[$0] } == [10.5, 5, 0])
    #expect(
      scored.counts == [
        RowCounts(table: "staff", rowsIn: 3, scored: 3, rejected: 0, setAside: 0, ignored: 0),
        RowCounts(table: "loans", rowsIn: 4, scored: 4, rejected: 0, setAside: 0, ignored: 0),
      ])
    let input = scored.population.interpreterInput(1)
    #expect(input.subject == [.text("a"), .number(2)])
    #expect(input.details == [[[.text("a"), .number(2)], [.text("a"), .number(8)]]])
    #expect(scored.population.subject(withKey: "c") == 2)
    #expect(scored.population.subject(withKey: "d") == nil)
  }

  @Test("a file that is not there is refused with the table's name")
  func unreadable() throws {
    let error = #expect(throws: TableReadError.self) {
      try Population.load(Self.plan().plan, files: ["staff": ["/nowhere/staff.csv"]])
    }
    #expect(
      error?.description == "table staff: cannot read /nowhere/staff.csv: No such file or directory"
    )
  }

  @Test("all copies of a key are rejected, each naming another line, and their details set aside")
  func repeatedKeys() throws {
    let (plan, _) = Self.plan()
    let scored = try Self.score(
      plan, staff: "a,1\nb,1\na,2\na,3", loans: "a,1\na,2\nb,1\n")
    #expect(
      Self.summary(scored) == [
        "staff:2:id: the key \"a\" stands on line 4 too",
        "staff:4:id: the key \"a\" stands on line 2 too",
        "staff:5:id: the key \"a\" stands on line 2 too",
      ])
    #expect(
      scored.counts == [
        RowCounts(table: "staff", rowsIn: 4, scored: 1, rejected: 3, setAside: 0, ignored: 0),
        RowCounts(table: "loans", rowsIn: 3, scored: 1, rejected: 0, setAside: 2, ignored: 0),
      ])
  }

  @Test("a rejected detail row rejects its subject and sets its other rows aside")
  func rejectedDetails() throws {
    let (plan, _) = Self.plan()
    let scored = try Self.score(
      plan, staff: "a,1\nb,1", loans: "a,1\na,x\nb,1\na,2\n,5\nz,1")
    #expect(
      Self.summary(scored).map { String($0.prefix(60)) } == [
        "staff:2:: a row of this subject is rejected: table loans, li",
        "loans:3:amount: expected a plain number such as 12 or -0.5, ",
        "loans:6:id: expected a key, found a blank cell",
        "loans:7:id: no row of the table staff has this key",
      ])
    #expect(
      scored.counts == [
        RowCounts(table: "staff", rowsIn: 2, scored: 1, rejected: 1, setAside: 0, ignored: 0),
        RowCounts(table: "loans", rowsIn: 6, scored: 1, rejected: 3, setAside: 2, ignored: 0),
      ])
  }

  @Test("rows of unknown keys are passed over where the policy says so, also faulty ones")
  func ignoredRows() throws {
    let (plan, _) = Self.plan(ignoresUnknownKeys: true)
    let scored = try Self.score(plan, staff: "a,1", loans: "a,1\nz,1\nz,x\n,1")
    #expect(Self.summary(scored) == ["loans:5:id: expected a key, found a blank cell"])
    #expect(
      scored.counts[1]
        == RowCounts(table: "loans", rowsIn: 4, scored: 1, rejected: 1, setAside: 0, ignored: 2))
  }

  @Test("rows that repeat what must be unique are rejected with their subject")
  func uniqueRows() throws {
    let (plan, _) = Self.plan(uniqueLines: true)
    let scored = try Self.score(plan, staff: "a,1\nb,1", loans: "a,1\na,1\nb,1")
    #expect(scored.isRejected(0))
    #expect(!scored.isRejected(1))
  }

  @Test("every fault of a row stands in one line of rejects, in the order of tables and lines")
  func reasons() throws {
    let (plan, _) = Self.plan()
    let scored = try Self.score(plan, staff: "a,0\nb,\n,-1\nc,1", loans: "c,1\nb,1")
    #expect(
      Self.summary(scored) == [
        "staff:2:: division by zero in sketch (by hand), with SUM(loans.amount) = 0, base = 0",
        "staff:3:base: expected a number, found a blank cell",
        "staff:4:id: expected a key, found a blank cell; base: expected at least 0",
      ])
    let bytes = RejectsWriter.bytes(of: Array(scored.rejectedRows().prefix(1)))
    let reason = "\"division by zero in sketch (by hand), with SUM(loans.amount) = 0, base = 0\""
    #expect(
      String(decoding: bytes, as: UTF8.self)
        == "table,line,column,reason,row\nstaff,2,,\(reason),\"a,0\"\n")
  }

  @Test("a subject whose row cannot be read still owns its detail rows")
  func faultySubject() throws {
    let (plan, _) = Self.plan()
    let scored = try Self.score(plan, staff: "a,x\nb,1,7\nc,1", loans: "a,1\nb,2\nb,3\nc,1")
    #expect(scored.counts[1].setAside == 3)
    #expect(scored.counts[0].rejected == 2)
  }

  @Test("files of one table are read one after another, and lines are those of each file")
  func severalFiles() throws {
    let (plan, total) = Self.plan()
    let population = try Population.load(
      plan,
      texts: [
        "staff": [
          try DecodedText(Array("id,base\na,1\n".utf8), file: "north.csv"),
          try DecodedText(Array("base,id\n2,b\n3,a\n".utf8), file: "south.csv"),
        ],
        "loans": [try DecodedText(Array("id,amount\nb,4\n".utf8), file: "loans.csv")],
      ])
    let scored = PlanEngine(plan: plan).score(population)
    #expect(scored.column(total)?[1] == 2)
    #expect(
      Self.summary(scored) == [
        "staff:2:id: the key \"a\" stands on line 3 of south.csv too",
        "staff:3:id: the key \"a\" stands on line 2 of north.csv too",
      ])
  }

  @Test("percent signs are read by the column's unit")
  func percents() throws {
    var sketch = PlanSketch()
    let ratio = sketch.column("ratio", unit: Unit(.ratio))
    let percent = sketch.column("percent", unit: Unit(.percent))
    let total = sketch.add(.arithmetic(.add, ratio, percent))
    let plan = sketch.plan(total: total)
    let population = try Conformance.population(plan, ["staff": "id,ratio,percent\na,95%,95%\n"])
    #expect(population.interpreterInput(0).subject == [.text("a"), .number(0.95), .number(95)])
  }

  @Test("tables without rows are scored without rows")
  func emptyTables() throws {
    let (plan, _) = Self.plan()
    let scored = try Self.score(plan, staff: "", loans: "")
    #expect(scored.counts.map(\.rowsIn) == [0, 0])
  }
}
