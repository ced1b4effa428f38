import JudgementPanels

/// Respondents beside their group, as tables for people.
enum RespondentText {
  /// A row for each respondent of a panel: what counts, the own ratio, and what the group would be
  /// without.
  static func table(_ panel: PanelAnalysis) -> String {
    var table = TextTable([
      ("respondent", .left), ("weight", .right), ("share", .right), ("pairs", .right),
      ("ratio", .right), ("", .left), ("without them", .left),
    ])
    for respondent in panel.respondents {
      let isAbove = respondent.analysis?.isConsistent == false
      let mark = respondent.isExcluded ? "left out" : isAbove ? "not below" : ""
      table.add([
        respondent.name ?? "-", respondent.weight.brief, respondent.share.rounded(to: 4),
        "\(respondent.comparedCount)",
        respondent.analysis?.consistencyRatio?.rounded(to: 4) ?? "-", mark, absence(respondent),
      ])
    }
    return table.text()
  }

  private static func absence(_ respondent: RespondentAnalysis) -> String {
    guard let absence = respondent.absence else { return "-" }
    let sign = absence.change < 0 ? "" : "+"
    return "\(absence.label) \(sign)\(absence.change.rounded(to: 4))"
      + (absence.changesOrder ? ", another order" : "")
  }
}
