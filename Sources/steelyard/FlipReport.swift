import PolicyAnalysis

/// Everything that `analyze flip` has to say.
enum FlipReport {
  /// What it takes for a person, or a pair.
  case flips(of: [String], WeightNorm, [Flip], notice: String?)
  /// Within which nothing changes; for everybody, or for the people with each text of a column.
  case intervals(
    by: String?, [(group: String?, intervals: [SteadyInterval])], notice: String?)

  /// What the data's folder says about them.
  var notice: String? {
    switch self {
    case .flips(_, _, _, let notice), .intervals(_, _, let notice): notice
    }
  }
}

extension SteadyInterval {
  /// What moves, in a few words.
  var name: String {
    switch subject {
    case .weight(let label): label
    case .judgement(let row, let column): "\(row) / \(column)"
    }
  }

  /// Whether it is a weight or a judgement.
  var kind: String {
    if case .weight = subject { "weight" } else { "judgement" }
  }
}
