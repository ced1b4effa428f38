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
    guard let text = String(validating: bytes, as: UTF8.self), !mayNameFiles(text) else {
      return []
    }
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

  /// Whether a text might name a file that is there, by an absolute path: the input must be all there
  /// is to read. Others are beside the policy, where there are none.
  private static func mayNameFiles(_ text: String) -> Bool {
    // An escape can write any character.
    if text.contains("\\"), text.contains("\"") { return true }
    let bytes = Array(text.utf8)
    let units = bytes.ranges(of: Array("file_unit".utf8)).count
    let files = bytes.ranges(of: Array("file".utf8)).count
    guard files > units || text.contains("extend") else { return false }
    return zip([0] + bytes, bytes).contains { before, byte in
      byte == UInt8(ascii: "/") && !isWord(before)
    }
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    let scalar = Unicode.Scalar(byte)
    return scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
      || scalar == "_" || scalar == ")"
  }
}
