import Foundation
import SeededRandom
import TestSupport
import Testing

/// One run of `standards` in a directory of its own.
private struct StandardsJob {
  static let retailers = ProjectFiles.url("Datasets/standards/tobacco-lines/retailers.csv")
  static let tobacco = [
    "--key", "retailer", "--target", "brand_width", "--drivers",
    "region,class,monthly_order,stock_ratio",
  ]

  let scratch: TemporaryDirectory
  let result: CommandResult

  /// Runs over a text, which is put into `input.csv`; the result is `plans.csv`.
  init(_ text: String, _ arguments: [String]) throws {
    scratch = try TemporaryDirectory()
    try scratch.write(text, to: "input.csv")
    result = try CommandRunner.run(
      ["standards", "input.csv", "--output", "plans.csv"] + arguments, in: scratch.url)
  }

  /// Sets the brand widths of the tobacco lines.
  static func lines(_ text: String? = nil, _ more: [String] = []) throws -> StandardsJob {
    let text = try text ?? String(contentsOf: retailers, encoding: .utf8)
    return try StandardsJob(
      text, tobacco + ["--within", "line", "--within-output", "lines.csv"] + more)
  }

  /// Nothing but the input must be there.
  func expectNothingWritten() throws {
    #expect(Set(try scratch.snapshot().keys) == ["input.csv"])
    #expect(result.output.isEmpty)
  }
}

@Suite("standards")
struct StandardsCommandTests {
  /// The mean actual, the mean standard and the first against the second of each line, computed apart
  /// with exact fractions: normal equations, standards and their means rounded to four decimals.
  private static let exact: [(line: String, numbers: [Double])] = [
    ("L01", [22.3125, 20.8303, 1.071155960307821]),
    ("L02", [19.947916666666668, 21.0334, 0.9483923981223514]),
    ("L03", [21.322916666666668, 20.82, 1.0241554594940763]),
    ("L04", [20.041666666666668, 20.6485, 0.970611263126458]),
    ("L05", [14.333333333333334, 15.7633, 0.9092850693277]),
    ("L06", [15.03125, 16.1699, 0.929582124812151]),
    ("L07", [15.197916666666666, 16.6696, 0.9117145382412696]),
    ("L08", [18.4375, 15.7985, 1.1670411747950755]),
    ("L09", [14.273684210526316, 14.3854, 0.9922340852896906]),
    ("L10", [15.178947368421053, 13.9633, 1.0870601769224362]),
    ("L11", [13.936842105263159, 13.9206, 1.0011667676151286]),
  ]

  @Test("the lines of 1053 retailers have the standards that exact arithmetic gives")
  func lines() throws {
    let job = try StandardsJob.lines()
    #expect(job.result.exitCode == 0, "\(job.result.errors)")
    #expect(job.result.output.contains("R² 0.8132, residual standard deviation 2.587"))
    let lines = try ResultTable(job.scratch.read("lines.csv"))
    #expect(try lines.column("line") == Self.exact.map(\.line))
    for (index, name) in ["brand_width", "brand_width_standard", "brand_width_attainment"]
      .enumerated()
    {
      for (found, expected) in zip(try lines.numbers(name), Self.exact.map(\.numbers)) {
        #expect(abs(found - expected[index]) < 1e-12, "\(name)")
      }
    }
    let plans = try ResultTable(job.scratch.read("plans.csv"))
    let input = try ResultTable(contentsOf: StandardsJob.retailers)
    #expect(plans.header.starts(with: input.header))
    #expect(plans.rows.map { Array($0.prefix(input.header.count)) } == input.rows)
    for row in plans.byKey.values {
      #expect(
        try number(row["brand_width_ideal"]) >= number(row["brand_width_standard"]))
    }
  }

  private func number(_ text: String?) throws -> Double {
    try #require(text.flatMap(Double.init))
  }

  @Test("the order of rows changes nothing but the order of rows")
  func order() throws {
    let text = try String(contentsOf: StandardsJob.retailers, encoding: .utf8)
    var rows = text.split(separator: "\n").map(String.init)
    let header = rows.removeFirst()
    var generator = SplitMix64(seed: 8)
    let shuffled = ([header] + rows.shuffled(using: &generator)).joined(separator: "\n") + "\n"
    let (plain, other) = (try StandardsJob.lines(), try StandardsJob.lines(shuffled))
    #expect(plain.result.output == other.result.output)
    #expect(try plain.scratch.read("lines.csv") == other.scratch.read("lines.csv"))
    let sorted = { (text: String) in text.split(separator: "\n").sorted() }
    #expect(
      try sorted(plain.scratch.read("plans.csv")) == sorted(other.scratch.read("plans.csv")))
    let again = try StandardsJob.lines()
    #expect(try again.scratch.read("plans.csv") == plain.scratch.read("plans.csv"))
  }

  @Test("a policy reads the plans as columns, of retailers and of lines")
  func policy() throws {
    let job = try StandardsJob.lines()
    try job.scratch.write(
      """
      policy: brand-width
      version: "1"
      title: Brand width against the standard of comparable retailers
      tables:
        lines:
          key: line
          columns:
            brand_width: {unit: count}
            brand_width_standard: {unit: count}
      scorecard:
        dimensions:
          core:
            measures:
              brand_width: {score: 100 * brand_width / brand_width_standard, cap: 110}
      rankings:
        place: {by: total}
      """, to: "policy.yaml")
    let scored = try CommandRunner.run(
      [
        "score", "policy.yaml", "--table", "lines=lines.csv", "--output", "scores.csv", "--sort",
        "place",
      ], in: job.scratch.url)
    #expect(scored.exitCode == 0, "\(scored.errors)")
    let scores = try ResultTable(job.scratch.read("scores.csv"))
    #expect(try scores.column("line").prefix(2) == ["L08", "L10"])
    let totals = try scores.numbers("total")
    #expect(totals[0] == 110)
    #expect(abs(totals[1] - 108.70601769224362) < 1e-12)
  }

  struct Summary: Decodable {
    struct Regression: Decodable {
      struct Coefficient: Decodable {
        let driver: String?
        let text: String?
        let estimate: Double
        let standardError: Double
      }
      let rSquared: Double
      let coefficients: [Coefficient]
    }
    struct Cluster: Decodable {
      let number: Int
      let subjects: Int
    }
    let target: String
    let subjects: Int
    let regression: Regression
    let clusters: [Cluster]
  }

  @Test("JSON holds the regression and the clusters; the number of clusters and the seed are heard")
  func json() throws {
    let job = try StandardsJob.lines(
      nil, ["--format", "json", "--clusters", "5", "--seed", "3", "--decimals", "0", "--quiet"])
    #expect(job.result.exitCode == 0)
    #expect(job.result.errors.isEmpty)
    let summary = try JSONDecoder().decode(Summary.self, from: Data(job.result.output.utf8))
    #expect(summary.target == "brand_width" && summary.subjects == 1053)
    // By exact fractions.
    #expect(abs(summary.regression.rSquared - 0.8132486195828937) < 1e-12)
    #expect(summary.regression.coefficients.count == 9)
    let order = try #require(
      summary.regression.coefficients.first { $0.driver == "monthly_order" })
    #expect(abs(order.estimate - 0.04710379524696384) < 1e-12)
    #expect(summary.clusters.map(\.number) == [1, 2, 3, 4, 5])
    #expect(summary.clusters.map(\.subjects).reduce(0, +) == 1053)
    let plans = try ResultTable(job.scratch.read("plans.csv"))
    #expect(try plans.column("brand_width_standard").allSatisfy { Int($0) != nil })
  }

  @Test("a notice beside the data is shown with what is made from them")
  func notice() throws {
    let scratch = try TemporaryDirectory()
    let result = try CommandRunner.run(
      ["standards", StandardsJob.retailers.path, "--output", "plans.csv"] + StandardsJob.tobacco,
      in: scratch.url)
    #expect(result.errors.contains("notice: synthetic data"))
    #expect(result.errors.contains("1053 subjects; wrote plans.csv in "))
  }

  private static let shops = """
    id,class,size,twice,width,city
    a,A,1,2,3,x
    b,A,2,4,5,x
    c,B,3,6,4,x
    d,B,5,10,8,x
    e,B,6,12,7,x
    f,C,7,14,9,x

    """

  @Test("drivers that explain nothing, and plans that subjects set for themselves, are findings")
  func findings() throws {
    let job = try StandardsJob(
      Self.shops,
      ["--key", "id", "--target", "width", "--drivers", "class,size,twice,city", "--clusters", "1"])
    #expect(job.result.exitCode == 1)
    for words in [
      "twice is a combination of the terms before it and was left out",
      "every subject has the same value of city",
      "comes for more than half from the subject's own width: ",
    ] { #expect(job.result.errors.contains(words), "\(job.result.errors)") }
    #expect(try ResultTable(job.scratch.read("plans.csv")).rows.count == 6)
  }

  static let commandLines: [(arguments: [String], words: String)] = [
    (
      ["--key", "ID", "--target", "width", "--drivers", "size"],
      "--key: input.csv has no column \"ID\""
    ),
    (
      ["--key", "id", "--target", "widht", "--drivers", "size"],
      "has no column \"widht\"; did you mean \"width\"?"
    ),
    (
      ["--key", "id", "--target", "width", "--drivers", "zone"],
      "its columns are id, class, size, twice, width, city"
    ),
    (["--key", "id", "--target", "width", "--drivers", "zone:text"], "no column \"zone\""),
    (["--key", "id", "--target", "width", "--drivers", "size, size"], "\"size\" twice"),
    (
      ["--key", "id", "--target", "width", "--drivers", "width"],
      "\"width\" cannot be both --target and --drivers"
    ),
    (["--key", "id", "--target", "id", "--drivers", "size"], "cannot be both --key and --target"),
    (
      ["--key", "id", "--target", "width", "--drivers", ""], "--drivers needs the name of a column"
    ),
    (
      ["--key", "id", "--target", "width", "--drivers", "size", "--within", "id"],
      "cannot be both --key and --within"
    ),
    (
      ["--key", "id", "--target", "width", "--drivers", "size:number", "--within", "size"],
      "is the text of --within and cannot be a number"
    ),
    (
      ["--key", "id", "--target", "width", "--drivers", "size", "--within-output", "x.csv"],
      "--within-output needs --within"
    ),
    (
      [
        "--key", "id", "--target", "width", "--drivers", "size", "--within", "class",
        "--within-output", "./plans.csv",
      ], "--output and --within-output name the same file"
    ),
    (
      ["--key", "id", "--target", "width", "--drivers", "size", "--clusters", "0"],
      "--clusters must be at least 1"
    ),
    (
      ["--key", "id", "--target", "width", "--drivers", "size", "--ideal", "0.4"],
      "--ideal must be from 0.5 to 1"
    ),
    (
      ["--key", "id", "--target", "width", "--drivers", "size", "--ideal", "nan"],
      "--ideal must be from 0.5 to 1"
    ),
    (
      ["--key", "id", "--target", "width", "--drivers", "size", "--decimals", "13"],
      "--decimals must be from 0 to 12"
    ),
    (
      ["--key", "id", "--target", "width", "--drivers", "size", "--output", "input.csv"],
      "input.csv is an input of this job"
    ),
    (
      ["--key", "id", "--target", "width", "--drivers", "size", "--output", "none/plans.csv"],
      "there is no directory none"
    ),
  ]

  @Test("what the command line gets wrong is told, and nothing is written", arguments: commandLines)
  func commandLine(arguments: [String], words: String) throws {
    let job = try StandardsJob(Self.shops, arguments)
    #expect(job.result.exitCode == 64)
    #expect(job.result.errors.contains(words), "\(job.result.errors) lacks: \(words)")
    try job.expectNothingWritten()
  }

  @Test("plans are not added beside earlier ones of the same name")
  func added() throws {
    let job = try StandardsJob(
      "id,size,width,width_standard\na,1,2,3\n",
      ["--key", "id", "--target", "width", "--drivers", "size"])
    #expect(job.result.exitCode == 64)
    #expect(job.result.errors.contains("already has a column \"width_standard\""))
  }

  @Test("a header that holds a comma can be a driver, and drivers may be given one by one")
  func commas() throws {
    let job = try StandardsJob(
      "id,\"size, in m2\",class,width\na,1,A,2\nb,2,B,4\nc,3,A,5\nd,5,B,9\n",
      [
        "--key", "id", "--target", "width", "--drivers", "size, in m2", "--drivers", "class:text",
        "--clusters", "1",
      ])
    #expect(job.result.output.contains("for each unit of size, in m2"), "\(job.result.errors)")
    #expect(job.result.output.contains("class = B"))
  }

  @Test("two columns of one name in the groups' plans are refused")
  func groupNames() throws {
    let job = try StandardsJob(
      "id,size,line,subjects\na,1,x,2\nb,2,x,3\nc,4,y,4\n",
      ["--key", "id", "--target", "subjects", "--drivers", "size", "--within", "line"])
    #expect(job.result.exitCode == 64)
    #expect(job.result.errors.contains("would have two columns \"subjects\""))
  }

  static let data: [(text: String, words: [String])] = [
    (
      "id,size,width\na,1,\nb,x,3\nc,4,5\nd,5,6\n",
      [
        "input.csv:2: width: expected a number, found a blank cell", "input.csv:3: size \"x\"",
        "2 rows are at fault; nothing was written",
      ]
    ),
    ("id,size,width\na,1,2\n", ["1 subject cannot carry 2 coefficients"]),
    ("id,size,width\na,1,2\nb,2,3\n", ["2 subjects cannot carry 2 coefficients"]),
    ("id,size,width\n", ["the file has no rows below its header"]),
    ("id,size,width\na,1,2\nb,2,3\na,4,3\n", ["input.csv:2: id \"a\"", "input.csv:4: id \"a\""]),
    ("id,size,width,width\na,1,2,3\n", ["has the header \"width\" 2 times"]),
  ]

  @Test("what the data get wrong is told by place, and nothing is written", arguments: data)
  func dataFaults(text: String, words: [String]) throws {
    let job = try StandardsJob(text, ["--key", "id", "--target", "width", "--drivers", "size"])
    #expect(job.result.exitCode == 3)
    for word in words { #expect(job.result.errors.contains(word), "\(job.result.errors)") }
    try job.expectNothingWritten()
  }

  @Test("more clusters than subjects differ is the data's fault, and so is a missing file")
  func others() throws {
    let job = try StandardsJob(
      Self.shops, ["--key", "id", "--target", "width", "--drivers", "class", "--clusters", "4"])
    #expect(job.result.exitCode == 3)
    #expect(job.result.errors.contains("there are 3 different combinations"))
    try job.expectNothingWritten()
    let missing = try CommandRunner.run(
      [
        "standards", "nowhere.csv", "--key", "id", "--target", "width", "--drivers", "size",
        "--output", "plans.csv",
      ], in: job.scratch.url)
    #expect(missing.exitCode == 3)
    #expect(missing.errors.contains("cannot read nowhere.csv: No such file or directory"))
  }

  @Test("a Chinese file, saved as a spreadsheet saves Unicode text, is read by its own names")
  func chinese() throws {
    let text = """
      编码,区域,月均订货,品牌宽度
      甲,城区,10,5
      乙,城区,20,7
      丙,乡镇,10,3
      丁,乡镇,20,5
      戊,城区,30,9

      """
    let scratch = try TemporaryDirectory()
    let bytes = try #require(("\u{FEFF}" + text).data(using: .utf16LittleEndian))
    try bytes.write(to: scratch.file("零售户.csv"))
    let result = try CommandRunner.run(
      [
        "standards", "零售户.csv", "--key", "编码", "--target", "品牌宽度", "--drivers", "区域,月均订货",
        "--clusters", "1", "--output", "标准.csv",
      ], in: scratch.url)
    let plans = try ResultTable(scratch.read("标准.csv"))
    // Width is 3 and 1 at nothing ordered, and 0.2 for each unit: nobody differs from the standard.
    #expect(try plans.numbers("品牌宽度_standard") == [5, 7, 3, 5, 9])
    #expect(try plans.numbers("品牌宽度_attainment") == [1, 1, 1, 1, 1])
    #expect(result.output.contains("区域 = 城区"))
  }
}
