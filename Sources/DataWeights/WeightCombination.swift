/// How weights from judgements and weights from data become one.
public enum WeightCombination: Hashable, Sendable {
  /// Their product, divided by the sum of the products.
  ///
  /// As Ma, J., Fan, Z. P., Huang, L. H. (1999), European Journal of Operational Research 112(2),
  /// 397-404, doi:10.1016/S0377-2217(98)00141-6, discuss of subjective and objective weights.
  case multiplicative
  /// A share of the one, the first, and the rest of the other.
  case linear(share: Double)
}
