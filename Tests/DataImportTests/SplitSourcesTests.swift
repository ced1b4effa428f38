import TestSupport
import Testing

@testable import DataImport

@Suite("Rows of other sources follow those who are split")
struct SplitSourcesTests {
  private static let roster = """
    sources:
      roster:
        file: "roster*"
        transfers: {split: branch, from: joined, until: left, period: 2026Q3}
        columns:
          staff_id: {header: 工号, type: id}
          branch: 机构
          joined: {header: 起始日, type: date}
          left: {header: 截止日, type: date}

    """
  private static let people = (
    "roster.csv",
    "工号,机构,起始日,截止日\n001,海港,,2026-08-15\n001,河畔,2026-08-16,\n002,海港,,\n"
  )
  private static let ledger =
    "  ledger: {file: \"ledger*\", columns: {staff_id: {header: 工号, type: id}, branch: 机构, "
    + "deposit: {header: 存款, type: number}}}\n"
  private static let plans =
    "  plans: {file: \"plan*\", columns: {staff_id: {header: 工号, type: id}, plan: {header: 计划, "
    + "type: number, split: days}, hours: {header: 学时, type: number, split: copy}}}\n"

  private func trial(_ sources: [String], _ tables: String, _ files: [(String, String)]) throws
    -> ImportTrial
  {
    try ImportTrial(
      Self.roster + sources.joined() + "tables:\n" + tables,
      ([Self.people] + files).map { (name: $0.0, text: $0.1) })
  }

  private static let tables =
    "  staff: {from: roster, key: staff_id, columns: [staff_id, branch]}\n"

  @Test("Rows with a branch are those of its subject, as they stand, and others are rejected")
  func branches() throws {
    let trial = try trial(
      [Self.ledger], Self.tables + "  business: {from: ledger}\n",
      [("ledger.csv", "工号,机构,存款\n001,海港,5\n001,河畔,7\n002,河畔,1\n")])
    #expect(trial.message == "")
    #expect(trial.rows("business.csv") == ["001@海港,海港,5", "001@河畔,河畔,7", "002,河畔,1"])
    let other = try self.trial(
      [Self.ledger], Self.tables + "  business: {from: ledger}\n",
      [("ledger.csv", "工号,机构,存款\n001,海港,5\n001,山前,7\n002,河畔,1\n")])
    #expect(other.rows("business.csv") == ["002,河畔,1"])
    #expect(other.rows("staff.csv") == ["002,海港"])
    #expect(
      other.rows("rejects.csv").joined(separator: "\n")
        .contains("\"\"山前\"\" is none of 001@海港 and 001@河畔"))
  }

  @Test(
    "Rows without a branch become one for each subject: numbers are split or copied as the map says"
  )
  func wholes() throws {
    let trial = try trial(
      [Self.plans], Self.tables + "  plan: {from: plans}\n",
      [("plan.csv", "工号,计划,学时\n001,\"1,000\",30\n002,8,\n")])
    #expect(trial.message == "")
    #expect(trial.rows("plan.csv") == ["001@海港,500,30", "001@河畔,500,30", "002,8,"])
    #expect(
      trial.repairs.filter { $0.contains("plan.csv,2,") } == [
        "plan.csv,2,staff_id,001,001@海港,transfer-key",
        "plan.csv,2,plan,\"1,000\",500,thousands-separators+share-of-days",
        "plan.csv,2,staff_id,001,001@河畔,transfer-key",
        "plan.csv,2,plan,\"1,000\",500,thousands-separators+share-of-days",
      ])
    let counts = try #require(trial.summary).counts
    #expect(counts.read == 5 && counts.used == 5)
  }

  @Test("Joins, pivots and columns turned into rows take the subjects' own cells")
  func shapes() throws {
    let long =
      "  long: {file: \"long*\", columns: {staff_id: {header: 工号, type: id}, name: 指标, value: "
      + "{header: 值, type: number, split: days}}}\n"
    let trial = try trial(
      [Self.plans, long],
      """
        staff: {from: roster, key: staff_id, columns: [staff_id, branch], join: [{source: plans, on: staff_id, columns: [plan]}, {source: wide, on: staff_id, columns: [deposit]}]}
        wide: {from: long, key: staff_id, pivot: {name: name, value: value, columns: {存款: deposit}}}
        rows: {from: plans, columns: [staff_id], unpivot: {columns: {plan: p, hours: h}, name: what, value: number}}

      """,
      [
        ("plan.csv", "工号,计划,学时\n001,92,30\n002,8,2\n"),
        ("long.csv", "工号,指标,值\n001,存款,9.2\n002,存款,1\n"),
      ])
    #expect(trial.message == "")
    #expect(trial.rows("staff.csv") == ["001@海港,海港,46,4.6", "001@河畔,河畔,46,4.6", "002,海港,8,1"])
    #expect(trial.rows("wide.csv") == ["001@海港,4.6", "001@河畔,4.6", "002,1"])
    #expect(
      trial.rows("rows.csv") == [
        "001@海港,p,46", "001@海港,h,30", "001@河畔,p,46", "001@河畔,h,30", "002,p,8", "002,h,2",
      ])
  }

  @Test("A rejected row of one source sets all subjects of the person aside in every other")
  func rejection() throws {
    let trial = try trial(
      [Self.ledger, Self.plans],
      Self.tables + "  business: {from: ledger}\n"
        + "  plan: {from: plans, key: staff_id, pivot: {name: hours, value: plan, columns: {\"30\": p}}}\n",
      [
        ("ledger.csv", "工号,机构,存款\n001,海港,***\n001,河畔,7\n002,河畔,1\n"),
        ("plan.csv", "工号,计划,学时\n001,9,30\n002,8,30\n"),
      ])
    #expect(trial.rows("staff.csv") == ["002,海港"])
    #expect(trial.rows("business.csv") == ["002,河畔,1"])
    #expect(trial.rows("plan.csv") == ["002,8"])
    #expect(trial.rows("rejects.csv").count == 5)
  }

  @Test("The totals of a file are those of its rows before they are split")
  func totals() throws {
    let trial = try trial(
      [Self.plans], Self.tables + "  plan: {from: plans}\n",
      [("plan.csv", "工号,计划,学时\n001,92,30\n002,8,2\n合计,100,32\n")])
    #expect(trial.message == "")
    #expect(trial.rows("plan.csv").count == 3)
  }

  @Test("The bytes do not depend on the number of threads")
  func threads() throws {
    let rows = (0..<30_000).map { index in
      let id = 100_000 + index
      return index % 10 == 0
        ? "\(id),甲,,2026-08-15\n\(id),乙,2026-08-16,\n" : "\(id),甲,,\n"
    }
    let files = [
      (name: "roster.csv", text: "工号,机构,起始日,截止日\n" + rows.joined()),
      (
        name: "plan.csv",
        text: "工号,计划,学时\n" + (0..<30_000).map { "\(100_000 + $0),\($0 % 900 + 100),3\n" }.joined()
      ),
    ]
    let map = Self.roster + Self.plans + "tables:\n" + Self.tables + "  plan: {from: plans}\n"
    let one = try ImportTrial(map, files, threads: 1)
    let three = try ImportTrial(map, files, threads: 3)
    #expect(one.message == "" && one.rows("plan.csv").count == 33_000)
    #expect(one.written == three.written)
  }
}
