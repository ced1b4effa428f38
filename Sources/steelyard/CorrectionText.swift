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

  /// Each with its outcome.
  static func list(_ corrections: AppliedCorrections) -> String {
    let lines = corrections.all.map { correction in
      let cell = "\(correction.key): \(correction.column) of \(correction.file):\(correction.line)"
      return "  \(cell), \(outcome(correction)), \(correction.decidedBy), \(correction.date): "
        + correction.reason
    }
    let title = "corrections of \(corrections.file): \(counts(corrections))"
    return ([title] + lines).joined(separator: "\n")
  }

  private static func outcome(_ correction: Correction) -> String {
    let (old, new) = (shown(correction.old), shown(correction.new))
    return correction.isGranted ? "granted: \(old) -> \(new)" : "refused: \(old) stays"
  }

  private static func shown(_ cell: String) -> String { cell.isEmpty ? "(blank)" : cell }

  /// How many objections were granted and refused.
  static func counts(_ granted: Int, _ refused: Int) -> String {
    "\(granted) granted, \(refused) refused"
  }

  /// How many objections were granted and refused.
  static func counts(_ corrections: AppliedCorrections) -> String {
    counts(corrections.grantedCount, corrections.refusedCount)
  }
}
