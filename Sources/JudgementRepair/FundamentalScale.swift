import AHP
import Glibc

/// Saaty's scale of judgements, 1/9 ... 1/2, 1, 2 ... 9, as steps -8 ... 8.
enum FundamentalScale {
  /// The judgements from 1/9 to 9.
  static let judgements: [Judgement] =
    (2...9).reversed().compactMap { Judgement(value: Double($0))?.reciprocal } + [.equal]
    + (2...9).compactMap { Judgement(value: Double($0)) }

  /// The natural logarithms of the judgements.
  static let logarithms: [Double] =
    (2...9).reversed().map { -log(Double($0)) } + (1...9).map { log(Double($0)) }

  /// The logarithm of 9, the bound of every judgement.
  static let bound = log(9.0)

  /// Where a judgement stands among the steps; between two of them if it is not on the scale.
  static func step(of judgement: Judgement) -> Double {
    judgement.value >= 1 ? judgement.value - 1 : 1 - judgement.reciprocalValue
  }

  /// The step of the judgement with that index.
  static func step(at index: Int) -> Double { Double(index - 8) }
}
