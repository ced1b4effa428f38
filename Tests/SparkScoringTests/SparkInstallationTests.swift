import Foundation
import TestSupport
import Testing

@testable import SparkScoring

@Suite("Finding Spark")
struct SparkInstallationTests {
  private let folder: TemporaryDirectory

  init() throws {
    folder = try TemporaryDirectory()
    for program in ["home/bin/spark-sql", "java/bin/java", "path/spark-sql", "path/java"] {
      let url = folder.url.appendingPathComponent(program)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data("#!/bin/sh\n".utf8).write(to: url)
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: url.path)
    }
  }

  private func place(_ name: String) -> String { folder.url.appendingPathComponent(name).path }

  @Test("SPARK_HOME comes before the PATH, and JAVA_HOME before it too")
  func found() throws {
    let home = try SparkInstallation(environment: [
      "SPARK_HOME": place("home"), "JAVA_HOME": place("java"), "PATH": place("path"),
    ])
    #expect(home.program == place("home/bin/spark-sql"))
    let path = try SparkInstallation(environment: ["PATH": "/nowhere:\(place("path"))"])
    #expect(path.program == place("path/spark-sql"))
  }

  @Test("What is missing is said, and where it was looked for")
  func missing() throws {
    func reason(_ environment: [String: String]) -> String {
      do {
        return try SparkInstallation(environment: environment).program
      } catch {
        return "\(error)"
      }
    }
    #expect(
      reason(["PATH": "/nowhere"])
        == "no Spark found: SPARK_HOME is not set, and there is no spark-sql on the PATH")
    #expect(
      reason(["SPARK_HOME": "/nowhere", "PATH": place("path")])
        == "SPARK_HOME is /nowhere, and there is no program /nowhere/bin/spark-sql")
    #expect(
      reason(["SPARK_HOME": place("home"), "PATH": "/nowhere"])
        == "Spark needs Java: JAVA_HOME is not set, and there is no java on the PATH")
    #expect(
      reason(["JAVA_HOME": "/nowhere", "PATH": place("path")])
        == "Spark needs Java: JAVA_HOME is /nowhere, and there is no program /nowhere/bin/java")
  }
}
