import ResultArchive

/// The text of `archive verify`.
struct ArchiveVerdictText {
  let text: String

  init(_ verdict: ArchiveVerdict) {
    var lines: [String]
    if verdict.agrees {
      lines = ["OK: \(verdict.archive.file): \(Self.summary(verdict))"]
    } else {
      lines = ["DISAGREES: \(verdict.archive.file)"]
      for fault in verdict.faults {
        let place = fault.entry.map { "entry \($0)" } ?? "the archive"
        lines.append("  \(place): \(fault.message)")
      }
    }
    if let number = verdict.knownEntry {
      lines.append(
        "  the hash written down is that of entry \(number) of \(verdict.entries.count)")
    }
    if let last = verdict.entries.last, verdict.agrees {
      lines.append("  hash of the last entry: \(last.hash)")
    }
    text = lines.joined(separator: "\n")
  }

  private static func summary(_ verdict: ArchiveVerdict) -> String {
    let count = verdict.entries.count
    var parts = [
      "\(count) entr\(count == 1 ? "y" : "ies"), each chained to the one before; "
        + "\(verdict.contentCount) contents as their hashes say"
    ]
    if !verdict.madeAgain.isEmpty {
      parts.append("made again byte for byte: \(entries(verdict.madeAgain))")
    }
    if !verdict.withoutData.isEmpty {
      parts.append(
        "not made again, as their data are not archived: \(entries(verdict.withoutData)) "
          + "(name them by --entry and --data)")
    }
    return parts.joined(separator: "; ")
  }

  private static func entries(_ numbers: [Int]) -> String {
    (numbers.count == 1 ? "entry " : "entries ")
      + numbers.map { "\($0)" }.joined(separator: ", ")
  }
}
