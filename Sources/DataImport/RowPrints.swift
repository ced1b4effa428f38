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

  private var prints: [Print] = []
  /// Where each file's rows begin, for a file is not part of a print.
  private var files: [(file: Int, start: Int)] = []

  /// Begins a file.
  mutating func begin(file: Int) { files.append((file, prints.count)) }

  /// Takes rows of the file that was begun last.
  mutating func take(_ next: [Print]) { prints += next }

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
    guard !doubled.isEmpty else {
      prints = []
      return []
    }
    var places: [[UInt64]: [(place: RowPlace, subject: UInt64)]] = [:]
    for (index, file) in files.enumerated() {
      let end = index + 1 < files.count ? files[index + 1].start : prints.count
      for print in prints[file.start..<end] where doubled.contains(print.first) {
        let place = RowPlace(file: file.file, line: Int(print.second & 0xFF_FFFF_FFFF))
        places[[print.first, print.second >> 40], default: []].append((place, print.subject))
      }
    }
    prints = []
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
    var hashes = prints.map(\.first)
    hashes.sort()
    var doubled: Set<UInt64> = []
    for (one, next) in zip(hashes, hashes.dropFirst()) where one == next { doubled.insert(one) }
    return doubled
  }
}
