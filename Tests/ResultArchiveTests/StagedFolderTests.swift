import Glibc
import Testing

@testable import ResultArchive

@Suite("A folder for work that is never to be seen")
struct StagedFolderTests {
  @Test("is its owner's alone, and gone afterwards")
  func mode() throws {
    var status = stat()
    var path = ""
    do {
      let folder = try StagedFolder()
      path = folder.path
      try #require(stat(path, &status) == 0)
      #expect(status.st_mode & 0o777 == 0o700)
      _ = consume folder
    }
    #expect(stat(path, &status) != 0)
  }
}
