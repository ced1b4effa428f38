import ColumnStore
import ScoringEngine
import ScoringPlan

/// How sure everybody's ranks and grades are, as a table: one row for each person, in the order of the data.
public struct StabilityFile: Sendable {
  private let stability: PolicyStability
  private let texts: [(name: String, column: ScoredColumn)]

  /// The table of an analysis.
  public init(_ stability: PolicyStability) {
    self.stability = stability
    texts = stability.scored.plan.tables[0].columns.enumerated().compactMap { place, column in
      guard column.type == .text, let values = stability.scored.column(Register(place + 1)) else {
        return nil
      }
      return (column.name, values)
    }
  }

  /// The columns: the key, the text columns, for each ranking the rank and where it lies in draws, for each
  /// grade the label, the share of draws with each label and whether it is fragile.
  var headers: [String] {
    [stability.scored.plan.tables[0].keyName] + texts.map(\.name)
      + stability.rankings.flatMap { ranking in
        ["rank", "expected", "p5", "p50", "p95", "best", "worst", "first"].map {
          "\(ranking.name).\($0)"
        }
      }
      + stability.grades.flatMap { grade in
        ["\(grade.name).grade"]
          + grade.labels.map { "\(grade.name).share_of_\($0.isEmpty ? "ineligible" : $0)" }
          + ["\(grade.name).fragile"]
      }
  }

  /// The table as comma-separated UTF-8 text; empty where there is no rank.
  public var bytes: [UInt8] {
    var writer = DelimitedWriter()
    writer.appendHeader(headers)
    for subject in stability.rows.indices {
      writer.append(stability.key(of: subject))
      for (_, column) in texts {
        append(column.text(of: stability.rows[subject]), to: &writer)
      }
      for ranking in stability.rankings { append(ranking, subject, to: &writer) }
      for grade in stability.grades { append(grade, subject, to: &writer) }
      writer.endRow()
    }
    return writer.bytes
  }

  private func append(
    _ ranking: RankStability, _ subject: Int, to writer: inout DelimitedWriter
  ) {
    append(ranking.given[subject], to: &writer)
    if let mean = ranking.mean[subject] { writer.append(mean) } else { writer.appendEmpty() }
    let quantiles = ranking.quantiles[subject]
    for place in RankStability.probabilities.indices {
      append(quantiles.isEmpty ? nil : quantiles[place], to: &writer)
    }
    append(ranking.best[subject], to: &writer)
    append(ranking.worst[subject], to: &writer)
    writer.append(ranking.firstShares[subject])
  }

  private func append(
    _ grade: GradeStability, _ subject: Int, to writer: inout DelimitedWriter
  ) {
    let given = grade.given[subject]
    append(given < grade.labels.count ? grade.labels[given] : nil, to: &writer)
    for label in grade.labels.indices {
      writer.append(grade.probability(of: subject, label))
    }
    writer.append(grade.keptShare(of: subject) < stability.limit ? "TRUE" : "FALSE")
  }

  private func append(_ number: Int?, to writer: inout DelimitedWriter) {
    if let number { writer.append(number) } else { writer.appendEmpty() }
  }

  private func append(_ text: String?, to writer: inout DelimitedWriter) {
    if let text { writer.append(text) } else { writer.appendEmpty() }
  }
}
