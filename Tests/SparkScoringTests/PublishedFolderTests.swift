import Glibc
import TestSupport
import Testing

@testable import SparkScoring

@Suite("The folder of a result of Spark")
struct PublishedFolderTests {
  @Test(
    "Who may read the folder may read its files, and nobody else",
    arguments: [0o755, 0o700, 0o777] as [mode_t])
  func modes(_ mode: mode_t) throws {
    let directory = try TemporaryDirectory()
    let file = try directory.write("id,total\n", to: "part").path
    try #require(chmod(file, 0o604) == 0)
    let folder = try PublishedFolder("\(directory.path)/result")
    try folder.make()
    try #require(chmod(folder.unfinished, mode) == 0)
    try folder.take(file, as: "part-00000.csv")
    try folder.publish()
    var status = stat()
    try #require(stat("\(directory.path)/result/part-00000.csv", &status) == 0)
    #expect(status.st_mode & 0o777 == mode & 0o666)
  }
}
