import ColumnStore

/// The standards of groups as a table: one row for each, its name the key.
public enum GroupStandardsFile {
  /// The columns, the key first.
  public static func headers(_ columns: StandardsColumns) -> [String] {
    let target = columns.target
    return [columns.within ?? "group", "subjects", target]
      + ["standard", "ideal", "attainment", "ideal_attainment", "reached", "ideal_reached"]
      .map { "\(target)_\($0)" }
  }

  /// The groups of standards as comma-separated UTF-8 text: how many subjects, the mean actual,
  /// standard and ideal, the first against the others (empty where these are not above 0), and how
  /// many subjects reach their standard and their ideal.
  public static func bytes(_ standards: Standards, _ columns: StandardsColumns) -> [UInt8] {
    var writer = DelimitedWriter()
    writer.appendHeader(headers(columns))
    for group in standards.groups {
      let comparison = group.comparison
      writer.append(group.name)
      writer.append(group.subjectCount)
      for number in [comparison.actual, comparison.standard, comparison.ideal] {
        writer.append(number)
      }
      for attainment in [comparison.attainment, comparison.idealAttainment] {
        if let attainment { writer.append(attainment) } else { writer.appendEmpty() }
      }
      writer.append(group.reachedCount)
      writer.append(group.idealReachedCount)
      writer.endRow()
    }
    return writer.bytes
  }
}
