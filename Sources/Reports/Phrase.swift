import ScorecardPolicy

/// A piece of wording of reports; `{1}` and `{2}` stand for what it is about.
public enum Phrase: CaseIterable, Sendable {
  case policyVersion, inForceFrom, period, notice, score, total, final, dimension, measure
  case weight, points, bonus, computedFrom, beforeBounds, weightsBy, dimensionWeightsBy
  case ranks, grades, grade, rank, pay, payroll, isPay
  case rankInGroup, rankOfAll, notRanked, notGraded, bandInGroup, bandOfAll
  case decidedByTie, nextBand, nextSteps, nextStep, noStep, topBand, countsNext
  case cappedAt, raisedTo, missingScore, leftOut, leftOutRescaled, doesNotApply
  case doesNotApplyRescaled, missing, setByPolicy
  case gates, gate, applied, notApplied, always, condition, reason, effect
  case deducts, capsAt, excludesFromAll, excludesFrom, noEffect, changesTo
  case results, result, value, inputs, moreRows, rowsOf
  case dataFiles, policyFiles, dataFile, policyFile, file, howComputed, pointsByDimension
  case appeal, defaultAppeal, rounding, notVerdict
  case allSubjects, subject, listSeparator, colon
  case fromMean, meanOf, groupOf, everyone, withoutGroup, meanScore, comparison
  case scored, meanHere, meanOfAll, payTotal, rowsAtFault, rowsOfUnknownGroup, ranking, remarks
  case tieDecided, gapsCount, sumOfPeople, groupPages, groupColumn
  case bandsUsed, band, limit, inBand, here, seatsUsed, shareUsed, minimumOf, restOf
  case dimensionsAgainstAll, difference, meansOf
  case nearCut, nearCutRule, nextCut, cutAbove, cutBelow, nobody
  case gatesApplied, noneApplied, gaps, missingData, cellsMissing, nothingMissing, place, column
  case payReport, people, budget, underBudget, overBudget, notPaid, subtotal
  case lessDeducted, otherParts, roundingDifference, payRule, payNoteRule
  case prepared, checked, approved
  case guidance, guidanceItem, objectUntil, noObjectUntil
  case decisions, cell, before, afterwards, decision, granted, refused, decidedBy, date,
    decisionLine

  /// The wording in a language, with what it is about put in.
  func text(in language: Title.Language, _ arguments: [String] = []) -> String {
    let template = language == .english ? texts.english : texts.chinese
    if arguments.isEmpty { return template }
    var text = ""
    var rest = template[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      text += rest[..<open]
      let number = Int(rest[rest.index(after: open)..<close]) ?? 0
      text += arguments.indices.contains(number - 1) ? arguments[number - 1] : ""
      rest = rest[rest.index(after: close)...]
    }
    return text + rest
  }
}
