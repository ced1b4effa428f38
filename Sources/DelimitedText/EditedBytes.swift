/// Bytes with some replaced by others, read without a copy of those that stay.
public struct EditedBytes: Sendable {
  /// A run of bytes that is read from one place.
  private struct Run {
    /// Where it begins among the edited bytes.
    let start: Int
    let count: Int
    let origin: Origin
  }

  private enum Origin {
    /// Bytes that stay, from this place on.
    case base(Int)
    case edit([UInt8])
  }

  /// How many there are.
  let count: Int
  private let base: ByteStorage
  private let runs: [Run]

  /// - Parameter edits: in order and apart from each other.
  init(_ base: ByteStorage, _ edits: [TextEdit]) {
    var runs: [Run] = []
    var (taken, end) = (0, 0)
    func append(_ count: Int, _ origin: Origin) {
      if count > 0 { runs.append(Run(start: end, count: count, origin: origin)) }
      end += count
    }
    for edit in edits {
      precondition(edit.range.lowerBound >= taken, "edits are in order and apart from each other")
      append(edit.range.lowerBound - taken, .base(taken))
      append(edit.bytes.count, .edit(edit.bytes))
      taken = edit.range.upperBound
    }
    append(base.count - taken, .base(taken))
    (self.base, self.runs, count) = (base, runs, end)
  }

  /// Fills a buffer with the bytes from `offset` on; how many there were. O(log edits + count).
  func read(
    into buffer: UnsafeMutableRawBufferPointer, at offset: Int
  ) throws(DelimitedTextError) -> Int {
    var done = 0
    for run in runs[firstRun(endingAfter: offset)...] {
      if done == buffer.count { break }
      let skipped = max(0, offset - run.start)
      let wanted = min(buffer.count - done, run.count - skipped)
      let room = UnsafeMutableRawBufferPointer(rebasing: buffer[done..<(done + wanted)])
      switch run.origin {
      case .edit(let bytes):
        bytes.withUnsafeBytes { bytes in
          room.copyMemory(
            from: UnsafeRawBufferPointer(rebasing: bytes[skipped..<(skipped + wanted)]))
        }
      case .base(let place):
        guard try base.read(into: room, at: place + skipped) == wanted else { return done }
      }
      done += wanted
    }
    return done
  }

  private func firstRun(endingAfter offset: Int) -> Int {
    var (low, high) = (0, runs.count)
    while low < high {
      let middle = (low + high) / 2
      if runs[middle].start + runs[middle].count > offset {
        high = middle
      } else {
        low = middle + 1
      }
    }
    return low
  }
}
