import ColumnStore

/// Reads a file piece by piece, several of them at the same time, and takes what comes of them in order.
struct BlockRounds {
  /// How many pieces are worked on at a time.
  let threads: Int
  /// Called with how much of the file is done.
  let progress: (Int) -> Void

  /// Fills the blocks again and again, from the first row of the file to the last.
  ///
  /// - Parameters:
  ///   - blocks: as many as are worked on at a time.
  ///   - work: called for blocks by their number, on any thread.
  ///   - take: called for the same blocks afterwards, in the order of the file.
  func run(
    _ rows: any RowSource, _ blocks: [RowBlock], work: (Int) -> Void, take: (Int) throws -> Void
  ) throws {
    try rows.rewind()
    var isDone = false
    while !isDone {
      var filled = 0
      while filled < blocks.count {
        guard try rows.next(blocks[filled]) else {
          isDone = true
          break
        }
        filled += 1
      }
      WorkerThreads.run(filled, work)
      for index in 0..<filled {
        try take(index)
        progress(blocks[index].size)
      }
    }
    try rows.checkUnchanged()
  }
}
