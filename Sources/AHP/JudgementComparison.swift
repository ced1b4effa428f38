import Diagnostics

/// One comparison as an author wrote it, not yet checked: row, column and the text of the judgement.
public struct JudgementComparison: Hashable, Sendable {
  /// The label that is judged.
  public let row: String
  /// The label it is judged against.
  public let column: String
  /// The judgement as written, such as `1/3`; blank or `?` when the pair was not compared.
  public let text: String
  /// Where it stands.
  public let location: SourceLocation?

  /// A comparison of two labels.
  public init(row: String, column: String, text: String, at location: SourceLocation? = nil) {
    self.row = row
    self.column = column
    self.text = text
    self.location = location
  }

  /// Builds a matrix from comparisons in any order, each pair in either direction.
  ///
  /// - Parameters:
  ///   - labels: what is compared, in the order of the matrix's rows.
  ///   - location: where the list begins, for faults that have no place of their own.
  /// - Returns: the matrix, nil if there is an error, and every diagnostic: a pair judged twice or
  ///   against itself, an unknown label, not a judgement, pairs not compared, comparisons not
  ///   connected.
  public static func matrix(
    labels: [String], comparisons: [JudgementComparison], at location: SourceLocation? = nil
  ) -> (matrix: PairwiseComparisonMatrix?, diagnostics: [Diagnostic]) {
    let (table, diagnostics) = table(labels, comparisons, at: location, .refused)
    return (diagnostics.hasErrors ? nil : table?.matrix, diagnostics.inFileOrder())
  }

  /// Builds a matrix that may have gaps from comparisons in any order, each pair in either direction;
  /// pairs left open are an error only where `gaps` are refused.
  ///
  /// - Parameters:
  ///   - labels: what is compared, in the order of the matrix's rows.
  ///   - location: where the list begins, for faults that have no place of their own.
  /// - Returns: the matrix, nil if there is an error, and every diagnostic: the same as for a complete
  ///   one, but that a pair may be left open as long as the comparisons connect all labels.
  public static func incompleteMatrix(
    labels: [String], comparisons: [JudgementComparison], at location: SourceLocation? = nil,
    gaps: JudgementGaps = .allowed
  ) -> (matrix: IncompleteMatrix?, diagnostics: [Diagnostic]) {
    let (table, diagnostics) = table(labels, comparisons, at: location, gaps)
    return (diagnostics.hasErrors ? nil : table?.incompleteMatrix, diagnostics.inFileOrder())
  }

  private static func table(
    _ labels: [String], _ comparisons: [JudgementComparison], at location: SourceLocation?,
    _ gaps: JudgementGaps
  ) -> (table: ComparisonTable?, diagnostics: [Diagnostic]) {
    var diagnostics = repeated(labels).map { label in
      Diagnostic(
        code: "judgement.label-twice", at: location, "the label \"\(label)\" stands twice",
        suggestion: "give each thing that is compared a label of its own")
    }
    guard diagnostics.isEmpty else { return (nil, diagnostics) }
    guard !labels.isEmpty else {
      return (
        nil, [Diagnostic(code: "judgement.empty", at: location, "there is nothing to compare")]
      )
    }
    var table = ComparisonTable(labels: labels)
    for comparison in comparisons {
      diagnostics += table.add(comparison)
    }
    let unknown = diagnostics.contains { $0.code == "judgement.unknown-label" }
    if !unknown { diagnostics += table.gaps(at: location, gaps) }
    return (table, diagnostics)
  }

  private static func repeated(_ labels: [String]) -> [String] {
    var seen: Set<String> = []
    var twice: [String] = []
    for label in labels where !seen.insert(label).inserted && !twice.contains(label) {
      twice.append(label)
    }
    return twice
  }
}
