import Foundation
import ScoringPlan

/// What a result in several files was made from and with.
///
/// Like `ResultManifest` it holds no time and no name of a machine, nor how many machines there were, so
/// that the same job writes the same manifest.
public struct PartsManifest: Encodable, Sendable {
  /// A table that the result was made from.
  public struct Table: Encodable, Sendable {
    /// The table's name in the policy.
    let table: String
    /// Its files in the order they were given.
    let files: [FileRecord]
    /// The rows in its files.
    let rows: Int
  }

  /// The name of its file in the result's folder.
  public static let fileName = "manifest.json"

  private let format = "steelyard-parts-manifest"
  private let formatVersion = 1
  private let programVersion: String
  private let policy: PolicyRecord
  private let inputs: [Table]
  private let options: ResultOptions
  private let parameters: [String: Double]
  private let parts: [OutputRecord]
  private let rejects: [OutputRecord]?

  /// The manifest of a result.
  ///
  /// - Parameters:
  ///   - plan: the plan.
  ///   - values: the parameter values that it was run with.
  ///   - policyFiles: the policy's files, the policy first.
  ///   - inputs: for each table its name, its files, and how many rows these have.
  ///   - options: what was chosen about the result.
  ///   - programVersion: the version of the program.
  ///   - folder: the folder in which the result will stand.
  ///   - parts: the files of the result, by their names in the folder.
  ///   - rejects: the files of rejected rows as seen from the folder; nil when none were asked for.
  public init(
    plan: Plan, values: ParameterVector, policyFiles: [HashedFile],
    inputs: [(table: String, files: [HashedFile], rows: Int)], options: ResultOptions,
    programVersion: String, folder: String, parts: [OutputRecord], rejects: [OutputRecord]?
  ) {
    func record(_ file: HashedFile) -> FileRecord {
      FileRecord(file.file, digest: file.digest, from: folder)
    }
    self.programVersion = programVersion
    policy = PolicyRecord(
      name: plan.policy, version: plan.version, files: policyFiles.map(record))
    self.inputs = inputs.map { Table(table: $0.table, files: $0.files.map(record), rows: $0.rows) }
    self.options = options
    parameters = values.record(of: plan)
    self.parts = parts
    self.rejects = rejects
  }

  /// The JSON, with sorted keys and numbers in their shortest form that reads back the same.
  public var json: String {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
    }
  }
}
