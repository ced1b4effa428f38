/// Finds rows of a source that stand in its files twice. Sixteen bytes for each row.
struct RowPrints {
  /// A row's fingerprint, 88 bits of it, and its line.
  struct Print {
    let first: UInt64
    /// More of the hash in the upper bits, the line in the lower forty.
    let second: UInt64

    init(_ fingerprint: Fingerprint, line: Int) {
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

  /// The rows that stand twice or more, each with the place of another. Forgets all rows.
  mutating func repeated() -> [RowPlace: RowPlace] {
    var result: [RowPlace: RowPlace] = [:]
    let doubled = doubledHashes()
    guard !doubled.isEmpty else {
      prints = []
      return [:]
    }
    var places: [[UInt64]: [RowPlace]] = [:]
    for (index, file) in files.enumerated() {
      let end = index + 1 < files.count ? files[index + 1].start : prints.count
      for print in prints[file.start..<end] where doubled.contains(print.first) {
        places[[print.first, print.second >> 40], default: []].append(
          RowPlace(file: file.file, line: Int(print.second & 0xFF_FFFF_FFFF)))
      }
    }
    prints = []
    for group in places.values where group.count > 1 {
      for (index, place) in group.enumerated() { result[place] = group[index == 0 ? 1 : 0] }
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
