/// Where the numbers of a column lie, when they lie close together: so that one of another size is
/// seen.
struct ScaleHabit: Hashable, Sendable {
  /// The powers of two between which the column's numbers lie.
  let usual: ClosedRange<Int>
  /// The powers of two outside that a gap parts from the usual ones: what lies there is no tail of the
  /// others.
  private let isolated: Set<Int>

  /// The habit of numbers of which so many lie at each power of two; nil where they are few or
  /// spread out.
  ///
  /// Four in five must lie within a factor of eight: so do marks, percents and attainments, and
  /// balances as a rule do not.
  init?(counts: [Int: Int]) {
    let total = counts.values.reduce(0, +)
    guard total >= 5 else { return nil }
    var (seen, median) = (0, 0)
    for (octave, count) in counts.sorted(by: { $0.key < $1.key }) {
      seen += count
      if seen * 2 > total {
        median = octave
        break
      }
    }
    let usual = median - 1...median + 1
    self.usual = usual
    isolated = Set(counts.keys.filter { Self.isIsolated($0, from: usual, counts) })
    let inside = usual.reduce(0) { $0 + (counts[$1] ?? 0) }
    guard inside * 5 >= total * 4 else { return nil }
  }

  /// Whether somewhere between a power of two and the usual ones no more numbers lie, within a factor of
  /// eight, than there and beyond. In the tail of a distribution there are ever more towards its middle.
  private static func isIsolated(
    _ octave: Int, from usual: ClosedRange<Int>, _ counts: [Int: Int]
  ) -> Bool {
    let isSmall = octave < usual.lowerBound
    let between =
      isSmall
      ? octave + 1..<usual.lowerBound : usual.upperBound + 1..<max(octave, usual.upperBound + 1)
    guard between.count >= 3 else { return false }
    let beyond = counts.reduce(0) { sum, next in
      (isSmall ? next.key <= octave : next.key >= octave) ? sum + next.value : sum
    }
    return (between.lowerBound...between.upperBound - 3).contains { first in
      (first..<first + 3).reduce(0) { $0 + (counts[$1] ?? 0) } <= beyond
    }
  }

  /// How many places the point of a number would move to the left, to the right if negative, to bring
  /// it among the others: 2 for shares and marks, 4 or 8 for money; nil where it lies among them,
  /// or would not even so.
  func pointShift(_ value: Double, _ form: ColumnForm, isPercent: Bool) -> Int? {
    guard value != 0 else { return nil }
    var octave = Int(value.magnitude.exponent)
    if isPercent, form.unit == .ratio {
      octave = Int((value.magnitude / 100).exponent)
    } else if isPercent, form.unit != .percent {
      return nil
    }
    return pointShift(octave: octave, form.unit)
  }

  /// By how many places numbers are misplaced that are taken for another unit: none where a number a
  /// hundred times as small, of years or people, is nothing unusual.
  private static func places(_ unit: CellUnit) -> [Int] {
    switch unit {
    case .money: [4, 8]
    case .ratio, .percent, .unknown, .other("point"): [2]
    case .other: []
    }
  }

  /// The same for any number at a power of two.
  func pointShift(octave: Int, _ unit: CellUnit) -> Int? {
    if usual.contains(octave) { return nil }
    guard isolated.contains(octave) else { return nil }
    for places in Self.places(unit) {
      // A power of ten is no power of two: the moved number may lie at either of two.
      let least = Int((Double(places) * 3.321_928_094_887_362).rounded(.down))
      let isLarge = octave > usual.upperBound
      let moved =
        isLarge ? octave - least - 1...octave - least : octave + least...octave + least + 1
      if moved.overlaps(usual) { return isLarge ? places : -places }
    }
    return nil
  }
}
