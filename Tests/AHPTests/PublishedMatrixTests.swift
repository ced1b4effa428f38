import AHP
import Foundation
import Testing

/// The sources are named in Datasets/judgements/README.md, and beside each number what is wrong with
/// those that cannot be reproduced.
@Suite("Published matrices")
struct PublishedMatrixTests {
  static let folders = [
    "paper-customer-manager", "saaty-1980-school", "saaty-1990-house", "saaty-1990-house-size",
    "saaty-1990-house-transport", "saaty-2003-house-revised", "saaty-2004-city",
    "superdecisions-harker", "wikipedia-leader",
  ]

  @Test("no folder is forgotten")
  func complete() throws {
    let found = try FileManager.default.contentsOfDirectory(atPath: Fixtures.judgements.path).filter
    {
      let matrix = Fixtures.judgements.appendingPathComponent("\($0)/matrix.csv")
      return FileManager.default.fileExists(atPath: matrix.path)
    }
    #expect(found.sorted() == Self.folders)
  }

  @Test("every printed number is met at its digits, and every misprint is one", arguments: folders)
  func printed(folder: String) throws {
    let url = Fixtures.judgements.appendingPathComponent(folder)
    let matrix = try Fixtures.matrix(url.appendingPathComponent("matrix.csv"))
    for line in try Fixtures.table(url.appendingPathComponent("printed.csv")) {
      let number = try computed(line, matrix)
      let text = try #require(line["printed"])
      let printed = try #require(Double(text))
      let unit = pow(10, -Double(text.split(separator: ".").last?.count ?? 0))
      let isMet = abs(number - printed) <= unit / 2 + 1e-12
      switch line["reading"] {
      case "rounded": #expect(isMet, "\(line) is computed as \(number)")
      case "truncated":
        #expect(number >= printed && number < printed + unit, "\(line) is computed as \(number)")
      default:
        #expect(!isMet && line["note"] != "", "\(line) is computed as \(number)")
      }
    }
  }

  @Test("every recomputed number is met to 1e-12", arguments: folders)
  func recomputed(folder: String) throws {
    let url = Fixtures.judgements.appendingPathComponent(folder)
    let matrix = try Fixtures.matrix(url.appendingPathComponent("matrix.csv"))
    for line in try Fixtures.table(url.appendingPathComponent("recomputed.csv")) {
      let expected = try #require(Double(line["value"] ?? ""))
      let number = try computed(line, matrix)
      #expect(abs(number - expected) <= 1e-12 * max(1, expected), "\(line) is \(number)")
    }
  }

  @Test("the true eigenvalue lies in a narrow rigorous interval", arguments: folders)
  func bounds(folder: String) throws {
    let url = Fixtures.judgements.appendingPathComponent(folder)
    let matrix = try Fixtures.matrix(url.appendingPathComponent("matrix.csv"))
    let truth = try #require(
      try Fixtures.table(url.appendingPathComponent("recomputed.csv"))
        .first { $0["quantity"] == "lambda_max" && $0["method"] == "eigenvector" }
        .flatMap { Double($0["value"] ?? "") })
    for method in PriorityMethod.allCases {
      let bounds = try JudgementAnalysis(matrix, method: method).lambdaMaxBounds
      #expect(bounds.contains(truth))
      #expect(bounds.upperBound - bounds.lowerBound < 1e-13 * truth)
    }
  }

  @Test("the book's eigenvalue of the school matrix is outside the rigorous interval")
  func school() throws {
    let url = Fixtures.judgements.appendingPathComponent("saaty-1980-school/matrix.csv")
    #expect(!(try JudgementAnalysis(Fixtures.matrix(url)).lambdaMaxBounds.contains(7.49)))
  }

  private func computed(
    _ line: [String: String], _ matrix: PairwiseComparisonMatrix
  ) throws -> Double {
    if let index = InconsistencyIndex(rawValue: line["quantity"] ?? "") {
      return try #require(index.value(of: matrix))
    }
    let method = try #require(PriorityMethod(rawValue: line["method"] ?? ""))
    let index = RandomIndex.named(line["random_index"] ?? "") ?? .saaty1980
    let analysis = try JudgementAnalysis(matrix, method: method, randomIndex: index)
    let worst = try #require(analysis.worstJudgement)
    if let against = line["against"], !against.isEmpty {
      #expect(worst.row == line["label"] && worst.column == against)
    }
    switch line["quantity"] {
    case "weight": return try #require(analysis.priorities[line["label"] ?? ""])
    case "lambda_max": return analysis.lambdaMax
    case "consistency_index": return analysis.consistencyIndex
    case "consistency_ratio": return try #require(analysis.consistencyRatio)
    case "geometric_consistency_index": return try #require(analysis.geometricConsistencyIndex)
    case "worst_factor": return worst.factor
    case "revised_consistency_index":
      return try #require(worst.ratioIfRevised) * #require(analysis.randomIndex)
    default: throw CocoaError(.featureUnsupported)
    }
  }
}
