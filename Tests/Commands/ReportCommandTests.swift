import Foundation
import TestSupport
import Testing

@Suite("report", .serialized)
struct ReportCommandTests {
  private static let stars = "Datasets/policies/customer-manager/stars.yaml"

  /// The charts of a report of a policy with judgements, grades and pay.
  private static let charts = [
    "heat-map", "weight-bands", "sensitivity-curves", "sensitivity-sparks", "slopes", "payroll",
    "groups", "distributions", "caps", "fragile",
  ]

  /// A report in English, made by one thread, that several tests look at.
  private static let shared = Result { try made(["--threads", "1"], people: 150) }

  /// A folder with made-up data of some people.
  private static func bank(_ policy: String = stars, people: Int) throws -> TemporaryDirectory {
    let scratch = try TemporaryDirectory()
    let made = try CommandRunner.run(
      ["generate", policy, "--staff", "\(people)", "--output", "\(scratch.path)/bank"],
      in: ProjectFiles.root)
    #expect(made.exitCode == 0, "\(made.errors)")
    return scratch
  }

  /// What `report` makes of the data in a folder; empty where it writes nothing.
  private static func report(
    _ scratch: TemporaryDirectory, _ options: [String], policy: String = stars
  ) throws -> (html: String, result: CommandResult) {
    let result = try CommandRunner.run(
      ["report", policy, "--data", "\(scratch.path)/bank"]
        + ["--output", "\(scratch.path)/report.html", "--draws", "200"] + options,
      in: ProjectFiles.root)
    let isThere = FileManager.default.fileExists(atPath: scratch.file("report.html").path)
    return (isThere ? try scratch.read("report.html") : "", result)
  }

  private static func made(
    _ options: [String], policy: String = stars, people: Int
  ) throws -> (scratch: TemporaryDirectory, html: String) {
    let scratch = try bank(policy, people: people)
    let (html, result) = try report(scratch, options, policy: policy)
    #expect(result.exitCode == 0, "\(result.errors)")
    return (scratch, html)
  }

  @Test(
    "shows every chart in both languages and asks nobody for anything",
    .enabled(if: ReportPage.browser != nil, "Chromium is not installed"))
  func charts() throws {
    let page = try ReportPage(Self.shared.get().html)
    #expect(page.failures == [] && page.requests == [])
    #expect(page.views.map(\.language) == ["en", "zh", "en"])
    for view in page.views {
      #expect(Set(view.charts.map(\.name)) == Set(Self.charts))
      #expect(view.outside == [])
      for chart in view.charts {
        #expect(chart.marks > 0 && chart.height > 20 && chart.rows > 0, "\(chart)")
        #expect(!chart.title.isEmpty)
      }
      for word in ["undefined", "NaN", "[object"] { #expect(!view.text.contains(word), "\(word)") }
    }
    let (english, chinese) = (page.views[0], page.views[1])
    #expect(english.charts.map(\.marks) == chinese.charts.map(\.marks))
    #expect(english.title != chinese.title && english.text == page.views[2].text)
    #expect(english.text.contains("Customer over Internal process is farthest"))
    #expect(chinese.text.contains("“客户”对“内部流程”"))
  }

  @Test("gives the same bytes for any number of threads, but for the language that it opens in")
  func sameBytes() throws {
    let (scratch, html) = try Self.shared.get()
    let (chinese, result) = try Self.report(scratch, ["--threads", "3", "--language", "zh"])
    #expect(result.exitCode == 0, "\(result.errors)")
    let rest = { (text: String) in
      text.range(of: "</title>").map { String(text[$0.upperBound...]) }
    }
    #expect(rest(html) == rest(chinese))
    #expect(html.contains("<html lang=\"en\">") && chinese.contains("<html lang=\"zh\">"))
  }

  @Test("counts everybody once, and pays what pay says")
  func figures() throws {
    let (scratch, html) = try Self.shared.get()
    let document = try ReportPage.document(of: html)
    #expect(document["people"] as? Int == 150)
    let spread = try #require(document["distributions"] as? [String: Any])
    let groups = try #require(spread["groups"] as? [[String: Any]])
    let counts = groups.map { ($0["counts"] as? [Int] ?? []).reduce(0, +) }
    #expect(counts == groups.map { $0["count"] as? Int ?? 0 })
    #expect(counts[0] == 150)
    #expect(counts.allSatisfy { $0 >= 5 })
    #expect(counts.dropFirst().reduce(spread["hiddenPeople"] as? Int ?? 0, +) == 150)
    let pay = try CommandRunner.run(
      ["pay", Self.stars, "--data", "\(scratch.path)/bank", "--format", "json"],
      in: ProjectFiles.root)
    let paid = try #require(
      try JSONSerialization.jsonObject(with: Data(pay.output.utf8)) as? [String: Any])
    let change = try #require(document["change"] as? [String: Any])
    let payroll = try #require(change["payroll"] as? [String: Any])
    let total = try #require((paid["total"] as? [String: Any])?["amount"] as? Double)
    #expect(payroll["before"] as? Double == total)
    for columns in try #require(change["groups"] as? [[String: Any]]) {
      for group in columns["groups"] as? [[String: Any]] ?? [] {
        let people = group["count"] as? Int ?? 0
        #expect(people >= 5 && (group["counts"] as? [Int] ?? []).reduce(0, +) == people)
      }
    }
  }

  @Test(
    "shows another policy's effect, and a policy without grades and pay",
    .enabled(if: ReportPage.browser != nil, "Chromium is not installed"))
  func against() throws {
    let policy = "Datasets/policies/customer-manager/policy.yaml"
    let (_, html) = try Self.made(
      ["--against", "Datasets/policies/customer-manager/cap-120.yaml", "--by", "role"],
      policy: policy, people: 60)
    let page = try ReportPage(html)
    #expect(page.failures == [] && page.requests == [])
    let view = page.views[0]
    #expect(!view.charts.contains { ["payroll", "fragile"].contains($0.name) })
    #expect(view.charts.allSatisfy { $0.marks > 0 || $0.height == 0 })
    #expect(view.text.contains("150 → 120"))
    #expect(view.text.contains("The policy pays nothing"))
    let document = try ReportPage.document(of: html)
    let slopes = (document["change"] as? [String: Any])?["slopes"] as? [String: Any]
    #expect(slopes?["column"] as? String == "role")
  }

  @Test(
    "shows texts of the data as texts",
    .enabled(if: ReportPage.browser != nil, "Chromium is not installed"))
  func hostile() throws {
    let bank = try Self.bank(people: 40)
    let text = "</script><script>failures.push('ran')</script><b>&amp;"
    let staff = try bank.read("bank/staff.csv")
    let lines = staff.split(separator: "\n", omittingEmptySubsequences: true)
    let column = try #require(lines[0].split(separator: ",").firstIndex(of: "branch"))
    let changed = lines.dropFirst().map { line in
      var fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      fields[column] = text
      return fields.joined(separator: ",")
    }
    try bank.write(([String(lines[0])] + changed).joined(separator: "\n"), to: "bank/staff.csv")
    try bank.write("<i>made up</i>", to: "bank/notice.txt")
    let (html, result) = try Self.report(bank, [])
    #expect(result.exitCode == 0, "\(result.errors)")
    let page = try ReportPage(html)
    #expect(page.failures == [])
    #expect(page.views[0].text.contains("<i>made up</i>"))
    #expect(page.views[0].text.contains("</script><script>"))
  }

  @Test(
    "says what is wrong with the command line",
    arguments: [
      (["--by", "brnch"], "did you mean \"branch\""), (["--group", "nowhere"], "nowhere"),
      (["--draws", "0"], "1,000,000"), (["--language", "de"], "'de' is invalid"),
    ])
  func commandLine(options: [String], words: String) throws {
    let (html, result) = try Self.report(Self.bank(people: 30), options)
    #expect(result.exitCode == 64 && result.errors.contains(words), "\(result.errors)")
    #expect(html.isEmpty)
  }

  @Test("does not write over its own data")
  func inputs() throws {
    let scratch = try Self.bank(people: 30)
    let file = "\(scratch.path)/bank/staff.csv"
    let before = try scratch.read("bank/staff.csv")
    let result = try CommandRunner.run(
      ["report", Self.stars, "--data", "\(scratch.path)/bank", "--output", file],
      in: ProjectFiles.root)
    #expect(result.exitCode == 64 && result.errors.contains("is an input"))
    #expect(try scratch.read("bank/staff.csv") == before)
  }
}
