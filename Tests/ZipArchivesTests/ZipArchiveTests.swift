import Foundation
import TestSupport
import Testing
import ZipArchives

@Suite("ZIP archives")
struct ZipArchiveTests {
  private static let sheet = "xl/worksheets/sheet1.xml"

  private static func open(_ name: String) throws -> ZipArchive {
    try ZipArchive(ProjectFiles.url("Tests/Cases/spreadsheets/\(name).xlsx").path)
  }

  /// All bytes of a part, by pieces of so many.
  private static func read(_ part: ZipPart, by size: Int = 7) throws -> [UInt8] {
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: size)
    while case let count = try piece.withUnsafeMutableBytes({ try part.read(into: $0) }), count > 0
    {
      bytes += piece[..<count]
    }
    return bytes
  }

  @Test("A part is unpacked whole, whatever the pieces, and told by its name without capitals")
  func whole() throws {
    let archive = try Self.open("values")
    #expect(archive.has("XL/Workbook.xml") && archive.has("/xl/workbook.xml"))
    #expect(!archive.has("xl/nothing.xml"))
    #expect(archive.parts.contains(Self.sheet))
    let bytes = try Self.read(archive.open(Self.sheet, limits: nil))
    #expect(String(decoding: bytes, as: UTF8.self).hasSuffix("</worksheet>"))
    #expect(try Self.read(archive.open(Self.sheet, limits: nil), by: 1 << 16) == bytes)
    #expect(try archive.open(Self.sheet, limits: nil).size == bytes.count)
  }

  @Test("A part can be read when nobody else holds the archive")
  func alone() throws {
    let part = try Self.open("values").open(Self.sheet, limits: nil)
    #expect(try Self.read(part).count == part.size)
  }

  @Test("What is wrong is told by its kind")
  func faults() throws {
    let wrong: [(String, ZipError)] = [
      ("locked-part", .encryptedPart(Self.sheet)), ("packing", .unknownPacking(Self.sheet)),
      ("missing-part", .missingPart(Self.sheet)),
      ("checksum", .damagedPart(Self.sheet, reason: "does not match its checksum")),
      (
        "lying-bomb",
        .damagedPart(Self.sheet, reason: "unpacks to more than the 4096 bytes that are announced")
      ),
    ]
    for (name, error) in wrong {
      #expect(throws: error, "\(name)") {
        try Self.read(Self.open(name).open(Self.sheet, limits: nil), by: 1 << 16)
      }
    }
    #expect {
      try ZipArchive("/nowhere/at/all")
    } throws: {
      if case ZipError.unreadable = $0 { true } else { false }
    }
  }

  @Test("Limits refuse a part by its size, and by its ratio from 64 MiB on, before it is unpacked")
  func limits() throws {
    let bomb = try Self.open("bomb")
    #expect(
      throws: ZipError.tooLarge(Self.sheet, reason: "unpacks to more than 200 times its size")
    ) {
      try bomb.open(Self.sheet, limits: PartLimits(mostBytes: 8 << 30, mostTimes: 200))
    }
    #expect(throws: ZipError.tooLarge(Self.sheet, reason: "unpacks to more than 1 MiB")) {
      try bomb.open(Self.sheet, limits: PartLimits(mostBytes: 1 << 20, mostTimes: 200))
    }
    _ = try bomb.open(Self.sheet, limits: PartLimits(mostBytes: 8 << 30, mostTimes: 1032))
  }

  @Test("Who watches can stop the reading")
  func cancelled() throws {
    let part = try Self.open("values").open(Self.sheet, limits: nil) { name, done, total in
      name != Self.sheet || done > total
    }
    #expect(throws: ZipError.cancelled) { try Self.read(part) }
  }
}
