import Diagnostics

/// How made-up data are to look in a column; scores never depend on it.
public struct GenerateHint: Sendable, Equatable {
  /// Where values come from; nil leaves it to what the column's type, unit and bounds suggest.
  public var source: Source?
  /// The number column of the same row that the drawn number multiplies.
  public var factor: String?
  /// How much of the number's deviation is the person's own, from -1 to 1: the correlation with the
  /// factor that all of a person's columns share; nil for 0.45 where it attains or splits, else 0.
  public var loading: Double?
  /// How often the number is 0.
  public var zero = 0.0
  /// How often the cell is blank.
  public var blank = 0.0
  /// How often the number is turned into a small negative one; nil for 0.015 where it attains or splits
  /// and may be negative, else 0.
  public var negative: Double?
  /// How often the number is multiplied by 1.8 to 3; nil for 0.01 where it attains or splits, else 0.
  public var windfall: Double?
  /// The decimals that are written.
  public var decimals: Int?
  /// The rows that have the number; the others have a blank cell where one is allowed, else 0.
  public var only: Condition?
  /// Where the hint stands in the policy.
  public let location: SourceLocation

  init(location: SourceLocation) { self.location = location }

  /// Where values come from.
  public enum Source: Sendable, Equatable {
    /// Numbers, or dates, of a distribution.
    case distribution(Distribution)
    /// One of a few texts or numbers.
    case among([Choice])
    /// The number column `column` of the same row times an attainment: lognormal with this median and
    /// sigma, times the branch's factor.
    case attains(column: String, median: Double, sigma: Double)
    /// A part of a number column of the subject table times an attainment; the parts of a subject's
    /// rows make up the whole.
    case splits(column: String, median: Double, sigma: Double)
    /// TRUE, so often.
    case share(Double)
    /// A number, or that of a date or period, that goes on with each row of a subject.
    case counting(first: Double)
    /// A number of so many digits, each given once.
    case digits(Int)
    /// A made-up name.
    case name(NameKind)
  }

  /// A value and how often it comes, compared with the others.
  public struct Choice: Sendable, Equatable {
    /// The text, or the number as the policy writes it.
    public let text: String
    /// The number; 0 in text columns.
    public let number: Double
    /// Its weight; not negative.
    public let weight: Double

    /// A value that comes `weight` times as often as one of weight 1.
    public init(text: String, number: Double, weight: Double) {
      (self.text, self.number, self.weight) = (text, number, weight)
    }
  }

  /// Which rows a number stands in: those whose text column has one of these texts.
  public struct Condition: Sendable, Equatable {
    /// The text column of the same row.
    public let column: String
    /// The texts.
    public let texts: [String]
  }

  /// A distribution of numbers, in the column's unit.
  public enum Distribution: Sendable, Equatable {
    /// With a standard deviation.
    case normal(mean: Double, deviation: Double)
    /// `sigma` is the standard deviation of the logarithms.
    case lognormal(median: Double, sigma: Double)
    /// Between 0 and `scale`.
    case beta(a: Double, b: Double, scale: Double)
    /// With the mean `shape * scale`.
    case gamma(shape: Double, scale: Double)
    /// Alike between two numbers.
    case uniform(from: Double, to: Double)
    /// Whole numbers from 0.
    case poisson(mean: Double)
  }

  /// What a made-up name names.
  public enum NameKind: String, Sendable, CaseIterable {
    /// The subject's branch, the same for all its people.
    case branch
    /// The branch's region.
    case region
    /// A person.
    case person
  }
}

/// How many rows of a detail table a made-up subject has: counts with their weights.
public struct GenerateRows: Sendable, Equatable {
  /// A count and how often it comes, compared with the others.
  public struct Choice: Sendable, Equatable {
    /// The number of rows.
    public let count: Int
    /// Its weight; not negative.
    public let weight: Double

    /// A count that comes `weight` times as often as one of weight 1.
    public init(count: Int, weight: Double) { (self.count, self.weight) = (count, weight) }
  }

  /// The counts; their weights are not all 0.
  public let choices: [Choice]
}
