/// Which columns of a file standards are set from.
public struct StandardsColumns: Sendable, Equatable {
  /// A driver's column.
  public struct Driver: Sendable, Equatable {
    /// The column's header.
    public let name: String
    /// Whether its cells are texts; nil to see from the cells.
    public let isText: Bool?

    /// A driver's column.
    public init(name: String, isText: Bool? = nil) {
      self.name = name
      self.isText = isText
    }
  }

  /// The key of each subject.
  public let key: String
  /// What plans are set for.
  public let target: String
  /// The drivers, each once.
  public let drivers: [Driver]
  /// The groups whose means are wanted too.
  public let within: String?

  /// Columns by their headers, of which the key, the target and the drivers are all different, and
  /// the group's is neither key nor target.
  public init(key: String, target: String, drivers: [Driver], within: String? = nil) {
    let names = [key, target] + drivers.map(\.name)
    precondition(Set(names).count == names.count && !drivers.isEmpty, "each column has one part")
    precondition(within != key && within != target, "a group is neither key nor target")
    self.key = key
    self.target = target
    self.drivers = drivers
    self.within = within
  }

  /// The columns that `SubjectFile.write` adds to those of the file.
  public var added: [String] {
    ["standard", "ideal", "attainment", "ideal_attainment", "cluster"].map { "\(target)_\($0)" }
  }
}
