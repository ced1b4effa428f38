import Diagnostics
import ScorecardPolicy
import ScoringPlan

/// Arbitrary bytes as the text of a policy.
enum FuzzedPolicy {
  /// A folder that is not there: files that a policy names beside itself are not found.
  private static let folder = "/nowhere"

  /// What is wrong with what the reader makes of the bytes; of a policy that can be used, also where
  /// the engine differs from the interpreter on a few made-up rows.
  static func faults(in bytes: [UInt8]) -> [String] {
    guard let text = String(validating: bytes, as: UTF8.self) else { return [] }
    do {
      let (policy, findings) = try PolicyReader.read(text, file: "policy.yaml", folder: folder)
      let resolved = try ResolvedPolicy(policy)
      return FuzzedDiagnostics.faults(findings, in: text)
        + FuzzedDiagnostics.faults(resolved.findings, in: text) + faults(of: Plan(resolved))
    } catch let failure as DiagnosedFailure {
      return FuzzedDiagnostics.faults(failure, in: text)
    } catch {
      return ["an error that is no diagnostic: \(error)"]
    }
  }

  private static func faults(of plan: Plan) -> [String] {
    guard let tables = FuzzedRows.tables(of: plan) else { return [] }
    let shapes = [
      ExecutorComparison.Shape(blockSize: 512, threads: 1),
      ExecutorComparison.Shape(blockSize: 3, threads: 2),
    ]
    // Headers that fit two columns are rightly refused.
    return (try? ExecutorComparison(plan, tables, shapes: shapes).differences) ?? []
  }
}
