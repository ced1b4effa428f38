import ScorecardPolicy
import ScoringEngine
import ScoringPlan

/// Turns the results of a run into amounts of fen.
struct PayReportMaker {
  /// A value of a subject, whether the run kept it or it must be computed again.
  private struct Source {
    let register: Register
    let column: ScoredColumn?
    /// Turns the value into yuan, or leaves it where it is no money.
    let factor: (numerator: Double, denominator: Double)
  }

  let amount: PayReport.Column
  let parts: [PayReport.Column]
  let notes: [PayReport.Column]
  let unit: Unit?
  let budget: Int64?

  private let scored: ScoredPopulation
  private let by: ScoredColumn?
  private let subjects: [Int]
  private let amountSource: Source
  private let terms: [PayTerm]
  private let termSources: [Source]
  private let noteSources: [Source]

  var rejected: Int { scored.population.subjectCount - subjects.count }

  init(_ scored: ScoredPopulation, by: String?) throws(ReportError) {
    let plan = scored.plan
    guard let payroll = plan.payroll else { throw .noPayroll(policy: plan.policy) }
    self.by = try by.map { (name) throws(ReportError) in try Self.column(name, scored) } ?? nil
    self.scored = scored
    subjects = (0..<scored.population.subjectCount).filter { !scored.isRejected($0) }
    let factor = Self.factor(payroll.unit)
    unit = payroll.unit.map { Self.yuanFactor($0) == nil ? $0 : Unit(.yuan) }
    amountSource = Self.source(payroll.register, scored, factor)
    terms = plan.payTerms
    termSources = terms.map { Self.source($0.register, scored, factor) }
    let others = Self.notes(plan, payroll, terms)
    noteSources = others.map { Self.source($0.register, scored, Self.factor($0.unit)) }
    notes = others.map { PayReport.Column(name: $0.name, title: $0.title, kind: .note) }
    let result = plan.layout.results.first { $0.name == payroll.amount }
    amount = PayReport.Column(name: payroll.amount, title: result?.title, kind: .added)
    parts = Self.columns(terms)
    let budget = scored.values[payroll.budget]
    self.budget = budget.isFinite ? try Self.fen(budget, factor, of: nil) : nil
  }

  /// The results that are money and come of what is paid, or of a part of it, but are no part: such as
  /// what of it is deferred.
  private static func notes(
    _ plan: Plan, _ payroll: PayrollLayout, _ terms: [PayTerm]
  ) -> [ResultLayout] {
    let paid = Set(terms.map(\.register) + [payroll.register])
    let trace = PlanTrace(plan)
    return plan.layout.results.filter { result in
      !paid.contains(result.register) && result.unit.flatMap(yuanFactor) != nil
        && trace.inputs(of: result.register).contains { paid.contains($0.register) }
    }
  }

  /// The columns of named terms, then one for all others together, then one for rounding.
  private static func columns(_ terms: [PayTerm]) -> [PayReport.Column] {
    if terms.isEmpty { return [] }
    let named = terms.compactMap { term in
      term.name.map {
        PayReport.Column(name: $0, title: term.title, kind: term.isDeducted ? .deducted : .added)
      }
    }
    let other =
      named.count < terms.count ? [PayReport.Column(name: "", title: nil, kind: .other)] : []
    return named + other + [PayReport.Column(name: "", title: nil, kind: .rounding)]
  }

  private static func column(
    _ name: String, _ scored: ScoredPopulation
  ) throws(ReportError) -> ScoredColumn? {
    let columns = scored.plan.tables[0].columns
    guard let index = columns.firstIndex(where: { $0.name == name && $0.type == .text }) else {
      throw .noColumn(name, known: columns.filter { $0.type == .text }.map(\.name))
    }
    return scored.column(Register(index + 1))
  }

  private static func source(
    _ register: Register, _ scored: ScoredPopulation,
    _ factor: (numerator: Double, denominator: Double)
  ) -> Source {
    Source(register: register, column: scored.column(register), factor: factor)
  }

  private static func yuanFactor(_ unit: Unit) -> (numerator: Double, denominator: Double)? {
    unit.conversion(to: Unit(.yuan))
  }

  private static func factor(_ unit: Unit?) -> (numerator: Double, denominator: Double) {
    unit.flatMap(yuanFactor) ?? (1, 1)
  }

  /// A value as whole fen, rounded as accountants do.
  private static func fen(
    _ value: Double, _ factor: (numerator: Double, denominator: Double), of key: String?
  ) throws(ReportError) -> Int64 {
    let yuan = value * factor.numerator / factor.denominator
    let scaled = (DecimalRounding.round(yuan, places: 2, rule: .nearest) * 100).rounded()
    guard abs(scaled) < 9e15 else { throw .tooLarge(key: key) }
    return Int64(scaled)
  }

  // MARK: Lines

  /// The lines of all subjects that are scored, in their order.
  func lines() throws(ReportError) -> [PayReport.Line] {
    let needsRows = (termSources + noteSources).contains { $0.column == nil }
    var lines: [PayReport.Line] = []
    lines.reserveCapacity(subjects.count)
    for subject in subjects {
      let evaluation = needsRows ? scored.evaluation(of: subject) : nil
      lines.append(try line(of: subject, evaluation))
    }
    return lines
  }

  private func line(
    of subject: Int, _ evaluation: Evaluation?
  ) throws(ReportError) -> PayReport.Line {
    let table = scored.population.tables[0]
    let key = scored.population.pool.text(of: table.keys[subject])
    func fen(_ source: Source) throws(ReportError) -> Int64? {
      guard let value = value(source, subject, evaluation) else { return nil }
      return try Self.fen(value, source.factor, of: key)
    }
    let amount = try fen(amountSource)
    var values: [Int64?] = []
    for source in termSources { values.append(try fen(source)) }
    var notes: [Int64?] = []
    for source in noteSources { notes.append(try fen(source)) }
    return PayReport.Line(
      key: key, subject: subject, parts: parts(values, amount), amount: amount, notes: notes)
  }

  private func value(_ source: Source, _ subject: Int, _ evaluation: Evaluation?) -> Double? {
    if let column = source.column { return column[subject] }
    guard case .number(let number)? = evaluation?[source.register] else { return nil }
    return number
  }

  /// The values of the terms as the columns have them.
  private func parts(_ values: [Int64?], _ amount: Int64?) -> [Int64?] {
    if terms.isEmpty { return [] }
    var named: [Int64?] = []
    var (other, sum): (Int64, Int64) = (0, 0)
    for (term, value) in zip(terms, values) {
      let signed = (value ?? 0) * (term.isDeducted ? -1 : 1)
      if term.name == nil { other += signed } else { named.append(value) }
      sum += signed
    }
    let hasOther = named.count < terms.count
    return named + (hasOther ? [other] : []) + [amount.map { $0 - sum }]
  }

  // MARK: Sums

  /// The lines by group.
  func groups(
    of lines: [PayReport.Line], partCount: Int
  ) throws(ReportError) -> [PayReport.Group] {
    let named = Dictionary(grouping: lines) { by?.text(of: $0.subject) }
    let names = named.keys.sorted { first, second in
      guard let first, let second else { return first != nil }
      return first.utf8.lexicographicallyPrecedes(second.utf8)
    }
    var groups: [PayReport.Group] = []
    for name in names {
      let lines = named[name] ?? []
      let sums = try Self.sum(
        lines.map { line in
          PayReport.Sums(
            people: 1, parts: line.parts.map { $0 ?? 0 }, amount: line.amount ?? 0)
        }, partCount: partCount)
      groups.append(PayReport.Group(name: name, lines: lines, sums: sums))
    }
    return groups
  }

  static func sum(
    _ sums: [PayReport.Sums], partCount: Int
  ) throws(ReportError) -> PayReport.Sums {
    var total = PayReport.Sums(parts: [Int64](repeating: 0, count: partCount))
    for sum in sums {
      total.people += sum.people
      total.amount = try add(total.amount, sum.amount)
      for index in 0..<partCount {
        total.parts[index] = try add(total.parts[index], sum.parts[index])
      }
    }
    return total
  }

  private static func add(_ left: Int64, _ right: Int64) throws(ReportError) -> Int64 {
    let (sum, isTooLarge) = left.addingReportingOverflow(right)
    if isTooLarge { throw .tooLarge(key: nil) }
    return sum
  }
}
