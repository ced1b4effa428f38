/// The columns of a regression on drivers: the intercept, numbers with mean 0 and deviation 1, and
/// one column of 0 and 1 for each text but the base.
struct RegressionDesign {
  /// One column.
  struct Column {
    let term: RegressionTerm
    let values: [Double]
    /// What was taken from the driver's numbers, which were then divided by `scale`.
    let centre: Double
    let scale: Double
  }

  private(set) var columns: [Column]
  private(set) var omitted: [OmittedTerm] = []
  /// The text of each text driver that the coefficients of its others are compared with.
  private(set) var bases: [RegressionTerm] = []

  init(_ subjects: ComparableSubjects) {
    let ones = subjects.keys.map { _ in 1.0 }
    columns = [Column(term: .intercept, values: ones, centre: 0, scale: 1)]
    for driver in subjects.drivers {
      switch driver.values {
      case .numbers(let numbers): add(numbers, driver.name)
      case .texts(let texts): add(TextValues(texts), driver.name)
      }
    }
  }

  /// How many columns there would be, found without making them.
  static func columnCount(_ subjects: ComparableSubjects) -> Int {
    subjects.drivers.reduce(1) { count, driver in
      switch driver.values {
      case .numbers: count + 1
      case .texts(let texts): count + TextValues(texts).values.count - 1
      }
    }
  }

  private mutating func add(_ numbers: [Double], _ driver: String) {
    let moments = Moments(numbers)
    let term = RegressionTerm(driver: driver, text: nil)
    guard moments.deviation > 0 else {
      omitted.append(OmittedTerm(term: term, reason: .constant))
      return
    }
    columns.append(
      Column(
        term: term, values: numbers.map { ($0 - moments.mean) / moments.deviation },
        centre: moments.mean, scale: moments.deviation))
  }

  private mutating func add(_ texts: TextValues, _ driver: String) {
    bases.append(RegressionTerm(driver: driver, text: texts.values[0]))
    guard texts.values.count > 1 else {
      omitted.append(OmittedTerm(term: bases[bases.count - 1], reason: .constant))
      return
    }
    for place in texts.values.indices.dropFirst() {
      columns.append(
        Column(
          term: RegressionTerm(driver: driver, text: texts.values[place]),
          values: texts.indicator(place), centre: 0, scale: 1))
    }
  }

  /// Leaves out a column that depends on those before it.
  mutating func omit(_ column: Int) {
    omitted.append(OmittedTerm(term: columns.remove(at: column).term, reason: .dependent))
  }
}
