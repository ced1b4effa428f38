/// A measure of how far judgements are from being consistent, besides the consistency ratio.
///
/// Each needs three labels. Consistent judgements have 0, or 1 by `cavalloDApuzzo`; the more they
/// contradict each other, the larger it is. All are defined in Brunelli, M. (2018), A survey of
/// inconsistency indices for pairwise comparisons, International Journal of General Systems 47(8),
/// 751-771, doi:10.1080/03081079.2018.1523156, but the last two.
public enum InconsistencyIndex: String, CaseIterable, Sendable {
  /// GCI: the squared logarithms of a_ij w_j / w_i, with weights by row geometric means, summed over pairs
  /// and divided by (n - 1) (n - 2) / 2.
  case geometric = "geometric-consistency-index"
  /// HCI: (h - n) (n + 1) / (n (n - 1)), where h is the harmonic mean of the column sums.
  case harmonic = "harmonic-consistency-index"
  /// The largest over triads of 1 - min(k, 1 / k), where k = a_ij a_jk / a_ik.
  case koczkodaj
  /// The mean over triads of what `koczkodaj` takes the largest of.
  case meanTriad = "mean-triad-inconsistency"
  /// The mean over triads of k + 1 / k - 2, which is the determinant of the triad's own matrix.
  case pelaezLamata = "pelaez-lamata"
  /// The mean over pairs of (r - s) / ((1 + r) (1 + s)), where r and s are the largest and the smallest of
  /// a_ik a_kj over all k.
  case saloHamalainen = "salo-hamalainen"
  /// The sum of all distances of the columns, each divided by its sum, from the geometric-mean weights,
  /// divided by n.
  case goldenWang = "golden-wang"
  /// The share of the sum of squared logarithms of the judgements that the geometric-mean weights do not
  /// account for; from 0 to 1.
  case relativeError = "relative-error"
  /// The geometric mean over triads of max(k, 1 / k); at least 1.
  case cavalloDApuzzo = "cavallo-dapuzzo"
  /// The mean congruence of the judgements: see `JudgementDetail`.
  case congruence
  /// The mean dissonance of the judgements: see `JudgementDetail`.
  case dissonance

  /// The publication that it is from.
  public var source: String {
    switch self {
    case .geometric:
      "Crawford, G., Williams, C. (1985). Journal of Mathematical Psychology 29(4), 387-405. "
        + "doi:10.1016/0022-2496(85)90002-1"
    case .harmonic: Self.steinMizzi
    case .koczkodaj: Self.koczkodaj1993
    case .meanTriad:
      "Kulakowski, K., Szybowski, J. (2014). The new triad based inconsistency indices for pairwise "
        + "comparisons. Procedia Computer Science 35, 1132-1137. doi:10.1016/j.procs.2014.08.205"
    case .pelaezLamata:
      "Pelaez, J. I., Lamata, M. T. (2003). A new measure of consistency for positive reciprocal "
        + "matrices. Computers & Mathematics with Applications 46(12), 1839-1845. "
        + "doi:10.1016/S0898-1221(03)90240-9"
    case .saloHamalainen:
      "Salo, A. A., Hamalainen, R. P. (1997). On the measurement of preferences in the analytic "
        + "hierarchy process. Journal of Multi-Criteria Decision Analysis 6(6), 309-319. "
        + "doi:10.1002/(SICI)1099-1360(199711)6:6<309::AID-MCDA163>3.0.CO;2-2"
    case .goldenWang:
      "Golden, B. L., Wang, Q. (1989). An alternate measure of consistency. In: Golden, B. L., "
        + "Wasil, E. A., Harker, P. T. (eds.), The Analytic Hierarchy Process: Applications and "
        + "Studies, Springer, 68-81"
    case .relativeError:
      "Barzilai, J. (1998). Consistency measures for pairwise comparison matrices. Journal of "
        + "Multi-Criteria Decision Analysis 7(3), 123-132. "
        + "doi:10.1002/(SICI)1099-1360(199805)7:3<123::AID-MCDA181>3.0.CO;2-8"
    case .cavalloDApuzzo:
      "Cavallo, B., D'Apuzzo, L. (2009). A general unified framework for pairwise comparison "
        + "matrices in multicriterial methods. International Journal of Intelligent Systems 24(4), "
        + "377-398. doi:10.1002/int.20329"
    case .congruence, .dissonance:
      "Siraj, S., Mikhailov, L., Keane, J. A. (2015). Contribution of individual judgments toward "
        + "inconsistency in pairwise comparisons. European Journal of Operational Research 242(2), "
        + "557-567. doi:10.1016/j.ejor.2014.10.024"
    }
  }

  /// Up to where judgements of that many labels are acceptable, as published; nil where nobody has said.
  ///
  /// For `harmonic` a tenth of its own random index, where that was published.
  public func threshold(size: Int) -> Double? {
    guard size > 2 else { return nil }
    return switch self {
    case .geometric: [3: 0.31, 4: 0.35][size] ?? 0.37
    case .harmonic: Self.harmonicRandomIndex[size].map { $0 / 10 }
    case .koczkodaj: 1.0 / 3
    default: nil
    }
  }

  /// The publication that the threshold is from.
  public var thresholdSource: String? {
    switch self {
    case .geometric:
      "Aguaron, J., Moreno-Jimenez, J. M. (2003). The geometric consistency index: approximated "
        + "thresholds. European Journal of Operational Research 147(1), 137-145. "
        + "doi:10.1016/S0377-2217(02)00255-2"
    case .harmonic: Self.steinMizzi
    case .koczkodaj: Self.koczkodaj1993
    default: nil
    }
  }

  private static let steinMizzi =
    "Stein, W. E., Mizzi, P. J. (2007). The harmonic consistency index for the analytic hierarchy "
    + "process. European Journal of Operational Research 177(1), 488-497. "
    + "doi:10.1016/j.ejor.2005.10.057"
  private static let koczkodaj1993 =
    "Koczkodaj, W. W. (1993). A new definition of consistency of pairwise comparisons. "
    + "Mathematical and Computer Modelling 18(7), 79-84. doi:10.1016/0895-7177(93)90059-8"

  /// The mean harmonic consistency index of random matrices, by their size.
  private static let harmonicRandomIndex = [
    3: 0.550, 4: 0.859, 5: 1.061, 6: 1.205, 7: 1.310, 8: 1.381, 9: 1.437, 10: 1.484, 15: 1.599,
    20: 1.650, 25: 1.675,
  ]
}
