import Reports
import ScorecardPolicy
import ScoringEngine
import ScoringPlan

/// The sheet with one row for each person, its sums as formulas.
struct ResultsSheet {
  /// One column: its heading, and what stands in a row of the sheet.
  private struct Column {
    let title: String
    let style: CellStyle
    let content: (_ subject: Int, _ row: Int) -> Cell.Content
  }

  /// More rows than this would keep spreadsheet programs busy: each rank looks at all rows.
  static let mostLiveRanks = 5_000
  /// What no formula may be longer than, and how deep functions may stand in each other.
  private static let (longestFormula, deepest) = (8_000, 60)

  private let source: WorkbookSource
  private let weights: [ParameterSlot: String]
  private let ranksAreLive: Bool
  private var columns: [Column] = []
  /// Where scores stand.
  private var letters: [Register: String] = [:]

  private var plan: Plan { source.plan }
  private var wording: Wording { source.wording }

  /// A sheet whose formulas point to weights.
  init(_ source: WorkbookSource, weights: [ParameterSlot: String]) {
    (self.source, self.weights) = (source, weights)
    ranksAreLive = source.subjects.count <= Self.mostLiveRanks
    addTexts()
    for dimension in plan.layout.dimensions { add(dimension) }
    addTotal()
    addGates()
    addRankings()
    for grading in plan.gradings { add(grading) }
    for result in plan.layout.results { add(result) }
  }

  /// Writes the sheet; `progress` is told how many rows are written.
  func write(to sheet: Sheet, progress: (Int) -> Void) throws(WorkbookError) {
    guard source.subjects.count < Sheet.mostRows else {
      throw .tooManyRows(sheet: sheet.name, count: source.subjects.count + 1)
    }
    try sheet.append(columns.map { Cell($0.title, $0.style.columnHeading) })
    sheet.freeze(columns: 1)
    for (index, subject) in source.subjects.enumerated() {
      if index % 512 == 0 { progress(index) }
      let row = sheet.nextRow
      try sheet.append(columns.map { Cell($0.content(subject, row), $0.style) })
    }
    sheet.filter(from: 1, columns: columns.count)
    sheet.keepTexts(columns: columns.count)
  }

  /// The letters of the column that is added next.
  private var nextLetters: String { CellAddress.letters(columns.count) }

  // MARK: Texts and scores

  private mutating func addTexts() {
    let (scored, source) = (source.scored, source)
    columns.append(
      Column(title: plan.tables[0].keyName, style: .text) { subject, _ in
        .text(source.key(of: subject))
      })
    if let period = source.sources.period {
      columns.append(
        Column(title: wording(SheetWord.period), style: .text) { _, _ in .text(period) })
    }
    for (name, register) in source.textColumns {
      let column = scored.column(register)
      columns.append(
        Column(title: name, style: .text) { subject, _ in
          column?.text(of: subject).map { .text($0) } ?? .blank
        })
    }
  }

  private mutating func addNumber(_ title: String, _ register: Register) {
    let column = source.scored.column(register)
    letters[register] = nextLetters
    columns.append(
      Column(title: title, style: .number(source.decimals)) { subject, _ in
        column?[subject].map { .number($0) } ?? .blank
      })
  }

  private mutating func add(_ dimension: DimensionLayout) {
    let title = wording.title(dimension.title, dimension.name)
    for measure in dimension.measures {
      addNumber("\(title) / \(wording.title(measure.title, measure.name))", measure.score)
    }
    let terms = dimension.measures.map { measure in
      (
        letters: letters[measure.score] ?? "", score: source.scored.column(measure.score),
        weight: weight(measure.weight)
      )
    }
    let score = source.scored.column(dimension.score)
    letters[dimension.score] = nextLetters
    columns.append(
      Column(title: title, style: .number(source.decimals).as(.part)) { subject, row in
        guard let value = score?[subject] else { return .blank }
        let present = terms.filter { $0.score?[subject] != nil }
        let weights = present.map { $0.weight(subject) }
        let products = zip(present, weights).map { "\($1)*\($0.letters)\(row)" }
        let sum = products.joined(separator: "+")
        let isRescaled = dimension.rescales && present.count < terms.count
        return Self.formula(
          isRescaled ? "(\(sum))/(\(weights.joined(separator: "+")))" : sum, value)
      })
  }

  private mutating func addTotal() {
    let terms = plan.layout.dimensions.map {
      (letters: letters[$0.score] ?? "", weight: weight($0.weight))
    }
    let total = source.scored.column(plan.layout.total)
    letters[plan.layout.total] = nextLetters
    columns.append(
      Column(title: wording.heading(.total), style: .number(source.decimals).as(.part)) {
        subject, row in
        guard let value = total?[subject] else { return .blank }
        let sum = terms.map { "\($0.weight(subject))*\($0.letters)\(row)" }
        return Self.formula(sum.joined(separator: "+"), value)
      })
  }

  /// Where the weight of a subject stands.
  private func weight(_ weight: TermWeight) -> (Int) -> String {
    guard let (register, lookup) = plan.lookup(of: weight) else {
      let address = weight.slot.flatMap { weights[$0] } ?? ""
      return { _ in address }
    }
    let column = source.scored.column(register)
    let slots = Dictionary(zip(lookup.keys, lookup.values)) { first, _ in first }
    var addresses: [Double: String] = [:]
    for subject in source.subjects {
      guard let code = column?[subject], addresses[code] == nil,
        let text = column?.text(of: subject)
      else { continue }
      addresses[code] = slots[text].flatMap { weights[$0] }
    }
    let found = addresses
    return { subject in column?[subject].flatMap { found[$0] } ?? "" }
  }

  /// A formula, or its value where the formula would be too long or has nothing to add up.
  private static func formula(_ formula: String, _ value: Double) -> Cell.Content {
    formula.isEmpty || formula.utf8.count > longestFormula
      ? .number(value) : .formula(formula, value)
  }

  // MARK: Gates

  private mutating func addGates() {
    guard let final = plan.layout.final else { return }
    var effects: [(effect: GateEffect, letters: String)] = []
    let gates = source.gates
    for (gate, title, when) in gates {
      for effect in gate.effects {
        effects.append((effect.effect, nextLetters))
        let amount = source.scored.column(effect.amount)
        let isConditional = gate.when != nil
        columns.append(
          Column(
            title: wording(effect.effect.heading, title),
            style: .number(source.decimals)
          ) { subject, _ in
            if isConditional, when?[subject] != 1 { return .blank }
            return amount?[subject].map { .number($0) } ?? .blank
          })
      }
    }
    let total = letters[plan.layout.total] ?? ""
    let value = source.scored.column(final)
    letters[final] = nextLetters
    columns.append(
      Column(title: wording.heading(.final), style: .number(source.decimals).as(.part)) {
        subject, row in
        guard let value = value?[subject] else { return .blank }
        if effects.count > Self.deepest { return .number(value) }
        let formula = effects.reduce("\(total)\(row)") { before, effect in
          switch effect.effect {
          case .deduct: "\(before)-\(effect.letters)\(row)"
          case .cap: "MIN(\(before),\(effect.letters)\(row))"
          }
        }
        return Self.formula(formula, value)
      })
    let separator = wording(.listSeparator)
    columns.append(
      Column(title: wording.heading(.gatesApplied), style: .indentedText) { subject, _ in
        let applied = gates.filter { $0.gate.when == nil || $0.when?[subject] == 1 }
        return applied.isEmpty ? .blank : .text(applied.map(\.title).joined(separator: separator))
      })
  }

  // MARK: Ranks, grades, results

  private mutating func addRankings() {
    var published: [Register: String] = [:]
    var numbers: [Register: String] = [:]
    for ranking in plan.rankings {
      if published[ranking.by] == nil { published[ranking.by] = addPublished(ranking) }
      if let within = ranking.within, numbers[within] == nil, ranksAreLive {
        numbers[within] = addNumbers(of: within)
      }
      var values = published[ranking.by] ?? ""
      if !ranking.ineligible.isEmpty, ranksAreLive { values = addRanked(ranking, values) }
      addRank(ranking, values, ranking.within.flatMap { numbers[$0] })
    }
  }

  /// The value that ranks, as published.
  private mutating func addPublished(_ ranking: Ranking) -> String {
    let (source, by) = (source, source.scored.column(ranking.by))
    let (exact, column) = (letters[ranking.by], nextLetters)
    let title = name(of: ranking.by) ?? wording.title(ranking.title, ranking.name)
    columns.append(
      Column(
        title: wording(.published, title), style: .number(source.decimals).as(.part)
      ) { subject, row in
        guard let score = by?[subject] else { return .blank }
        guard let exact else {
          return source.published.value(of: score).map { .number($0) } ?? .blank
        }
        return source.published.content(of: score, at: "\(exact)\(row)") ?? .blank
      })
    return column
  }

  /// What the score of a register is called.
  private func name(of register: Register) -> String? {
    if register == plan.layout.final { return wording.heading(.final) }
    if register == plan.layout.total { return wording.heading(.total) }
    return plan.layout.dimensions.first { $0.score == register }.map {
      wording.title($0.title, $0.name)
    }
  }

  /// A number for each group: formulas compare texts without looking at case, and take `*` and `>` in
  /// them for something else.
  private mutating func addNumbers(of within: Register) -> String {
    let (column, groups) = (nextLetters, source.scored.column(within))
    var numbers: [Double: Double] = [:]
    for subject in source.subjects {
      let code = groups?[subject] ?? -1
      if numbers[code] == nil { numbers[code] = Double(numbers.count + 1) }
    }
    let found = numbers
    let name =
      within == .key ? plan.tables[0].keyName : plan.tables[0].columns[within.index - 1].name
    columns.append(
      Column(title: wording(.groupNumber, name), style: .number(0)) { subject, _ in
        found[groups?[subject] ?? -1].map { .number($0) } ?? .blank
      })
    return column
  }

  /// The published value of those who are ranked.
  private mutating func addRanked(_ ranking: Ranking, _ values: String) -> String {
    let (source, letters) = (source, nextLetters)
    let (by, ranks) = (source.scored.column(ranking.by), source.scored.column(ranking.result))
    columns.append(
      Column(
        title: wording(.ranked, wording.title(ranking.title, ranking.name)),
        style: .number(source.decimals)
      ) { subject, row in
        guard ranks?[subject] != nil, let score = by?[subject],
          let value = source.published.value(of: score)
        else { return .blank }
        return .formula("\(values)\(row)", value)
      })
    return letters
  }

  private mutating func addRank(_ ranking: Ranking, _ values: String, _ groups: String?) {
    let (ranks, last) = (source.scored.column(ranking.result), source.subjects.count + 1)
    let isLive = ranksAreLive && canCompare(ranking.by)
    columns.append(
      Column(title: wording.title(ranking.title, ranking.name), style: .number(0).as(.part)) {
        subject, row in
        guard let rank = ranks?[subject] else { return .blank }
        guard isLive else { return .number(rank) }
        let group = groups.map { "$\($0)$2:$\($0)$\(last),$\($0)\(row)," } ?? ""
        let better = "$\(values)$2:$\(values)$\(last),\">\"&$\(values)\(row)"
        return .formula("1+COUNTIFS(\(group)\(better))", rank)
      })
  }

  /// Whether all published values have few enough digits to be compared by a formula.
  private func canCompare(_ by: Register) -> Bool {
    let (column, scale) = (source.scored.column(by), ScoreKey.scale(source.decimals))
    return source.subjects.allSatisfy { abs((column?[$0] ?? 0) * scale) < 1e13 }
  }

  private mutating func add(_ grading: Grading) {
    let (source, column) = (source, source.scored.column(grading.result))
    columns.append(
      Column(title: wording.title(grading.title, grading.name), style: .indentedText) {
        subject, _ in
        guard let grade = column?.text(of: subject), !grade.isEmpty else { return .blank }
        return .text(source.bandTitle(grading, grade))
      })
  }

  private mutating func add(_ result: ResultLayout) {
    let (source, column) = (source, source.scored.column(result.register))
    columns.append(
      Column(
        title: wording.title(result.title, result.name), style: source.style(of: result)
      ) { subject, _ in source.content(of: result, column, subject) })
  }
}

extension GateEffect {
  /// What stands above its amounts.
  fileprivate var heading: SheetWord {
    switch self {
    case .deduct: .deducts
    case .cap: .capsAt
    }
  }
}
