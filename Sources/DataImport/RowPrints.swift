/// Finds rows of a source that stand in its files twice. Twenty-four bytes for each row.
struct RowPrints {
  /// A row's fingerprint, 88 bits of it, and its line.
  struct Print {
    let first: UInt64
    /// More of the hash in the upper bits, the line in the lower forty.
    let second: UInt64
    /// The hash of the subject; 0 where there is none.
    let subject: UInt64

    init(_ fingerprint: Fingerprint, line: Int, subject: UInt64?) {
      self.subject = subject ?? 0
      first = fingerprint.first
      second = fingerprint.second << 40 | UInt64(line) & 0xFF_FFFF_FFFF
    }
  }

  /// The rows of one block, and the file in which they stand, which is not part of a print.
  private struct Piece {
    let file: Int
    let prints: [Print]
  }

  // One array of all rows would be copied as it grows, and lie in memory twice meanwhile.
  private var pieces: [Piece] = []
  private var file = 0

  /// Begins a file.
  mutating func begin(file: Int) { self.file = file }

  /// Takes rows of the file that was begun last.
  mutating func take(_ next: [Print]) {
    guard !next.isEmpty else { return }
    // A copy has no room for more, which the given one has.
    pieces.append(Piece(file: file, prints: Array(next[...])))
  }

  /// A row that stands elsewhere too.
  struct Repetition {
    let place: RowPlace
    let other: RowPlace
    /// The hash of the subject; 0 where there is none.
    let subject: UInt64
  }

  /// The rows that stand twice or more, in no order. Forgets all rows.
  mutating func repeated() -> [Repetition] {
    var result: [Repetition] = []
    let doubled = doubledHashes()
    defer { pieces = [] }
    guard !doubled.isEmpty else { return [] }
    var places: [[UInt64]: [(place: RowPlace, subject: UInt64)]] = [:]
    for piece in pieces {
      for print in piece.prints where doubled.contains(print.first) {
        let place = RowPlace(file: piece.file, line: Int(print.second & 0xFF_FFFF_FFFF))
        places[[print.first, print.second >> 40], default: []].append((place, print.subject))
      }
    }
    for group in places.values where group.count > 1 {
      for (index, row) in group.enumerated() {
        result.append(
          Repetition(
            place: row.place, other: group[index == 0 ? 1 : 0].place, subject: row.subject))
      }
    }
    return result
  }

  private func doubledHashes() -> Set<UInt64> {
    var hashes: [UInt64] = []
    hashes.reserveCapacity(pieces.reduce(0) { $0 + $1.prints.count })
    for piece in pieces { for print in piece.prints { hashes.append(print.first) } }
    hashes.sort()
    var doubled: Set<UInt64> = []
    for (one, next) in zip(hashes, hashes.dropFirst()) where one == next { doubled.insert(one) }
    return doubled
  }
}
