import Foundation
import TestSupport

/// Where the project's data and cases lie.
enum Project {
  static let policies = ProjectFiles.url("Datasets/policies")
  static let branches = ProjectFiles.url("Datasets/branches")
  static let judgements = ProjectFiles.url("Datasets/judgements")
  static let scoring = ProjectFiles.url("Tests/Cases/scoring")
  static let invalid = ProjectFiles.url("Tests/Cases/invalid")

  /// The policy of the paper.
  static let policy = policies.appendingPathComponent("customer-manager/policy.yaml").path

  /// The folder of a data set.
  static func branch(_ name: String) -> String { branches.appendingPathComponent(name).path }

  /// The rows of an `expectations.csv`, each cell under its column's name; the last column takes the
  /// rest of its line.
  static func expectations(_ folder: String) throws -> [[String: String]] {
    let file = invalid.appendingPathComponent("\(folder)/expectations.csv")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    let names = lines[0].split(separator: ",").map(String.init)
    return lines.dropFirst().map { line in
      let cells = line.split(
        separator: ",", maxSplits: names.count - 1, omittingEmptySubsequences: false)
      return Dictionary(uniqueKeysWithValues: zip(names, cells.map(String.init)))
    }
  }
}
