/// Ratings of alternatives by intensities, such as excellent, good and poor.
///
/// Absolute measurement: Saaty, T. L. (1986), Socio-Economic Planning Sciences 20(6), 327-331,
/// doi:10.1016/0038-0121(86)90043-1.
public struct Ratings: Sendable {
  /// The intensities, in the order of the file.
  public let intensities: [String]
  /// How the intensities are weighed against each other.
  public let weights: WeightSource
  /// For each alternative the position of its intensity.
  public let ratings: [Int]
}
