/// Which rows of a source have which key, and whether rows of the same key agree.
struct KeyRegistry {
  /// A row as it is seen first.
  struct Sighting {
    /// The hash of the key.
    let key: UInt64
    /// The hash of the cells that must agree.
    let content: UInt64
    /// A few bits of each of them, to tell which differ.
    let signature: UInt64
    let line: Int
    /// The key itself, for as long as its block is not filled again.
    let text: UnsafeBufferPointer<UInt8>
  }

  /// Two rows of one key.
  struct Conflict {
    let text: String
    let first: RowPlace
    let second: RowPlace
    /// Which cells differ, as far as the signatures tell.
    var differing: Set<Int>
    /// Whether all cells that must agree do, so that it is one row twice.
    var isRepetition: Bool
  }

  private struct Entry {
    let content: UInt64
    let signature: UInt64
    let first: UInt64
    var last: UInt64
  }

  let key: SourcePlan.Key
  private var entries: [UInt64: Entry] = [:]
  /// The keys with rows that must not both be there.
  private(set) var conflicts: [UInt64: Conflict] = [:]
  /// The keys of the conflicts in the order in which they were met.
  private(set) var order: [UInt64] = []

  init(_ key: SourcePlan.Key) { self.key = key }

  /// How many bits of a signature each cell has.
  static func signatureBits(_ count: Int) -> Int { max(1, 64 / max(1, count)) }

  /// Takes a row.
  mutating func take(_ sighting: Sighting, file: Int) {
    let place = UInt64(file) << 40 | UInt64(sighting.line)
    guard var entry = entries[sighting.key] else {
      entries[sighting.key] = Entry(
        content: sighting.content, signature: sighting.signature, first: place, last: place)
      return
    }
    entry.last = place
    entries[sighting.key] = entry
    let agrees = entry.content == sighting.content
    if case .oneRow = key.use, agrees { return }
    var conflict =
      conflicts[sighting.key]
      ?? Conflict(
        text: String(decoding: sighting.text, as: UTF8.self), first: Self.place(entry.first),
        second: Self.place(place), differing: [], isRepetition: true)
    if conflicts[sighting.key] == nil { order.append(sighting.key) }
    conflict.isRepetition = conflict.isRepetition && agrees
    conflict.differing.formUnion(differing(entry.signature ^ sighting.signature))
    conflicts[sighting.key] = conflict
  }

  private func differing(_ signature: UInt64) -> Set<Int> {
    let bits = Self.signatureBits(key.content.count)
    let mask: UInt64 = bits >= 64 ? .max : (1 << UInt64(bits)) - 1
    return Set(
      key.content.indices.filter { index in
        index * bits < 64 && (signature >> UInt64(index * bits)) & mask != 0
      }.map { key.content[$0] })
  }

  /// The last row of a key.
  func lastPlace(_ hash: UInt64) -> RowPlace? { entries[hash].map { Self.place($0.last) } }

  private static func place(_ packed: UInt64) -> RowPlace {
    RowPlace(file: Int(packed >> 40), line: Int(packed & 0xFF_FFFF_FFFF))
  }
}
