import Glibc

/// The program `spark-sql` of a Spark that is installed, which runs scripts of SQL.
public struct SparkInstallation: Equatable, Sendable {
  /// Where `spark-sql` is.
  public let program: String

  /// Finds `spark-sql` in the folder `bin` of SPARK_HOME, or on the PATH if that is not set, and makes
  /// sure that there is a Java to run it.
  ///
  /// - Parameter environment: the variables; SPARK_HOME, JAVA_HOME and PATH are looked at.
  /// - Throws: `notInstalled`.
  public init(environment: [String: String]) throws(SparkFault) {
    program = try Self.program(environment)
    try Self.checkJava(environment)
  }

  private static func program(_ environment: [String: String]) throws(SparkFault) -> String {
    if let home = environment["SPARK_HOME"], !home.isEmpty {
      let program = "\(home)/bin/spark-sql"
      if isProgram(program) { return program }
      throw .notInstalled(reason: "SPARK_HOME is \(home), and there is no program \(program)")
    }
    if let program = onPath("spark-sql", environment) { return program }
    throw .notInstalled(
      reason: "no Spark found: SPARK_HOME is not set, and there is no spark-sql on the PATH")
  }

  private static func checkJava(_ environment: [String: String]) throws(SparkFault) {
    if let home = environment["JAVA_HOME"], !home.isEmpty {
      if isProgram("\(home)/bin/java") { return }
      throw .notInstalled(
        reason: "Spark needs Java: JAVA_HOME is \(home), and there is no program \(home)/bin/java")
    }
    if onPath("java", environment) == nil {
      throw .notInstalled(
        reason: "Spark needs Java: JAVA_HOME is not set, and there is no java on the PATH")
    }
  }

  private static func onPath(_ name: String, _ environment: [String: String]) -> String? {
    (environment["PATH"] ?? "").split(separator: ":").lazy.map { "\($0)/\(name)" }
      .first(where: isProgram)
  }

  private static func isProgram(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
      && access(path, X_OK) == 0
  }
}
