import Calendars

/// What all reports of one run rest on.
public struct ReportSources: Sendable {
  /// The files of the policy: its own, those it extends, its judgement files.
  public let policyFiles: [ReportFile]
  /// The files of the tables, in the order of tables, then what was laid over them.
  public let inputFiles: [ReportFile]
  /// What the data say about themselves as a whole, such as that they are made up.
  public let notice: String?
  /// The period that the scores are for.
  public let period: String?
  /// The last day for objections; nil when nobody has set one.
  public let objectUntil: CivilDate?
  /// What was decided about objections, by the key of the subject that they concern, in the order in
  /// which they are told.
  public let decisions: [String: [ReportDecision]]

  /// The sources of reports.
  public init(
    policyFiles: [ReportFile] = [], inputFiles: [ReportFile] = [], notice: String? = nil,
    period: String? = nil, objectUntil: CivilDate? = nil,
    decisions: [String: [ReportDecision]] = [:]
  ) {
    (self.policyFiles, self.inputFiles) = (policyFiles, inputFiles)
    (self.notice, self.period) = (notice, period)
    (self.objectUntil, self.decisions) = (objectUntil, decisions)
  }
}
