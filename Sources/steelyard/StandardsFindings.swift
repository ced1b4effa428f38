import ColumnStore
import Diagnostics
import PolicyAnalysis

/// What a user must see before standards are used.
enum StandardsFindings {
  private static let shownKeys = 5
  /// With fewer, the quantile of a cluster is the word of a few.
  private static let smallCluster = 5

  /// The findings, those of the regression first.
  static func of(_ standards: Standards) -> [Diagnostic] {
    omitted(standards) + ownStandards(standards) + smallClusters(standards)
  }

  private static func omitted(_ standards: Standards) -> [Diagnostic] {
    standards.regression.omitted.map { omitted in
      let name = StandardsText.name(omitted.term)
      return switch omitted.reason {
      case .constant:
        Diagnostic(
          .finding, code: "standards.constant-driver",
          "every subject has the same value of \(omitted.term.driver ?? name), which explains nothing",
          suggestion: "leave it out of --drivers")
      case .dependent:
        Diagnostic(
          .finding, code: "standards.dependent-driver",
          "\(name) is a combination of the terms before it and was left out; the standards are the "
            + "same without it, but its effect cannot be told from theirs")
      }
    }
  }

  private static func ownStandards(_ standards: Standards) -> [Diagnostic] {
    let own = standards.subjects.filter { $0.leverage > 0.5 }
    guard !own.isEmpty else { return [] }
    let keys = own.prefix(shownKeys).map(\.key).joined(separator: ", ")
    let more = own.count > shownKeys ? " and \(own.count - shownKeys) more" : ""
    return [
      Diagnostic(
        .finding, code: "standards.own-standard",
        "the standard of \(own.count) subject\(own.count == 1 ? "" : "s") comes for more than half from "
          + "the subject's own \(standards.targetName): \(keys)\(more)",
        suggestion: "join texts that only few subjects have, or set these plans by hand")
    ]
  }

  private static func smallClusters(_ standards: Standards) -> [Diagnostic] {
    standards.clusters.filter { $0.subjectCount < smallCluster }.map { cluster in
      Diagnostic(
        .finding, code: "standards.small-cluster",
        "cluster \(cluster.number) has \(cluster.subjectCount) "
          + "subject\(cluster.subjectCount == 1 ? "" : "s"), too few for its ideal to mean much",
        suggestion: "give fewer clusters by --clusters, or set these plans by hand")
    }
  }
}
