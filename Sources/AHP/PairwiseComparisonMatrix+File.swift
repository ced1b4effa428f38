extension PairwiseComparisonMatrix {
  /// The matrix as a square judgement file: labels along the top and down the side, judgements above
  /// the diagonal as they are written.
  public var squareFile: String {
    let header = [""] + labels.map(Self.quoted)
    let rows = labels.indices.map { row in
      [Self.quoted(labels[row])]
        + labels.indices.map { column in
          column < row ? "" : judgement(row, column).text
        }
    }
    return ([header] + rows).map { $0.joined(separator: ",") + "\n" }.joined()
  }

  private static func quoted(_ label: String) -> String {
    guard label.contains(where: { ",;\t\"\r\n".contains($0) }) else { return label }
    return "\""
      + label.split(separator: "\"", omittingEmptySubsequences: false).joined(
        separator: "\"\"") + "\""
  }
}
