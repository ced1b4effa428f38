import ColumnStore

/// What a database made of a job, ready to be written.
public struct PushedResult {
  /// Those who are not scored, in the order of their keys.
  public let rejected: [PushedRejection]
  /// The sum of what is paid, exact and rounded once; nil where nothing is.
  public let paid: Double?
  /// The text that was run last, with its comments.
  public let script: String
  private let header: [String]
  private let rows: PushedRows
  private let isSorted: Bool

  init(
    _ reading: borrowing PushedReading, rejected: [PushedRejection], script: String, isSorted: Bool,
    pays: Bool
  ) {
    self.rejected = rejected
    paid = pays ? reading.payroll.rounded() : nil
    self.script = script
    (header, rows, self.isSorted) = (reading.header, reading.rows, isSorted)
  }

  /// How many subjects are scored.
  public var count: Int { rows.count }

  /// Hands the bytes of the result to `sink`, each piece whole rows.
  public func write(to sink: (UnsafeRawBufferPointer) throws -> Void) throws {
    var writer = DelimitedWriter()
    writer.appendHeader(header)
    try writer.withBytes(sink)
    try rows.forEach(sorted: isSorted, sink)
  }

  /// The bytes of the rejects file.
  public var rejects: [UInt8] {
    var writer = DelimitedWriter()
    writer.appendHeader(["key", "reason"])
    for rejection in rejected {
      writer.append(rejection.key)
      writer.append(rejection.reason)
      writer.endRow()
    }
    return writer.bytes
  }
}
