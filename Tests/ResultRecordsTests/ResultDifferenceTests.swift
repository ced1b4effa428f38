import TestSupport
import Testing

@testable import ResultRecords
import SeededRandom

@Suite("Differences of results")
struct ResultDifferenceTests {
  /// The difference of two texts.
  private static func difference(_ old: String, _ new: String) throws -> ResultDifference {
    let folder = try TemporaryDirectory()
    return try ResultDifference(
      old: ResultFile(contentsOf: folder.write(old, to: "old.csv").path),
      new: ResultFile(contentsOf: folder.write(new, to: "new.csv").path))
  }

  /// Every cell that differs, as `key[/period].column old>new change`.
  private static func cells(_ difference: ResultDifference) -> [String] {
    var cells: [String] = []
    difference.forEachChanged { subject in
      let name = [subject.subject.key, subject.subject.period].compactMap(\.self)
      for cell in subject.cells {
        let change = cell.change.map { " \($0)" } ?? ""
        cells.append(
          "\(name.joined(separator: "/")).\(cell.column) \(cell.old)>\(cell.new)\(change)")
      }
    }
    return cells
  }

  @Test("cells are matched by key and header, whatever the order of rows and columns")
  func matched() throws {
    let difference = try Self.difference(
      "id,branch,total,pay\n1,N,80.5,100.10\n2,N,70,50\n3,S,60,\n",
      "id,pay,total,branch\n3,20,60,S\n2,50,71.25,M\n1,99.9,80.5,N\n")
    #expect(
      Self.cells(difference) == [
        "3.pay >20", "2.total 70>71.25 1.25", "2.branch N>M", "1.pay 100.10>99.9 -0.2",
      ])
    #expect(difference.columns.map(\.name) == ["pay", "total", "branch"])
    #expect(difference.columns.map(\.changedCount) == [2, 1, 1])
    #expect(difference.sharedCount == 3 && difference.changedCount == 3)
    #expect(!difference.isEmpty && !difference.isByPeriod)
  }

  /// Cells that are the same, or not, for all that they look alike.
  static let pairs: [(old: String, new: String, isSame: Bool)] = [
    ("1", "1.0", true), ("0", "-0", true), ("0.1", ".1", true), ("-0.50", "-0.5", true),
    ("0.1", "0.10000000000000001", true), ("0.1", "0.10000000000000002", false),
    ("9007199254740993", "9007199254740992", true), ("\"1\"", "1", true), ("\"a\"", "a", true),
    ("\"a\"\"b\"", "\"a\"\"b\"", true), ("\"a\"\"b\"", "a\"b", true),
    ("007", "7", false), ("+7", "7", false), ("1e1", "10", false), (" 1", "1", false),
    ("", "0", false), ("a", "A", false), ("\u{E9}", "e\u{301}", false), ("-", "0", false),
  ]

  @Test("cells are the same when their texts or their numbers are", arguments: pairs)
  func same(old: String, new: String, isSame: Bool) throws {
    let difference = try Self.difference("id,x\n1,\(old)\n", "id,x\n1,\(new)\n")
    #expect(difference.isEmpty == isSame)
  }

  static let changes: [(old: String, new: String, change: Double?)] = [
    ("99.9", "100.1", 0.2), ("0.1", "0.3", 0.2), ("1.1", "1", -0.1), ("3", "", nil),
    ("", "3", nil), ("x", "3", nil), ("007", "008", nil), ("1000000.01", "1000000.03", 0.02),
    ("87.35123456789012", "88.35123456789012", 1),
    ("0.00000000000000000000000001", "0.00000000000000000000000003", 2e-26),
    (String(repeating: "9", count: 308), "-" + String(repeating: "9", count: 308), nil),
  ]

  @Test("a change is the difference of the decimals as they are written", arguments: changes)
  func change(old: String, new: String, change: Double?) throws {
    let difference = try Self.difference("id,x\n1,\(old)\n", "id,x\n1,\(new)\n")
    var found: [Double?] = []
    difference.forEachChanged { found += $0.cells.map(\.change) }
    #expect(found == [change])
  }

  @Test("a column's sums are exact decimals, with and without what stands in one result only")
  func sums() throws {
    let difference = try Self.difference(
      "id,pay,grade\n1,0.1,A\n2,0.2,B\n3,5,C\n4,7,D\n5,100,E\n",
      "id,pay,grade\n1,0.2,A\n2,0.4,A\n3,,C\n4,7.0,D\n6,40.5,F\n")
    let pay = difference.columns[0]
    #expect(pay.changedCount == 3 && pay.numberCount == 2)
    #expect(pay.sum == 0.3)
    // 0.1 and 0.2 more; 5 and the 100 of subject 5 gone; the 40.5 of subject 6 new.
    #expect(pay.correction == -64.2)
    #expect(pay.largestSubject?.key == "2" && pay.largestChange == 0.2)
    let grade = difference.columns[1]
    #expect(grade.changedCount == 1 && grade.sum == nil && grade.correction == nil)
    #expect(grade.largestSubject == nil)
    #expect(difference.onlyInOld.map(\.key) == ["5"])
    #expect(difference.onlyInNew.map(\.key) == ["6"])
  }

  @Test("rows are matched by the period too where both results have one")
  func periods() throws {
    let old = "id,period,x\n1,2026-10,1\n1,2026-11,2\n"
    let both = try Self.difference(old, "id,x,period\n1,2,2026-10\n1,2,2026-11\n")
    #expect(Self.cells(both) == ["1/2026-10.x 1>2 1.0"])
    #expect(both.isByPeriod && both.columns.map(\.name) == ["x"])
    #expect(both.columns[0].largestSubject?.description == "1, 2026-10")
    let one = try Self.difference("id,period,x\n1,2026-10,1\n", "id,x\n1,1\n")
    #expect(!one.isByPeriod && one.changedCount == 0)
    #expect(one.columnsOnlyInOld == ["period"] && !one.isEmpty)
    let moved = try Self.difference("id,period,x\n1,2026-10,1\n", "id,period,x\n1,2026-11,1\n")
    #expect(moved.onlyInOld.count == 1 && moved.onlyInNew.count == 1)
  }

  @Test("the largest movers come by the size of the change, the first in order among equals")
  func movers() throws {
    let difference = try Self.difference(
      "id,total,pay\n1,1,0\n2,2,0\n3,3,0\n4,4,0\n", "id,total,pay\n1,2,9\n2,0,0\n3,5,0\n4,4,1\n")
    #expect(difference.leadingColumn == "total")
    let movers = { (column: String?, most: Int) in
      difference.largestMovers(by: column, most: most).map(\.subject.key)
    }
    #expect(movers("total", 9) == ["2", "3", "1"])
    #expect(movers("total", 1) == ["2"])
    #expect(movers("pay", 9) == ["1", "4"])
    #expect(movers(nil, 2) == ["1", "2"])
  }

  @Test("separators, encodings, quotes and line ends are no difference")
  func spelling() throws {
    let difference = try Self.difference(
      "id,name,x\n1,\"a,b\",1\n2,湖滨,2\n", "\u{FEFF}\"id\";name;x\r\n2;湖滨;2\r\n1;a,b;1")
    #expect(difference.isEmpty && difference.sharedCount == 2)
  }

  /// Files that cannot be compared, with where and why.
  static let faults: [(text: String, words: [String])] = [
    ("", ["old.csv: the file is empty"]),
    ("id,x,x\n1,2,3\n", ["the header \"x\" 2 times (columns 2, 3)"]),
    ("id,,x\n1,2,3\n", ["old.csv:1: the header row", "column 2 has no name"]),
    ("id,x\n1,2\n1,3\n", ["old.csv:3: the key 1 stands on line 2 already"]),
    ("id,x\n\"a\nb\",2\n2,3\n2,4\n", ["old.csv:5: the key 2 stands on line 4 already"]),
    (
      "id,x\n1\n2,3,4\n", ["old.csv:2: expected 2 fields as in the header, found 1", "old.csv:3: "]
    ),
    ("id,x\n,2\n", ["old.csv:2: expected a key, found a blank cell"]),
    ("id,x\n1,\"2\n", ["old.csv:2: a quote is opened"]),
    ("id,x\n1,\"2\"3\n", ["old.csv:2: text follows a closing quote"]),
    ("id,x\n1,湖滨湖滨\u{0}\n", ["old.csv:2: holds a zero byte"]),
    ("no,x\n1,2\n", ["is \"no\" in", "and \"id\" in"]),
  ]

  @Test("a file that cannot be compared is told with its place", arguments: faults)
  func fault(text: String, words: [String]) throws {
    let error = #expect(throws: ResultFileError.self) {
      try Self.difference(text, "id,x\n1,2\n")
    }
    let message = error?.description ?? ""
    for word in words { #expect(message.contains(word), "\(message)") }
  }

  @Test("a period that is blank is a fault only where rows are matched by it")
  func blankPeriod() throws {
    #expect(throws: ResultFileError.self) {
      try Self.difference("id,period,x\n1,,1\n", "id,period,x\n1,2026,1\n")
    }
    _ = try Self.difference("id,period,x\n1,,1\n", "id,x\n1,1\n")
  }

  /// The same by the plainest means, for random tables of small numbers and texts.
  @Test("random tables differ as a dictionary of their cells says", arguments: 0..<40)
  func random(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let texts = ["", "0", "1", "1.0", "a", "\"b,c\"", "-2.5", "007", "7"]
    func table() -> (text: String, rows: [String: [String: String]]) {
      let columns = ["a", "b", "c", "d"].filter { _ in Int.random(in: 0..<4, using: &generator) > 0
      }
      .shuffled(using: &generator)
      let keys = (0..<12).filter { _ in Bool.random(using: &generator) }.map { "k\($0)" }
        .shuffled(using: &generator)
      var rows: [String: [String: String]] = [:]
      for key in keys {
        rows[key] = Dictionary(
          uniqueKeysWithValues: columns.map { ($0, texts.randomElement(using: &generator) ?? "") })
      }
      let lines = keys.map { key in ([key] + columns.map { rows[key]?[$0] ?? "" }) }
      let text = ([["id"] + columns] + lines).map { $0.joined(separator: ",") + "\n" }.joined()
      return (text, rows)
    }
    let (old, new) = (table(), table())
    let difference = try Self.difference(old.text, new.text)
    var wanted: Set<String> = []
    for (key, cells) in new.rows {
      for (column, cell) in cells {
        guard let was = old.rows[key]?[column], was != cell else { continue }
        if Set([was, cell]) == ["1", "1.0"] { continue }
        wanted.insert("\(key).\(column)")
      }
    }
    var found: Set<String> = []
    difference.forEachChanged { subject in
      for cell in subject.cells { found.insert("\(subject.subject.key).\(cell.column)") }
    }
    #expect(found == wanted)
    #expect(Set(difference.onlyInOld.map(\.key)) == Set(old.rows.keys).subtracting(new.rows.keys))
    #expect(Set(difference.onlyInNew.map(\.key)) == Set(new.rows.keys).subtracting(old.rows.keys))
    #expect(difference.columns.reduce(0) { $0 + $1.changedCount } == wanted.count)
  }
}
