import ScorecardPolicy
import ScoringEngine
import ScoringPlan

/// What a report says in words, the same in a text and on a page.
public struct ReportSentences: Sendable {
  /// The words.
  public let wording: Wording
  private let report: SubjectReport

  /// The sentences of a report in a language.
  public init(_ report: SubjectReport, _ language: Title.Language) {
    (self.report, wording) = (report, Wording(language))
  }

  // MARK: Numbers

  /// A score with the decimals that the policy publishes.
  public func published(_ number: Double) -> String {
    PrintedParts.text(number, decimals: report.plan.decimals)
  }

  /// A value with its unit and a few decimals more than are published.
  public func value(_ value: Value, _ type: ValueType? = nil, _ unit: Unit? = nil) -> String {
    wording.value(value, type, unit, places: max(report.plan.decimals + 4, 6))
  }

  /// A number as it is, without the noise of binary fractions.
  func plain(_ number: Double) -> String { value(.number(number)) }

  // MARK: Measures

  /// What became of a measure that its numbers alone do not tell; empty when nothing.
  public func remark(on measure: ExplainedMeasure, in dimension: ExplainedDimension) -> String {
    if !measure.applies {
      let condition = measure.condition ?? ""
      return wording(dimension.rescales ? .doesNotApplyRescaled : .doesNotApply, condition)
    }
    if measure.score == nil { return wording(dimension.rescales ? .leftOutRescaled : .leftOut) }
    guard let raw = measure.raw else { return wording(.missingScore) }
    switch measure.bound {
    case "cap": return wording(.cappedAt, plain(measure.cap ?? raw), published(raw))
    case "floor": return wording(.raisedTo, plain(measure.floor ?? raw), published(raw))
    default: return ""
    }
  }

  /// By what text of the subject's row weights are chosen.
  public func basis(of weights: ExplainedInput, _ phrase: Phrase) -> String {
    wording(phrase, weights.name, value(weights.value, weights.type, weights.unit))
  }

  // MARK: Gates

  /// What a gate did, or would have done.
  public func effect(of gate: ExplainedGate, after: String) -> String {
    var effects: [String] = []
    for effect in gate.effects {
      guard let amount = effect.amount else { continue }
      let formula = effect.formula.map { " (\($0))" } ?? ""
      effects.append(wording(effect.effect.phrase, plain(amount) + formula))
    }
    switch gate.ineligible {
    case .nothing: break
    case .everything: effects.append(wording(.excludesFromAll))
    case .only(let names): effects.append(wording(.excludesFrom, wording.list(names.map(title))))
    }
    guard gate.applied, gate.before != gate.after else {
      return effects.isEmpty ? wording(.noEffect) : wording.list(effects)
    }
    return wording(.changesTo, wording.list(effects), after)
  }

  /// The title of a ranking or grade.
  private func title(_ name: String) -> String {
    let standing = report.standing
    let titles =
      standing.places.filter { $0.ranking == name }.map(\.title)
      + standing.grades.filter { $0.name == name }.map(\.title)
    return wording.title(titles.first ?? nil, name)
  }

  private func titles(_ gates: [ExplainedGate]) -> String {
    wording.list(gates.map { wording.title($0.title, $0.name) })
  }

  // MARK: Standing

  /// The rank among how many.
  public func rank(_ place: RankPlace) -> String {
    guard let rank = place.rank else { return wording(.notRanked, titles(place.barredBy)) }
    guard let group = place.group else { return wording(.rankOfAll, "\(rank)", "\(place.count)") }
    return wording(.rankInGroup, "\(rank)", "\(place.count)", group)
  }

  /// The band, and how many share it.
  public func band(_ place: GradePlace) -> String {
    guard let band = place.band else { return wording(.notGraded, titles(place.barredBy)) }
    let title = wording.title(band.title, band.grade)
    guard let group = place.group else {
      return wording(.bandOfAll, title, "\(place.bandCount)", "\(place.count)")
    }
    return wording(.bandInGroup, title, "\(place.bandCount)", "\(place.count)", group)
  }

  /// What decided between equals, and what the next band takes.
  public func outlook(_ place: GradePlace) -> [String] {
    guard place.band != nil else { return [] }
    let decision = place.decidedBy.map { [wording(.decidedByTie, $0)] } ?? []
    guard let next = place.next else { return decision + [wording(.topBand)] }
    let band = wording.title(next.band.title, next.band.grade)
    let distance = wording(.nextBand, band, published(next.needed), published(next.gap))
    return decision + [distance, wording(next.steps.isEmpty ? .noStep : .nextSteps)]
  }

  /// A measure by which the next band could be reached.
  public func step(_ step: NextBand.Step) -> String {
    let name = wording.title(step.title, step.measure)
    let dimension = wording.title(step.dimensionTitle, step.dimension)
    return wording(
      .nextStep, name == dimension ? name : "\(dimension) / \(name)", published(step.needed),
      published(step.score))
  }

  // MARK: Results and sources

  /// A result's title, marked where it is the money that is paid.
  public func title(of result: ExplainedResult) -> String {
    let title = wording.title(result.title, result.name)
    return report.plan.payroll?.amount == result.name ? wording(.isPay, title) : title
  }

  /// A result's value, with its unit where it has one that tells more than that it is a number.
  public func value(of result: ExplainedResult) -> String {
    value(result.value, result.type, telling(result.unit))
  }

  /// A named formula with its value.
  public func step(_ step: ExplainedStep) -> String {
    "\(step.name) = \(step.formula) = \(value(step.value, step.type, telling(step.unit)))"
  }

  private func telling(_ unit: Unit?) -> Unit? { unit.flatMap { $0.isPlain ? nil : $0 } }

  /// A parameter, curve, step function or lookup with its values.
  public func setting(_ setting: PlanSetting) -> String {
    let entries = setting.entries.map { entry in
      entry.count == 1 ? entry[0] : "(\(entry.joined(separator: ", ")))"
    }
    return setting.name + wording(.colon)
      + wording(.setByPolicy, entries.joined(separator: " "))
  }

  /// The policy, its version and since when it holds.
  public var policy: String {
    wording.policy(report.plan)
  }

  /// How to appeal, and until when.
  public var appeal: String {
    let how = report.plan.appeal?.text(in: wording.language) ?? wording(.defaultAppeal)
    let until =
      report.sources.objectUntil.map { wording(.objectUntil, $0.description) }
      ?? wording(.noObjectUntil)
    return how + (wording.language == .english ? " " : "") + until
  }

  // MARK: The others

  /// Whose mean a subject is compared with.
  public func group(_ comparison: GroupComparison) -> String {
    wording.group(comparison.group, people: comparison.people)
  }

  /// The name of a step from the mean to the score.
  public func title(of part: GroupComparison.Part) -> String {
    part.isGates ? wording.heading(.gates) : wording.title(part.title, part.name)
  }

  /// What the policy suggests about a measure.
  public func guidance(_ guidance: MeasureGuidance) -> String {
    wording(
      .guidanceItem, wording.title(guidance.title, guidance.measure), published(guidance.lost),
      guidance.text.text(in: wording.language) ?? "")
  }

  // MARK: Objections

  /// Which cell a decision is about.
  public func cell(of decision: ReportDecision) -> String {
    [decision.table, decision.row, decision.column].compactMap(\.self).joined(separator: " / ")
  }

  /// What was decided about a cell.
  public func decision(_ decision: ReportDecision) -> String {
    wording(
      .decisionLine, cell(of: decision), shown(decision.old), shown(decision.new),
      wording(decision.isGranted ? .granted : .refused), decision.reason,
      wording.list([decision.decidedBy, decision.date].filter { !$0.isEmpty }))
  }

  /// A cell as people read it; a blank one is missing.
  public func shown(_ cell: String) -> String { cell.isEmpty ? wording(.missing) : cell }
}

extension GateEffect {
  /// What it does, in words.
  fileprivate var phrase: Phrase {
    switch self {
    case .deduct: .deducts
    case .cap: .capsAt
    }
  }
}
