import ResultRecords
import ScoringEngine
import ScoringPlan

/// What came of a verification.
struct VerifyVerdict {
  let manifest: ResultManifest
  let files: RecordedFiles
  /// The policy that the job was run again with; nil when it was not, as policy or data have changed.
  let plan: Plan?
  let disagreements: [Disagreement]

  /// Makes a result again and compares it, its files and its manifest.
  ///
  /// - Parameters:
  ///   - manifest: the result's manifest.
  ///   - files: where its files are.
  ///   - threads: how many to use, all processors when nil.
  ///   - showsFindings: whether what the author of the policy must see is shown.
  ///   - progress: called now and then.
  init(
    _ manifest: ResultManifest, _ files: RecordedFiles, threads: Int?, showsFindings: Bool = true,
    progress: @escaping (WorkProgress) -> Void
  ) throws {
    var verification = ResultVerification(manifest, files: files)
    var found = try verification.readFiles(progress: progress)
    var plan: Plan?
    if !found.contains(where: \.concernsInputs) {
      let policy = try PolicyFile.plan(files.policy[0], showsFindings: showsFindings)
      found += try verification.policyChanges(in: policy.files)
      plan = policy.plan
    }
    // What was made from other files would differ everywhere: that says nothing more.
    if found.contains(where: \.concernsInputs) { plan = nil }
    if let plan { found += try verification.perform(plan, threads: threads, progress: progress) }
    self.manifest = manifest
    self.files = files
    self.plan = plan
    disagreements = found
  }

  /// Whether the job was run again.
  var isPerformed: Bool { plan != nil }

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
