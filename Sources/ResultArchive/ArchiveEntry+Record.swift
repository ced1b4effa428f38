import ResultRecords

extension ArchiveEntry {
  /// The version of the record's format.
  static let recordVersion = 1
  private static let heading = "steelyard-archive-entry"

  /// The canonical text: a line for each fact, in a fixed order, as `key value`, each ended by a line
  /// feed. Its hash is the entry's.
  public var record: String {
    var lines = [
      "\(Self.heading) \(Self.recordVersion)", "number \(number)", "previous \(previous)",
      "published-at \(publishedAt)", "published-by \(publishedBy)", "program \(program)",
      "policy \(policy)", "version \(version)",
    ]
    if let effectiveFrom { lines.append("effective-from \(effectiveFrom)") }
    lines += ["period \(period)", "rows \(rows)"]
    if let correction {
      lines += ["corrects \(correction.entry)", "reason \(correction.reason)"]
    }
    lines += files.map(\.line)
    return lines.map { $0 + "\n" }.joined()
  }

  /// Reads a record; nil for any text but one that `record` gives.
  init?(record: String) {
    var lines = RecordLines(record)
    guard lines.value(of: Self.heading) == "\(Self.recordVersion)",
      let number = lines.integer(of: "number"),
      let previous = lines.value(of: "previous").flatMap({ ContentHash($0) }),
      let publishedAt = lines.value(of: "published-at"),
      let publishedBy = lines.value(of: "published-by"),
      let program = lines.value(of: "program"), let policy = lines.value(of: "policy"),
      let version = lines.value(of: "version")
    else { return nil }
    let effectiveFrom = lines.value(of: "effective-from")
    guard let period = lines.value(of: "period"), let rows = lines.integer(of: "rows") else {
      return nil
    }
    var correction: Correction?
    if let corrected = lines.integer(of: "corrects") {
      guard let reason = lines.value(of: "reason") else { return nil }
      correction = Correction(entry: corrected, reason: reason)
    }
    self.init(
      number: number, previous: previous, publishedAt: publishedAt, publishedBy: publishedBy,
      program: program, policy: policy, version: version, effectiveFrom: effectiveFrom,
      period: period, rows: rows, correction: correction,
      files: lines.rest.compactMap { EntryFile(line: $0) })
    // Whatever was read otherwise than it would be written is no record.
    guard self.record.utf8.elementsEqual(record.utf8), file(.result)?.isKept == true,
      file(.manifest)?.isKept == true, file(.policy) != nil
    else { return nil }
  }
}

/// The lines of a record, read one after the other.
private struct RecordLines {
  private(set) var rest: ArraySlice<Substring>

  init(_ text: String) {
    rest = text.split(separator: "\n", omittingEmptySubsequences: false)[...]
    if rest.last == "" { rest.removeLast() }
  }

  /// The value of the next line, if that has this key.
  mutating func value(of key: String) -> String? {
    guard let line = rest.first, line.hasPrefix("\(key) ") else { return nil }
    rest.removeFirst()
    return String(line.dropFirst(key.count + 1))
  }

  /// The whole number that the next line has, if that has this key.
  mutating func integer(of key: String) -> Int? { value(of: key).flatMap { Int($0) } }
}
