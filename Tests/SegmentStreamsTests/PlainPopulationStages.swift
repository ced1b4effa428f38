import ScoringEngine
import ScoringPlan
import SegmentStreams

/// The stages over the population of one segment, computed from the columns that filters write by the
/// interpreter of populations, which is their meaning.
///
/// It sees a table whose columns are those carried: people are compared by the integers given, and the
/// limits of bands are brought to the same integers.
struct PlainPopulationStages {
  private let plan: Plan
  private let segment: PlanSegment
  private let carried: [CarriedColumn]
  private let interpreter: PopulationInterpreter
  private let results: [Register]

  /// - Parameter carried: what the segment before writes.
  init(_ plan: SegmentedPlan, _ segment: PlanSegment, carried: [CarriedColumn]) {
    (self.plan, self.segment, self.carried) = (plan.plan, segment, carried)
    let first = carried.count + 1
    results = segment.populationResults.indices.map { Register(first + $0) }
    let table = PlanTable(
      name: "carried", keyName: "key", keyHeaders: [],
      columns: carried.indices.map {
        PlanColumn(
          name: "c\($0)", headers: [], type: .number, unit: nil, minimum: nil, maximum: nil,
          allowedTexts: [], allowsMissing: true)
      }, uniqueBy: [], ignoresUnknownKeys: false, registerCount: first + results.count)
    var values = plan.values
    for grading in plan.plan.gradings {
      for band in grading.bands {
        guard case .minimum(let slot) = band.limit else { continue }
        let key = ScoreKey.key(of: plan.values[slot], decimals: plan.plan.decimals)
        values[slot] = Double(key ?? .max)
      }
    }
    var next = results[...]
    let stages = plan.plan.stages[segment.populationStages].map { stage in
      Self.stage(stage, carried, plan.plan.decimals) { next.removeFirst() }
    }
    interpreter = PopulationInterpreter(
      Plan(
        policy: "carried", version: "", title: plan.plan.title, decimals: 0, tables: [table],
        parameters: plan.plan.parameters, values: values, curves: [], lookups: [], stages: stages,
        layout: plan.plan.layout, origins: plan.plan.origins), values: values)
  }

  /// For each line of a subject the fields of the results.
  func results(_ lines: [[String]]) -> [[String]] {
    let rows = lines.map { line in
      let key = SafeText.decoded(line[1]) ?? ""
      let columns = zip(carried, line.dropFirst(3)).map { Self.value($1, $0.role) }
      return (subject: [Value.text(key)] + columns, details: [[[Value]]]())
    }
    return interpreter.evaluate(rows).map { evaluation in
      results.map { Self.field(evaluation[$0]) }
    }
  }

  private static func value(_ field: String, _ role: CarriedColumn.Role) -> Value {
    if field == "\\N" { return .missing }
    switch role {
    case .number, .scoreKey: return .number(Double(field) ?? .nan)
    case .text: return .text(SafeText.decoded(field) ?? "")
    case .truth: return .truth(field == "true")
    }
  }

  private static func field(_ value: Value) -> String {
    switch value {
    case .number(let number): "\(number)"
    case .text(let text): SafeText.encoded(text)
    case .truth, .missing: "\\N"
    case .fault(let fault): "!\(fault.kind.rawValue)"
    }
  }

  /// A stage over the columns carried.
  private static func stage(
    _ stage: Stage, _ carried: [CarriedColumn], _ decimals: Int, result: () -> Register
  ) -> Stage {
    func place(_ register: Register, _ role: CarriedColumn.Role) -> Register {
      let index = carried.firstIndex {
        $0.register == register && $0.role == role
          && (role != .scoreKey || $0.decimals == decimals)
      }
      guard let index else { preconditionFailure("a column is not carried: \(register) \(role)") }
      return Register(index + 1)
    }
    switch stage {
    case .statistics(let statistics):
      return .statistics(
        statistics.map {
          Statistic(
            function: $0.function,
            source: $0.function == .count ? .key : place($0.source, .number),
            group: $0.group.map { place($0, .text) }, decimals: $0.decimals, result: result(),
            origin: $0.origin)
        })
    case .rank(let rankings):
      return .rank(
        rankings.map {
          Ranking(
            name: $0.name, by: place($0.by, .scoreKey), within: $0.within.map { place($0, .text) },
            ineligible: $0.ineligible.map { place($0, .truth) }, result: result())
        })
    case .grade(let gradings):
      return .grade(
        gradings.map { grading in
          Grading(
            name: grading.name, title: nil, by: place(grading.by, .scoreKey),
            within: grading.within.map { place($0, .text) },
            ties: grading.ties.map {
              Grading.Tie(
                register: place($0.register, $0.isText ? .text : .number), isText: $0.isText,
                isDescending: $0.isDescending, name: $0.name)
            }, bands: grading.bands, ineligible: grading.ineligible.map { place($0, .truth) },
            result: result())
        })
    case .detailRows, .aggregate, .subjectRows, .require:
      preconditionFailure("the stage looks at one subject")
    }
  }
}
