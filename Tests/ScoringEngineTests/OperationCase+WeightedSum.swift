import ScorecardPolicy
import ScoringPlan

extension OperationCase {
  /// Sums whose weights are numbers of the row, and sums whose terms need not apply.
  static let weightedSums: [OperationCase] = [
    OperationCase(
      "takes weights from a register, and rescales those that remain",
      [
        (["a": "10", "b": "0.25"], .number(0.25 * 10 + 0.5 * 0.25)),
        (["b": "0.25"], .number(0.5 / 0.5 * 0.25)),
        (["a": "10"], .missing),
        (["a": "10", "b": "!"], .fault(Fault(.divisionByZero, origin: 0))),
      ]
    ) {
      .weightedSum(
        [
          WeightedTerm(value: $1["a"]!, weight: .register($1["b"]!), excludesMissing: true),
          WeightedTerm(value: $1["b"]!, weight: .slot($0.slot(0.5)), excludesMissing: false),
        ], rescales: true)
    },
    OperationCase(
      "needs a weight also of a term whose value is left out",
      [(["b": "1"], .missing), (["a": "2", "b": "1"], .number(5))]
    ) {
      .weightedSum(
        [
          WeightedTerm(value: $1["b"]!, weight: .slot($0.slot(1)), excludesMissing: true),
          WeightedTerm(value: $1["a"]!, weight: .register($1["a"]!), excludesMissing: true),
        ], rescales: true)
    },
    OperationCase(
      "leaves out terms that do not apply, and only those",
      [
        (["a": "10", "b": "20", "p": "TRUE", "q": "TRUE"], .number(0.7 * 10 + 0.2 * 20)),
        (["a": "10", "b": "20", "p": "FALSE", "q": "TRUE"], .number(0.2 / 0.2 * 20)),
        (["b": "20", "p": "FALSE", "q": "TRUE"], .number(0.2 / 0.2 * 20)),
        (["a": "!", "b": "20", "p": "FALSE", "q": "TRUE"], .number(0.2 / 0.2 * 20)),
        (["a": "10", "b": "20", "p": "", "q": "!"], .number(0.7 * 10 + 0.2 * 20)),
        (["a": "10", "p": "TRUE", "q": "TRUE"], .missing),
        (["p": "FALSE", "q": "FALSE"], .fault(Fault(.allMeasuresExcluded, origin: 0))),
      ]
    ) { .weightedSum(terms(&$0, $1, excludesMissing: false), rescales: true) },
    OperationCase(
      "is 0 where no term applies and nothing is rescaled",
      [
        (["a": "10", "b": "20", "p": "FALSE", "q": "FALSE"], .number(0)),
        (["a": "10", "b": "20", "p": "FALSE", "q": "TRUE"], .number(0.2 * 20)),
        (["b": "20", "p": "TRUE", "q": "FALSE"], .fault(Fault(.allMeasuresExcluded, origin: 0))),
      ]
    ) { .weightedSum(terms(&$0, $1, excludesMissing: true), rescales: false) },
  ]

  private static func terms(
    _ sketch: inout PlanSketch, _ operands: Operands, excludesMissing: Bool
  ) -> [WeightedTerm] {
    [
      WeightedTerm(
        value: operands["a"]!, weight: .slot(sketch.slot(0.7)), applies: operands["p"]!,
        excludesMissing: excludesMissing),
      WeightedTerm(
        value: operands["b"]!, weight: .slot(sketch.slot(0.2)), applies: operands["q"]!,
        excludesMissing: excludesMissing),
    ]
  }
}
