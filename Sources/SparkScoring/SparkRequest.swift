import ResultRecords

/// What is asked of a scoring job on Spark.
public struct SparkRequest: Sendable {
  /// The URL of the cluster's master, such as `spark://host:7077`, `yarn`, or `local[2]`.
  public let master: String
  /// The policy file, then those that it was read with.
  public let policyFiles: [String]
  /// The files of each table, by its name.
  public let files: [String: [String]]
  /// The folder to be published.
  public let output: String
  /// The folder for rejected rows; nil when any of them stops the job.
  public let rejects: String?
  /// What was chosen about the result.
  public let options: ResultOptions
  /// The folder, on storage that all workers share, in which the staging folder is made; that of the
  /// result when nil.
  public var staging: String?
  /// Over how many partitions Spark distributes rows and subjects; as it sees fit when nil. Does not
  /// change any byte.
  public var partitions: Int?
  /// The program that workers run: a file that is copied for them, or one that each of them has.
  public var program: SparkProgram
  /// Settings of Spark, each as `KEY=VALUE`.
  public var settings: [String] = []
  /// The version of the program, for the manifest.
  public let programVersion: String

  /// What is asked for.
  public init(
    master: String, policyFiles: [String], files: [String: [String]], output: String,
    rejects: String?, options: ResultOptions, program: SparkProgram, programVersion: String
  ) {
    self.master = master
    self.policyFiles = policyFiles
    self.files = files
    self.output = output
    self.rejects = rejects
    self.options = options
    self.program = program
    self.programVersion = programVersion
  }

  /// The user's settings, and after them those that the guarantees rest on.
  var allSettings: [String] {
    var all = settings
    if let partitions {
      all += [
        "spark.sql.shuffle.partitions=\(partitions)",
        "spark.sql.adaptive.coalescePartitions.enabled=false",
      ]
    }
    return all + Self.guarantees
  }

  private static let guarantees = [
    // Nothing is left outside of the staging folder.
    "spark.sql.catalogImplementation=in-memory",
    // Scripts mean what they say.
    "spark.sql.variable.substitute=false",
    "spark.sql.parser.escapedStringLiterals=false",
    "spark.sql.ansi.enabled=true",
    "spark.sql.session.timeZone=UTC",
    // No task's lines count twice, and none are passed over.
    "spark.speculation=false",
    "spark.hadoop.mapreduce.fileoutputcommitter.algorithm.version=1",
    "spark.sql.files.ignoreCorruptFiles=false",
    "spark.sql.files.ignoreMissingFiles=false",
    "spark.sql.files.maxRecordsPerFile=0",
    // A filter may have much to do once it has read everything.
    "spark.sql.scriptTransformation.exitTimeoutInSeconds=600",
  ]
}
