/// What became of faults in several banks, as the tables of the documentation.
struct DirtTally {
  private var fates: [String: [DirtyImport.Fate: Int]] = [:]
  private var actions: [String: (count: Int, atFaults: Int)] = [:]

  mutating func add(_ found: DirtyImport) {
    for (fault, fate) in found.fates { fates[fault.kind, default: [:]][fate, default: 0] += 1 }
    for (name, action) in found.actions {
      let old = actions[name] ?? (0, 0)
      actions[name] = (old.count + action.count, old.atFaults + action.atFaults)
    }
  }

  /// By kind of dirt: how often put in, what became of it, and the part that was dealt with.
  var kinds: String {
    var text = "| kind | put in | fixed | missing | rejected | asked | kept | wrong | recall |\n"
    text += "|---|---|---|---|---|---|---|---|---|\n"
    for (kind, counts) in fates.sorted(by: { $0.key < $1.key }) {
      let total = counts.values.reduce(0, +)
      let missed = (counts[.kept] ?? 0) + (counts[.wrong] ?? 0)
      let cells = DirtyImport.Fate.allCases.map { "\(counts[$0] ?? 0)" }.joined(separator: " | ")
      text += "| `\(kind)` | \(total) | \(cells) | \(percent(total - missed, total)) |\n"
    }
    return text
  }

  /// By what the log says: how often, and the part of it where there is a fault.
  var rules: String {
    var text = "| rule or reason | times | precision |\n|---|---|---|\n"
    for (name, action) in actions.sorted(by: { $0.key < $1.key }) {
      text += "| \(name) | \(action.count) | \(percent(action.atFaults, action.count)) |\n"
    }
    return text
  }

  private func percent(_ part: Int, _ whole: Int) -> String {
    part == whole
      ? "100 %"
      : "\((part * 1000 + whole / 2) / whole / 10).\((part * 1000 + whole / 2) / whole % 10) %"
  }
}
