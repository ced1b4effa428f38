import Diagnostics
import Glibc

/// Which number stands for a degree of importance: 1 for equal to 9 for extreme.
///
/// People choose one of nine degrees, in words. Saaty takes the degree itself as the ratio; others have
/// proposed other ratios for the same nine words. So the same answers can be read on any scale, after
/// they were given. All ten are compared by Goepel, K. D. (2019), Comparison of judgment scales of the
/// analytical hierarchy process: a new approach, International Journal of Information Technology &
/// Decision Making 18(2), 445-463, doi:10.1142/S0219622019500044, whose program AHP-OS offers them.
public enum JudgementScale: String, CaseIterable, Sendable {
  /// x, the degree itself.
  case linear
  /// log2(x + 1).
  case logarithmic
  /// The square root of x.
  case root
  /// 9 / (10 - x).
  case inverseLinear = "inverse-linear"
  /// (9 + x) / (11 - x): the weights of two things lie at equal distances.
  case balanced
  /// (9 + (n - 1) x) / (9 + n - x): the same for n things, one of which is preferred to all others.
  case generalisedBalanced = "generalised-balanced"
  /// x^(1 + ln(n - 1) / ln 9): the ratio of degree 9 grows with n, to 9 (n - 1).
  case adaptive
  /// Equal distances as in `generalisedBalanced`, up to the weight 0.9 whatever n.
  case adaptiveBalanced = "adaptive-balanced"
  /// x squared.
  case power
  /// 2^(x - 1).
  case geometric

  /// The degrees of importance.
  public static let degrees = 1...9

  /// The ratio for a degree from 1 to 9 in a matrix of `size` rows, at least 2: 1 for degree 1,
  /// rising with the degree.
  public func ratio(degree: Int, size: Int) -> Double {
    precondition(Self.degrees.contains(degree), "a degree of importance is from 1 to 9")
    precondition(size >= 2, "two things at least are compared")
    let (x, n) = (Double(degree), Double(size))
    return switch self {
    case .linear: x
    case .logarithmic: log2(x + 1)
    case .root: x.squareRoot()
    case .inverseLinear: 9 / (10 - x)
    case .balanced: (9 + x) / (11 - x)
    case .generalisedBalanced: (9 + (n - 1) * x) / (9 + n - x)
    case .adaptive: pow(x, 1 + log(n - 1) / log(9))
    case .adaptiveBalanced: Self.ratio(ofWeight: 1 / n + (0.9 - 1 / n) / 8 * (x - 1), n)
    case .power: x * x
    case .geometric: pow(2, x - 1)
    }
  }

  /// The judgement against each of n - 1 others that gives a thing its weight.
  private static func ratio(ofWeight weight: Double, _ n: Double) -> Double {
    weight * (n - 1) / (1 - weight)
  }

  /// Who proposed the scale.
  public var source: String {
    switch self {
    case .linear:
      "Saaty, T. L. (1977). A scaling method for priorities in hierarchical structures. Journal of "
        + "Mathematical Psychology 15(3), 234-281. doi:10.1016/0022-2496(77)90033-5"
    case .logarithmic:
      "Ishizaka, A., Balkenborg, D., Kaplan, T. (2011). Influence of aggregation and measurement "
        + "scale on ranking a compromise alternative in AHP. Journal of the Operational Research "
        + "Society 62(4), 700-710. doi:10.1057/jors.2010.23"
    case .root, .power:
      "Harker, P. T., Vargas, L. G. (1987). The theory of ratio scale estimation: Saaty's analytic "
        + "hierarchy process. Management Science 33(11), 1383-1403. doi:10.1287/mnsc.33.11.1383"
    case .inverseLinear:
      "Ma, D., Zheng, X. (1991). 9/9-9/1 scale method of AHP. Proceedings of the 2nd International "
        + "Symposium on the AHP 1, Pittsburgh, 197-202"
    case .balanced:
      "Salo, A. A., Hamalainen, R. P. (1997). On the measurement of preferences in the analytic "
        + "hierarchy process. Journal of Multi-Criteria Decision Analysis 6(6), 309-319. "
        + "doi:10.1002/(SICI)1099-1360(199711)6:6<309::AID-MCDA163>3.0.CO;2-2"
    case .generalisedBalanced, .adaptive, .adaptiveBalanced:
      "Goepel, K. D. (2019). Comparison of judgment scales of the analytical hierarchy process: a "
        + "new approach. International Journal of Information Technology & Decision Making 18(2), "
        + "445-463. doi:10.1142/S0219622019500044"
    case .geometric:
      "Lootsma, F. A. (1989). Conflict resolution via pairwise comparison of concessions. European "
        + "Journal of Operational Research 40(1), 109-116. doi:10.1016/0377-2217(89)90278-6"
    }
  }

  /// The judgement that stands for another one on this scale; nil when that is neither a whole number
  /// from 1 to 9 nor the reciprocal of one.
  public func judgement(_ judgement: Judgement, size: Int) -> Judgement? {
    let larger = max(judgement.value, judgement.reciprocalValue)
    guard let degree = Self.degrees.first(where: { abs(larger - Double($0)) <= 1e-12 * larger })
    else { return nil }
    // What is written stays as it is written.
    if self == .linear { return judgement }
    let ratio = Judgement(computed: ratio(degree: degree, size: size))
    return judgement.value < 1 ? ratio.reciprocal : ratio
  }
}
