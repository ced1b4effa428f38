import PolicyAnalysis

/// Everything that `analyze design` has to say.
struct DesignReport {
  /// The name of the design.
  let name: String
  /// What was found.
  let answer: DesignAnswer
  /// What the data's folder says about them.
  let notice: String?
}

extension DesignAnswer {
  /// Whether there is a policy.
  var isFound: Bool {
    if case .found = outcome { true } else { false }
  }
}

extension DesignAnswer.Change {
  /// What is changed, in a few words.
  var subject: String {
    switch kind {
    case .judgement: "\(row ?? "") / \(column ?? "")"
    case .weight: "weight of \(row ?? "")"
    case .parameter: path
    }
  }
}
