/// Where blank cells stand in a column, in numbers.
struct BlankRuns: Sendable {
  private(set) var cellCount = 0
  private(set) var blankCount = 0
  /// Blanks that stand with others, without the runs at either end.
  private var inRuns = 0
  /// Blanks at the start and at the end, so far.
  private var leading = 0
  private var trailing = 0
  /// Whether there is a value at all.
  private var hasValue: Bool { blankCount < cellCount }

  mutating func add(isBlank: Bool) {
    let onlyBlanks = blankCount == cellCount
    cellCount += 1
    if isBlank {
      blankCount += 1
      if onlyBlanks { leading += 1 } else { trailing += 1 }
    } else {
      inRuns += trailing > 1 ? trailing : 0
      trailing = 0
    }
  }

  /// Takes the cells that come after these.
  mutating func merge(_ next: Self) {
    let middle = trailing + next.leading
    if !hasValue {
      leading = cellCount + next.leading
      trailing = next.trailing
    } else if next.hasValue {
      inRuns += middle > 1 ? middle : 0
      trailing = next.trailing
    } else {
      trailing = middle
    }
    inRuns += next.inRuns
    cellCount += next.cellCount
    blankCount += next.blankCount
  }

  /// Whether the blanks may be what merged cells leave: the first cell holds a value, and at least a
  /// quarter of the blanks stand in runs.
  var looksMerged: Bool {
    let count = inRuns + (trailing > 1 ? trailing : 0)
    return leading == 0 && count >= 2 && count * 4 >= blankCount
  }
}
