import ScoringEngine

/// What came of a scoring job, ready to be written.
public struct ScoringOutcome: Sendable {
  /// The job.
  let job: ScoringJob
  /// For each table of the plan the files read.
  public let inputs: [[JobInput]]
  /// The corrections laid over them; nil when there was no file of corrections.
  public let corrections: AppliedCorrections?
  /// The scores.
  public let scored: ScoredPopulation
  /// The rows at fault.
  public let rejected: [RejectedRow]

  /// The bytes of the rejects file.
  var rejectsBytes: [UInt8] { RejectsWriter.bytes(of: rejected) }

  /// Hands the bytes of the result to `sink`, piece by piece in order, each piece whole rows.
  ///
  /// `sink` is called by one thread at a time, which need not be the caller's; the bytes are valid
  /// only within its call.
  func writeResult<Failure: Error>(
    to sink: (UnsafeRawBufferPointer) throws(Failure) -> Void
  ) throws(Failure) {
    let writer = ResultWriter(
      scored, period: job.options.period, writesMeasures: job.options.measures, order: job.order,
      threads: job.scoring.threads)
    try writer.write(to: sink)
  }
}
