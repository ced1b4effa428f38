import Calendars
import ColumnStore
import ScorecardPolicy

/// Turns a policy into the recipe of its data.
struct RecipeCompiler {
  let policy: Policy
  private let use: PolicyUse
  private(set) var recipe = BankRecipe()
  private var defaultDate: Int
  private var defaultPeriod: Int

  private init(_ policy: Policy) {
    self.policy = policy
    use = PolicyUse(policy)
    let day = policy.effectiveFrom.flatMap { CivilDate($0) } ?? Self.ordinaryDay
    defaultDate = day.number
    let (year, month, _) = day.parts
    defaultPeriod = (year * 12 + month - 1) * 16 + 1
  }

  private static let ordinaryDay = CivilDate(number: 20_454)  // 2026-01-01

  /// The recipe of a policy's data.
  ///
  /// - Throws: when hints leave a table no rows that its `unique` or `order` allow.
  static func recipe(_ policy: Policy) throws(SyntheticBankError) -> BankRecipe {
    var compiler = RecipeCompiler(policy)
    compiler.recipe.parts = compiler.recipe.add(Marginal(.lognormal(median: 1, sigma: 0.7)))
    for index in policy.tables.indices { try compiler.addTable(index) }
    compiler.recipe.famous = compiler.famousColumn()
    return compiler.recipe
  }

  private mutating func addTable(_ index: Int) throws(SyntheticBankError) {
    let table = policy.tables[index]
    var columns: [ColumnRecipe] = []
    for column in table.columns {
      var made = try self.column(column, table, isSubject: index == 0, before: columns)
      try addReferences(&made, column, table)
      columns.append(made)
    }
    let distinct = try self.distinct(table, columns, isSubject: index == 0)
    for place in distinct { columns[place].isDistinct = true }
    var keyDigits = 0
    if case .digits(let digits) = table.key.generate?.source { keyDigits = digits }
    var made = TableRecipe(
      name: table.name, key: table.key, declarations: table.columns, columns: columns,
      keyDigits: keyDigits, rowCounts: [], distinct: distinct, rowBytes: 0)
    made.rowCounts = rowCounts(table, made, isSubject: index == 0)
    made.rowBytes = 32 + columns.reduce(0) { $0 + bytes($1) }
    recipe.tables.append(made)
  }

  /// The most bytes of a cell and its separator.
  private func bytes(_ column: ColumnRecipe) -> Int {
    switch column.kind {
    case .text: 1 + ((0..<column.count).map { recipe.texts[column.start + $0].count }.max() ?? 0)
    case .branch, .region, .person: 80
    default: 28
    }
  }

  private func famousColumn() -> Int {
    guard let subjects = recipe.tables.first else { return -1 }
    return subjects.columns.firstIndex { column in
      guard column.kind == .attains else { return false }
      let plan = subjects.columns[column.reference]
      return plan.kind == .drawn && plan.scale == column.scale
    } ?? -1
  }

  // MARK: Columns

  private mutating func column(
    _ column: ColumnDeclaration, _ table: TableDeclaration, isSubject: Bool,
    before: [ColumnRecipe]
  ) throws(SyntheticBankError) -> ColumnRecipe {
    switch column.type {
    case .number: number(column, table, isSubject: isSubject)
    case .text: text(column, table, isSubject: isSubject, before: before)
    case .truth: truth(column)
    case .date, .period: time(column, table)
    }
  }

  private func truth(_ column: ColumnDeclaration) -> ColumnRecipe {
    var made = ColumnRecipe(kind: .truth, form: .truth)
    var share = 0.5
    if case .share(let given) = column.generate?.source { share = given }
    made.share = Self.part(share)
    made.blank = Self.part(column.generate?.blank ?? 0)
    made.hasEvents = made.blank > 0
    return made
  }

  private mutating func time(
    _ column: ColumnDeclaration, _ table: TableDeclaration
  ) -> ColumnRecipe {
    let isDate = column.type == .date
    var made = ColumnRecipe(kind: .counting, form: isDate ? .date : .period)
    made.first = isDate ? defaultDate : defaultPeriod
    bound(&made, column)
    made.first = max(made.least, min(made.most, made.first))
    made.blank = Self.part(column.generate?.blank ?? 0)
    made.hasEvents = made.blank > 0
    switch column.generate?.source {
    case .counting(let first): made.first = Int(first)
    case .distribution(.uniform(let from, let to)): draw(&made, from: from, to: to)
    default:
      let isApart = table.order == column.name || table.uniqueBy.contains(column.name)
      guard isDate, !isApart else { break }
      let first = Double(made.first)
      draw(&made, from: first, to: min(first + 364, Double(made.most)))
    }
    return made
  }

  private mutating func draw(_ column: inout ColumnRecipe, from: Double, to: Double) {
    column.kind = .drawn
    column.start = recipe.add(Marginal(.uniform(from: from - 0.499, to: to + 0.499)))
  }

  private mutating func text(
    _ column: ColumnDeclaration, _ table: TableDeclaration, isSubject: Bool,
    before: [ColumnRecipe]
  ) -> ColumnRecipe {
    let name = PolicyUse.ColumnName(table: table.name, column: column.name)
    var made = ColumnRecipe(kind: .text, form: .text)
    made.blank = Self.part(column.generate?.blank ?? 0)
    made.hasEvents = made.blank > 0
    var texts = column.allowedTexts.isEmpty ? use.texts[name] ?? [] : column.allowedTexts
    switch column.generate?.source {
    case .among(let choices): return chosen(made, choices)
    case .digits(let digits):
      (made.kind, made.digits) = (.digits, digits)
      return made
    case .name(let kind):
      made.kind = Self.kind(kind)
      return made
    default: break
    }
    if texts.isEmpty, isSubject, use.groups.contains(name) {
      made.kind = before.contains { $0.kind == .branch } ? .region : .branch
      return made
    }
    if texts.isEmpty, table.uniqueBy.contains(column.name) {
      (made.kind, made.digits) = (.digits, 10)
      return made
    }
    if texts.isEmpty { texts = (1...9).map { "\(column.name) \($0)" } }
    return chosen(made, texts.map { GenerateHint.Choice($0) })
  }

  private static func kind(_ kind: GenerateHint.NameKind) -> ColumnRecipe.Kind {
    switch kind {
    case .branch: .branch
    case .region: .region
    case .person: .person
    }
  }

  private mutating func chosen(
    _ column: ColumnRecipe, _ choices: [GenerateHint.Choice]
  ) -> ColumnRecipe {
    var made = column
    made.count = choices.count
    made.start = recipe.add(choices)
    return made
  }

  private mutating func number(
    _ column: ColumnDeclaration, _ table: TableDeclaration, isSubject: Bool
  ) -> ColumnRecipe {
    let hint = column.generate
    let usual = ColumnDefaults(column)
    var made = ColumnRecipe(kind: .drawn, form: .number)
    let decimals = hint?.decimals ?? decimals(of: hint) ?? usual.decimals
    setDecimals(decimals, &made, column)
    bound(&made, column)
    let name = PolicyUse.ColumnName(table: table.name, column: column.name)
    if use.divisors.contains(name), hint?.zero ?? 0 == 0, made.least <= 0 { made.least = 1 }
    setLoading(hint?.loading ?? 0, &made)
    switch hint?.source {
    case .distribution(let distribution): made.start = recipe.add(Marginal(distribution))
    case .among(let choices):
      made = chosen(made, choices)
      made.kind = .number
    case .attains(_, let median, let sigma), .splits(_, let median, let sigma):
      if case .attains = hint?.source { made.kind = .attains } else { made.kind = .splits }
      made.start = recipe.add(Marginal(.lognormal(median: median, sigma: sigma)))
      setLoading(hint?.loading ?? 0.45, &made)
    case .counting(let first):
      (made.kind, made.first) = (.counting, Int((first * made.scale).rounded()))
    default:
      let isApart = table.order == column.name || table.uniqueBy.contains(column.name)
      if isApart, !isSubject {
        (made.kind, made.first) = (.counting, max(made.least, Int(made.scale)))
      } else {
        made.start = recipe.add(Marginal(usual.distribution))
      }
    }
    addEvents(&made, column, hint)
    return made
  }

  /// The decimals of numbers that a hint lists.
  private func decimals(of hint: GenerateHint?) -> Int? {
    switch hint?.source {
    case .among(let choices):
      choices.map { choice in
        (0...6).first {
          let scale = PlainDecimal.powersOfTen[$0]
          return (choice.number * scale).rounded() / scale == choice.number
        } ?? 6
      }.max()
    case .counting, .distribution(.poisson): 0
    default: nil
    }
  }

  private func setDecimals(
    _ decimals: Int, _ made: inout ColumnRecipe, _ column: ColumnDeclaration
  ) {
    made.scale = PlainDecimal.powersOfTen[decimals]
    let shift = column.unit.flatMap { column.fileUnit?.pointShift(to: $0) } ?? 0
    made.places = max(0, decimals - shift)
    for _ in 0..<max(0, min(12, shift - decimals)) { made.factor *= 10 }
  }

  /// The bounds inwards to the last written place.
  private func bound(_ made: inout ColumnRecipe, _ column: ColumnDeclaration) {
    let most = 1e15
    if let minimum = column.minimum {
      made.least = Int(max(-most, min(most, (minimum * made.scale).rounded(.up))))
    }
    if let maximum = column.maximum {
      made.most = Int(max(-most, min(most, (maximum * made.scale).rounded(.down))))
    }
  }

  private func setLoading(_ loading: Double, _ made: inout ColumnRecipe) {
    made.loading = loading
    made.residual = max(0, 1 - loading * loading).squareRoot()
  }

  private func addEvents(
    _ made: inout ColumnRecipe, _ column: ColumnDeclaration, _ hint: GenerateHint?
  ) {
    let isAttainment = made.kind == .attains || made.kind == .splits
    let canBeNegative = made.least < 0
    made.windfall = Self.part(hint?.windfall ?? (isAttainment ? 0.01 : 0))
    let usual = isAttainment && canBeNegative ? 0.015 : 0
    made.negative = Self.part(hint?.negative ?? usual)
    made.zero = Self.part(hint?.zero ?? 0)
    made.blank = Self.part(hint?.blank ?? 0)
    made.isBlankWithout = column.missing != .reject
    made.hasEvents = made.windfall > 0 || made.negative > 0 || made.zero > 0 || made.blank > 0
  }

  private static func part(_ share: Double) -> UInt32 {
    share >= 1 ? .max : UInt32(max(0, share) * 0x1p32)
  }

  // MARK: References

  private mutating func addReferences(
    _ made: inout ColumnRecipe, _ column: ColumnDeclaration, _ table: TableDeclaration
  ) throws(SyntheticBankError) {
    guard let hint = column.generate else { return }
    func place(_ name: String, in table: TableDeclaration) throws(SyntheticBankError) -> Int {
      if let place = table.columns.firstIndex(where: { $0.name == name }) { return place }
      throw SyntheticBankError(
        place: "\(table.name).\(column.name)", reason: "there is no column \(name) to go by")
    }
    switch hint.source {
    case .attains(let name, _, _): made.reference = try place(name, in: table)
    case .splits(let name, _, _): made.reference = try place(name, in: policy.tables[0])
    default: break
    }
    if let factor = hint.factor, made.kind != .splits {
      made.reference = try place(factor, in: table)
    }
    guard let only = hint.only else { return }
    let condition = try place(only.column, in: table)
    // Conditions stand above: their choices are the last but those of columns in between.
    made.onlyColumn = condition
    let texts = choiceTexts(table.columns[condition], table)
    guard texts.count <= 64, only.texts.allSatisfy(texts.contains) else {
      throw SyntheticBankError(
        place: "\(table.name).\(column.name)",
        reason: "only needs texts of \(only.column), which are \(texts.joined(separator: ", "))")
    }
    for (index, text) in texts.enumerated() where only.texts.contains(text) {
      made.onlyChoices |= 1 << UInt64(index)
    }
  }

  private func choiceTexts(_ column: ColumnDeclaration, _ table: TableDeclaration) -> [String] {
    if case .among(let choices) = column.generate?.source { return choices.map(\.text) }
    if !column.allowedTexts.isEmpty { return column.allowedTexts }
    return use.texts[PolicyUse.ColumnName(table: table.name, column: column.name)] ?? []
  }
}

extension GenerateHint.Choice {
  /// A text as likely as any other.
  fileprivate init(_ text: String) { self.init(text: text, number: 0, weight: 1) }
}
