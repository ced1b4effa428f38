/// A questionnaire as rows of a panel file, for whoever would rather fill a spreadsheet.
public enum QuestionnaireTable {
  /// The header and a row for each pair, respondent and judgement left open.
  ///
  /// Things stand there by title in one of the languages, where titles tell those of their set apart,
  /// else by name.
  public static func rows(_ questionnaire: Questionnaire, inChinese: Bool) -> [[String]] {
    let pairs = questionnaire.sets.flatMap { set in
      let names = labels(of: set, inChinese)
      return set.items.indices.flatMap { row in
        set.items.indices.dropFirst(row + 1).map { column in
          ["", set.name, names[row], names[column], ""]
        }
      }
    }
    return [["respondent", "set", "row", "column", "judgement"]] + pairs
  }

  private static func labels(of set: QuestionnaireSet, _ inChinese: Bool) -> [String] {
    let names = set.items.map(\.name)
    let titles = set.items.map { inChinese ? $0.title.chinese : $0.title.english }
    // A title that is another thing's name would be read as that.
    let isClear = zip(titles, names).allSatisfy { set.name(for: $0) == $1 }
    return isClear ? titles : names
  }
}
