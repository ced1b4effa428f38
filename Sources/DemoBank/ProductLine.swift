/// A class of business, for which the ledger has one row of old and one of new business.
enum ProductLine: Int, CaseIterable {
  case deposits, loans, intermediary, settlement, wealth, insurance, cards

  var name: Name {
    switch self {
    case .deposits: Name("deposits", "存款")
    case .loans: Name("loans", "贷款")
    case .intermediary: Name("intermediary", "中间业务")
    case .settlement: Name("settlement", "结算")
    case .wealth: Name("wealth", "理财")
    case .insurance: Name("insurance", "保险")
    case .cards: Name("cards", "银行卡")
    }
  }

  /// Two to four different lines, in the order of the cases, as someone in the role would have them.
  static func draw(for role: Role, using generator: inout SeededGenerator) -> [ProductLine] {
    var weights = weights(for: role)
    let count = 2 + generator.index(weights: [1, 2, 1])
    for _ in 0..<count { weights[generator.index(weights: weights)] = 0 }
    return allCases.filter { weights[$0.rawValue] == 0 }
  }

  private static func weights(for role: Role) -> [Double] {
    switch role {
    case .corporate: [0.30, 0.30, 0.12, 0.15, 0.03, 0.03, 0.07]
    case .personal: [0.25, 0.30, 0.05, 0.03, 0.15, 0.07, 0.15]
    case .wealth: [0.20, 0.05, 0.05, 0.02, 0.40, 0.20, 0.08]
    }
  }
}
