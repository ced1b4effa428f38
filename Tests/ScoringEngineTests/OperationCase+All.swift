import ScoringPlan

private func fault(_ kind: FaultKind) -> Value { .fault(Fault(kind, origin: 0)) }

private func binary(
  _ sentence: String, _ left: String, _ right: String, _ rows: [(String, String, Value)],
  _ operation: @escaping @Sendable (Register, Register) -> ScoringPlan.Operation
) -> OperationCase {
  OperationCase(sentence, rows.map { ([left: $0.0, right: $0.1], $0.2) }) {
    operation($1[left]!, $1[right]!)
  }
}

private func unary(
  _ sentence: String, _ name: String, _ rows: [(String, Value)],
  _ operation: @escaping @Sendable (inout PlanSketch, Register) -> ScoringPlan.Operation
) -> OperationCase {
  OperationCase(sentence, rows.map { ([name: $0.0], $0.1) }) { operation(&$0, $1[name]!) }
}

private let states: [(String, String, Value)] = [
  ("", "1", .missing), ("1", "", .missing), ("!", "", fault(.divisionByZero)),
  ("", "!", fault(.divisionByZero)), ("!!", "!", fault(.logarithmOfNonPositive)),
  ("!", "!!", fault(.divisionByZero)),
]

/// 1e308, spelled out as plain decimals have no exponents.
private let huge = "1" + String(repeating: "0", count: 308)

extension OperationCase {
  static let all: [OperationCase] = [
    binary("adds", "a", "b", [("0.1", "0.2", .number(0.1 + 0.2))] + states) {
      .arithmetic(.add, $0, $1)
    },
    binary(
      "subtracts", "a", "b",
      [("1", "0.9", .number(1 - 0.9)), ("-\(huge)", huge, fault(.overflow))] + states
    ) { .arithmetic(.subtract, $0, $1) },
    binary(
      "multiplies", "a", "b",
      [("1.1", "1.1", .number(1.1 * 1.1)), (huge, "10", fault(.overflow))] + states
    ) { .arithmetic(.multiply, $0, $1) },
    binary(
      "divides, and by zero is a fault", "a", "b",
      [
        ("1", "3", .number(1.0 / 3)), ("1", "0", fault(.divisionByZero)),
        ("0", "0", fault(.divisionByZero)), (huge, "0.1", fault(.overflow)),
      ] + states
    ) { .arithmetic(.divide, $0, $1) },
    binary(
      "raises to a power where that is a real number", "a", "b",
      [
        ("2", "10", .number(1024)), ("0", "0", .number(1)), ("0", "-1", fault(.divisionByZero)),
        ("-8", "0.5", fault(.powerUndefined)), ("10", "309", fault(.overflow)),
        ("-2", "3", .number(-8)),
      ] + states
    ) { .binary(.power, $0, $1) },
    binary(
      "takes the smaller", "a", "b", [("2", "3", .number(2)), ("3", "2", .number(2))] + states
    ) {
      .minimum($0, $1)
    },
    binary("takes the larger", "a", "b", [("2", "3", .number(3)), ("3", "2", .number(3))] + states)
    {
      .maximum($0, $1)
    },
    binary(
      "compares numbers", "a", "b",
      [("2", "2", .truth(true)), ("2", "3", .truth(true)), ("3", "2", .truth(false))] + states
    ) { .compare(.lessOrEqual, $0, $1) },
    binary(
      "compares truths, false before true", "p", "q",
      [
        ("FALSE", "TRUE", .truth(true)), ("TRUE", "TRUE", .truth(false)), ("", "TRUE", .missing),
        ("!", "", fault(.divisionByZero)),
      ]
    ) { .compare(.less, $0, $1) },
    binary(
      "compares texts by their bytes", "s", "t",
      [
        ("Z", "a", .truth(true)), ("a", "ab", .truth(true)), ("ab", "ab", .truth(false)),
        ("行", "a", .truth(false)), ("", "a", .missing), ("!", "!!", fault(.divisionByZero)),
      ]
    ) { .compareText(.less, $0, $1) },
    binary(
      "lets the leftmost fault count when texts are compared the other way round", "s", "t",
      [
        ("b", "a", .truth(true)), ("a", "a", .truth(false)), ("!", "!!", fault(.divisionByZero)),
        ("!!", "!", fault(.logarithmOfNonPositive)),
      ]
    ) { .compareText(.greater, $0, $1) },
    binary(
      "tells spellings of one letter apart", "s", "t",
      [("\u{E9}", "e\u{301}", .truth(false)), ("\u{E9}", "\u{E9}", .truth(true))]
    ) { .compareText(.equal, $0, $1) },
    OperationCase(
      "compares with a text that no row holds",
      [(["s": "a"], .truth(true)), (["s": "c"], .truth(false)), (["s": ""], .missing)]
    ) { .compareText(.less, $1["s"]!, $0.add(.text("b"))) },
    binary(
      "and: false or a fault on the left decides, then false or a fault on the right", "p", "q",
      [
        ("TRUE", "TRUE", .truth(true)), ("TRUE", "FALSE", .truth(false)),
        ("FALSE", "!", .truth(false)), ("FALSE", "", .truth(false)), ("", "FALSE", .truth(false)),
        ("", "TRUE", .missing), ("", "", .missing), ("TRUE", "", .missing),
        ("", "!", fault(.divisionByZero)), ("!", "FALSE", fault(.divisionByZero)),
        ("TRUE", "!!", fault(.logarithmOfNonPositive)), ("!", "!!", fault(.divisionByZero)),
      ]
    ) { .and($0, $1) },
    binary(
      "or: true or a fault on the left decides, then true or a fault on the right", "p", "q",
      [
        ("FALSE", "FALSE", .truth(false)), ("FALSE", "TRUE", .truth(true)),
        ("TRUE", "!", .truth(true)), ("TRUE", "", .truth(true)), ("", "TRUE", .truth(true)),
        ("", "FALSE", .missing), ("", "", .missing), ("FALSE", "", .missing),
        ("", "!", fault(.divisionByZero)), ("!", "TRUE", fault(.divisionByZero)),
      ]
    ) { .or($0, $1) },
    unary(
      "turns truths", "p",
      [("TRUE", .truth(false)), ("FALSE", .truth(true)), ("", .missing)]
    ) { .not($1) },
    unary("turns signs", "a", [("2.5", .number(-2.5)), ("0", .number(-0.0)), ("", .missing)]) {
      .negate($1)
    },
    unary("takes amounts", "a", [("-2.5", .number(2.5)), ("", .missing)]) {
      .unary(.absolute, $1)
    },
    unary(
      "takes square roots of what is not negative", "a",
      [("2", .number(2.0.squareRoot())), ("-1", fault(.squareRootOfNegative)), ("", .missing)]
    ) { .unary(.squareRoot, $1) },
    unary(
      "takes logarithms of what is positive", "a",
      [
        ("1", .number(0)), ("0", fault(.logarithmOfNonPositive)),
        ("-1", fault(.logarithmOfNonPositive)), ("!", fault(.divisionByZero)),
      ]
    ) { .unary(.naturalLogarithm, $1) },
    unary(
      "raises e to powers", "a", [("0", .number(1)), ("1000", fault(.overflow)), ("", .missing)]
    ) { .unary(.exponential, $1) },
    binary(
      "rounds halves of the shortest decimal away from zero", "a", "b",
      [
        ("1.005", "2", .number(1.01)), ("-2.5", "0", .number(-3)), ("1234", "-2.9", .number(1200)),
        ("1.25", "1.9", .number(1.3)), ("1", "", .missing),
      ]
    ) { .binary(.round, $0, $1) },
    OperationCase(
      "selects, and only the chosen value's state counts",
      [
        (["p": "TRUE", "a": "1", "b": "!"], .number(1)),
        (["p": "FALSE", "a": "!", "b": "2"], .number(2)), (["p": "FALSE", "a": "1"], .missing),
        (["p": "TRUE", "a": "!!", "b": "2"], fault(.logarithmOfNonPositive)),
        (["p": "", "a": "1", "b": "2"], .missing), (["p": "!", "a": "1"], fault(.divisionByZero)),
      ]
    ) { .select(condition: $1["p"]!, then: $1["a"]!, otherwise: $1["b"]!) },
    binary(
      "puts a substitute where a value is missing, not where it is a fault", "a", "b",
      [
        ("1", "2", .number(1)), ("", "2", .number(2)), ("", "", .missing),
        ("", "!!", fault(.logarithmOfNonPositive)), ("!", "2", fault(.divisionByZero)),
        ("1", "!", .number(1)),
      ]
    ) { .ifMissing($0, $1) },
    unary(
      "tells whether a text is missing", "s",
      [("x", .truth(false)), ("", .truth(true)), ("!", fault(.divisionByZero))]
    ) { .isMissing($1) },
    unary(
      "reads curves between, at and beyond their points, and after a jump", "a",
      [
        ("-1", .number(10)), ("0", .number(10)), ("0.3", .number(10 + (20.0 - 10) * 0.3 / 1)),
        ("1", .number(50)), ("1.5", .number(45)), ("2", .number(40)), ("9", .number(40)),
        ("", .missing),
      ]
    ) { .curve($0.curve(.linear, [(0, 10), (1, 20), (1, 50), (2, 40)]), $1) },
    unary(
      "reads steps at, between and below their thresholds", "a",
      [
        ("-1", .number(10)), ("0", .number(10)), ("0.9", .number(10)), ("1", .number(20)),
        ("5", .number(20)), ("!", fault(.divisionByZero)),
      ]
    ) { .curve($0.curve(.step, [(0, 10), (1, 20)]), $1) },
    OperationCase(
      "looks texts up, and the default counts only for others",
      [
        (["s": "x", "a": "!"], .number(1)), (["s": "z", "a": "7"], .number(7)),
        (["s": "z"], .missing), (["s": "", "a": "7"], .missing),
        (["s": "z", "a": "!!"], fault(.logarithmOfNonPositive)),
        (["s": "!", "a": "7"], fault(.divisionByZero)),
      ]
    ) { .lookup($0.lookup([("x", 1), ("y", 2)]), $1["s"]!, default: $1["a"]!) },
    unary(
      "tells spellings of one letter apart in lookups", "s",
      [("e\u{301}", .number(2)), ("\u{E9}", .number(1))]
    ) { .lookup($0.lookup([("\u{E9}", 1), ("e\u{301}", 2)]), $1, default: nil) },
    unary(
      "makes a text that no lookup lists a fault when there is no default", "s",
      [("y", .number(2)), ("z", fault(.unknownText)), ("", .missing)]
    ) { .lookup($0.lookup([("x", 1), ("y", 2)]), $1, default: nil) },
    OperationCase(
      "weighs in order, and rescales the weights that remain",
      [
        (["a": "10", "b": "20"], .number(0.7 * 10 + 0.2 * 20)),
        (["a": "10"], .number(0.7 / 0.7 * 10)), (["b": "20"], .number(0.2 / 0.2 * 20)),
        ([:], fault(.allMeasuresExcluded)),
        (["a": "!", "b": "!!"], fault(.divisionByZero)),
        (["b": "!!"], fault(.logarithmOfNonPositive)),
      ]
    ) {
      .weightedSum(
        [
          WeightedTerm(value: $1["a"]!, weight: .slot($0.slot(0.7)), excludesMissing: true),
          WeightedTerm(value: $1["b"]!, weight: .slot($0.slot(0.2)), excludesMissing: true),
        ], rescales: true)
    },
    OperationCase(
      "leaves weights as they are where the sum does not rescale, and needs what is not excluded",
      [
        (["a": "10"], .number(7)), (["b": "20"], .missing),
        (["a": "", "b": "!"], fault(.divisionByZero)),
      ]
    ) {
      .weightedSum(
        [
          WeightedTerm(value: $1["a"]!, weight: .slot($0.slot(0.7)), excludesMissing: false),
          WeightedTerm(value: $1["b"]!, weight: .slot($0.slot(0.2)), excludesMissing: true),
        ], rescales: false)
    },
    unary("makes sums beyond the range of doubles a fault", "a", [(huge, fault(.overflow))]) {
      let term = WeightedTerm(value: $1, weight: .slot($0.slot(1)), excludesMissing: false)
      return .weightedSum([term, term], rescales: true)
    },
    OperationCase(
      "makes the sum a fault when only weights of zero remain",
      [(["b": "20"], fault(.allMeasuresExcluded)), (["a": "5", "b": "20"], .number(5))]
    ) {
      .weightedSum(
        [
          WeightedTerm(value: $1["a"]!, weight: .slot($0.slot(1)), excludesMissing: true),
          WeightedTerm(value: $1["b"]!, weight: .slot($0.slot(0)), excludesMissing: true),
        ], rescales: true)
    },
  ]
}
