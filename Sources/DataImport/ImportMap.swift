import Diagnostics

/// What becomes of messy exports: which files there are, what their columns hold, and the tables made
/// of them.
public struct ImportMap: Sendable {
  /// Its name.
  public var name: String
  /// The kinds of files, in the order of the map.
  public var sources: [MapSource]
  /// The tables to be written, in the order of the map.
  public var tables: [MapTable]
  /// What is not written because of a rejected row.
  public var rejected: RejectedScope

  /// A map that was read, or put together by a program.
  public init(
    name: String, sources: [MapSource], tables: [MapTable], rejected: RejectedScope = .subject
  ) {
    (self.name, self.sources, self.tables, self.rejected) = (name, sources, tables, rejected)
  }

  /// The column whose values are the subjects; nil where it is not said.
  public var subjectColumn: String?

  /// The column whose values are the subjects: the one named, or the key of the first table that has
  /// one, or the first column of type id.
  ///
  /// A rejected row takes all rows of its subject with it, in every source with a column of that name.
  public var subject: String? {
    subjectColumn ?? tables.lazy.compactMap(\.key).first
      ?? sources.lazy.flatMap(\.columns).first { $0.form.kind == .identifier }?.name
  }

  /// The source that says who is split into several subjects, and how.
  var split: (source: Int, rule: TransferSplit)? {
    sources.indices.lazy.compactMap { index in sources[index].split.map { (index, $0) } }.first
  }

  /// The place of a source of that name among the sources.
  func source(_ name: String) -> Int? { sources.firstIndex { $0.name == name } }

  /// The place of a table of that name among the tables.
  func table(_ name: String) -> Int? { tables.firstIndex { $0.name == name } }
}

/// How far a rejected row reaches.
public enum RejectedScope: String, CaseIterable, Sendable {
  /// All rows of its subject are set aside: nobody is scored on part of their business.
  case subject
  /// Only the row itself is not written.
  case row
}
