import ColumnStore
import Databases
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
  ///
  /// - Throws: `EncodingFault`.
  func rejectsBytes() throws(EncodingFault) -> [UInt8] {
    let encoding = job.options.encoding
    let text = RejectsWriter.bytes(of: rejected, disarmsFormulas: encoding.isForSpreadsheets)
    return try encoding.encoded(text)
  }

  /// Hands the bytes of the result to `sink`, piece by piece in order, each piece whole rows.
  ///
  /// `sink` is called by one thread at a time, which need not be the caller's; the bytes are valid
  /// only within its call.
  ///
  /// - Throws: `EncodingFault`, or what `sink` throws.
  func writeResult(to sink: (UnsafeRawBufferPointer) throws -> Void) throws {
    let encoding = job.options.encoding
    if encoding == .utf8 { return try writer.write(to: sink) }
    var encoder = try OutputEncoder(encoding)
    try writer.write { piece throws(any Error) in
      try encoder.encode(piece).withUnsafeBytes(sink)
    }
  }

  /// The columns of the result, as those of a table of a database.
  var resultColumns: [DatabaseColumn] {
    writer.columns.map { name, type in
      switch type {
      case .number: DatabaseColumn(name, .real)
      case .truth: DatabaseColumn(name, .truth)
      case .date: DatabaseColumn(name, .date)
      case .text, .period: DatabaseColumn(name, .text)
      }
    }
  }

  private var writer: ResultWriter {
    let options = job.options
    return ResultWriter(
      scored, period: options.period, writesMeasures: options.measures, order: job.order,
      disarmsFormulas: options.encoding.isForSpreadsheets, threads: job.scoring.threads)
  }
}
