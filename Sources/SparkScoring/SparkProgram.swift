/// The program that Spark's workers run as a filter.
public enum SparkProgram: Sendable, Equatable {
  /// A file that is copied into the staging folder.
  case copied(String)
  /// A path under which every worker has it.
  case installed(String)
}
