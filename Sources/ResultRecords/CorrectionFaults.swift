import ColumnStore

/// What is wrong with a file of corrections, all of it.
public struct CorrectionFaults: Error, Sendable {
  /// The faults in the order of the lines that they stand on; never empty.
  public let faults: [RowFault]
}
