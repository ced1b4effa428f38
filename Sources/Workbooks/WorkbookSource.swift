import ColumnStore
import Reports
import ScorecardPolicy
import ScoringEngine
import ScoringPlan

/// What the sheets of a results workbook are made from.
struct WorkbookSource: Sendable {
  let scored: ScoredPopulation
  let sources: ReportSources
  let wording: Wording
  /// The subjects that are published, in the order of their files.
  let subjects: [Int]

  init(_ scored: ScoredPopulation, _ sources: ReportSources, _ language: Title.Language) {
    (self.scored, self.sources, wording) = (scored, sources, Wording(language))
    subjects = (0..<scored.population.subjectCount).filter { !scored.isRejected($0) }
  }

  var plan: Plan { scored.plan }
  var decimals: Int { plan.decimals }

  /// The text columns of the subject table.
  var textColumns: [(name: String, register: Register)] {
    plan.tables[0].columns.enumerated().filter { $0.element.type == .text }
      .map { ($0.element.name, Register($0.offset + 1)) }
  }

  func key(of subject: Int) -> String {
    let population = scored.population
    return population.pool.text(of: population.tables[0].keys[subject])
  }

  /// Scores as they are published.
  var published: Published { Published(decimals: decimals) }

  /// The gates that apply to each subject: for each gate its title and the column of its condition, nil
  /// where it always applies.
  var gates: [(gate: GateLayout, title: String, when: ScoredColumn?)] {
    plan.layout.gates.map {
      ($0, wording.title($0.title, $0.name), $0.when.flatMap(scored.column))
    }
  }

  /// What a grade, or any other text result of the plan, is called; nil where there is none.
  func bandTitle(_ grading: Grading, _ grade: String) -> String {
    let band = grading.bands.first { $0.grade == grade }
    return wording.title(band?.title, grade)
  }

  /// A result as a cell holds it.
  func content(of result: ResultLayout, _ column: ScoredColumn?, _ subject: Int) -> Cell.Content {
    guard let value = column?[subject] else { return .blank }
    return switch result.type {
    case .number: .number(value)
    case .truth: .truth(value != 0)
    case .text: column?.text(of: subject).map { .text($0) } ?? .blank
    case .date, .period:
      .text(wording.value(.number(value), result.type, nil, places: 0))
    }
  }

  /// How the numbers of a result are shown: money with fen.
  func style(of result: ResultLayout) -> CellStyle {
    if result.type != .number { return .indentedText }
    let isMoney = result.name == plan.payroll?.amount || result.unit == Unit(.yuan)
    return isMoney ? .number(2, isMoney: true) : .number(decimals)
  }
}
