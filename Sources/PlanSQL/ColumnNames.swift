import ScorecardPolicy
import ScoringPlan

/// Gives names that differ, also where engines do not tell large letters from small ones.
struct ColumnNames {
  private var taken: Set<String>

  /// Names other than these.
  init(avoiding taken: some Sequence<String>) { self.taken = Set(taken.map { $0.lowercased() }) }

  /// The name wished for, or one like it where that is taken; at most 63 bytes, which is all that
  /// PostgreSQL keeps.
  mutating func name(_ wish: String) -> String {
    var name = Self.cut(wish, to: 63)
    var number = 1
    while !taken.insert(name.lowercased()).inserted {
      number += 1
      name = Self.cut(wish, to: 56) + "_\(number)"
    }
    return name
  }

  private static func cut(_ text: String, to count: Int) -> String {
    var text = text
    while text.utf8.count > count { text.removeLast() }
    return text
  }
}

extension Plan {
  /// What policies call registers of a table.
  func registerNames(table: Int) -> [Register: String] {
    var names: [Register: String] = [:]
    func add(_ register: Register, _ name: String) {
      if names[register] == nil { names[register] = name }
    }
    add(.key, tables[table].keyName)
    for (index, column) in tables[table].columns.enumerated() {
      add(Register(index + 1), column.name)
    }
    for formula in formulas.indices.contains(table) ? formulas[table] : [] {
      add(formula.register, formula.name)
    }
    guard table == 0 else { return names }
    for output in outputs(writesMeasures: true) { add(output.register, output.name) }
    for gate in layout.gates {
      if let when = gate.when { add(when, "gate_\(gate.name)") }
      add(gate.after, "after_\(gate.name)")
    }
    return names
  }

  /// What people call registers of a table, in English and Chinese.
  func registerTitles(table: Int) -> [Register: String] {
    var titles: [Register: String] = [:]
    func add(_ register: Register, _ title: Title?) {
      let texts = [title?.english, title?.chinese].compactMap(\.self)
      if titles[register] == nil, !texts.isEmpty {
        titles[register] = texts.joined(separator: " / ")
      }
    }
    guard table == 0 else { return titles }
    for dimension in layout.dimensions {
      for measure in dimension.measures { add(measure.score, measure.title) }
      add(dimension.score, dimension.title)
    }
    for gate in layout.gates { add(gate.after, gate.title) }
    for result in layout.results { add(result.register, result.title) }
    return titles
  }
}
