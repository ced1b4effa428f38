import Foundation
import TestSupport
import Testing

@Suite("The documentation of JSON")
struct DocumentedKeysTests {
  /// A command that prints JSON, with the pages that say what its keys mean.
  struct Output: CustomTestStringConvertible {
    let arguments: [String]
    let pages: [String]

    var testDescription: String { arguments[0] }
  }

  private static let policy = "Datasets/policies/customer-manager/stars.yaml"
  private static let data = ["--data", "Datasets/policies/customer-manager/data"]

  static let outputs = [
    Output(
      arguments: [
        "weights", "Datasets/judgements/paper-customer-manager/matrix.csv",
      ], pages: ["judgement-files"]),
    Output(
      arguments: ["weights", "Datasets/judgements/saaty-1980-school/matrix.csv", "--details"],
      pages: ["judgement-files", "priorities"]),
    Output(
      arguments: [
        "weights", "Datasets/judgements/saaty-1980-school/matrix.csv", "--method", "all",
      ],
      pages: ["judgement-files", "priorities"]),
    Output(
      arguments: ["weights", "Results/gap.csv"],
      pages: ["judgement-files", "incomplete"]),
    Output(
      arguments: [
        "weights", "Datasets/judgements/paper-customer-manager/matrix.csv", "--scale", "root",
      ], pages: ["judgement-files", "repair"]),
    Output(
      arguments: ["repair", "Datasets/judgements/saaty-1980-school/matrix.csv"], pages: ["repair"]),
    Output(
      arguments: ["recover", "--weights", "0.75,0.25", "--lambda", "2"], pages: ["repair"]),
    Output(
      arguments: [
        "weights", "Datasets/judgements/synthetic-panel/panel.csv", "--set", "dimensions",
      ], pages: ["judgement-files", "panels"]),
    Output(
      arguments: [
        "panel", "Datasets/judgements/synthetic-panel", "--policy", policy, "--cluster-threshold",
        "0.97",
      ], pages: ["judgement-files", "panels", "commands"]),
    Output(arguments: ["check", policy], pages: ["commands", "judgement-files"]),
    Output(arguments: ["explain", policy] + data + ["--id", "000201"], pages: ["explanations"]),
    Output(arguments: ["pay", policy] + data, pages: ["pay"]),
    Output(arguments: ["reproduce"], pages: ["commands"]),
    Output(arguments: ["reproduce", "Datasets/papers/saaty-1990-house.yaml"], pages: ["papers"]),
    Output(
      arguments: ["weights", policy] + data + ["--method", "critic", "--combine", "linear"],
      pages: ["data-weights"]),
    Output(
      arguments: ["weights", policy] + data + ["--method", "all"], pages: ["data-weights"]),
    Output(
      arguments: [
        "standards", "Datasets/standards/tobacco-lines/retailers.csv", "--key", "retailer",
        "--target", "brand_width", "--drivers", "region,class,monthly_order,stock_ratio",
        "--within", "line", "--output", "Results/plans.csv",
      ], pages: ["standards"]),
    Output(
      arguments: ["compare", policy, "Datasets/policies/customer-manager/policy.yaml"] + data,
      pages: ["comparison"]),
    Output(
      arguments: [
        "analyze", "sensitivity", policy, "--derivatives", "--parameter",
        "parameters.score_without_plan", "--parameter", "parameters.three_star_pay",
      ] + data, pages: ["sensitivity"]),
    Output(
      arguments: [
        "analyze", "scenarios", policy,
        "Datasets/policies/customer-manager/scenarios/eigenvector.yaml",
      ] + data, pages: ["sensitivity"]),
    Output(
      arguments: ["compare", policy] + data + ["--corrections", "Results/corrections.csv"],
      pages: ["comparison", "corrections"]),
    Output(
      arguments: ["explain", policy] + data
        + ["--corrections", "Results/corrections.csv", "--id", "000209"],
      pages: ["explanations", "corrections"]),
    Output(
      arguments: ["inspect", "Datasets/policies/customer-manager/data/staff.csv", "--quiet"],
      pages: ["inspect"]),
    Output(
      arguments: ["random-index", "--size", "3", "--samples", "10", "--missing", "0"],
      pages: ["random-index"]),
    Output(
      arguments: ["hierarchy", "Datasets/judgements/saaty-1990-house/hierarchy.yaml"],
      pages: ["hierarchies", "judgement-files"]),
    Output(
      arguments: [
        "uncertainty", "Datasets/judgements/paper-customer-manager/matrix.csv", "--quiet",
      ], pages: ["uncertainty"]),
    Output(
      arguments: [
        "analyze", "incentives", policy, "--columns", "deposit_actual,satisfaction", "--of", "pay",
      ] + data, pages: ["incentives"]),
    Output(
      arguments: ["analyze", "incentives", policy, "--id", "000209"] + data, pages: ["incentives"]),
    Output(
      arguments: [
        "analyze", "incentives", policy, "--id", "000209", "--column", "satisfaction",
      ] + data, pages: ["incentives"]),
    Output(
      arguments: [
        "analyze", "fairness", policy, "--against",
        "Datasets/policies/customer-manager/policy.yaml", "--by", "role", "--bands",
        "tenure_years:0,5",
      ] + data, pages: ["fairness"]),
    Output(arguments: ["verify", "Results/old.csv"], pages: ["verification"]),
    Output(
      arguments: ["publish", "Results/third.csv", "--archive", "Results", "--by", "x"],
      pages: ["archive"]),
    Output(arguments: ["archive", "list", "Results"], pages: ["archive"]),
    Output(arguments: ["archive", "show", "Results", "2"], pages: ["archive"]),
    Output(
      arguments: [
        "archive", "verify", "Results", "--head", String(repeating: "0", count: 64),
      ], pages: ["archive"]),
    Output(
      arguments: ["difference", "Results/old.csv", "Results/new.csv"], pages: ["verification"]),
  ]

  @Test("Each key that a command prints is named on its page", arguments: outputs)
  func keys(_ output: Output) throws {
    let folder = try TemporaryDirectory()
    try folder.copy(ProjectFiles.url("Datasets"), to: "Datasets")
    try FileManager.default.createDirectory(
      at: folder.file("Results"), withIntermediateDirectories: true)
    for (name, period) in [("old", "2026Q1"), ("new", "2026Q2")] {
      _ = try CommandRunner.run(
        ["score", Self.policy] + Self.data
          + ["--period", period, "--output", "Results/\(name).csv"], in: folder.url)
    }
    if output.pages == ["archive"] { try publish(in: folder) }
    try folder.write(",a,b,c\na,1,2,\nb,,1,3\nc,,,1\n", to: "Results/gap.csv")
    try folder.write(
      "table,key,row,column,old,new,reason,decided_by,date\n"
        + "staff,000209,,liable_complaints,1,0,not liable,Panel,2026-07-08\n",
      to: "Results/corrections.csv")
    let result = try CommandRunner.run(output.arguments + ["--format", "json"], in: folder.url)
    let object = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
    let named = Set(
      try output.pages.flatMap { page in
        try ProjectFiles.text("Documentation/\(page).md").split(separator: "\n")
          .flatMap(\.quotedCode)
      })
    let keys = Self.keys(of: object)
    #expect(!keys.isEmpty)
    #expect(keys.subtracting(named).isEmpty)
  }

  /// Puts a result and its correction into an archive, and leaves one that can be published.
  private func publish(in folder: TemporaryDirectory) throws {
    for (name, period) in [("new", "2026Q1"), ("third", "2026Q3")] {
      _ = try CommandRunner.run(
        ["score", Self.policy] + Self.data
          + ["--period", period, "--measures", "--output", "Results/\(name).csv"], in: folder.url)
    }
    let arguments = ["--archive", "Results", "--by", "x", "--statements", "Datasets/judgements"]
    for more in [["Results/old.csv"], ["Results/new.csv", "--corrects", "1", "--reason", "x"]] {
      let published = try CommandRunner.run(["publish"] + more + arguments, in: folder.url)
      #expect(published.exitCode == 0, "\(published.errors)")
    }
  }

  /// What holds values by names of the policy or of the data.
  private static let named = ["inputs", "details", "settings", "texts", "gradeChanges"]

  private static func keys(of value: Any) -> Set<String> {
    if let list = value as? [Any] { return Set(list.flatMap(keys)) }
    guard let object = value as? [String: Any] else { return [] }
    return object.reduce(into: Set(object.keys)) { all, entry in
      // An object stands in these places only where names are keys: else there is a list.
      let isByName =
        named.contains(entry.key)
        || ["measures", "weights", "grades"].contains(entry.key) && entry.value is [String: Any]
      if !isByName { all.formUnion(keys(of: entry.value)) }
    }
  }
}
