import AHP
import DelimitedText
import Foundation
import JudgementPanels
import SeededRandom
import TestSupport
import Testing

/// The form as an expert's browser runs it: the test clicks its buttons and reads what it shows.
@Suite("The questionnaire in Chromium", .serialized)
struct QuestionnairePageTests {
  /// One set as the page shows it.
  private struct Shown: Decodable {
    struct Worst: Decodable {
      let row: Int
      let column: Int
      let factor: Double
      let implied: Double
    }

    let weights: [Double]?
    let lambda: Double?
    let ratio: Double?
    let worst: [Worst]?
    let words: String
    let isBad: Bool
    let marked: [String]
  }

  private struct Report: Decodable {
    let sets: [Shown]
    let progress: String
    let message: String
    let saved: String?
    let file: String?
    let language: String
    let left: Int
  }

  /// Clicks answers, saves, and reports what the page then shows.
  private static func driver(
    answers: [String: String], name: String?, before: String = "", after: String = ""
  ) throws -> String {
    let clicks = String(decoding: try JSONEncoder().encode(answers), as: UTF8.self)
    let who = String(decoding: try JSONEncoder().encode([name]), as: UTF8.self)
    return """
      (async () => {
        let blob = null, link = null;
        const make = URL.createObjectURL;
        URL.createObjectURL = (made) => { blob = made; return make(made); };
        HTMLAnchorElement.prototype.click = function () { link = this.download; };
        \(before)
        for (const [pair, value] of Object.entries(\(clicks))) {
          document.querySelector(`input[name="${pair}"][value="${value}"]`).click();
        }
        const [who] = \(who);
        if (who !== null) {
          document.getElementById("name").value = who;
          document.getElementById("save").click();
        }
        \(after)
        await new Promise((done) => setTimeout(done, 200));
        const shown = (element) => element.innerText.trim();
        const sets = [...document.querySelectorAll("section")].map((section) => {
          const box = section.querySelector(".result");
          const read = (key) => key in box.dataset ? JSON.parse(box.dataset[key]) : null;
          return { weights: read("weights"), lambda: read("lambda"), ratio: read("ratio"),
            worst: read("worst"), words: shown(box), isBad: box.classList.contains("bad"),
            marked: [...section.querySelectorAll("fieldset.worst")].map((field) => field.id) };
        });
        const report = document.createElement("pre");
        report.id = "report";
        report.textContent = JSON.stringify({ sets, progress: shown(document.getElementById("progress")),
          message: shown(document.getElementById("message")), saved: blob && await blob.text(),
          file: link, language: document.documentElement.lang,
          left: document.querySelectorAll("input:checked").length });
        document.body.append(report);
      })();
      """
  }

  private static func run(
    _ questionnaire: Questionnaire, _ answers: [String: String], name: String? = nil,
    inChinese: Bool = false, before: String = "", after: String = ""
  ) throws -> Report {
    let html = try QuestionnairePage(questionnaire).html(inChinese: inChinese)
    let text = try Browser.report(
      of: html, driving: driver(answers: answers, name: name, before: before, after: after))
    return try JSONDecoder().decode(Report.self, from: Data(text.utf8))
  }

  /// The matrix of judgements in reading order, and where the page has them.
  private static func matrix(_ judgements: [String], number: Int) throws -> (
    matrix: PairwiseComparisonMatrix, answers: [String: String]
  ) {
    let size = (1...).first { $0 * ($0 - 1) / 2 >= judgements.count } ?? 1
    var answers: [String: String] = [:]
    var next = 0
    for row in 0..<size {
      for column in (row + 1)..<max(size, row + 1) {
        answers["pair-\(number)-\(row)-\(column)"] = judgements[next]
        next += 1
      }
    }
    let matrix = PairwiseComparisonMatrix(
      labels: (0..<size).map { "thing-\($0)" },
      upperTriangle: try judgements.map { try Judgement($0) })
    return (matrix, answers)
  }

  private static func questionnaire(
    _ matrices: [PairwiseComparisonMatrix], _ options: (Int) -> PanelOptions
  ) -> Questionnaire {
    Questionnaire(
      policy: "trial", version: "1",
      title: BilingualText(english: "A & <b>trial</b>", chinese: "试验"),
      sets: matrices.enumerated().map { number, matrix in
        QuestionnaireSet(
          name: "set-\(number)", title: BilingualText(english: "Part", chinese: "部分"),
          items: matrix.labels.map {
            QuestionnaireSet.Item(
              name: $0, title: BilingualText(english: "\($0) \"<&", chinese: "指标 \($0)"))
          },
          options: options(number))
      })
  }

  /// The paper's judgements (.483 .272 .157 .088, lambda 4.015), Saaty 1990 house by transport (CR
  /// .213), one that is consistent, two labels, and random ones of up to nine labels.
  private static func samples() throws -> [[String]] {
    var generator = SplitMix64(seed: 17)
    let scale = (2...9).reversed().map { "1/\($0)" } + (1...9).map(String.init)
    let random = [3, 4, 5, 7, 9].map { size in
      (0..<size * (size - 1) / 2).map { _ in
        scale[Int.random(in: 0..<scale.count, using: &generator)]
      }
    }
    return [
      ["2", "3", "5", "2", "3", "2"], ["7", "1/5", "1/8"], ["2", "4", "2"], ["3"],
    ] + random
  }

  @Test(
    "weights, eigenvalue, ratio and worst judgements are the library's",
    .enabled(if: Browser.program != nil, "Chromium is not installed"))
  func arithmetic() throws {
    let samples = try Self.samples()
    // Each by both methods, and with several random indices.
    let drawn = try (samples + samples).enumerated().map {
      try Self.matrix($0.element, number: $0.offset)
    }
    let options = { (number: Int) in
      PanelOptions(
        method: number < samples.count ? .eigenvector : .geometricMean,
        randomIndex: RandomIndex.all[number % RandomIndex.all.count])
    }
    let report = try Self.run(
      Self.questionnaire(drawn.map(\.matrix), options),
      drawn.map(\.answers).reduce(into: [:]) { $0.merge($1) { first, _ in first } })
    #expect(report.sets.count == drawn.count)
    for (number, shown) in report.sets.enumerated() {
      let analysis = try JudgementAnalysis(
        drawn[number].matrix, method: options(number).method,
        randomIndex: options(number).randomIndex)
      let weights = try #require(shown.weights)
      #expect(zip(weights, analysis.weights).allSatisfy { abs($0 - $1) < 1e-12 }, "\(number)")
      #expect(weights.count == analysis.weights.count)
      #expect(abs(try #require(shown.lambda) - analysis.lambdaMax) < 1e-12 * analysis.lambdaMax)
      let ratio = try #require(analysis.consistencyRatio)
      #expect(abs(try #require(shown.ratio) - ratio) < 1e-12)
      #expect(shown.isBad == (ratio >= 0.1))
      #expect(shown.words.contains(String(format: "%.4f", max(ratio, 0))), "\(shown.words)")
      let worst = try #require(shown.worst)
      #expect(worst.isEmpty == (analysis.worstJudgement == nil), "\(number)")
      #expect(worst.count <= 3)
      if let first = worst.first, let expected = analysis.worstJudgement {
        #expect(expected.row == "thing-\(first.row)" && expected.column == "thing-\(first.column)")
        #expect(abs(first.factor - expected.factor) < 1e-12 * expected.factor)
        #expect(abs(first.implied - expected.implied) < 1e-12 * expected.implied)
      }
      #expect(zip(worst, worst.dropFirst()).allSatisfy { $0.factor >= $1.factor * (1 - 1e-12) })
      #expect(shown.marked.count == (ratio >= 0.1 ? worst.count : 0))
    }
  }

  @Test(
    "what is saved is a file of answers with the judgements that were clicked",
    .enabled(if: Browser.program != nil, "Chromium is not installed"),
    arguments: ["王 小明", "=1+1", "O\"Neil, Sam"])
  func saving(name: String) throws {
    let judgements = ["2", "1/3", "5", "1", "1/9", "9"]
    let (matrix, answers) = try Self.matrix(judgements, number: 0)
    let asked = Self.questionnaire([matrix]) { _ in PanelOptions() }
    let report = try Self.run(asked, answers, name: name)
    let saved = try #require(report.saved)
    #expect(saved.contains("set-0") && !saved.contains("1/"))
    #expect(report.file?.hasSuffix(".csv") == true)
    let scratch = try TemporaryDirectory()
    try scratch.write(saved, to: "answers.csv")
    let merged = try MergedPanel([scratch.file("answers.csv").path], questionnaire: asked)
    let set = try #require(merged.sets.first)
    #expect(set.respondents.map(\.name) == [name])
    #expect(set.labels == matrix.labels && merged.findings.isEmpty)
    let read = try set.matrix(of: set.respondents[0])
    #expect(read.upperTriangle.map(\.value) == matrix.upperTriangle.map(\.value))
  }

  @Test(
    "without a name or an answer nothing is saved, and the page says so in its language",
    .enabled(if: Browser.program != nil, "Chromium is not installed"))
  func refusals() throws {
    let (matrix, answers) = try Self.matrix(["2", "3", "2"], number: 0)
    let asked = Self.questionnaire([matrix]) { _ in PanelOptions() }
    let nameless = try Self.run(asked, answers, name: " ")
    #expect(nameless.saved == nil && nameless.message == "Please write your name first.")
    let empty = try Self.run(asked, [:], name: "Li", inChinese: true)
    #expect(empty.saved == nil && empty.message == "尚未回答任何问题。")
    #expect(empty.language == "zh" && empty.progress == "共 3 对，已回答 0 对")
    #expect(empty.sets[0].weights == nil && empty.sets[0].words.contains("已回答 0 / 3 对"))
    let partly = try Self.run(asked, ["pair-0-0-1": "2"], name: "Li")
    #expect(partly.saved?.split(separator: "\r\n").count == 2)
    #expect(partly.sets[0].words.hasPrefix("1 of 3 pairs answered"))
    let cleared = try Self.run(
      asked, answers,
      after: #"document.querySelector('.clear[data-pair="pair-0-0-1"]').click();"#)
    #expect(cleared.left == 2 && cleared.sets[0].weights == nil)
  }

  @Test(
    "a saved file is taken up again, and the language changes on the page",
    .enabled(if: Browser.program != nil, "Chromium is not installed"))
  func goingOn() throws {
    let (matrix, _) = try Self.matrix(["2", "1/3", "2"], number: 0)
    let asked = Self.questionnaire([matrix]) { _ in PanelOptions() }
    let csv =
      "\\uFEFFrespondent,row,column,judgement,weight,set\\r\\n'=Li,thing-0,thing-1,2,1,set-0\\r\\n"
      + "'=Li,thing-2,thing-0,3,1,set-0\\r\\n'=Li,other,thing-0,3,1,set-0\\r\\n"
    let report = try Self.run(
      asked, [:],
      after: """
        const transfer = new DataTransfer();
        transfer.items.add(new File(["\(csv)"], "saved.csv"));
        const input = document.getElementById("file");
        input.files = transfer.files;
        input.dispatchEvent(new Event("change"));
        await new Promise((done) => setTimeout(done, 500));
        document.querySelector('.languages [data-language="zh"]').click();
        document.querySelector('input[name="pair-0-1-2"][value="2"]').click();
        document.getElementById("save").click();
        """)
    #expect(report.left == 3 && report.language == "zh")
    let saved = try #require(report.saved)
    #expect(saved.contains("'=Li,thing-0,thing-1,2,1,set-0"))
    #expect(saved.contains("'=Li,thing-2,thing-0,3,1,set-0"))
    #expect(saved.contains("'=Li,thing-1,thing-2,2,1,set-0"))
  }

  @Test("the page holds all it needs: it names no address and keeps nothing")
  func selfContained() throws {
    let (matrix, _) = try Self.matrix(["2", "3", "2"], number: 0)
    let page = try QuestionnairePage(Self.questionnaire([matrix]) { _ in PanelOptions() }).html()
    for address in ["http:", "https:", "src=", "url(", "@import", "fetch(", "XMLHttpRequest"] {
      #expect(!page.contains(address), "\(address)")
    }
    for store in ["localStorage", "sessionStorage", "indexedDB", "document.cookie"] {
      #expect(!page.contains(store), "\(store)")
    }
    #expect(page.contains("default-src 'none'"))
    // What a title holds is text, in the page and in what its script reads.
    #expect(!page.contains("<b>trial") && page.contains("A &amp; &lt;b&gt;trial&lt;/b&gt;"))
    #expect(page.contains("thing-0 \\\"\\u003c&"))
  }

  @Test("no text ends the script, whatever stands before a bracket in it")
  func brackets() throws {
    // The first character is one with the bracket behind it for Swift, and not for browsers.
    let title = BilingualText(english: "\u{600}</script>", chinese: "\u{600}<b>")
    let items = ["a", "b"].map { QuestionnaireSet.Item(name: $0, title: title) }
    let set = QuestionnaireSet(name: "set", title: title, items: items, options: PanelOptions())
    let page = try QuestionnairePage(
      Questionnaire(policy: "trial", version: "1", title: title, sets: [set])
    ).html()
    let scalars = Array(page.unicodeScalars)
    #expect(scalars.contains("\u{600}"))
    let pairs = zip(scalars, scalars.dropFirst())
    #expect(!pairs.contains { $0 == "\u{600}" && $1 == "<" })
  }
}
