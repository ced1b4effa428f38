import ArgumentParser

/// What works a result out, and what Spark wants to know.
struct SparkOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "What works the result out: steelyard itself, the database that --data names, or spark.",
      valueName: "name"))
  var engine: ScoringEngineName = .steelyard

  @Option(
    help: ArgumentHelp(
      "The master of the Spark cluster: spark://HOST:7077, yarn, local[2].", valueName: "url"))
  var master: String?

  @Option(
    help: ArgumentHelp(
      "A folder that all workers of Spark share, for what the job needs until it is done; beside the "
        + "result by default.",
      valueName: "folder"))
  var staging: String?

  @Option(
    help:
      "Over how many partitions Spark distributes the rows. Does not change the result.")
  var partitions: Int?

  @Option(
    help: ArgumentHelp(
      "Where each worker of Spark has this program; by default a copy of it stands in the staging "
        + "folder.",
      valueName: "file"))
  var program: String?

  @Option(
    help: ArgumentHelp(
      "A setting of Spark, such as spark.executor.memory=8g; may be repeated.",
      valueName: "KEY=VALUE"))
  var sparkSetting: [String] = []

  /// Whether Spark is to do the work.
  var isSpark: Bool { engine == .spark }

  func validate() throws {
    if let partitions, partitions < 1 { throw ValidationError("--partitions must be at least 1") }
    if let setting = sparkSetting.first(where: { !$0.contains("=") || $0.hasPrefix("=") }) {
      throw ValidationError("--spark-setting takes KEY=VALUE, not \"\(setting)\"")
    }
    if isSpark {
      if master?.isEmpty ?? true {
        throw ValidationError("--engine spark needs --master, such as spark://HOST:7077")
      }
    } else if let option {
      throw ValidationError("\(option) is for --engine spark")
    }
  }

  /// An option that was given and that only Spark looks at.
  private var option: String? {
    if master != nil { return "--master" }
    if staging != nil { return "--staging" }
    if partitions != nil { return "--partitions" }
    if program != nil { return "--program" }
    return sparkSetting.isEmpty ? nil : "--spark-setting"
  }
}
