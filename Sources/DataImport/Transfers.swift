/// Who is split into several subjects, and into which.
struct Transfers: Sendable {
  /// Somebody's subjects, in the order of time.
  struct Person: Sendable {
    let parts: [TransferPart]
    /// The place of each among the parts, by the hash of its branch.
    let places: [UInt64: Int]
  }

  /// By the hash of the id, those who are split.
  private(set) var people: [UInt64: Person] = [:]
  /// By the hash of the id, why the rows of others cannot be split.
  private(set) var faults: [UInt64: String] = [:]
  /// Rows whose days lie outside the period.
  private(set) var outside: Set<RowPlace> = []
  private(set) var questions: [ImportQuestion] = []

  private let rule: TransferSplit
  private let source: MapSource
  private let keys: Set<UInt64>
  private let fileNames: [Int: String]
  private var gaps: [ImportQuestion.Example] = []
  private var gapFile: Int?
  /// By the hash of a subject's key, and by that of the id, the hashes of both and of all other parts.
  private var families: [UInt64: [UInt64]] = [:]

  /// Nobody yet. `keys` are the hashes of all ids of the source.
  init(_ rule: TransferSplit, source: MapSource, keys: Set<UInt64>, files: [ImportedFile]) {
    (self.rule, self.source, self.keys) = (rule, source, keys)
    fileNames = Dictionary(uniqueKeysWithValues: files.map { ($0.index, $0.name) })
  }

  /// The hashes of all keys under which the business of one person stands.
  func family(of subject: UInt64) -> [UInt64] { families[subject] ?? [subject] }

  /// Adds somebody with several rows.
  mutating func add(_ id: UInt64, _ rows: [TransferRow]) {
    // Rows of one branch are no transfer; they are judged as all rows of one key are.
    guard Set(rows.map(\.branch)).count > 1 else { return }
    let resolved = TransferDays(rule, rows, columns: columns, place: place)
    if let words = resolved.fault {
      faults[id] = "\"\(rows[0].id)\" cannot be split: \(words)"
    } else if let gap = resolved.gap {
      gapFile = gapFile ?? gap.place.file
      gaps.append(
        ImportQuestion.Example(line: gap.place.line, text: "\"\(rows[0].id)\": \(gap.words)"))
    } else {
      outside.formUnion(resolved.outside)
      if resolved.parts.count > 1 { take(id, rows[0].id, resolved.parts) }
    }
  }

  private var columns: [String] { source.columns.filter { $0.split == .days }.map(\.name) }

  private func place(_ place: RowPlace) -> String {
    fileNames.count > 1
      ? "\(fileNames[place.file] ?? ""):\(place.line)" : "line \(place.line)"
  }

  /// Two ids with the separator in them could make the same key.
  private mutating func take(_ id: UInt64, _ text: String, _ parts: [TransferPart]) {
    let hashes = parts.map { Self.hash($0.key) }
    for (hash, part) in zip(hashes, parts) where keys.contains(hash) || families[hash] != nil {
      faults[id] = "\"\(text)\" cannot be split: there is another \(part.key) already"
      return
    }
    for hash in hashes + [id] { families[hash] = hashes + [id] }
    people[id] = Person(
      parts: parts,
      places: Dictionary(
        parts.enumerated().map { (Self.hash($0.element.branch), $0.offset) },
        uniquingKeysWith: { first, _ in first }))
  }

  private static func hash(_ text: String) -> UInt64 {
    var text = text
    return text.withUTF8 { Fingerprint.of($0) }
  }

  /// Makes a question of days that no row has.
  mutating func askAboutGaps() {
    guard let gapFile else { return }
    let period = rule.period.map { " of \($0)" } ?? ""
    questions.append(
      ImportQuestion(
        file: fileNames[gapFile] ?? "", path: "sources.\(source.name).transfers",
        words: "the rows of somebody with several leave out days\(period)", count: gaps.count,
        examples: gaps,
        choices: [
          ImportQuestion.Choice(
            entry: "gaps: accept", words: "shares out the days that the rows have"),
          ImportQuestion.Choice(entry: "gaps: reject", words: "rejects all rows of such a person"),
        ]))
  }
}
