/// The mean consistency index of random matrices, as a simulation found it.
public struct RandomIndexEstimate: Hashable, Sendable {
  /// The number of rows.
  public let size: Int
  /// How many matrices were drawn.
  public let samples: Int
  /// The mean of their consistency indices.
  public let randomIndex: Double
  /// The standard deviation of the mean, estimated from the same draws; 0 of one draw.
  public let standardError: Double

  init(size: Int, samples: Int, sum: Double, sumOfSquares: Double) {
    self.size = size
    self.samples = samples
    let count = Double(samples)
    let mean = sum / count
    randomIndex = mean
    let variance = count > 1 ? max(0, sumOfSquares - count * mean * mean) / (count - 1) : 0
    standardError = (variance / count).squareRoot()
  }
}
