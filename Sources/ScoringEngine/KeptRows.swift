import ScoringPlan

/// The good rows of a detail table whose order matters, as far as aggregates look at them: gathered
/// while the table is read, and brought to their subjects when it is whole.
final class KeptRows {
  private let registers: [Register]
  private let order: Register?
  private var subjects: [Int32] = []
  private var values: [[Double]]
  private var states: [[UInt8]]

  /// - Parameters:
  ///   - aggregates: those that look at the rows.
  ///   - order: the column by which a subject's rows are ordered.
  init(for aggregates: [Aggregate], order: Register?) {
    let wanted = aggregates.flatMap(\.operands) + [order].compactMap(\.self)
    registers = Set(wanted).sorted { $0.index < $1.index }
    self.order = order
    values = registers.map { _ in [] }
    states = registers.map { _ in [] }
  }

  /// Adds the rows of a batch that have a subject.
  func add(_ rows: [Int32], place: (Register) -> RegisterPlace) {
    let places = registers.map(place)
    for (row, subject) in rows.enumerated() where subject >= 0 {
      subjects.append(subject)
      for (index, place) in places.enumerated() {
        values[index].append(place.values[row])
        states[index].append(place.states[row])
      }
    }
  }

  /// The rows of each subject in order.
  ///
  /// - Parameter repeated: called with each subject two of whose rows share their place in the order.
  func finish(subjectCount: Int, repeated: (Int) -> Void) -> DetailIndex {
    var index = DetailIndex(subjects: subjects, subjectCount: subjectCount)
    guard let place = order.flatMap({ registers.firstIndex(of: $0) }) else { return index }
    index.sort(by: values[place])
    index.forEachRepetition(of: values[place]) { subject, _, _ in repeated(subject) }
    return index
  }

  /// Gives texts other codes.
  ///
  /// - Parameters:
  ///   - isText: for each register whether it holds texts.
  ///   - codes: for each code the one that stands in its place.
  func recodeTexts(_ isText: [Bool], _ codes: [Int32]) {
    for (index, register) in registers.enumerated() where isText[register.index] {
      for row in subjects.indices where states[index][row] == ValueState.present {
        values[index][row] = Double(codes[Int(values[index][row])])
      }
    }
  }

  /// The values of a register that an aggregate looks at.
  func column(_ register: Register) -> RegisterColumn {
    let column = RegisterColumn(count: subjects.count)
    guard let index = registers.firstIndex(of: register) else { return column }
    column.values.initialize(from: values[index], count: subjects.count)
    column.states.update(from: states[index], count: subjects.count)
    return column
  }
}
