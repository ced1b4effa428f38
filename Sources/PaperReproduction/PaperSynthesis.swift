/// Priorities of alternatives over all criteria, as a paper prints them.
public struct PaperSynthesis: Sendable {
  /// Its name in the paper file.
  public let name: String
  /// The matrix that compares the criteria.
  let criteria: PaperMatrix
  /// For each criterion, in the order of the matrix, the one that compares the alternatives under it;
  /// all of them compare the same.
  let alternatives: [PaperMatrix]
  /// What is printed, place by place.
  public let prints: [PaperPrint]

  /// What is compared under each criterion.
  var labels: [String] { alternatives.first?.matrix.labels ?? [] }
}
