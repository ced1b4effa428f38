/// Subjects as points whose distances say how comparable they are.
///
/// Every driver counts alike: its coordinates have the total variance 1 over all subjects. A number
/// gives one coordinate, with mean 0 and deviation 1. A text gives one coordinate for each of its
/// texts, 0 or the root of 1 / (1 - Σ p²) where p are the shares of the texts, so that the mean
/// squared distance of two subjects is 2 as it is for a number. A constant driver gives none.
struct DriverSpace: Sendable {
  /// The number of points.
  let count: Int
  /// The number of coordinates of each.
  let dimension: Int
  /// The coordinates, those of one point together.
  let coordinates: [Double]

  init(count: Int, dimension: Int, coordinates: [Double]) {
    precondition(coordinates.count == count * dimension, "every point needs all coordinates")
    self.count = count
    self.dimension = dimension
    self.coordinates = coordinates
  }

  init(_ subjects: ComparableSubjects) {
    let columns = subjects.drivers.flatMap { driver -> [[Double]] in
      switch driver.values {
      case .numbers(let numbers): Self.column(numbers).map { [$0] } ?? []
      case .texts(let texts): Self.columns(TextValues(texts), count: texts.count)
      }
    }
    let count = subjects.keys.count
    self.init(
      count: count, dimension: columns.count,
      coordinates: (0..<count).flatMap { point in columns.map { $0[point] } })
  }

  /// The points at some places.
  func taking(_ places: [Int]) -> DriverSpace {
    DriverSpace(
      count: places.count, dimension: dimension, coordinates: places.flatMap { Array(point($0)) })
  }

  /// The coordinates of a point.
  func point(_ index: Int) -> ArraySlice<Double> {
    coordinates[index * dimension..<(index + 1) * dimension]
  }

  /// How many different points there are.
  var differentCount: Int { Set((0..<count).map { Array(point($0)) }).count }

  private static func column(_ numbers: [Double]) -> [Double]? {
    let moments = Moments(numbers)
    guard moments.deviation > 0 else { return nil }
    return numbers.map { ($0 - moments.mean) / moments.deviation }
  }

  private static func columns(_ texts: TextValues, count: Int) -> [[Double]] {
    guard texts.values.count > 1 else { return [] }
    let shares = texts.counts.map { Double($0) / Double(count) }
    let scale = (1 / (1 - shares.reduce(0) { $0 + $1 * $1 })).squareRoot()
    return texts.values.indices.map { place in texts.indicator(place).map { $0 * scale } }
  }
}
