/// The rows of one block of people in all tables, as they stand in the files.
struct BankChunk: Sendable {
  /// One table's part.
  struct Part: Sendable {
    /// The bytes in the file's encoding.
    var bytes: [UInt8] = []
    /// The rows made, and the lines they take with what stands among them.
    var rowCount = 0
    var lineCount = 0
    /// The faults, their rows and lines counted from the start of the part.
    var faults: [Fault] = []
    /// The sums of number columns, in whole numbers of their last place.
    var sums: [Int] = []
  }

  let people: Int
  let parts: [Part]
}
