import ScoringEngine
import ScoringPlan

// How bands are filled, how dimensions compare, what is near, what applied and what is missing.
extension GroupPage {
  // MARK: Bands

  /// How each grade is filled, in every group that it is given in and that has people here.
  var bands: String {
    let rows = plan.gradings.indices.flatMap(bandRows)
    if rows.isEmpty { return "" }
    let heads = [
      head(.grade), head(.groupColumn), head(.band), head(.limit), head(.inBand, "number"),
      head(.here, "number"),
    ]
    return section(.bandsUsed, table(heads, rows))
  }

  private func bandRows(_ index: Int) -> [String] {
    let grading = plan.gradings[index]
    var seen: Set<String?> = []
    var rows: [String] = []
    for member in members where seen.insert(member.grades[index].group).inserted {
      let within = member.grades[index].group
      let here = members.filter { $0.grades[index].group == within }
      for use in pages.standings.bandUses(ofGrade: index, inGroupOf: member.subject) {
        let count = here.count { $0.grades[index].band == use.band.grade }
        rows.append(
          Markup.row([
            Markup.Cell(wording.title(grading.title, grading.name)),
            Markup.Cell(
              within ?? wording(grading.within == nil ? .everyone : .withoutGroup)),
            Markup.Cell(wording.title(use.band.title, use.band.grade)),
            Markup.Cell(limit(use)), Markup.Cell("\(use.count)", "number"),
            Markup.Cell("\(count)", "number"),
          ]))
      }
      if rows.count >= Self.shownRows { break }
    }
    return rows
  }

  private func limit(_ use: BandUse) -> String {
    switch use.limit {
    case .seats(let seats): wording(.seatsUsed, "\(use.count)", "\(seats)")
    case .share(let share): wording(.shareUsed, DecimalText.text(share * 100, places: 4))
    case .minimum(let minimum):
      wording(.minimumOf, PrintedParts.text(minimum, decimals: plan.decimals))
    case .rest: wording(.restOf)
    }
  }

  // MARK: Dimensions

  var dimensions: String {
    guard group != nil || pages.column != nil,
      let own = members.first.flatMap({ pages.groupMeans.own($0.subject) })
    else { return "" }
    let all = pages.groupMeans.all
    let parts = plan.layout.dimensions.enumerated().map { index, dimension in
      let (here, there) = (own.scores[index], all.scores[index])
      return PointsChart.Part(
        title: wording.title(dimension.title, dimension.name), start: 0, end: here - there,
        printed: difference(here, there), others: [published(here), published(there)])
    }
    let heads = [
      head(.dimension), head(nil), head(.here, "number"), head(.everyone, "number"),
      head(.difference, "number"),
    ]
    guard let chart = PointsChart(parts) else { return "" }
    return section(
      .dimensionsAgainstAll,
      table(heads, [chart.rows], "dimensions")
        + Markup.paragraph(
          wording(
            .meansOf, wording.people(own.people), wording.people(all.people)), "small"))
  }

  private func published(_ number: Double) -> String {
    PrintedParts.text(number, decimals: plan.decimals)
  }

  /// The difference of two numbers as they are printed.
  private func difference(_ here: Double, _ there: Double) -> String {
    guard let first = ScoreKey.key(of: here, decimals: plan.decimals),
      let second = ScoreKey.key(of: there, decimals: plan.decimals),
      case (let units, false) = first.subtractingReportingOverflow(second)
    else { return published(here - there) }
    return PrintedParts.text(units, decimals: plan.decimals)
  }

  // MARK: Near a cut

  var cuts: String {
    if plan.gradings.isEmpty { return "" }
    let near = members.flatMap { member in member.cuts.map { (member, $0) } }
    let rows = near.prefix(Self.shownRows).map { member, cut in
      Markup.row([
        link(member), Markup.Cell(member.final, "number"), Markup.Cell(cut.grade),
        Markup.Cell(cut.band), Markup.Cell(cut.distance),
      ])
    }
    let rule = wording(.nearCutRule, published(pages.margin))
    let heads = [
      head(.subject), head(plan.layout.gates.isEmpty ? .total : .final, "number"), head(.grade),
      head(.band), head(.nextCut),
    ]
    return section(
      .nearCut,
      (rows.isEmpty ? Markup.paragraph(wording(.nobody)) : table(heads, rows))
        + more(near.count) + Markup.paragraph(rule, "small"))
  }

  /// How many rows a list was cut by.
  func more(_ count: Int) -> String {
    count > Self.shownRows
      ? Markup.paragraph(wording(.moreRows, "\(count - Self.shownRows)"), "small") : ""
  }

  // MARK: Gates and gaps

  var gates: String {
    if plan.layout.gates.isEmpty { return "" }
    let applied = members.flatMap { member in member.gates.map { (member, $0) } }
    let rows = applied.prefix(Self.shownRows).map { member, gate in
      Markup.row([Markup.Cell(gate.title, "short"), link(member), Markup.Cell(gate.effect)])
    }
    return section(
      .gatesApplied,
      rows.isEmpty
        ? Markup.paragraph(wording(.noneApplied))
        : table([head(.gate), head(.subject), head(.effect)], rows) + more(applied.count))
  }

  var gaps: String {
    let gaps = members.flatMap { member in member.gaps.map { (member, $0) } }
    let rows = gaps.prefix(Self.shownRows).map { member, gap in
      Markup.row([link(member), Markup.Cell(gap)])
    }
    return section(
      .gaps,
      rows.isEmpty
        ? Markup.paragraph(wording(.nothingMissing))
        : table([head(.subject), head(.missingData)], rows, "small") + more(gaps.count))
  }

  // MARK: Rows at fault

  var rejected: String {
    let own = pages.rejected.rows[group] ?? []
    let unknown = pages.rejected.unknown
    return [
      own.isEmpty ? "" : section(.rowsAtFault, list(own)),
      unknown.isEmpty ? "" : section(.rowsOfUnknownGroup, list(unknown)),
    ].filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private func list(_ rejected: [RejectedRow]) -> String {
    let rows = rejected.prefix(Self.shownRows).map { row in
      Markup.row([
        Markup.Cell("\(row.file):\(row.line)"), Markup.Cell(row.column),
        Markup.Cell(row.faults[0].text), Markup.Cell(row.reason),
      ])
    }
    let heads = [head(.place), head(.column), head(.value), head(.reason)]
    return table(heads, rows, "small") + more(rejected.count)
  }
}
