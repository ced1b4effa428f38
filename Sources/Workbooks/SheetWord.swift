import Reports
import ScorecardPolicy

/// A piece of wording that only workbooks need; `{1}` stands for what it is about.
enum SheetWord: CaseIterable {
  case results, pay, weights, sources
  case dimensions, bonuses, sum, published, groupNumber, ranked, deducts, capsAt, signature
  case period, rejectedRows, cutTexts
  case liveFormulas, liveRanks, fixedRanks, fixedTies, fixedRest, editing
  case floor, cap, remark, printed, takesOff, upTo, valueAfter, unit, usedFor, liveStatement,
    livePay
  case meanPoints, calculation, detailRows

  /// The wording in a language.
  func text(in language: Title.Language, _ argument: String = "") -> String {
    let template = language == .english ? texts.english : texts.chinese
    guard let place = template.range(of: "{1}") else { return template }
    return template.replacingCharacters(in: place, with: argument)
  }

  private var texts: (english: String, chinese: String) {
    switch self {
    case .results: ("Results", "结果")
    case .pay: ("Pay", "薪酬")
    case .weights: ("Weights", "权重")
    case .sources: ("Sources", "来源")
    case .dimensions: ("Dimensions", "维度")
    case .bonuses: ("Bonuses, added on top", "加分项（另加）")
    case .sum: ("Sum", "合计")
    case .published: ("{1}, as published", "{1}（公布值）")
    case .groupNumber: ("{1}: number", "{1}编号")
    case .ranked: ("{1}: value that ranks", "{1}：参加排名的分值")
    case .deducts: ("{1}: takes off", "{1}：扣")
    case .capsAt: ("{1}: caps at", "{1}：最高")
    case .signature: ("Signature", "签字")
    case .period: ("Period", "考核期")
    case .rejectedRows: ("rejected, and in no rank: {1}", "剔除、未参加排名：{1}")
    case .cutTexts:
      ("texts too long for a cell, cut and ended with …: {1}", "超出单元格长度、已截断并以 … 结尾的文本：{1}")
    case .liveFormulas:
      (
        "The scores of dimensions, the total and the final value are formulas: change the score of a "
          + "measure or a weight, and they follow. Where a measure is left out, the formula of that row "
          + "divides by the weights that remain.",
        "维度得分、总分和最终得分都是公式：改动指标得分或权重，结果随之变化。某指标不计时，该行公式按其余权重之和折算。"
      )
    case .liveRanks:
      (
        "Ranks are formulas: one more than the number of those in the same group with more points as published.",
        "排名是公式：同组中公布得分更高者的人数加一。"
      )
    case .fixedRanks:
      (
        "Ranks are values and do not follow changes: with more than {1} rows such formulas would take too "
          + "long.",
        "排名为固定值，不随改动变化：超过 {1} 行时此类公式计算过慢。"
      )
    case .fixedTies:
      (
        "A value as published is a formula, but where it lies so near the middle between two that "
          + "spreadsheet programs would round it in ways of their own: there it is a number.",
        "公布值是公式；个别恰在两个公布值正中者，各电子表格软件取整方式不一，因此写为数值。"
      )
    case .fixedRest:
      (
        "The scores of measures, what gates take off, grades and other results are values, computed by the "
          + "policy's formulas.",
        "指标得分、门槛的扣分、等级和其他结果是按方案公式算出的数值。"
      )
    case .editing:
      (
        "A changed copy is a what-if: what counts is what the policy and the files named here give.",
        "改动后的副本仅供试算：以方案和此处所列文件算出的结果为准。"
      )
    case .floor: ("floor", "保底")
    case .cap: ("cap", "封顶")
    case .remark: ("remark", "备注")
    case .printed: ("as published", "公布值")
    case .meanPoints: ("mean points", "平均计分")
    case .calculation: ("Calculation", "计算过程")
    case .detailRows: ("Detail rows", "明细")
    case .takesOff: ("takes off", "扣")
    case .upTo: ("caps at", "最高")
    case .valueAfter: ("value after it", "之后的分值")
    case .unit: ("unit", "单位")
    case .usedFor: ("used for", "用于")
    case .livePay:
      (
        "What a person is paid is the sum of its parts by formula, subtotals are sums of their rows, and the "
          + "total is the sum of subtotals.",
        "每人应发金额是各部分之和的公式，小计是各行之和，总计是小计之和。"
      )
    case .liveStatement:
      (
        "Scores, points, the total and what follows from the gates are formulas: change a value before its "
          + "bounds, a bound or a weight, and they follow. What is published of measures are values, rounded "
          + "so that they add up; their sums are formulas. So are sums of detail rows. Means, ranks, grades "
          + "and results are values.",
        "得分、计分、总分及门槛之后的分值是公式：改动封顶保底前的数值、封顶、保底或权重，结果随之变化。指标的公布值是经取整使合计相符的固定值，其合计是公式；明细的合计也是公式。平均、排名、等级和其他结果是固定值。"
      )
    }
  }
}

extension Wording {
  /// A piece of wording of workbooks as a heading.
  func heading(_ word: SheetWord) -> String {
    let text = self(word)
    return text.prefix(1).uppercased() + text.dropFirst()
  }

  /// A piece of wording of workbooks.
  func callAsFunction(_ word: SheetWord, _ argument: String = "") -> String {
    word.text(in: language, argument)
  }
}
