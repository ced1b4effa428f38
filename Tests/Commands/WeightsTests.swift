import Foundation
import TestSupport
import Testing

@Suite("weights")
struct WeightsTests {
  /// The keys of the JSON, and what they are read as.
  struct Document: Decodable {
    struct Worst: Decodable {
      let row: String
      let column: String
      let given: Double
      let implied: Double
      let factor: Double
    }

    let labels: [String]
    let method: String
    let weights: [Double]
    let lambdaMax: Double
    let lambdaMaxBounds: [Double]
    let consistencyIndex: Double
    let randomIndex: Double?
    let randomIndexSource: String
    let consistencyRatio: Double?
    let geometricConsistencyIndex: Double?
    let consistent: Bool?
    let worstJudgement: Worst?
  }

  private static let paper = Project.judgements.appendingPathComponent(
    "paper-customer-manager/matrix.csv"
  ).path
  private static let allKeys: Set = [
    "labels", "method", "weights", "lambdaMax", "lambdaMaxBounds", "consistencyIndex",
    "randomIndex", "randomIndexSource", "consistencyRatio", "geometricConsistencyIndex",
    "consistent", "worstJudgement",
  ]

  private static func json(
    _ arguments: [String], exitCode: Int32 = 0
  ) throws -> (document: Document, keys: Set<String>) {
    let result = try CommandRunner.run(["weights"] + arguments + ["--format", "json"])
    #expect(result.exitCode == exitCode, "\(result.errors)")
    let data = Data(result.output.utf8)
    let object = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    return (try JSONDecoder().decode(Document.self, from: data), Set(object.keys))
  }

  @Test("the paper's weights to four decimals, by row geometric means")
  func text() throws {
    let result = try CommandRunner.run(["weights", Self.paper, "--method", "geometric-mean"])
    #expect(result.exitCode == 0)
    #expect(result.errors.isEmpty)
    // The weights that the paper prints.
    for line in [
      "financial  0.4832", "customer   0.2717", "internal   0.1569", "learning   0.0882",
    ] {
      #expect(result.output.contains(line), "\(result.output)")
    }
    for words in [
      "row geometric means", "consistency ratio", "0.005377", "below 0.1", "saaty-1980",
    ] {
      #expect(result.output.contains(words))
    }
    #expect(result.output.contains("worst judgement: customer against internal is judged 2"))
  }

  /// Bozoki, Fulop and Ronyai 2010, doi:10.1016/j.mcm.2010.02.047, example 3.
  private static let gaps = ",a,b,c,d\na,1,1,5,2\nb,,1,3,4\nc,,,1,?\nd,,,,1\n"

  @Test("a gap is completed as asked, and named as completed; unasked it is a finding")
  func incomplete() throws {
    let folder = try TemporaryDirectory()
    try folder.write(Self.gaps, to: "gaps.csv")
    let run = { (options: [String]) in
      try CommandRunner.run(["weights", "gaps.csv"] + options, in: folder.url)
    }
    for method in ["lambda-optimal", "logarithmic-least-squares", "harker"] {
      let asked = try run(["--incomplete", method])
      #expect(asked.exitCode == 0 && asked.errors.isEmpty, "\(asked.errors)")
      #expect(asked.output.contains("by the method \(method), from 5 of 6 comparisons"))
      #expect(asked.output.contains("random index simulated for these comparisons"))
      #expect(asked.output.contains("most worth asking next: c against d"))
    }
    let unasked = try run([])
    #expect(unasked.exitCode == 1)
    #expect(unasked.errors.contains("1 pair is not compared in the judgements: c against d"))
    #expect(unasked.output.contains("by the method lambda-optimal"))
    for option in [["--details"], ["--method", "all"]] {
      let refused = try run(option)
      #expect(refused.exitCode == 64 && refused.errors.contains("leaves 1 open"))
    }
  }

  @Test("the random index of gaps is the table's, a scaled one, or simulated, and says which")
  func incompleteRandomIndex() throws {
    let folder = try TemporaryDirectory()
    try folder.write(Self.gaps, to: "gaps.csv")
    let file = folder.file("gaps.csv").path
    let (table, keys) = try Self.json([
      file, "--incomplete", "lambda-optimal", "--table-random-index",
    ])
    #expect(keys == Self.allKeys.union(["incomplete"]))
    #expect(table.randomIndex == 0.583 && table.randomIndexSource == "agoston-csato-2022")
    #expect(abs(table.lambdaMax - 4.092367293939) < 1e-12)
    let (scaled, _) = try Self.json([
      file, "--incomplete", "harker", "--random-index", "saaty-1980",
    ])
    #expect(scaled.randomIndexSource == "saaty-1980, scaled for gaps")
    let (simulated, _) = try Self.json([file, "--incomplete", "lambda-optimal"])
    #expect(simulated.randomIndexSource == "simulated")
    let index = try #require(simulated.randomIndex)
    #expect(abs(index - 0.583) < 0.02)
  }

  @Test("JSON has every key, and doubles that read back the same")
  func keys() throws {
    let (document, keys) = try Self.json([Self.paper])
    #expect(keys == Self.allKeys)
    #expect(document.labels == ["financial", "customer", "internal", "learning"])
    #expect(document.method == "eigenvector")
    #expect(abs(document.weights.reduce(0, +) - 1) < 1e-15)
    // recomputed.csv beside the matrix, from an independent eigenvalue solver.
    #expect(abs(document.weights[0] - 0.48288561655474044) < 1e-12)
    #expect(abs(document.lambdaMax - 4.014520958632268) < 1e-12)
    #expect(document.lambdaMaxBounds.count == 2)
    #expect(document.lambdaMaxBounds[0] <= document.lambdaMax)
    #expect(document.lambdaMax <= document.lambdaMaxBounds[1])
    #expect(document.consistencyIndex == (document.lambdaMax - 4) / 3)
    #expect(document.randomIndex == 0.9)
    #expect(document.randomIndexSource == "saaty-1980")
    #expect(document.consistencyRatio == document.consistencyIndex / 0.9)
    #expect(document.consistent == true)
    let worst = try #require(document.worstJudgement)
    #expect((worst.row, worst.column) == ("customer", "internal"))
    #expect(worst.given == 2)
    #expect(worst.implied == document.weights[1] / document.weights[2])
    #expect(abs(worst.factor - 2 / worst.implied) < 1e-15)
  }

  @Test("--method and --random-index change what they should and nothing else")
  func options() throws {
    let (mean, _) = try Self.json([Self.paper, "--method", "geometric-mean"])
    #expect(mean.method == "geometric-mean")
    // 30^(1/4) by the sum of the fourth roots of 30, 3, 1/3 and 1/30.
    #expect(abs(mean.weights[0] - 0.48318903) < 1e-8)
    #expect(abs(mean.lambdaMax - 4.0145186) < 1e-7)
    // The printed indices for four labels of the four tables.
    let indices = [
      "saaty-1980": 0.9, "saaty-2005": 0.89, "donegan-dodd-1991": 0.8286,
      "alonso-lamata-2006": 0.8815,
    ]
    for (name, index) in indices {
      let (document, _) = try Self.json([Self.paper, "--random-index", name])
      #expect(document.randomIndex == index)
      #expect(document.randomIndexSource == name)
      #expect(document.consistencyRatio == document.consistencyIndex / index)
    }
  }

  @Test("a panel's judgements are aggregated by geometric mean", arguments: [false, true])
  func panel(isWeighted: Bool) throws {
    let scratch = try TemporaryDirectory()
    let weight = isWeighted ? [",weight", ",3", ",1"] : ["", "", ""]
    let file = try scratch.write(
      """
      respondent,row,column,judgement\(weight[0])
      Wang,deposits,loans,4\(weight[1])
      Li,loans,deposits,1/2\(weight[2])

      """, to: "panel.csv")
    let (document, keys) = try Self.json([file.path])
    // sqrt(4 * 2), or (4^3 * 2)^(1/4) where Wang counts three times.
    let judgement = isWeighted ? 128.0.squareRoot().squareRoot() : 8.0.squareRoot()
    #expect(abs(document.weights[0] / document.weights[1] - judgement) < 1e-12)
    #expect(
      keys
        == Self.allKeys.subtracting(["geometricConsistencyIndex", "worstJudgement"])
        .union(["respondents"]))
    #expect(document.consistencyRatio == 0)
    let text = try CommandRunner.run(["weights", file.path])
    #expect(text.output.contains("2 respondents (geometric mean of judgements)"))
  }

  @Test("a panel file of several sets: text shows all, JSON wants one by name")
  func sets() throws {
    let scratch = try TemporaryDirectory()
    let file = try scratch.write(
      """
      respondent,row,column,judgement,set
      Wang,a,b,2,first
      Wang,c,d,4,second

      """, to: "panel.csv")
    let text = try CommandRunner.run(["weights", file.path])
    #expect(text.exitCode == 0)
    #expect(text.output.contains("set first") && text.output.contains("set second"))
    let (document, _) = try Self.json([file.path, "--set", "second"])
    #expect(document.labels == ["c", "d"])
    #expect(document.weights == [0.8, 0.2])
    let refused = try CommandRunner.run(["weights", file.path, "--format", "json"])
    #expect(refused.exitCode == 64)
    #expect(refused.errors.contains("name one by --set: first, second"))
    let unknown = try CommandRunner.run(["weights", file.path, "--set", "secnd"])
    #expect(unknown.exitCode == 64)
    #expect(unknown.errors.contains("did you mean \"second\"?"))
  }

  @Test("one label weighs everything; two are always consistent", arguments: [1, 2])
  func small(size: Int) throws {
    let scratch = try TemporaryDirectory()
    let file = try scratch.write(
      size == 1 ? ",only\nonly,1\n" : ",a,b\na,1,3\nb,,1\n", to: "matrix.csv")
    let (document, keys) = try Self.json([file.path])
    #expect(document.weights == (size == 1 ? [1] : [0.75, 0.25]))
    #expect(document.lambdaMax == Double(size))
    #expect(document.consistencyRatio == 0)
    #expect(document.consistent == true)
    #expect(keys == Self.allKeys.subtracting(["geometricConsistencyIndex", "worstJudgement"]))
  }

  @Test("sixteen labels have weights, but no ratio in any table: a finding")
  func sixteen() throws {
    let scratch = try TemporaryDirectory()
    let labels = (1...16).map { "c\($0)" }
    let rows = labels.indices.map { row in
      labels[row] + labels.indices.map { $0 < row ? "," : ",1" }.joined()
    }
    let file = try scratch.write(
      (["," + labels.joined(separator: ",")] + rows).joined(separator: "\n") + "\n",
      to: "matrix.csv")
    let (document, keys) = try Self.json([file.path], exitCode: 1)
    #expect(document.weights.allSatisfy { abs($0 - 1.0 / 16) < 1e-12 })
    #expect(
      keys
        == Self.allKeys.subtracting([
          "randomIndex", "consistencyRatio", "consistent", "worstJudgement",
        ]))
    let text = try CommandRunner.run(["weights", file.path])
    #expect(text.exitCode == 1)
    #expect(text.errors.contains("the random index saaty-1980 does not reach 16 labels"))
    #expect(text.errors.contains("[judgement.no-random-index]"))
  }

  @Test("contradicting judgements are weighed, named, and a finding")
  func inconsistent() throws {
    let scratch = try TemporaryDirectory()
    let file = try scratch.write(",a,b,c\na,1,3,1/3\nb,,1,3\nc,,,1\n", to: "circle.csv")
    let (document, _) = try Self.json([file.path], exitCode: 1)
    #expect(document.consistent == false)
    // A circle of threes: lambda is 1 + 3 + 1/3, the index (13/3 - 3) / 2 = 2/3, by 0.58.
    #expect(abs((document.consistencyRatio ?? 0) - 2 / 3 / 0.58) < 1e-12)
    let text = try CommandRunner.run(["weights", file.path])
    #expect(text.exitCode == 1)
    for words in [
      "finding: the judgements contradict each other", "consistency ratio is 1.149",
      "worst judgement: 3 for a against b", "[judgement.inconsistent]",
    ] {
      #expect(text.errors.contains(words), "\(text.errors)")
    }
    #expect(text.output.contains("0.3333"))
  }

  @Test("Chinese labels take two places each, so that the numbers stand below each other")
  func alignment() throws {
    let scratch = try TemporaryDirectory()
    let file = try scratch.write(",财务,客户满意度,HR\n财务,1,2,4\n客户满意度,,1,2\nHR,,,1\n", to: "m.csv")
    let lines = try CommandRunner.run(["weights", file.path]).output.split(separator: "\n")
    let places = try ["财务", "客户满意度", "HR"].map { label in
      let line = try #require(lines.first { $0.hasPrefix("  \(label)") })
      let number = try #require(line.range(of: "0."))
      return line[..<number.lowerBound].unicodeScalars.reduce(0) { $0 + ($1.isASCII ? 1 : 2) }
    }
    #expect(Set(places).count == 1, "\(places)")
  }
}
