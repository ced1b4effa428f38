extension Phrase {
  /// The wording in both languages.
  var texts: (english: String, chinese: String) {
    switch self {
    case .policyVersion: ("policy {1}, version {2}", "方案 {1}，版本 {2}")
    case .inForceFrom: ("in force from {1}", "自 {1} 起施行")
    case .period: ("period {1}", "考核期 {1}")
    case .notice: ("notice: {1}", "说明：{1}")
    case .score: ("score", "得分")
    case .total: ("total", "总分")
    case .final: ("final", "最终得分")
    case .dimension: ("dimension", "维度")
    case .measure: ("measure", "指标")
    case .weight: ("weight", "权重")
    case .points: ("points", "计分")
    case .bonus: ("bonus", "加分项")
    case .computedFrom: ("computed from", "计算依据")
    case .beforeBounds: ("before bounds", "封顶保底前")
    case .weightsBy: ("weights for {1} {2}", "按 {1}“{2}”的权重")
    case .dimensionWeightsBy:
      ("the dimensions' weights are those for {1} {2}", "各维度采用 {1}“{2}”的权重")
    case .ranks: ("ranks", "排名")
    case .grades: ("grades", "等级")
    case .grade: ("grade", "等级")
    case .rank: ("rank", "排名")
    case .pay: ("pay", "薪酬")
    case .payroll: ("money paid", "应发金额")
    case .isPay: ("{1} (money paid)", "{1}（应发金额）")
    case .rankInGroup: ("{1} of {2} in {3}", "{3} 第 {1} 名（共 {2}）")
    case .rankOfAll: ("{1} of {2}", "第 {1} 名（共 {2}）")
    case .notRanked: ("not ranked: gate {1}", "不参加排名：触发门槛“{1}”")
    case .notGraded: ("not graded: gate {1}", "不参加评级：触发门槛“{1}”")
    case .bandInGroup: ("{1} ({2} of {3} in {4} are)", "{1}（{4} 共 {3}，此档 {2}）")
    case .bandOfAll: ("{1} ({2} of {3} are)", "{1}（共 {3}，此档 {2}）")
    case .decidedByTie:
      (
        "others with the same published value are in another band: {1} decided",
        "有同分者在另一档：由 {1} 决定先后"
      )
    case .nextBand:
      ("next: {1} from {2}, which is {3} more", "下一档：{1}，需达到 {2}，还差 {3}")
    case .nextSteps:
      (
        "any one of these alone would reach it, all else equal, the smallest change first:",
        "其他不变时，下列任何一项单独即可达到（变动最小者在前）："
      )
    case .nextStep: ("{1}: {2} instead of {3}", "{1}：由 {3} 升至 {2}")
    case .noStep: ("no single measure was found to reach it alone", "未找到仅凭一项指标即可达到的途径")
    case .topBand: ("this is the highest band that anyone can be in", "这是可以达到的最高一档")
    case .countsNext: ("what counts most next", "下一步最有效的改进")
    case .cappedAt: ("capped at {1} from {2}", "原为 {2}，封顶 {1}")
    case .raisedTo: ("raised to the floor {1} from {2}", "原为 {2}，保底 {1}")
    case .missingScore: ("missing: the policy's score is used", "缺失：按方案规定的分数计")
    case .leftOut: ("nothing to score: left out", "无可计分的数据：不计")
    case .leftOutRescaled:
      (
        "nothing to score: left out, the other weights rescaled",
        "无可计分的数据：不计，其余权重按比例放大"
      )
    case .doesNotApply: ("does not apply, as it needs {1}", "不适用（条件：{1}）")
    case .doesNotApplyRescaled:
      (
        "does not apply, as it needs {1}: the other weights rescaled",
        "不适用（条件：{1}）：其余权重按比例放大"
      )
    case .missing: ("missing", "缺失")
    case .setByPolicy: ("{1}, set by the policy", "{1}（方案规定）")
    case .gates: ("gates", "门槛")
    case .gate: ("gate", "门槛")
    case .applied: ("applied", "已触发")
    case .notApplied: ("did not apply", "未触发")
    case .always: ("always", "始终适用")
    case .condition: ("condition", "条件")
    case .reason: ("reason", "原因")
    case .effect: ("effect", "结果")
    case .deducts: ("takes off {1}", "扣 {1}")
    case .capsAt: ("caps at {1}", "最高 {1}")
    case .excludesFromAll: ("leaves out of all rankings and grades", "不参加各项排名和评级")
    case .excludesFrom: ("leaves out of {1}", "不参加：{1}")
    case .noEffect: ("no effect", "无影响")
    case .changesTo: ("{1}, leaving {2}", "{1}，余 {2}")
    case .results: ("results", "结果")
    case .result: ("result", "结果")
    case .value: ("value", "数值")
    case .inputs: ("inputs", "数据")
    case .moreRows: ("... and {1} more rows", "……另有 {1} 行")
    case .rowsOf: ("the rows of {1}", "{1} 的明细")
    case .dataFiles: ("data files", "数据文件")
    case .policyFiles: ("policy files", "方案文件")
    case .dataFile: ("data", "数据")
    case .policyFile: ("policy", "方案")
    case .file: ("file", "文件")
    case .howComputed: ("how each score was computed", "各项得分的计算过程")
    case .pointsByDimension: ("points by dimension", "各维度计分")
    case .appeal: ("how to appeal", "如何申诉")
    case .defaultAppeal:
      (
        "If something here is not right, say so to those who run the appraisal: every number can be "
          + "traced to the files named here and computed again.",
        "如认为其中有误，请向组织考核的部门提出：每个数字都可以追溯到所列文件并重新计算。"
      )
    case .rounding:
      (
        "Points are rounded so that they add up to what is printed.",
        "各部分计分经过取整，使其合计等于所印的总数。"
      )
    case .notVerdict:
      ("This is a calculation for people to discuss, not a verdict.", "本页是供讨论的计算结果，不是结论。")
    case .allSubjects: ("all explanations", "全部说明")
    case .subject: ("subject", "考核对象")
    case .listSeparator: (", ", "、")
    case .colon: (": ", "：")
    case .fromMean: ("from the mean to this score", "与平均的差距")
    case .meanOf: ("mean of {1}", "平均：{1}")
    case .groupOf: ("{1} ({2})", "{1}（{2}）")
    case .everyone: ("all", "全体")
    case .withoutGroup: ("those without a group", "未分组")
    case .meanScore: ("mean", "平均")
    case .comparison:
      (
        "Weight times the difference from the mean score, rounded so that mean and parts add up. The mean "
          + "is always that of {1}.",
        "权重 × 与平均得分之差，经取整使平均与各项之和等于得分。“平均”均指{1}。"
      )
    case .scored: ("scored", "参加考核")
    case .meanHere: ("{1}, mean here", "{1}：本组平均")
    case .meanOfAll: ("{1}, mean of all", "{1}：全体平均")
    case .payTotal: ("pay in all", "应发合计")
    case .rowsAtFault: ("rows at fault", "有误的数据行")
    case .rowsOfUnknownGroup: ("rows at fault whose group is not known", "有误且不知属于哪一组的数据行")
    case .ranking: ("ranking", "排名")
    case .remarks: ("remarks", "备注")
    case .tieDecided: ("{1}: {2} decided between equals", "{1}：同分，由 {2} 决定先后")
    case .gapsCount: ("data missing: {1}", "缺失数据 {1} 项")
    case .sumOfPeople: ("sum of {1}", "合计（{1}）")
    case .groupPages: ("pages of groups", "各组页面")
    case .groupColumn: ("within", "范围")
    case .bandsUsed: ("bands and seats", "各档与名额")
    case .band: ("band", "档次")
    case .limit: ("who", "条件")
    case .inBand: ("people", "人数")
    case .here: ("here", "本组")
    case .seatsUsed: ("{1} of {2} seats used", "名额 {2}，已用 {1}")
    case .shareUsed: ("{1} % of all", "占 {1}%")
    case .minimumOf: ("from {1}", "{1} 分及以上")
    case .restOf: ("all others", "其余")
    case .dimensionsAgainstAll: ("dimensions against all", "各维度与全体比较")
    case .difference: ("difference", "差")
    case .meansOf:
      (
        "Means of the dimensions' scores: here {1}, all {2}.", "各维度得分的平均：本组 {1}，全体 {2}。"
      )
    case .nearCut: ("near a cut", "临近分档线")
    case .nearCutRule:
      (
        "Listed is who is within {1} of a cut between two bands and, where seats or shares are counted, "
          + "the last above the cut and the first below it. These are distances and nothing else.",
        "列出距分档线不超过 {1} 分者；按名额或比例分档时，并列出线上最后一名和线下第一名。此处只说明距离，不作任何评价。"
      )
    case .nextCut: ("cut", "分档线")
    case .cutAbove: ("{1} is {2} higher", "上一档 {1}：高 {2}")
    case .cutBelow: ("{1} is {2} lower", "下一档 {1}：低 {2}")
    case .nobody: ("nobody", "无")
    case .gatesApplied: ("gates that applied", "触发的门槛")
    case .noneApplied: ("none", "无")
    case .gaps: ("missing data and measures left out", "缺失数据与不计的指标")
    case .missingData: ("what is missing", "缺失内容")
    case .cellsMissing: ("no value of {1}", "{1} 无数据")
    case .nothingMissing: ("nothing is missing", "无缺失")
    case .place: ("where", "位置")
    case .column: ("column", "列")
    case .payReport: ("pay report", "薪酬报表")
    case .people: ("people", "人数")
    case .budget: ("budget", "预算")
    case .underBudget: ("left of the budget", "预算结余")
    case .overBudget: ("over the budget", "超出预算")
    case .notPaid: ("not paid, rows at fault", "因数据有误未计发")
    case .subtotal: ("subtotal {1}", "小计：{1}")
    case .lessDeducted: ("less {1}", "减：{1}")
    case .otherParts: ("other parts", "其他")
    case .roundingDifference: ("rounding", "尾差")
    case .payRule:
      (
        "What each person is paid is rounded to the fen. All sums are of these amounts, so that lines add "
          + "up to subtotals and subtotals to the total.",
        "每人应发金额四舍五入到分；各项合计均为所列金额之和，明细之和等于小计，小计之和等于总计。"
      )
    case .payNoteRule:
      ("For information, and not added up: {1}.", "仅供参考、不计入合计：{1}。")
    case .prepared: ("prepared by", "制表")
    case .checked: ("checked by", "复核")
    case .approved: ("approved by", "审批")
    case .guidance: ("suggested training and guidance", "建议的培训与辅导")
    case .guidanceItem: ("{1} ({2} points below the mean): {3}", "{1}（低于平均 {2} 分）：{3}")
    case .objectUntil: ("Objections are taken until {1}.", "异议受理截止日期：{1}。")
    case .noObjectUntil:
      (
        "No last day for objections is set here: ask those who run the appraisal.",
        "此处未注明异议受理的截止日期，请向组织考核的部门询问。"
      )
    case .decisions: ("decisions on objections", "异议处理结果")
    case .cell: ("what", "数据项")
    case .before: ("before", "原值")
    case .afterwards: ("now, or asked for", "现值（或所请求的值）")
    case .decision: ("decision", "决定")
    case .granted: ("granted", "予以更正")
    case .refused: ("refused", "维持原值")
    case .decidedBy: ("decided by", "决定人")
    case .date: ("date", "日期")
    case .decisionLine:
      ("{1}: {2} -> {3}, {4}: {5} ({6})", "{1}：{2} -> {3}，{4}：{5}（{6}）")
    }
  }
}
