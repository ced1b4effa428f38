/// What a respondent counts in the group.
public enum RespondentWeighting: String, CaseIterable, Sendable {
  /// As much as the file says.
  case given
  /// The file's weight by 1 + CR / 0.1: half of it for a respondent at the usual threshold.
  ///
  /// Altuzarra, A., Moreno-Jimenez, J. M., Salvador, M. (2007), European Journal of Operational
  /// Research 182(1), 367-382, doi:10.1016/j.ejor.2006.07.025, weigh by the inverse of the variance
  /// that the inconsistency shows. That of the threshold is added here, so that whoever is perfectly
  /// consistent does not decide alone; 1 / (1 + 10 CR) is also usual in the literature in Chinese. Who
  /// has no ratio, for not having compared every pair, counts as one at the threshold.
  case consistency

  /// What a weight is multiplied by for a consistency ratio; nil where there is none.
  public func factor(ratio: Double?) -> Double {
    switch self {
    case .given: 1
    case .consistency: 1 / (1 + (ratio ?? Self.threshold) / Self.threshold)
    }
  }

  private static let threshold = 0.1
}
