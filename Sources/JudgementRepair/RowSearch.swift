/// Goes through all matrices on the scale whose rows come to what they must, row by row.
struct RowSearch {
  private let size: Int
  private let terms: RowTerms
  /// The least and the most that the judgements of a row from a column on can add, at
  /// `row * (size + 1) + column`.
  private let leastLeft: [Double]
  private let mostLeft: [Double]
  /// The judgements chosen, as indices of the scale, at `row * size + column`.
  private var values: [Int]
  private var steps = 0
  private let mostSteps: Int

  init(size: Int, terms: RowTerms, mostSteps: Int) {
    self.size = size
    self.terms = terms
    self.mostSteps = mostSteps
    values = [Int](repeating: 8, count: size * size)
    var leastLeft = [Double](repeating: 0, count: size * (size + 1))
    var mostLeft = leastLeft
    for row in 0..<size {
      for column in (0..<size).reversed() {
        let start = (row * size + column) * 17
        let (here, next) = (row * (size + 1) + column, row * (size + 1) + column + 1)
        let isDiagonal = row == column
        leastLeft[here] = leastLeft[next] + (isDiagonal ? 0 : terms.least[start])
        mostLeft[here] = mostLeft[next] + (isDiagonal ? 0 : terms.most[start + 16])
      }
    }
    self.leastLeft = leastLeft
    self.mostLeft = mostLeft
  }

  /// Calls `body` with the upper triangle of each matrix, as indices of the scale; false when the work
  /// was too much.
  mutating func forEach(_ body: ([Int]) throws -> Void) rethrows -> Bool {
    try row(0, target: terms.targets[0], body)
  }

  private mutating func row(
    _ row: Int, target: ClosedRange<Double>, _ body: ([Int]) throws -> Void
  ) rethrows -> Bool {
    if row == size {
      // A matrix is analysed, which takes as long as to try this many judgements.
      steps += 500
      guard steps <= mostSteps else { return false }
      try body(upperTriangle)
      return true
    }
    let target = terms.areTargetsShared ? target : terms.targets[row]
    // What stands left of the diagonal in this row and the next ones was chosen with the rows above;
    // where a later row cannot come to its target any more, there is no need to go on.
    for later in (row..<size).reversed() {
      let (least, most) = chosen(in: later, before: row)
      let left = later * (size + 1) + row
      let target = terms.areTargetsShared ? target : terms.targets[later]
      guard least + leastLeft[left] <= target.upperBound,
        most + mostLeft[left] >= target.lowerBound
      else { return true }
    }
    let (least, most) = chosen(in: row, before: row)
    return try extend(row, row + 1, least, most, target, body)
  }

  private var upperTriangle: [Int] {
    (0..<size).flatMap { row in
      (row + 1..<max(size, row + 1)).map { values[row * size + $0] }
    }
  }

  /// What the judgements of a row in the first columns add up to.
  private func chosen(in row: Int, before end: Int) -> (least: Double, most: Double) {
    var (least, most) = (0.0, 0.0)
    for column in 0..<end {
      let term = (row * size + column) * 17 + values[row * size + column]
      least += terms.least[term]
      most += terms.most[term]
    }
    return (least, most)
  }

  private mutating func extend(
    _ row: Int, _ column: Int, _ least: Double, _ most: Double, _ target: ClosedRange<Double>,
    _ body: ([Int]) throws -> Void
  ) rethrows -> Bool {
    if column >= size {
      guard least <= target.upperBound, most >= target.lowerBound else { return true }
      let narrowed = max(least, target.lowerBound)...min(most, target.upperBound)
      return try self.row(row + 1, target: narrowed, body)
    }
    steps += 1
    guard steps <= mostSteps else { return false }
    let start = (row * size + column) * 17
    let next = row * (size + 1) + column + 1
    for value in firstValue(start, reaching: target.lowerBound - most - mostLeft[next])..<17 {
      let lower = least + terms.least[start + value]
      let upper = most + terms.most[start + value]
      // The terms rise with the value: beyond this one all are too large.
      if lower + leastLeft[next] > target.upperBound { break }
      values[row * size + column] = value
      values[column * size + row] = 16 - value
      guard try extend(row, column + 1, lower, upper, target, body) else { return false }
    }
    return true
  }

  /// The first value of a judgement that adds at least so much; 17 when none does.
  private func firstValue(_ start: Int, reaching sum: Double) -> Int {
    var (lower, upper) = (0, 17)
    while lower < upper {
      let middle = (lower + upper) / 2
      if terms.most[start + middle] < sum { lower = middle + 1 } else { upper = middle }
    }
    return lower
  }
}
