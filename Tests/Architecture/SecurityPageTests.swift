import Foundation
import TestSupport
import Testing

@Suite("The page on security")
struct SecurityPageTests {
  @Test("names tests that are there")
  func tests() throws {
    let page = try ProjectFiles.text("SECURITY.md")
    let named = Set(page.matches(of: /`(\w+Tests)`/).map { String($0.1) })
    let folder = ProjectFiles.url("Tests").path
    let files = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    let known = Set(
      files.compactMap { file in
        file.split(separator: "/").last.map { $0.hasSuffix(".swift") ? $0.dropLast(6) : $0 }
      }.map { String($0) })
    #expect(named.count > 30)
    #expect(named.subtracting(known).sorted() == [])
  }
}
