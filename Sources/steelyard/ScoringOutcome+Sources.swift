import Calendars
import Reports
import ResultRecords

extension ScoringOutcome {
  /// What reports of this outcome rest on.
  func sources(
    _ policyFiles: [HashedFile], _ data: DataOptions, _ period: Period?,
    objectUntil: CivilDate? = nil
  ) -> ReportSources {
    ReportSources(
      policyFiles: policyFiles.map { ReportFile(name: $0.file, sha256: "\($0.digest.sha256)") },
      inputFiles: inputs.joined().map {
        ReportFile(name: $0.file, sha256: "\($0.digest.sha256)")
      }, notice: data.notice, period: period?.text, objectUntil: objectUntil)
  }
}
