import DelimitedText
import Foundation
import PolicyAnalysis
import ScorecardPolicy
import ScoringEngine
import SyntheticBanks
import TestSupport

@testable import PolicyStudio

/// A studio over a shipped policy and people made up for it, in a folder of its own.
struct StudioBank {
  let folder: TemporaryDirectory
  let file: String
  let policy: VariablePolicy
  let population: Population
  let studio: Studio

  /// - Parameter path: the policy, below `Datasets/policies`; its folder is copied.
  init(_ path: String, size: Int = 600, seed: UInt64 = 3, threads: Int = 2) throws {
    let parts = path.split(separator: "/").map(String.init)
    folder = try TemporaryDirectory()
    let copy = "\(folder.path)/\(parts[0])"
    try FileManager.default.copyItem(
      atPath: ProjectFiles.url("Datasets/policies/\(parts[0])").path, toPath: copy)
    file = "\(copy)/\(parts[1]).yaml"
    policy = try VariablePolicy(PolicyTuning(contentsOf: file))
    let bank = try SyntheticBank(
      try PolicyTuning(contentsOf: file).policy(), size: size, seed: seed)
    var files: [String: [UInt8]] = [:]
    _ = bank.make(threads: 2) { (file, bytes) throws(Never) in
      files[bank.fileNames[file], default: []] += bytes
    }
    var texts: [String: [DecodedText]] = [:]
    for table in policy.plan.tables {
      let name = "\(table.name).csv"
      texts[table.name] = [try DecodedText(files[name] ?? [], file: name)]
    }
    population = try Population.load(policy.plan, texts: texts)
    studio = Studio(
      file, policy, population,
      options: Studio.Options(program: "test", threads: threads, draws: 50))
  }

  /// The answer to a call, as a JSON object.
  func ask(_ path: String, _ body: [String: Any]) throws -> (status: Int, answer: [String: Any]) {
    let response = studio.respond(
      to: StudioRequest(
        method: "POST", path: path, body: try JSONSerialization.data(withJSONObject: body)))
    let answer = try JSONSerialization.jsonObject(with: response.body) as? [String: Any]
    return (response.status, answer ?? [:])
  }

  /// Everybody by the policy with changes, read from the text that would be saved, and scored anew.
  func scored(_ changes: DraftChanges) throws -> ScoredPopulation {
    let text = try policy.tuning.text(revisedBy: changes.revision())
    let folder = String(file[..<(file.lastIndex(of: "/") ?? file.endIndex)])
    let resolved = try ResolvedPolicy(
      PolicyReader.read(text, file: "new.yaml", folder: folder).policy)
    return PlanEngine(plan: .init(resolved)).score(
      population, options: ScoringOptions(keepsMeasures: true))
  }
}

extension DraftChanges {
  /// Changes from the JSON that a browser would send.
  init(_ json: String) throws {
    self = try JSONDecoder().decode(DraftChanges.self, from: Data(json.utf8))
  }
}
