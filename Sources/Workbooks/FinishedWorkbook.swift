/// A workbook that is put together.
public struct FinishedWorkbook: Sendable {
  /// The bytes of the file.
  public let bytes: [UInt8]
  /// How many texts were too long for a cell and were cut.
  public let cutTexts: Int
}
