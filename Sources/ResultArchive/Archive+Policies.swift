extension Archive {
  /// The entry whose policy was in force on a day: of those with that name and a first day not after
  /// it, the one with the latest first day; of several, the one published last. A policy that does not
  /// say from when on it holds has held always.
  ///
  /// - Parameter date: as `2026-01-31`.
  /// - Throws: `ArchiveError.noPolicy`.
  public func policy(_ name: String, on date: String) throws -> ArchiveEntry {
    let entries = try entries()
    let candidates = entries.filter { $0.policy == name && ($0.effectiveFrom ?? "") <= date }
    // Days written in this way are ordered as texts.
    let inForce = candidates.max { one, other in
      (one.effectiveFrom ?? "", one.number) < (other.effectiveFrom ?? "", other.number)
    }
    guard let inForce else {
      throw ArchiveError.noPolicy(
        file: file, name: name, date: date,
        first: entries.filter { $0.policy == name }.compactMap(\.effectiveFrom).min(),
        names: Set(entries.map(\.policy)).sorted())
    }
    return inForce
  }
}
