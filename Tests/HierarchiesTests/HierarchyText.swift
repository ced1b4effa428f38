import Diagnostics
import Foundation
import TestSupport

@testable import Hierarchies

/// Hierarchies for tests.
enum HierarchyText {
  /// The synthesis of a YAML text whose judgement files lie in `Datasets/judgements`.
  static func synthesis(_ yaml: String) throws -> HierarchySynthesis {
    let folder = ProjectFiles.url("Datasets/judgements").path
    return try HierarchySynthesis(try HierarchyReader.read(yaml, file: "\(folder)/test.yaml"))
  }

  /// The synthesis of a folder of `Datasets/judgements`.
  static func dataset(_ folder: String) throws -> HierarchySynthesis {
    let file = ProjectFiles.url("Datasets/judgements/\(folder)/hierarchy.yaml").path
    return try HierarchySynthesis(try HierarchyFile.read(file))
  }

  /// The codes of what is wrong with a text, in the order of the file.
  static func faults(_ yaml: String) -> [String] {
    do {
      _ = try HierarchyReader.read(yaml, file: "test.yaml")
      return []
    } catch {
      return error.diagnostics.map(\.code)
    }
  }
}
