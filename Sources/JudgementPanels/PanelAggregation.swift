/// How many judges become one set of weights.
///
/// Forman, E., Peniwati, K. (1998), European Journal of Operational Research 108(1), 165-169,
/// doi:10.1016/S0377-2217(97)00244-0.
public enum PanelAggregation: String, CaseIterable, Sendable {
  /// For each pair the weighted geometric mean of the judgements (AIJ).
  case judgements
  /// The weighted geometric mean of the respondents' own priorities (AIP).
  case priorities
}
