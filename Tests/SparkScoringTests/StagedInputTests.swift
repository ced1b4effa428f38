import Foundation
import TestSupport
import Testing

@testable import SparkScoring

@Suite("Files as Spark reads them")
struct StagedInputTests {
  struct File: CustomTestStringConvertible {
    let name: String
    let bytes: [UInt8]
    let isCopied: Bool
    let content: String

    var testDescription: String { name }
  }

  private static let text = "id,a\n1,x\n2,汉字\n"

  @Test(
    "A file that fits is read where it stands, another as a copy in UTF-8 with lines",
    arguments: [
      File(name: "staff.csv", bytes: Array(text.utf8), isCopied: false, content: text),
      File(
        name: "mark.csv", bytes: [0xEF, 0xBB, 0xBF] + Array(text.utf8), isCopied: false,
        content: "\u{FEFF}" + text),
      File(
        name: "returns.csv", bytes: Array("id,a\r1,x\r2,汉字\r".utf8), isCopied: true, content: text),
      File(
        name: "gb.csv", bytes: Array("id,a\r\n1,x\r\n2,".utf8) + [0xBA, 0xBA, 0xD7, 0xD6, 0x0A],
        isCopied: true, content: text),
      File(name: "_hidden.csv", bytes: Array(text.utf8), isCopied: true, content: text),
      File(name: "a{b}.csv", bytes: Array(text.utf8), isCopied: true, content: text),
      File(name: "packed.gz", bytes: Array(text.utf8), isCopied: true, content: text),
    ])
  func staged(_ file: File) throws {
    let folder = try TemporaryDirectory()
    let path = folder.url.appendingPathComponent(file.name).path
    try Data(file.bytes).write(to: URL(fileURLWithPath: path))
    let copy = folder.url.appendingPathComponent("copy.csv").path
    let input = try StagedInput(path, of: "staff", copy: copy) { _ in }
    #expect(input.header == "id,a")
    #expect(input.rowCount == 2)
    #expect((input.path == copy) == file.isCopied)
    #expect(input.digest.size == file.bytes.count)
    #expect(try Data(contentsOf: URL(fileURLWithPath: input.path)) == Data(file.content.utf8))
  }

  @Test("A row over several lines is refused with its place")
  func severalLines() throws {
    let folder = try TemporaryDirectory()
    let path = folder.url.appendingPathComponent("staff.csv").path
    try Data("id,a\n1,\"x\ny\"\n".utf8).write(to: URL(fileURLWithPath: path))
    let fault = #expect(throws: SparkFault.self) {
      try StagedInput(path, of: "staff", copy: path + ".copy") { _ in }
    }
    #expect(fault?.description.hasPrefix("\(path):2: a quote that is opened in this line") == true)
    #expect(!FileManager.default.fileExists(atPath: path + ".copy"))
  }
}
