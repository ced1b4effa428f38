/// One cluster of comparable subjects.
public struct PeerCluster: Sendable, Equatable {
  /// What is typical of a cluster in one driver.
  public enum Typical: Sendable, Equatable {
    /// The mean of a number.
    case mean(driver: String, Double)
    /// The most frequent text, the first by its UTF-8 bytes among equals, and its share.
    case text(driver: String, String, share: Double)
  }

  /// Its number, from 1 for the one with the highest mean standard.
  public let number: Int
  /// How many subjects it has.
  public let subjectCount: Int
  /// The means over its subjects.
  public let comparison: PlanComparison
  /// What its ideals lie above what the drivers lead one to expect, before rounding; below 0 when
  /// even its better subjects stay behind, and then ideals are the standards.
  public let uplift: Double
  /// What is typical of it, driver after driver.
  public let typical: [Typical]

  static func typical(_ subjects: ComparableSubjects) -> [Typical] {
    subjects.drivers.map { driver in
      switch driver.values {
      case .numbers(let numbers): return .mean(driver: driver.name, Moments.mean(numbers))
      case .texts(let texts):
        let values = TextValues(texts)
        let most = values.counts.max() ?? 0
        let place = values.counts.firstIndex(of: most) ?? 0
        return .text(
          driver: driver.name, values.values[place], share: Double(most) / Double(texts.count))
      }
    }
  }
}
