import ColumnStore
import ResultRecords

/// The text of `difference`.
struct DifferenceText {
  private let difference: ResultDifference
  private let jobs: DifferenceJobs
  private let column: String?
  private let top: Int

  init(_ difference: ResultDifference, _ jobs: DifferenceJobs, by column: String?, top: Int) {
    self.difference = difference
    self.jobs = jobs
    self.column = column
    self.top = top
  }

  /// Says why no results were compared.
  static func complain(_ error: ResultFileError) {
    guard case .rows(let faults) = error else {
      Terminal.error("\(error)")
      return
    }
    Terminal.note(firstOf: faults)
    let rows = faults.count == 1 ? "1 row is" : "\(faults.count) rows are"
    Terminal.error("\(rows) at fault; nothing was compared")
  }

  var text: String {
    ([headline] + [columns, movers, subjects, why].compactMap(\.self)).joined(separator: "\n\n")
  }

  private var headline: String {
    let (old, new) = (difference.old.path, difference.new.path)
    let matched = difference.new.keyName + (difference.isByPeriod ? " and period" : "")
    let both = difference.sharedCount.counted("subject")
    if difference.isEmpty {
      return "SAME: \(new) and \(old): \(both), matched by \(matched), every cell the same"
    }
    return """
      DIFFERS: \(new) from \(old)
        matched by \(matched): \(both) in both, \(difference.changedCount) of them changed; \
      \(difference.onlyInOld.count) only in the old result, \(difference.onlyInNew.count) only in \
      the new
      """
  }

  // MARK: Columns

  private var columns: String? {
    var parts: [String] = []
    let changed = difference.columns.filter { $0.changedCount > 0 || $0.correction != nil }
    if !changed.isEmpty { parts.append("what changed, by column\n\(table(changed))") }
    for (place, names) in [
      ("old", difference.columnsOnlyInOld), ("new", difference.columnsOnlyInNew),
    ] where !names.isEmpty {
      parts.append("columns only in the \(place) result: \(names.joined(separator: ", "))")
    }
    return parts.isEmpty ? nil : parts.joined(separator: "\n")
  }

  private func table(_ columns: [ColumnDifference]) -> String {
    var table = TextTable([
      ("column", .left), ("changed", .right), ("sum of changes", .right),
      ("change of the total", .right), ("largest change", .right), ("of", .left),
    ])
    for column in columns {
      table.add([
        column.name, "\(column.changedCount)", column.sum.map(Self.change) ?? "",
        column.correction.map(Self.change) ?? "",
        column.largestSubject == nil ? "" : Self.change(column.largestChange),
        column.largestSubject?.description ?? "",
      ])
    }
    return table.text()
  }

  // MARK: Subjects

  private var movers: String? {
    let movers = difference.largestMovers(by: column, most: top)
    guard !movers.isEmpty else { return nil }
    let order = column.map { ", by the change of \($0)" } ?? ""
    let heading = "largest movers, \(movers.count) of \(difference.changedCount)\(order)"
    return ([heading] + movers.map(Self.mover)).joined(separator: "\n")
  }

  private static func mover(_ mover: SubjectDifference) -> String {
    let cells = mover.cells.map { cell in
      let change = cell.change.map { " (\(Self.change($0)))" } ?? ""
      return "    \(cell.column): \(shown(cell.old)) -> \(shown(cell.new))\(change)"
    }
    return (["  \(mover.subject)"] + cells).joined(separator: "\n")
  }

  private var subjects: String? {
    let lists = [("old", difference.onlyInOld), ("new", difference.onlyInNew)]
    let parts = lists.filter { !$0.1.isEmpty }.map { place, subjects in
      let names = subjects.prefix(top).map(\.description).joined(separator: "; ")
      let more = subjects.count > top ? " and \(subjects.count - top) more" : ""
      return "only in the \(place) result: \(names)\(more)"
    }
    return parts.isEmpty ? nil : parts.joined(separator: "\n")
  }

  // MARK: Jobs

  private var why: String? {
    var lines: [String] = []
    for (file, record) in [(difference.old.path, jobs.old), (difference.new.path, jobs.new)] {
      switch record {
      case .fits: break
      case .absent: lines.append("\(file) has no manifest beside it")
      case .other:
        lines.append(
          "\(file) is not the result that the manifest beside it records: it was changed since")
      }
    }
    guard let changes = jobs.changes else {
      return (lines + ["what differs in the jobs cannot be told"]).joined(separator: "\n")
    }
    lines.append(
      changes.isEmpty ? "nothing differs in the jobs" : "what differs in the jobs")
    lines += changes.prefix(max(top, Self.shownChanges)).map(\.sentence)
    if changes.count > max(top, Self.shownChanges) {
      lines.append("  ... and \(changes.count - max(top, Self.shownChanges)) more")
    }
    return lines.joined(separator: "\n")
  }

  private static let shownChanges = 40

  // MARK: Parts of lines

  private static func shown(_ cell: String) -> String { cell.isEmpty ? "(empty)" : cell }

  /// A change with its sign, to six decimals unless it is smaller than they show.
  private static func change(_ number: Double) -> String {
    let plain = CompareNumbers.plain(number)
    return CompareNumbers.signed(plain == "0" && number != 0 ? number.brief : plain)
  }
}

extension JobChange {
  /// What differs, for people.
  fileprivate var sentence: String {
    let (old, new) = (old ?? "none", new ?? "none")
    return switch kind {
    case .program: "  version of steelyard: \(old) -> \(new)"
    case .policy: "  \(name) of the policy: \(old) -> \(new)"
    case .policyFile: "  policy file \(name)\n    was \(old)\n    is  \(new)"
    case .input: "  data of \(name)\n    was \(old)\n    is  \(new)"
    case .corrections: "  corrections\n    was \(old)\n    is  \(new)"
    case .rows: "  rows of \(name): \(old) -> \(new)"
    case .option: "  option \(name): \(old) -> \(new)"
    case .parameter: "  parameter \(name): \(old) -> \(new)"
    }
  }
}
