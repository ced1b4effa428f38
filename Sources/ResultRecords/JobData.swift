/// Where the data of a job are: the files of each table, and the corrections laid over them.
public struct JobData: Hashable, Sendable {
  /// For each table, by its name, its files in the order in which their rows count.
  public let files: [String: [String]]
  /// The file of the corrections; nil for none.
  public let corrections: String?

  /// Files of tables, and corrections if there are any.
  public init(files: [String: [String]], corrections: String? = nil) {
    (self.files, self.corrections) = (files, corrections)
  }

  /// Every file that is read.
  public var allFiles: [String] { files.values.joined() + (corrections.map { [$0] } ?? []) }
}
