import Calendars
import TestSupport
import Testing

@testable import DataImport

@Suite("Tables are made of sources: keys, one row for each, joins, columns to rows and back")
struct ImportTableTests {
  private static let ledger = """
      ledger:
        file: "ledger*"
        columns: {staff_id: {header: 工号, type: id}, branch: 机构, deposit: {header: 存款, type: number}}

    """
  private static let plan = """
      plan:
        file: "plan*"
        columns: {staff_id: {header: 工号, type: id}, plan: {header: 计划, type: number}}

    """

  private func trial(_ sources: [String], _ tables: String, _ files: [(String, String)]) throws
    -> ImportTrial
  {
    try ImportTrial(
      "sources:\n" + sources.joined() + "tables:\n" + tables, files.map { (name: $0.0, text: $0.1) }
    )
  }

  @Test("one row for each key, in the order in which keys are met")
  func oneRow() throws {
    let trial = try trial(
      [Self.ledger], "  staff: {one_row_for: staff_id, columns: [staff_id, branch]}\n",
      [("ledger.csv", "工号,机构,存款\n002,海港,1\n001,河畔,2\n002,海港,3\n")])
    #expect(trial.written["staff.csv"] == "staff_id,branch\n002,海港\n001,河畔\n")
  }

  @Test("somebody with two branches is asked about, rejected, or taken from the last row")
  func transfers() throws {
    let table = "  staff: {one_row_for: staff_id, columns: [staff_id, branch]}\n"
    let files = [("ledger.csv", "工号,机构,存款\n002,海港,1\n001,河畔,2\n002,河畔,3\n")]
    let asked = try trial([Self.ledger], table, files)
    #expect(asked.written.isEmpty)
    #expect(asked.message.contains("another branch") && asked.message.contains("transfers: last"))
    let last = Self.ledger.replacing("    columns", with: "    transfers: last\n    columns")
    #expect(try trial([last], table, files).rows("staff.csv") == ["001,河畔", "002,河畔"])
    let reject = Self.ledger.replacing("    columns", with: "    transfers: reject\n    columns")
    let rejected = try trial([reject], table, files)
    #expect(rejected.rows("staff.csv") == ["001,河畔"])
    #expect(
      rejected.rows("rejects.csv")[0].contains(
        "\"\"\"002\"\" stands in several rows, with another branch: line 2 and line 4\""))
  }

  @Test("of a table with a key the earlier rows are left out and logged when the last one counts")
  func lastRow() throws {
    let last = Self.ledger.replacing("    columns", with: "    transfers: last\n    columns")
    let trial = try trial(
      [last], "  staff: {key: staff_id, columns: [staff_id, branch]}\n",
      [("ledger.csv", "工号,机构,存款\n002,海港,1\n001,河畔,2\n002,河畔,3\n")])
    #expect(trial.rows("staff.csv") == ["001,河畔", "002,河畔"])
    #expect(trial.repairs == ["ledger.csv,2,,\"002,海港,1\",,earlier-row"])
  }

  @Test(
    "columns of another source are put beside, and rows without a partner rejected or left blank")
  func join() throws {
    let files = [
      ("ledger.csv", "工号,机构,存款\n001,海港,1\n002,海港,2\n"), ("plan.csv", "工号,计划\n001,9\n"),
    ]
    let table =
      "  t: {from: ledger, key: staff_id, join: {source: plan, on: staff_id, columns: [plan]}}\n"
    let trial = try trial([Self.ledger, Self.plan], table, files)
    #expect(trial.written["t.csv"] == "staff_id,branch,deposit,plan\n001,海港,1,9\n")
    #expect(
      trial.rows("rejects.csv")
        == ["ledger.csv,3,staff_id,\"plan has no row for \"\"002\"\"\",\"002,海港,2\""])
    let missing = try self.trial(
      [Self.ledger, Self.plan],
      table.replacing("[plan]}", with: "[plan], unmatched: missing}"), files)
    #expect(missing.rows("t.csv") == ["001,海港,1,9", "002,海港,2,"])
  }

  @Test("a rejected row of one source sets the subject's rows of another aside")
  func acrossSources() throws {
    let trial = try trial(
      [Self.ledger, Self.plan],
      "  staff: {from: plan, key: staff_id}\n  ledger: {from: ledger}\n",
      [
        ("ledger.csv", "工号,机构,存款\n001,海港,***\n002,海港,2\n"),
        ("plan.csv", "工号,计划\n001,9\n002,8\n"),
      ])
    #expect(trial.rows("staff.csv") == ["002,8"])
    #expect(trial.rows("ledger.csv") == ["002,海港,2"])
    #expect(
      trial.rows("rejects.csv").contains {
        $0.hasPrefix("plan.csv,2,,") && $0.contains("ledger.csv:2")
      })
  }

  @Test("rows become columns, and a cell that stands twice rejects its subject")
  func pivot() throws {
    let source = """
        long: {columns: {staff_id: {header: 工号, type: id}, indicator: 指标, value: {header: 值, type: number}}}

      """
    let table =
      "  wide: {key: staff_id, pivot: {name: indicator, value: value, columns: {存款: deposit, 贷款: loan}}}\n"
    let trial = try trial(
      [source], table,
      [("long.csv", "工号,指标,值\n002,贷款,7\n001,存款,1\n003,存款,1\n003,存款,2\n002,存款,5\n004,卡,1\n")])
    #expect(trial.written["wide.csv"] == "staff_id,deposit,loan\n002,5,7\n001,1,\n")
    #expect(trial.rows("rejects.csv").count == 3)
  }

  @Test("columns become rows")
  func unpivot() throws {
    let source =
      "  wide: {columns: {staff_id: {header: 工号, type: id}, a: {header: 1月, type: number}, b: {header: 2月, type: number}}}\n"
    let table = "  t: {unpivot: {columns: {a: 2026-01, b: 2026-02}, name: month, value: plan}}\n"
    let trial = try trial([source], table, [("wide.csv", "工号,1月,2月\n001,5,\n")])
    #expect(trial.written["t.csv"] == "staff_id,month,plan\n001,2026-01,5\n001,2026-02,\n")
  }

  @Test("a constant is a column of its own, and several files of one source follow each other")
  func constant() throws {
    let source = """
        ledger:
          file: "ledger*"
          columns: {staff_id: {header: [工号, 员工号], type: id}, deposit: {header: 存款, type: number, unit: CNY10k}, quarter: {value: 2026Q3}}

      """
    let trial = try trial(
      [source], "  t: {}\n",
      [
        ("ledger1.csv", "工号,存款（元）\n001,50000\n"), ("ledger2.csv", "存款(万元),员工号\n5.0,002\n"),
      ])
    #expect(
      trial.written["t.csv"] == "staff_id,deposit,quarter\n001,5.0000,2026Q3\n002,5.0,2026Q3\n")
    #expect(
      trial.rows("repairs.csv").contains(
        "ledger1.csv,,deposit,1 cell in CNY,CNY10k,unit-of-column"))
  }

  @Test("A header of two rows is joined, and merged cells count for the columns below them")
  func twoHeaderRows() throws {
    let source = """
        ledger:
          header: [2, 3]
          columns: {staff_id: {header: 工号, type: id}, average: {header: 存款日均, type: number}, day: {header: [存款时点], type: number}}

      """
    let trial = try trial(
      [source], "  t: {}\n", [("f.csv", "三季度,,\n工号,存款,\n,日均,时点(万元)\n001,5,6\n")])
    #expect(trial.written["t.csv"] == "staff_id,average,day\n001,5,6\n")
  }

  @Test("Values far from those of a neighbour are asked about")
  func near() throws {
    let source = """
        ledger:
          columns: {staff_id: {header: 工号, type: id}, average: {header: 日均, type: number, near: day}, day: {header: 时点, type: number}}

      """
    let files = [("f.csv", "工号,日均,时点\n001,5,6\n002,60,6\n")]
    let asked = try trial([source], "  t: {}\n", files)
    #expect(
      asked.message.contains("line 3: 60 beside 6") && asked.message.contains("ratio: accept"))
    let accepted = source.replacing("near: day", with: "near: day, ratio: accept")
    #expect(try trial([accepted], "  t: {}\n", files).rows("t.csv").count == 2)
  }
}
