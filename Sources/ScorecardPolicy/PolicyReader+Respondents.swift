import AHP
import Diagnostics
import JudgementPanels
import LocatedYAML

// Which respondents of a panel count, and how much.
extension PolicyReader {
  /// The options of a panel, completed by what the policy asks of its respondents.
  mutating func panelOptions(
    _ fields: [String: YAMLNode], _ options: PanelOptions, path: String
  ) -> PanelOptions {
    var options = options
    let aggregate = choice(
      fields["aggregate"], among: PanelAggregation.allCases.map(\.rawValue),
      path: join(path, "aggregate"))
    options.aggregation = aggregate.flatMap(PanelAggregation.init) ?? .judgements
    let weighting = choice(
      fields["weigh_respondents"], among: RespondentWeighting.allCases.map(\.rawValue),
      path: join(path, "weigh_respondents"))
    options.weighting = weighting.flatMap(RespondentWeighting.init) ?? .given
    if let node = fields["maximum_respondent_ratio"] {
      options.limit = respondentLimit(
        node, options.maximumRatio, path: join(path, "maximum_respondent_ratio"))
    }
    return options
  }

  /// `warn`, or a mapping with an action and a limit of its own.
  private mutating func respondentLimit(
    _ node: YAMLNode, _ usual: Double, path: String
  ) -> RespondentLimit? {
    let actions = RespondentLimit.Action.allCases.map(\.rawValue)
    guard node.entries != nil else {
      return choice(node, among: actions, path: path).flatMap(RespondentLimit.Action.init)
        .map { RespondentLimit(ratio: usual, action: $0) }
    }
    guard let fields = fields(of: node, path: path, keys: ["limit", "action"]) else { return nil }
    guard let action = fields["action"] else {
      report(
        node, path, "policy.missing-key", "nothing says what is done about a respondent above it",
        suggestion: "add action: with one of \(actions.joined(separator: ", "))")
      return nil
    }
    let limit = fields["limit"].flatMap { number($0, path: join(path, "limit")) } ?? usual
    if limit <= 0 {
      report(
        fields["limit"] ?? node, join(path, "limit"), "policy.bounds",
        "the largest ratio allowed must be above 0",
        suggestion: "write 0.1, the usual one, or leave it out")
      return nil
    }
    return choice(action, among: actions, path: join(path, "action"))
      .flatMap(RespondentLimit.Action.init).map { RespondentLimit(ratio: limit, action: $0) }
  }

  /// Those of a panel who count; nil when it cannot be used so.
  mutating func counted(
    _ set: JudgementSet, _ options: PanelOptions, path: String
  ) -> JudgementSet? {
    guard options.limit != nil || options.weighting != .given else { return set }
    do {
      let selection = try PanelSelection(set, options)
      add(selection.findings, path: path)
      return selection.set
    } catch let failure as DiagnosedFailure {
      add(failure.diagnostics, path: path)
      return nil
    } catch {
      // Judgements so far apart that there is no eigenvalue in doubles.
      add(
        [
          Diagnostic(
            code: "judgement.out-of-range", at: set.respondents.first?.location, "\(error)")
        ],
        path: path)
      return nil
    }
  }
}
