import ScoringEngine
import ScoringPlan

/// Which subjects are told of together, and compared with each other: those with the same text in a
/// column.
public struct ReportGroups: Sendable {
  /// The column; nil where all are together.
  public let column: String?
  private let codes: ScoredColumn?

  /// Groups of a run.
  ///
  /// - Parameter column: a text column of the subject table; when nil, the usual one.
  /// - Throws: `noColumn`.
  public init(_ scored: ScoredPopulation, by column: String? = nil) throws(ReportError) {
    self.column = column ?? Self.usual(in: scored.plan)
    guard let name = self.column else {
      codes = nil
      return
    }
    let columns = scored.plan.tables[0].columns
    guard let index = columns.firstIndex(where: { $0.name == name && $0.type == .text }) else {
      throw .noColumn(name, known: columns.filter { $0.type == .text }.map(\.name))
    }
    codes = scored.column(Register(index + 1))
  }

  /// The column that the first grade with groups is given within, else the first such ranking; nil
  /// where there is none.
  public static func usual(in plan: Plan) -> String? {
    let registers = plan.gradings.compactMap(\.within) + plan.rankings.compactMap(\.within)
    return registers.first.map { plan.tables[0].columns[$0.index - 1].name }
  }

  /// The text of a subject's group; nil for those without one, and where all are together.
  public func text(of subject: Int) -> String? { codes?.text(of: subject) }

  /// A number that is the same for all subjects of a group; -1 for those without a text.
  func code(of subject: Int) -> Int { codes?[subject].map { Int($0) } ?? -1 }
}
