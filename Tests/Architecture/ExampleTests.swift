import Foundation
import TestSupport
import Testing

@Suite("The example that uses the library alone")
struct ExampleTests {
  private static let source = "Examples/Weights/main.swift"

  @Test("It has at most ten lines and imports AHP only")
  func short() throws {
    let file = try #require(
      try SourceTree.files(under: "Examples/Weights").first { $0.path == Self.source })
    #expect(file.imports == ["AHP"])
    #expect(file.lines.count <= 10)
  }

  @Test("Its page shows it as it is")
  func page() throws {
    let page = try ProjectFiles.text("Documentation/priorities.md")
    #expect(page.contains("```swift\n\(try ProjectFiles.text(Self.source))```"))
    let manifest = try ProjectFiles.text("Examples/Weights/Package.swift")
    #expect(page.contains("```swift\n\(manifest)```"))
  }

  /// Against the objects of this build, which takes a second; the package of its own would be built anew.
  @Test("Compiled with AHP and what that depends on, it prints what its page says")
  func runs() throws {
    let folder = try TemporaryDirectory()
    let program = folder.file("weights").path
    let modules = try Manifest().dependencies(of: "AHP").union(["AHP"])
    let build = try #require(Bundle.main.executableURL).deletingLastPathComponent()
    var arguments = ["-I", build.appendingPathComponent("Modules").path, "-o", program]
    for module in modules.sorted() {
      let parts = build.appendingPathComponent("\(module).build")
      for name in try FileManager.default.contentsOfDirectory(atPath: parts.path).sorted() {
        let path = parts.appendingPathComponent(name).path
        if name.hasSuffix(".o") { arguments.append(path) }
        if name == "module.modulemap" { arguments += ["-Xcc", "-fmodule-map-file=\(path)"] }
      }
    }
    arguments += ["-llapack", "-lblas", ProjectFiles.url(Self.source).path]
    _ = try Self.run("/usr/bin/env", ["swiftc"] + arguments, in: folder)
    let printed = try Self.run(program, [], in: folder)
    #expect(printed.contains("financial 0.5396"))
    #expect(try ProjectFiles.text("Documentation/priorities.md").contains("```text\n\(printed)```"))
  }

  private static func run(
    _ program: String, _ arguments: [String], in folder: TemporaryDirectory
  ) throws -> String {
    let output = folder.file("output")
    try Data().write(to: output)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: output)
    try process.run()
    process.waitUntilExit()
    let printed = String(decoding: try Data(contentsOf: output), as: UTF8.self)
    try #require(process.terminationStatus == 0, "\(program): \(printed)")
    return printed
  }
}
