import Foundation
import TestSupport
import Testing

/// A real browser without a window, where this machine has one.
enum Browser {
  static let program: String? = {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    return folders.map { "\($0)/chromium" }.first {
      FileManager.default.isExecutableFile(atPath: $0)
    }
  }()

  /// Opens a page with a script of the test at its end, and returns what stands in the element
  /// `report` when all is done.
  static func report(of html: String, driving script: String) throws -> String {
    let scratch = try TemporaryDirectory()
    let driven = html.replacingOccurrences(of: "</body>", with: "<script>\(script)</script></body>")
    try scratch.write(driven, to: "page.html")
    let output = scratch.file("dom.html")
    try Data().write(to: output)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try #require(program))
    process.arguments = [
      "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking",
      "--disable-component-update", "--user-data-dir=\(scratch.path)/profile",
      "--virtual-time-budget=10000", "--dump-dom", "file://\(scratch.path)/page.html",
    ]
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    let dom = try scratch.read("dom.html")
    let match = try #require(
      dom.firstMatch(of: /<pre id="report">([\s\S]*?)<\/pre>/), "the script did not end")
    return [("&lt;", "<"), ("&gt;", ">"), ("&nbsp;", "\u{A0}"), ("&amp;", "&")].reduce(
      String(match.output.1)
    ) { text, entity in text.replacingOccurrences(of: entity.0, with: entity.1) }
  }
}
