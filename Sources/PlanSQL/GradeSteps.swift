import ScoringPlan

/// Bands filled from the top.
///
/// Subjects are counted by group and score key; the bands' ends are places among these counts. Only
/// where a band ends among subjects of one key are these put in order, by the ties and the bytes of
/// their keys.
struct GradeSteps {
  let scope: any SQLScope
  let relation: String
  private var dialect: SQLDialect { scope.dialect }

  /// Adds the steps of a grade.
  func add(_ grading: Grading, named part: String, to list: inout StepList) -> SubjectResult {
    let counts = RankCounts(
      dialect: dialect, group: scope.group(grading.within), key: scope.rankKey(grading.by),
      condition: scope.counts(leavingOut: grading.ineligible))
    let places = counts.add(
      to: &list, named: part, ["grade \(grading.name)\(grading.title.asComment)"], from: relation)
    let ends = addEnds(grading, places, named: part, &list)
    let bands = addBands(grading, places, ends, named: part, &list)
    let contested = addContested(grading, counts, bands, ends, named: part, &list)
    return result(grading, counts, bands, contested, named: part)
  }

  /// For each group the place at which each band but the last ends.
  private func addEnds(
    _ grading: Grading, _ places: String, named part: String, _ list: inout StepList
  ) -> String {
    let bands = BandEnds(grading, scope)
    let totals = StepList.select(
      ["g__", "\(dialect.sum("n__")) AS all__"]
        + bands.minimums.enumerated().map { index, minimum in
          let counted = dialect.sum(
            "CASE WHEN k__ >= \(dialect.whole(minimum)) THEN n__ ELSE 0 END")
          return "\(counted) AS least\(index + 1)__"
        }, from: places, ["GROUP BY g__"])
    return list.add(
      "\(part)_ends", comments: ["after how many subjects each band ends"], isShared: true,
      StepList.select(
        ["g__"] + bands.ends.enumerated().map { "\($1) AS end\($0 + 1)__" },
        from: "(\(dialect.fenced(totals))) AS totals__"))
  }

  /// For each group and key the band of the first of its subjects and whether all have it.
  private func addBands(
    _ grading: Grading, _ places: String, _ ends: String, named part: String,
    _ list: inout StepList
  ) -> String {
    let first = band(at: "above__", ends, grading)
    let last = band(at: "above__ + n__ - 1", ends, grading)
    return list.add(
      "\(part)_bands", isShared: true,
      StepList.select(
        [
          "\(places).g__", "k__", "above__", "\(first) AS band__",
          "CASE WHEN \(first) = \(last) THEN 0 ELSE 1 END AS split__",
        ], from: places,
        ["JOIN \(ends) ON \(ends).g__ = \(places).g__"]))
  }

  /// The subjects of a key among which a band ends, each with its band.
  private func addContested(
    _ grading: Grading, _ counts: RankCounts, _ bands: String, _ ends: String,
    named part: String, _ list: inout StepList
  ) -> String {
    let ties = grading.ties.enumerated().flatMap { index, tie in order(tie, index) }
    let names = ties.indices.map { "tie\($0 + 1)__" }
    let inner = StepList.select(
      [
        "\(counts.group) AS g__", "\(counts.key) AS k__", "\(scope.column(.key)) AS key__",
        "\(scope.orderedText(.key)) AS name__",
      ] + zip(ties, names).map { "\($0.expression) AS \($1)" },
      from: relation, ["WHERE \(counts.condition)"])
    let sorting = (zip(ties, names).map { $1 + $0.direction } + ["name__"]).joined(separator: ", ")
    let numbered = StepList.select(
      [
        "same__.g__", "key__",
        "above__ + ROW_NUMBER() OVER (PARTITION BY same__.g__, same__.k__ ORDER BY \(sorting)) - 1"
          + " AS place__",
      ], from: "(\(inner)) AS same__",
      [
        "JOIN \(bands) ON \(bands).g__ = same__.g__ AND \(bands).k__ = same__.k__",
        "WHERE split__ = 1",
      ])
    return list.add(
      "\(part)_contested",
      comments: ["those in order who have one key and more than one band"], isShared: true,
      StepList.select(
        ["key__", "\(band(at: "place__", ends, grading)) AS band__"],
        from: "(\(numbered)) AS numbered__",
        ["JOIN \(ends) ON \(ends).g__ = numbered__.g__"]))
  }

  /// What a tie orders by: first whether it is missing, for that comes last either way.
  private func order(_ tie: Grading.Tie, _ index: Int) -> [(expression: String, direction: String)]
  {
    let column = scope.column(tie.register)
    let value = tie.isText ? scope.orderedText(tie.register) : column
    return [
      ("CASE WHEN \(column) IS NULL THEN 1 ELSE 0 END", ""),
      (value, tie.isDescending ? " DESC" : ""),
    ]
  }

  /// The number of the band of a place, from 0.
  private func band(at place: String, _ ends: String, _ grading: Grading) -> String {
    let last = grading.bands.count - 1
    if last == 0 { return "0" }
    let cases = (0..<last).map { "WHEN \(place) < \(ends).end\($0 + 1)__ THEN \($0)" }
    return "CASE \(cases.joined(separator: " ")) ELSE \(last) END"
  }

  private func result(
    _ grading: Grading, _ counts: RankCounts, _ bands: String, _ contested: String,
    named part: String
  ) -> SubjectResult {
    let (eligible, key) = ("\(part)_counts__", "\(part)_key__")
    let band = "COALESCE(\(contested).band__, \(bands).band__)"
    let grades = grading.bands.enumerated().map {
      "WHEN \($0) THEN \(dialect.text($1.grade))"
    }
    return SubjectResult(
      own: [
        .init(name: eligible, expression: "CASE WHEN \(counts.condition) THEN 1 ELSE 0 END"),
        .init(name: key, expression: scope.column(.key)),
      ],
      links: [
        counts.link(bands),
        ResultLink(
          name: contested, keys: [.init(column: "key__", expression: scope.column(.key))]),
      ],
      items: [
        "CASE WHEN own__.\(eligible) = 1 THEN CASE \(band) \(grades.joined(separator: " ")) END"
          + " ELSE '' END AS \(scope.column(grading.result))"
      ])
  }
}

/// The places at which the bands of a grade end, as expressions of a group's number of subjects
/// `all__` and of how many are not below each minimum, `least1__` and so on.
struct BandEnds {
  /// For each band but the last.
  private(set) var ends: [String] = []
  /// The score keys of the minimums.
  private(set) var minimums: [Int64] = []

  private let dialect: SQLDialect

  init(_ grading: Grading, _ scope: any SQLScope) {
    dialect = scope.dialect
    var taken = "0"
    var shares: Int64 = 0
    for band in grading.bands.dropLast() {
      switch band.limit {
      case .seats(let slot):
        taken = dialect.least(
          "all__", "\(taken) + \(dialect.whole(Self.seats(scope.values[slot])))")
      case .share(let slot):
        shares += Self.scaled(scope.values[slot])
        taken = dialect.greatest(taken, heads(shares))
      case .minimum(let slot):
        minimums.append(Self.key(scope.values[slot], scope.plan.decimals))
        taken = dialect.greatest(taken, "least\(minimums.count)__")
      case .rest: taken = "all__"
      }
      ends.append(taken)
    }
  }

  /// Beyond any number of subjects they are all the same.
  private static func seats(_ number: Double) -> Int64 {
    Int64(max(0, min(1e15, number.rounded(.down))))
  }

  /// The key of a minimum, at the end of the range where it is beyond.
  private static func key(_ minimum: Double, _ decimals: Int) -> Int64 {
    ScoreKey.key(of: minimum, decimals: decimals) ?? (minimum > 0 ? .max : -.max)
  }

  // MARK: Shares, as `ExactShare` adds them up

  private static let half: Int64 = 1_000_000
  private static let scale = half * half

  private static func scaled(_ share: Double) -> Int64 {
    Int64(max(-1e15, min(1e15, (share * Double(scale)).rounded())))
  }

  /// `floor(all * shares + 0.5)`: the shares are cut in half, so that 64 bits hold every product for
  /// up to 10^12 subjects.
  private func heads(_ shares: Int64) -> String {
    if shares <= 0 { return dialect.whole(0) }
    if shares >= Self.scale { return "all__" }
    let half = dialect.whole(Self.half)
    let upper = "all__ * \(dialect.whole(shares / Self.half))"
    let lower = "all__ * \(dialect.whole(shares % Self.half))"
    let rest = "(\(upper)) % \(half) * \(half) + \(lower) + \(dialect.whole(Self.scale / 2))"
    return dialect.quotient("(\(upper))", half) + " + "
      + dialect.quotient("(\(rest))", dialect.whole(Self.scale))
  }
}
