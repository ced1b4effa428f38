import ResultRecords

/// What came of a verification.
struct VerifyVerdict {
  let manifest: ResultManifest
  let files: RecordedFiles
  /// Whether the job was run again; it is not when policy or data have changed.
  let isPerformed: Bool
  let disagreements: [Disagreement]

  init(
    _ manifest: ResultManifest, _ files: RecordedFiles, isPerformed: Bool,
    disagreements: [Disagreement]
  ) {
    self.manifest = manifest
    self.files = files
    self.isPerformed = isPerformed
    self.disagreements = disagreements
  }

  /// Whether nothing differs.
  var agrees: Bool { disagreements.isEmpty }

  /// The weight that differs most from what the policy gives now, if one does.
  var weight: ParameterDifference? {
    for case .solvedOtherwise(let difference) in disagreements { return difference }
    return nil
  }
}

extension Disagreement {
  /// Whether a file that the result was made from has changed.
  var concernsInputs: Bool {
    switch self {
    case .policyChanged, .inputChanged, .correctionsChanged: true
    case .outputChanged, .computedOtherwise, .recordedOtherwise, .solvedOtherwise: false
    }
  }
}
