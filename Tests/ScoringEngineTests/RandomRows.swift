import SeededRandom

/// Rows of the tables of `StreamedScoringTests`, some of them at fault, each table in one to three files.
enum RandomRows {
  static func tables(_ random: inout SplitMix64) -> [String: [String]] {
    let keys = (0..<Int.random(in: 1...60, using: &random)).map { "k\($0)" }
    let staff = keys.map { key in
      // Now and then somebody else's key, or none.
      let key = Int.random(in: 0..<50, using: &random) == 0 ? self.key(keys, &random) : key
      let branch = ["", "x", "网点"].randomElement(using: &random) ?? ""
      let base =
        Int.random(in: 0..<60, using: &random) == 0
        ? "x" : "\(Int.random(in: 0...99, using: &random))"
      return "\(key),\(branch),\(base)"
    }
    let months = (0..<100).map { _ in
      let key = key(keys, &random)
      let month = Int.random(in: 1...12, using: &random)
      let year = Int.random(in: 1990...2026, using: &random)
      return "\(key),\(year)-\(month),\(cell(&random)),\(Bool.random(using: &random)),n\(month)"
    }
    let sales = (0..<300).map { _ in
      let line = Int.random(in: 0...40, using: &random)
      return
        "\(key(keys, &random)),l\(line),\(Int.random(in: 0...40, using: &random)),\(cell(&random))"
    }
    return [
      "staff": files("id,branch,base", staff, &random),
      "months": files("id,month,income,done,note", months, &random),
      "sales": files("id,line,batch,amount", sales, &random),
    ]
  }

  private static func key(_ keys: [String], _ random: inout SplitMix64) -> String {
    switch Int.random(in: 0..<200, using: &random) {
    case 0: ""
    case 1: "nobody"
    default: keys.randomElement(using: &random) ?? ""
    }
  }

  private static func cell(_ random: inout SplitMix64) -> String {
    switch Int.random(in: 0..<100, using: &random) {
    case 0: "x"
    case 1: "1,"
    case 2: "\"3\""
    case 3: "\"1" + "\"y"
    default:
      "\(Int.random(in: -90...900, using: &random)).\(Int.random(in: 0...99, using: &random))"
    }
  }

  private static func files(
    _ header: String, _ rows: [String], _ random: inout SplitMix64
  ) -> [String] {
    let count = Int.random(in: 1...3, using: &random)
    return (0..<count).map { file in
      let own = rows.indices.filter { $0 % count == file }.map { rows[$0] }
      return ([header] + own).joined(separator: ["\n", "\r\n", "\r"][file])
    }
  }
}
