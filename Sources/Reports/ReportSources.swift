/// What all reports of one run rest on.
public struct ReportSources: Sendable {
  /// The files of the policy: its own, those it extends, its judgement files.
  public let policyFiles: [ReportFile]
  /// The files of the tables, in the order of tables.
  public let inputFiles: [ReportFile]
  /// What the data say about themselves as a whole, such as that they are made up.
  public let notice: String?
  /// The period that the scores are for.
  public let period: String?

  /// The sources of reports.
  public init(
    policyFiles: [ReportFile] = [], inputFiles: [ReportFile] = [], notice: String? = nil,
    period: String? = nil
  ) {
    (self.policyFiles, self.inputFiles) = (policyFiles, inputFiles)
    (self.notice, self.period) = (notice, period)
  }
}
