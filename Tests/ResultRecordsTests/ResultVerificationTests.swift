import ScoringPlan
import Testing

@testable import ResultRecords

@Suite("Verifying a result")
struct ResultVerificationTests {
  static let options = [
    ResultOptions(), ResultOptions(period: "2026-10", sort: "rank", measures: true),
    ResultOptions(rejects: true),
  ]

  @Test("a result that nobody touched is made again to the byte", arguments: options)
  func agrees(options: ResultOptions) throws {
    let job = try SmallJob()
    let manifest = try job.score(options: options)
    #expect(try job.verify() == [])
    #expect(manifest.options == options)
    #expect(manifest.programVersion == "1.2.3")
    #expect(manifest.result.rows == 3)
    #expect(manifest.policy.files.map(\.path) == ["../policy.yaml", "../judgements.csv"])
    #expect(manifest.inputs.map(\.table) == ["staff", "loans"])
    #expect(manifest.inputs[0].files.map(\.path) == ["../staff.csv"])
    #expect((manifest.rejects != nil) == options.rejects)
  }

  @Test("the manifest is the same bytes whatever the threads and whichever the run")
  func deterministic() throws {
    let job = try SmallJob()
    try job.score(threads: 1)
    let first = try job.folder.read("out/result.csv.manifest.json")
    for threads in [1, 2, 7] {
      try job.score(threads: threads)
      #expect(try job.folder.read("out/result.csv.manifest.json") == first)
    }
    let other = try SmallJob()
    try other.score()
    #expect(try other.folder.read("out/result.csv.manifest.json") == first)
  }

  /// The job's weights with the first dimension's moved.
  private func moved(_ job: SmallJob, by change: Double) throws -> ParameterVector {
    var values = job.plan.values
    let slot = try #require(
      job.plan.parameters.firstIndex { $0.path == "scorecard.weights.one" })
    values.values[slot] += change
    return values
  }

  @Test("weights whose last bits another LAPACK would give still make the same bytes")
  func lastBits() throws {
    let job = try SmallJob()
    try job.score()
    let plain = try job.folder.read("out/result.csv")
    try job.score(values: try moved(job, by: 1e-14))
    #expect(try job.folder.read("out/result.csv") != plain)
    #expect(try job.verify() == [])
  }

  @Test("weights that the policy does not give are told, though the bytes agree")
  func otherWeights() throws {
    let job = try SmallJob()
    let values = try moved(job, by: 1e-9)
    try job.score(values: values)
    let found = try job.verify()
    guard case .solvedOtherwise(let difference)? = found.first, found.count == 1 else {
      Issue.record("\(found)")
      return
    }
    #expect(difference.path == "scorecard.weights.one")
    #expect(values.values.contains(difference.recorded))
    #expect(job.plan.values.values.contains(difference.solved))
  }

  @Test("a cell that was changed is found twice: by the hash, and with what was computed")
  func changedCell() throws {
    let job = try SmallJob()
    try job.score()
    let text = try job.folder.read("out/result.csv")
    try job.folder.write(text.replacing("2,N,", with: "2,S,"), to: "out/result.csv")
    let found = try job.verify()
    guard case .outputChanged(job.result, _, _)? = found.first,
      case .computedOtherwise(job.result, let difference)? = found.last
    else {
      Issue.record("\(found)")
      return
    }
    #expect(
      difference
        == FirstDifference(
          line: 3, column: "branch", key: "2", kind: .cell, standing: "S", computed: "N"))
  }

  @Test("every input that was changed is named, and the job is not run on it")
  func changedInputs() throws {
    let job = try SmallJob()
    try job.score()
    try job.folder.write(SmallJob.policy + "# later\n", to: "policy.yaml")
    try job.folder.write(SmallJob.staff.replacing("90", with: "91"), to: "staff.csv")
    let files = try job.verify().map { change -> String in
      switch change {
      case .policyChanged(let file, _, _): FilePath.name(of: file)
      case .inputChanged("staff", let file, _, _): FilePath.name(of: file)
      default: "\(change)"
      }
    }
    #expect(files == ["policy.yaml", "staff.csv"])
    let copy = try job.folder.write(SmallJob.staff, to: "copy.csv").path
    let rest = try job.verify(tables: ["staff": [copy]])
    #expect(rest.count == 1)
  }

  @Test("a manifest that was edited does not agree with what is computed")
  func editedManifest() throws {
    for (old, new, place) in [
      ("\"in\" : 3", "\"in\" : 4", "inputs[0].rows"),
      ("\"rows\" : 3", "\"rows\" : 2", "result.rows"),
      ("\"version\" : \"7\"", "\"version\" : \"8\"", "policy.version"),
      ("\"name\" : \"small\"", "\"name\" : \"large\"", "policy.name"),
    ] {
      let job = try SmallJob()
      try job.score()
      try job.editManifest(old, new)
      let places = try job.verify().map { found -> String in
        if case .recordedOtherwise(let place, _, _) = found { place } else { "\(found)" }
      }
      #expect(places.contains(place))
    }
  }

  @Test("options that were edited make another result")
  func editedOptions() throws {
    let job = try SmallJob()
    try job.score()
    try job.editManifest("\"measures\" : false", "\"measures\" : true")
    guard case .computedOtherwise(_, let difference)? = try job.verify().first else {
      Issue.record("no difference")
      return
    }
    #expect(difference.line == 1)
    #expect(difference.computed == "one.a")
  }

  @Test("a manifest that does not fit the policy says which parameter, table or ranking")
  func unfit() throws {
    for (old, new, words) in [
      ("\"parameters.rate\"", "\"parameters.ratio\"", "it has no parameter parameters.ratio"),
      ("    \"parameters.rate\" : 0.1,\n", "", "no value of parameters.rate"),
      ("\"table\" : \"staff\"", "\"table\" : \"people\"", "its tables are staff, loans"),
      ("\"sort\" : \"input\"", "\"sort\" : \"age\"", "no ranking \"age\""),
    ] {
      let job = try SmallJob()
      try job.score()
      try job.editManifest(old, new)
      do {
        Issue.record("agrees with \(new): \(try job.verify())")
      } catch let error as RecordError {
        #expect("\(error)".contains(words), "\(error)")
      }
    }
  }

  @Test("a rejects file that quotes its files is made again from copies elsewhere")
  func rejects() throws {
    let job = try SmallJob()
    let second = try job.folder.write("id,branch,a,b,c\n1,S,1,1,1\n9,S,x,1,1\n", to: "more.csv")
      .path
    let first = "\(job.folder.path)/staff.csv"
    let loans = "\(job.folder.path)/loans.csv"
    let manifest = try job.score(
      options: ResultOptions(rejects: true), files: ["staff": [first, second], "loans": [loans]])
    #expect(try job.folder.read("out/rejects.csv").contains("line 2 of \(second)"))
    #expect(manifest.rejects?.rows == 3)
    #expect(try job.verify() == [])
    let copies = [
      try job.folder.write(SmallJob.staff, to: "a.csv").path,
      try job.folder.write(try job.folder.read("more.csv"), to: "b.csv").path,
    ]
    #expect(try job.verify(tables: ["staff": copies]) == [])
    let text = try job.folder.read("out/rejects.csv")
    try job.folder.write(text.replacing(",x,", with: ",y,"), to: "out/rejects.csv")
    #expect(try job.verify().count == 2)
  }

  @Test("caps that are not set are not recorded, and one that is put in is told")
  func unsetCaps() throws {
    let job = try SmallJob()
    let manifest = try job.score()
    let path = "scorecard.dimensions.two.measures.b.cap"
    #expect(manifest.parameters[path] == nil)
    #expect(manifest.parameters["scorecard.dimensions.one.measures.a.cap"] == 150)
    guard job.plan.parameters.contains(where: { $0.path == path }) else { return }
    try job.editManifest("\"parameters.rate\"", "\"\(path)\" : 5, \"parameters.rate\"")
    let isTold = try job.verify().contains { found in
      if case .solvedOtherwise(let difference) = found { difference.path == path } else { false }
    }
    #expect(isTold)
  }
}
