import TestSupport
import Testing

@Suite(
  "The walk on Spark",
  .enabled(if: SparkServer.master != nil, "STEELYARD_TEST_SPARK names no master"))
struct WalkOnSparkTests {
  @Test("What the walk scores on Spark is what it scores without, row by row")
  func walk() throws {
    let page = try MarkdownPage("Documentation/walk.md")
    let block = try #require(DocumentedCommands.blocks(of: page, language: "bash").first)
    let folder = try DocumentationTests.folder(with: [])
    for earlier in DocumentedCommands.blocks(of: page) where earlier.line < block.line {
      let result = try DocumentationTests.run(earlier.commands, in: folder)
      try #require(result.exitCode == 0, "\(earlier.testDescription): \(result.errors)")
    }
    var environment = try SparkServer.shared.get().environment
    environment["SPARK_MASTER"] = SparkServer.master
    let result = try DocumentationTests.run(block.commands, in: folder, environment: environment)
    try #require(result.exitCode == 0, "\(block.testDescription): \(result.errors)")
    DocumentationTests.compare(result, block.shown, block.testDescription)
    let rows = try ["preliminary", "on-spark"].map { name in
      try folder.read("Results/walk/\(name).csv").split(separator: "\n").sorted()
    }
    #expect(rows[0] == rows[1])
    // The people of the walk, and the header.
    #expect(rows[0].count == 301)
  }
}
