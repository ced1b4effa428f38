import AHP
import Calendars
import Diagnostics
import LocatedYAML

/// Reads a policy file and collects every fault in it, each with its place.
///
/// Reads what formulas can use first (parameters, tables, curves), then formulas, then the
/// scorecard, whatever the order in the file.
public struct PolicyReader {
  /// What is wrong with the policy, and what its author should see.
  public var diagnostics: [Diagnostic] = []
  /// The folder that judgement files are named relative to.
  public let folder: String
  /// The names that the subject table's formulas may use.
  var scope = FormulaScope()
  /// The subject table, once it is read.
  var subjects: TableDeclaration?

  /// Whether a judgement file may be missing, since its judgements are yet to be asked for.
  let awaitsJudgements: Bool
  /// The judgements that count instead of those given.
  var tunedJudgements: [TunedJudgement] = []

  init(folder: String, awaitsJudgements: Bool = false) {
    (self.folder, self.awaitsJudgements) = (folder, awaitsJudgements)
  }

  /// The policy in a file, and findings about it.
  ///
  /// With `awaitsJudgements`, a judgement file that is not there is no fault: everything it would weigh
  /// counts alike.
  ///
  /// - Throws: `DiagnosedFailure` with every fault found.
  public static func read(
    contentsOf file: String, awaitsJudgements: Bool = false
  ) throws(DiagnosedFailure) -> (policy: Policy, findings: [Diagnostic]) {
    let yaml = try PolicySource.text(of: file)
    return try read(
      yaml, file: file, folder: PolicySource.folder(of: file), awaitsJudgements: awaitsJudgements)
  }

  /// The policy in a text; `file` names it in messages, judgement files are relative to `folder`.
  ///
  /// - Throws: `DiagnosedFailure` with every fault found.
  public static func read(
    _ yaml: String, file: String, folder: String = ".", awaitsJudgements: Bool = false
  ) throws(DiagnosedFailure) -> (policy: Policy, findings: [Diagnostic]) {
    let source = try PolicySource(yaml, file: file, folder: folder)
    return try read(source, file: file, awaitsJudgements: awaitsJudgements)
  }

  /// The policy of a source whose nodes may have been tuned.
  static func read(
    _ source: PolicySource, file: String, awaitsJudgements: Bool = false,
    tunedJudgements: [TunedJudgement] = []
  ) throws(DiagnosedFailure) -> (policy: Policy, findings: [Diagnostic]) {
    var reader = PolicyReader(folder: source.folder, awaitsJudgements: awaitsJudgements)
    reader.diagnostics = source.diagnostics
    reader.tunedJudgements = tunedJudgements
    let policy = reader.policy(source.root, file: file, basisFiles: source.basisFiles)
    guard let policy, !reader.diagnostics.hasErrors else {
      throw DiagnosedFailure(reader.diagnostics)
    }
    return (policy, reader.diagnostics.inFileOrder())
  }

  private static let keys =
    ["policy", "version", "title", "source", "effective_from", "decimals", "parameters", "tables"]
    + CurveKind.allCases.map(\.section)
    + [
      "lookups", "formulas", "scorecard", "gates", "rankings", "grades", "results", "payroll",
      "appeal",
    ]

  private mutating func policy(
    _ root: YAMLNode, file: String, basisFiles: [String]
  ) -> Policy? {
    guard let fields = fields(of: root, path: "", keys: Self.keys) else { return nil }
    let name = text(fields["policy"], path: "policy")
    if fields["policy"] == nil {
      report(
        root, "", "policy.missing-key", "the policy has no name",
        suggestion: "add the key policy: with a name")
    }
    let version = text(fields["version"], path: "version") ?? "1"
    let source = text(fields["source"], path: "source")
    let effectiveFrom = fields["effective_from"].flatMap { date($0, path: "effective_from") }
    let decimals = self.decimals(fields["decimals"])
    let title = fields["title"].flatMap { self.title($0, path: "title") }
    let parameters = self.parameters(fields["parameters"])
    let curves = CurveKind.allCases.flatMap { self.curves(fields[$0.section], $0) }
    let lookups = self.lookups(fields["lookups"])
    declare(parameters, curves, lookups)
    if fields["tables"] == nil { missingKey("tables", root, path: "") }
    scope.decimals = decimals
    scope.later = laterNames(root)
    let tables = self.tables(fields["tables"], subjectFormulas: fields["formulas"])
    subjects = tables.first { $0.name == scope.subjectTable }
    if fields["scorecard"] == nil { missingKey("scorecard", root, path: "") }
    let scorecard = fields["scorecard"].flatMap { self.scorecard($0) }
    if let subjects { checkOutputNames(subjects, root) }
    let awards = self.awards(fields)
    guard let name, let scorecard else { return nil }
    return Policy(
      name: name, version: version, title: title ?? Title(english: name), source: source,
      effectiveFrom: effectiveFrom, effectiveFromLocation: fields["effective_from"]?.location,
      decimals: decimals, parameters: parameters, tables: tables,
      curves: curves, lookups: lookups, scorecard: scorecard, gates: awards.gates,
      rankings: awards.rankings, grades: awards.grades, results: awards.results,
      resultOrder: awards.resultOrder, payroll: awards.payroll,
      appeal: fields["appeal"].flatMap { self.title($0, path: "appeal") }, file: file,
      basisFiles: basisFiles)
  }

  /// What follows from the scores.
  private struct Awards {
    let gates: [GateDeclaration]
    let rankings: [RankingDeclaration]
    let grades: [GradeDeclaration]
    let results: [ResultDeclaration]
    let resultOrder: [String]
    let payroll: PayrollDeclaration?
  }

  /// Read whatever is wrong with the scorecard, so that all faults are reported together.
  private mutating func awards(_ fields: [String: YAMLNode]) -> Awards {
    let gateScope = self.gateScope(fields["scorecard"]?["dimensions"])
    let names = [fields["rankings"], fields["grades"]].flatMap { $0?.entries?.map(\.key) ?? [] }
    let gates = self.gates(fields["gates"], scope: gateScope, awards: names)
    let rankings = self.rankings(fields["rankings"], gateScope)
    let grades = self.grades(fields["grades"], gateScope, hasGates: !gates.isEmpty)
    let (results, resultOrder) = self.results(
      fields["results"],
      scope: resultScope(gateScope, rankings, grades, hasGates: !gates.isEmpty))
    let payroll = self.payroll(
      fields["payroll"], results, declared: fields["results"]?.entries?.map(\.key) ?? [])
    return Awards(
      gates: gates, rankings: rankings, grades: grades, results: results,
      resultOrder: resultOrder, payroll: payroll)
  }

  private mutating func declare(
    _ parameters: [ParameterDeclaration], _ curves: [CurveDeclaration],
    _ lookups: [LookupDeclaration]
  ) {
    for parameter in parameters { scope.parameters[parameter.name] = .some(parameter.unit) }
    for curve in curves { scope.curves[curve.kind, default: []].insert(curve.name) }
    scope.lookups = Set(lookups.map(\.name))
  }

  private mutating func decimals(_ node: YAMLNode?) -> Int {
    guard let node, let text = text(node, path: "decimals") else { return 2 }
    let value = NumberLiteral.parseSigned(text)?.value
    guard let decimals = value.flatMap({ Int(exactly: $0) }), (0...9).contains(decimals) else {
      report(
        node, "decimals", "policy.bounds",
        "decimals must be a whole number from 0 to 9, not \"\(text)\"",
        suggestion: "write 2, or leave it out, to publish scores to two decimals")
      return 2
    }
    return decimals
  }

  private mutating func date(_ node: YAMLNode, path: String) -> String? {
    guard let text = text(node, path: path) else { return nil }
    if CivilDate(text)?.description == text { return text }
    report(node, path, "policy.date", "\(text) is not a date", suggestion: "write it as 2026-01-31")
    return nil
  }
}
