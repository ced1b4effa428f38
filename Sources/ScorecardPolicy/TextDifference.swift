/// The lines in which two texts differ.
///
/// Lines that stand once in both texts tie them together, so that thousands of lines take no longer than
/// they must (patience diff); between two ties it is a longest common subsequence.
public struct TextDifference: Sendable, Equatable {
  /// A line of one of the texts, or of both.
  public struct Line: Sendable, Equatable {
    /// Which of the texts has it; the raw value is the mark before it.
    public enum Kind: String, Sendable {
      /// Both.
      case same = " "
      /// Only the old one.
      case removed = "-"
      /// Only the new one.
      case added = "+"
    }

    /// Which of the texts has it.
    public let kind: Kind
    /// The line, without its end.
    public let text: String

    /// A line of a kind.
    public init(kind: Kind, text: String) { (self.kind, self.text) = (kind, text) }
  }

  /// Every line of both texts, what is removed before what is added in its place.
  public let lines: [Line]

  /// The difference of two texts. Ends of lines are no difference, nor is one behind the last line.
  ///
  /// - Complexity: O(n log n) in lines, but for texts made of lines that repeat.
  public init(from old: String, to new: String) {
    var builder = Builder(Self.lines(of: old), Self.lines(of: new))
    builder.compare(0..<builder.old.count, 0..<builder.new.count)
    lines = builder.lines
  }

  /// The lines that differ with some that do not round them, in pieces that do not touch; none for texts
  /// that are alike.
  public func hunks(context: Int = 3) -> [[Line]] {
    var hunks: [[Line]] = []
    var end = 0
    for (index, line) in lines.enumerated() where line.kind != .same {
      let start = max(end, index - context)
      let next = min(lines.count, index + context + 1)
      guard next > end else { continue }
      if start > end || hunks.isEmpty { hunks.append([]) }
      hunks[hunks.count - 1] += lines[start..<next]
      end = next
    }
    return hunks
  }

  private static func lines(of text: String) -> [String] {
    var lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map(String.init)
    if lines.last == "" { lines.removeLast() }
    return lines
  }
}

private struct Builder {
  let old: [String]
  let new: [String]
  private(set) var lines: [TextDifference.Line] = []

  /// How many pairs of lines are compared one by one.
  private static let largestTable = 1_000_000

  init(_ old: [String], _ new: [String]) { (self.old, self.new) = (old, new) }

  mutating func compare(_ oldRange: Range<Int>, _ newRange: Range<Int>) {
    var (left, right) = (oldRange, newRange)
    while let first = left.first, let other = right.first, old[first] == new[other] {
      append(.same, old[first])
      (left, right) = (left.dropFirst(), right.dropFirst())
    }
    var shared = 0
    while let last = left.last, let other = right.last, old[last] == new[other] {
      (left, right) = (left.dropLast(), right.dropLast())
      shared += 1
    }
    compareCore(left, right)
    for index in oldRange.suffix(shared) { append(.same, old[index]) }
  }

  /// Ranges that begin and end with lines that differ.
  private mutating func compareCore(_ left: Range<Int>, _ right: Range<Int>) {
    let ties = left.isEmpty || right.isEmpty ? [] : ties(left, right)
    guard !ties.isEmpty else {
      compareLines(left, right)
      return
    }
    var (start, other) = (left.lowerBound, right.lowerBound)
    for tie in ties {
      compare(start..<tie.old, other..<tie.new)
      append(.same, old[tie.old])
      (start, other) = (tie.old + 1, tie.new + 1)
    }
    compare(start..<left.upperBound, other..<right.upperBound)
  }

  /// Lines that stand once in both, the most that are in the same order.
  private func ties(_ left: Range<Int>, _ right: Range<Int>) -> [(old: Int, new: Int)] {
    let unique = { (lines: [String], range: Range<Int>) -> [String: Int] in
      let places = Dictionary(range.map { (lines[$0], $0) }, uniquingKeysWith: { _, _ in -1 })
      return places.filter { $0.value >= 0 }
    }
    let (olds, news) = (unique(old, left), unique(new, right))
    let pairs = left.compactMap { index -> (old: Int, new: Int)? in
      guard olds[old[index]] == index, let other = news[old[index]] else { return nil }
      return (index, other)
    }
    // The longest increasing subsequence of the places in the new text.
    var tails: [Int] = []
    var previous = [Int](repeating: -1, count: pairs.count)
    for index in pairs.indices {
      let place = tails.partitioningIndex { pairs[$0].new >= pairs[index].new }
      previous[index] = place > 0 ? tails[place - 1] : -1
      if place < tails.count { tails[place] = index } else { tails.append(index) }
    }
    var chain: [(old: Int, new: Int)] = []
    var index = tails.last ?? -1
    while index >= 0 {
      chain.append(pairs[index])
      index = previous[index]
    }
    return chain.reversed()
  }

  /// The longest common subsequence, where that is not too much work; else all lines are other ones.
  private mutating func compareLines(_ left: Range<Int>, _ right: Range<Int>) {
    let (rows, columns) = (left.count, right.count)
    var (row, column) = (0, 0)
    if rows > 0, columns > 0, rows <= Self.largestTable / columns {
      let lengths = commonLengths(left, right)
      while row < rows, column < columns {
        if old[left.lowerBound + row] == new[right.lowerBound + column] {
          append(.same, old[left.lowerBound + row])
          (row, column) = (row + 1, column + 1)
        } else if lengths[row + 1][column] >= lengths[row][column + 1] {
          append(.removed, old[left.lowerBound + row])
          row += 1
        } else {
          append(.added, new[right.lowerBound + column])
          column += 1
        }
      }
    }
    for index in left.dropFirst(row) { append(.removed, old[index]) }
    for index in right.dropFirst(column) { append(.added, new[index]) }
  }

  /// For each pair of places how many lines the rests have in common.
  private func commonLengths(_ left: Range<Int>, _ right: Range<Int>) -> [[Int32]] {
    var lengths = [[Int32]](
      repeating: [Int32](repeating: 0, count: right.count + 1), count: left.count + 1)
    for row in (0..<left.count).reversed() {
      for column in (0..<right.count).reversed() {
        let isSame = old[left.lowerBound + row] == new[right.lowerBound + column]
        lengths[row][column] =
          isSame
          ? lengths[row + 1][column + 1] + 1
          : max(lengths[row + 1][column], lengths[row][column + 1])
      }
    }
    return lengths
  }

  private mutating func append(_ kind: TextDifference.Line.Kind, _ text: String) {
    lines.append(TextDifference.Line(kind: kind, text: text))
  }
}

extension [Int] {
  /// The first place from which on a condition holds, in an array ordered by it.
  fileprivate func partitioningIndex(where holds: (Int) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
