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
      inputFiles: reportFiles, notice: data.notice, period: period?.text,
      objectUntil: objectUntil, decisions: decisions)
  }

  /// The files of the tables, then that of the corrections.
  private var reportFiles: [ReportFile] {
    let tables = inputs.joined().map { ($0.file, $0.digest) }
    return (tables + (corrections.map { [($0.file, $0.digest)] } ?? [])).map { file, digest in
      ReportFile(name: file, sha256: "\(digest.sha256)")
    }
  }

  /// What was decided about objections, by the key of the subject.
  private var decisions: [String: [ReportDecision]] {
    Dictionary(grouping: corrections?.all ?? [], by: \.key).mapValues { corrections in
      corrections.map { correction in
        ReportDecision(
          table: correction.table, row: correction.row, column: correction.column,
          old: correction.old, new: correction.new, reason: correction.reason,
          decidedBy: correction.decidedBy, date: "\(correction.date)",
          isGranted: correction.isGranted)
      }
    }
  }
}
