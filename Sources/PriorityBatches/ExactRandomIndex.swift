import Glibc

/// The random index of three rows, exactly, by going through all 17^3 matrices.
public enum ExactRandomIndex {
  /// The mean consistency index of all matrices of three rows with judgements of the scale 1/9 ... 9.
  ///
  /// The eigenvalue of three rows is 1 + k^(1/3) + k^(-1/3) with k = a12 a23 / a13.
  public static var ofThree: Double {
    // Logarithms of judgements and their reciprocals are opposite to the bit.
    let logarithms = (1...9).map { log(Double($0)) }
    let scale = logarithms.dropFirst().map { -$0 } + logarithms
    // What rounding takes off the sum is carried over to the next term (Kahan).
    var (sum, lost) = (0.0, 0.0)
    for one in scale {
      for other in scale {
        for direct in scale {
          // (lambda - 3) / 2 = cosh(e / 3) - 1, without its cancellation.
          let half = sinh((one + other - direct) / 6)
          let term = 2 * half * half - lost
          let next = sum + term
          (sum, lost) = (next, (next - sum) - term)
        }
      }
    }
    return sum / Double(scale.count * scale.count * scale.count)
  }
}
