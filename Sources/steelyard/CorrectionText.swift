import ResultRecords

/// Corrections as people read of them.
enum CorrectionText {
  /// Says everything that is wrong with a file of corrections.
  static func complain(_ error: CorrectionFaults) {
    for fault in error.faults { Terminal.note("\(fault)") }
    let count = error.faults.count
    Terminal.error(
      "\(count) fault\(count == 1 ? "" : "s") in \(error.faults[0].file); nothing was corrected or "
        + "scored")
  }

  /// How many objections were granted and refused.
  static func counts(_ granted: Int, _ refused: Int) -> String {
    "\(granted) granted, \(refused) refused"
  }

  /// How many objections were granted and refused.
  static func counts(_ corrections: AppliedCorrections) -> String {
    counts(corrections.grantedCount, corrections.refusedCount)
  }
}
