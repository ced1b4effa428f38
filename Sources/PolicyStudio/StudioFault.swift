import Diagnostics
import PolicyAnalysis
import Reports

/// Why a request is not answered, as a page shows it.
struct StudioFault: Error, Encodable, Sendable {
  struct Detail: Encodable, Sendable {
    let message: String
    let path: String?
    let notes: [String]
    let suggestion: String?
  }

  /// The status of the answer.
  let status: Int
  let error: Detail

  init(_ status: Int, _ message: String, suggestion: String? = nil) {
    self.status = status
    error = Detail(message: message, path: nil, notes: [], suggestion: suggestion)
  }

  /// The first error of a draft that is no policy; how many more there are is a note.
  init(_ failure: DiagnosedFailure) {
    status = 422
    let errors = failure.diagnostics.filter { $0.severity == .error }
    let first = errors.first ?? failure.diagnostics.first
    let more = errors.count > 1 ? ["and \(errors.count - 1) more"] : []
    error = Detail(
      message: first?.message ?? "\(failure)", path: first?.path,
      notes: (first?.notes ?? []) + more, suggestion: first?.suggestion)
  }

  /// Whatever went wrong.
  init(_ other: any Error) {
    switch other {
    case let fault as StudioFault: self = fault
    case let failure as DiagnosedFailure: self.init(failure)
    case let error as IncentiveError: self.init(422, "\(error)")
    case let error as ReportError: self.init(422, "\(error)")
    default: self.init(500, "\(other)")
    }
  }

  private enum CodingKeys: CodingKey { case error }
}
