import CDrawnRanks
import ScoringEngine
import ScoringPlan

/// The numbers of all subjects that totals are summed from, column by column, and the amounts of gates.
///
/// People stand in an order of their own: those whose sums leave out the same terms together, as the
/// weights of what remains are rescaled alike for them.
final class SummedColumns: @unchecked Sendable {
  /// People for whom the same terms count.
  struct Layer {
    let people: Range<Int>
    /// For each term whether it counts.
    let isKept: [Bool]
  }

  /// The bounds of what a part can be, whatever the weights within it.
  let bounds: [ClosedRange<Double>]
  /// For each part how many terms it is the sum of; 0 for a score.
  let termCounts: [Int]
  let layers: [Layer]
  /// For each place in the order the subject, and for each subject its place.
  let subjects: [Int]
  let places: [Int]
  /// The largest amount that gates can take off, and the smallest cap.
  let largestDeduction: Double
  let smallestCap: Double

  private let kinds: [Int32]
  private var owned: [UnsafeMutablePointer<Double>] = []
  private var columns: [UnsafePointer<Double>?] = []
  private var terms: [UnsafePointer<Double>?] = []
  private var amounts: [UnsafePointer<Double>?] = []

  /// The columns of the subjects of some rows; nil where a run has not kept them.
  init?(_ shape: SummedShape, _ scored: ScoredPopulation, rows: [Int]) {
    var reader = ColumnReader(scored: scored, rows: rows)
    guard shape.parts.count <= Self.most, let parts = reader.parts(shape.parts.map(\.part)),
      let steps = reader.steps(shape.steps)
    else { return nil }
    let order = reader.layers
    subjects = order.flatMap(\.subjects)
    var places = [Int](repeating: 0, count: rows.count)
    for (place, subject) in subjects.enumerated() { places[subject] = place }
    self.places = places
    var first = 0
    layers = order.map { layer in
      defer { first += layer.subjects.count }
      return Layer(people: first..<first + layer.subjects.count, isKept: layer.isKept)
    }
    bounds = parts.map(\.bounds)
    termCounts = parts.map { $0.isSum ? $0.columns.count : 0 }
    kinds = shape.steps.map { Int32(($0.isCap ? drawn_cap : drawn_deduct).rawValue) }
    let deductions = zip(shape.steps, steps).filter { !$0.0.isCap }.map { $0.1.max() ?? 0 }
    largestDeduction = deductions.reduce(0) { $0 + max(0, $1) }
    smallestCap = zip(shape.steps, steps).filter { $0.0.isCap }.flatMap(\.1).min() ?? .infinity
    if zip(shape.steps, steps).contains(where: { !$0.0.isCap && ($0.1.min() ?? 0) < 0 }) {
      // What is added by a gate would have to be bounded too.
      return nil
    }
    for part in parts {
      columns.append(part.isSum ? nil : keep(part.columns[0]))
      if part.isSum { for column in part.columns { terms.append(keep(column)) } }
    }
    for amounts in steps { self.amounts.append(keep(amounts)) }
  }

  /// More parts or terms of a part have no room.
  static let most = 32
  /// So many numbers more than there are people may be read and written.
  static let margin = 32

  deinit { for column in owned { column.deallocate() } }

  /// A copy of a column in the order of people, with room for a whole vector behind the last.
  private func keep(_ values: [Double]) -> UnsafePointer<Double> {
    let copy = UnsafeMutablePointer<Double>.allocate(capacity: values.count + Self.margin)
    copy.initialize(repeating: 0, count: values.count + Self.margin)
    for (place, subject) in subjects.enumerated() { copy[place] = values[subject] }
    owned.append(copy)
    return UnsafePointer(copy)
  }

  /// Calls `body` with the columns as C reads them; valid only within the call.
  func withSums<Result>(
    scale: Double, mayBeNegative: Bool, _ body: (drawn_sums) -> Result
  ) -> Result {
    columns.withUnsafeBufferPointer { columns in
      terms.withUnsafeBufferPointer { terms in
        amounts.withUnsafeBufferPointer { amounts in
          kinds.withUnsafeBufferPointer { kinds in
            termCounts.withUnsafeBufferPointer { counts in
              counts.withMemoryRebound(to: Int.self) { counts in
                body(
                  drawn_sums(
                    parts: columns.count, columns: columns.baseAddress,
                    term_counts: UnsafeRawPointer(counts.baseAddress!)
                      .assumingMemoryBound(to: Int.self),
                    terms: terms.baseAddress, steps: kinds.count, kinds: kinds.baseAddress,
                    amounts: amounts.baseAddress, scale: scale,
                    may_be_negative: mayBeNegative ? 1 : 0))
              }
            }
          }
        }
      }
    }
  }
}

/// Reads the columns of some rows and sorts the rows by what is missing.
private struct ColumnReader {
  struct PartColumns {
    let isSum: Bool
    let columns: [[Double]]
    let bounds: ClosedRange<Double>
  }

  let scored: ScoredPopulation
  let rows: [Int]
  /// For each subject a bit for each term that is missing.
  private var missing: [UInt64]
  private var termCount = 0

  init(scored: ScoredPopulation, rows: [Int]) {
    (self.scored, self.rows) = (scored, rows)
    missing = [UInt64](repeating: 0, count: rows.count)
  }

  /// Subjects together whose missing terms are the same, those with fewest bits set first.
  var layers: [(subjects: [Int], isKept: [Bool])] {
    let groups = Dictionary(grouping: rows.indices, by: { missing[$0] })
    return groups.sorted { $0.key < $1.key }.map { bits, subjects in
      (subjects, (0..<termCount).map { bits >> UInt64($0) & 1 == 0 })
    }
  }

  mutating func parts(_ parts: [SummedShape.Part]) -> [PartColumns]? {
    var read: [PartColumns] = []
    for part in parts {
      switch part {
      case .score(let register):
        guard let values = present(register) else { return nil }
        read.append(PartColumns(isSum: false, columns: [values], bounds: Self.bounds([values])))
      case .sum(let terms):
        guard let columns = self.terms(terms) else { return nil }
        read.append(columns)
      }
    }
    return read
  }

  private mutating func terms(_ terms: [WeightedTerm]) -> PartColumns? {
    guard terms.count <= SummedColumns.most, termCount + terms.count <= 64 else { return nil }
    var columns: [[Double]] = []
    var (lowest, highest) = (Double.infinity, -Double.infinity)
    for term in terms {
      guard let column = scored.column(term.value) else { return nil }
      var values = [Double](repeating: 0, count: rows.count)
      for (subject, row) in rows.enumerated() {
        if let value = column[row] {
          values[subject] = value
          (lowest, highest) = (min(lowest, value), max(highest, value))
        } else {
          missing[subject] |= 1 << UInt64(termCount)
        }
      }
      termCount += 1
      columns.append(values)
    }
    return PartColumns(
      isSum: true, columns: columns, bounds: lowest <= highest ? lowest...highest : 0...0)
  }

  /// The amounts of each step, where it does not apply such that it changes nothing.
  func steps(_ steps: [SummedShape.Step]) -> [[Double]]? {
    var read: [[Double]] = []
    for step in steps {
      guard let amounts = scored.column(step.amount) else { return nil }
      var when: ScoredColumn?
      if let register = step.when {
        guard let column = scored.column(register) else { return nil }
        when = column
      }
      read.append(
        rows.map { row in
          let applies = when.map { $0[row].map { $0 != 0 } ?? false } ?? true
          return applies ? amounts[row] ?? 0 : step.isCap ? .infinity : 0
        })
    }
    return read
  }

  private func present(_ register: Register) -> [Double]? {
    guard let column = scored.column(register) else { return nil }
    var values: [Double] = []
    values.reserveCapacity(rows.count)
    for row in rows {
      guard let value = column[row] else { return nil }
      values.append(value)
    }
    return values
  }

  private static func bounds(_ columns: [[Double]]) -> ClosedRange<Double> {
    let values = columns.joined()
    return (values.min() ?? 0)...(values.max() ?? 0)
  }
}
