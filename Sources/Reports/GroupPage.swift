import ScorecardPolicy
import ScoringEngine
import ScoringPlan

/// The page about one group: who stands where and why, how its dimensions compare with all, what is
/// missing and what it rests on.
struct GroupPage {
  /// How many rows of a list that may grow with the group are shown.
  static let shownRows = 40

  let pages: GroupPages
  let group: String?
  let members: [GroupMember]

  var plan: Plan { pages.plan }
  var wording: Wording { pages.wording }

  init(_ pages: GroupPages, _ group: String?, _ members: [GroupMember]) {
    (self.pages, self.group, self.members) = (pages, group, members)
  }

  func html() -> String {
    let sections = [
      heading, headline, ranking, bands, dimensions, cuts, gates, gaps, rejected,
      SourceTables(pages.sources, wording).markup, Markup.paragraph(wording(.notVerdict)),
    ]
    return Markup.page(
      title: "\(pages.title(of: group)) - \(wording.title(plan.title, plan.policy))",
      language: wording.language.rawValue, style: PageStyle.text,
      body: sections.filter { !$0.isEmpty }.joined(separator: "\n"))
  }

  func section(_ phrase: Phrase, _ content: String) -> String {
    content.isEmpty
      ? "" : Markup.element("h2", [:], Markup.text(wording.heading(phrase))) + "\n" + content
  }

  func table(_ heads: [Markup.Cell], _ rows: [String], _ kind: String? = nil) -> String {
    Markup.table(heads, rows, kind)
  }

  /// A heading's cell.
  func head(_ phrase: Phrase?, _ kind: String? = nil) -> Markup.Cell {
    Markup.Cell(phrase.map(wording.heading) ?? "", kind, isHeading: true)
  }

  /// A cell that leads to a person's page, where there is one.
  func link(_ member: GroupMember) -> Markup.Cell {
    member.file.isEmpty
      ? Markup.Cell(member.key, "short")
      : Markup.Cell(markup: Markup.link(member.key, to: member.file), "short")
  }

  // MARK: Who

  private var heading: String {
    let period = pages.sources.period.map { [wording(.period, $0)] } ?? []
    let lines = [
      Markup.element("h1", [:], Markup.text(pages.title(of: group))),
      Markup.paragraph(
        wording.list(
          [wording.title(plan.title, plan.policy), wording.policy(plan)] + period)),
      pages.sources.notice.map { Markup.paragraph(wording(.notice, $0), "notice") } ?? "",
    ]
    return lines.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private var headline: String {
    let score = plan.layout.gates.isEmpty ? Phrase.total : .final
    func mean(_ means: GroupMeans.Means) -> String {
      PrintedParts.text(means.final, decimals: plan.decimals)
    }
    var boxes = [(wording.heading(.scored), wording.people(members.count))]
    if let own = members.first.flatMap({ pages.groupMeans.own($0.subject) }) {
      boxes.append((wording(.meanHere, wording(score)), mean(own)))
      if group != nil {
        boxes.append((wording(.meanOfAll, wording(score)), mean(pages.groupMeans.all)))
      }
    }
    if let pay = pages.pay, let paid = paid {
      boxes.append((wording.heading(.payTotal), wording.money(paid, pay.unit)))
    }
    let faulty = pages.rejected.rows[group]?.count ?? 0
    boxes.append((wording.heading(.rowsAtFault), "\(faulty)"))
    return Markup.boxes(boxes)
  }

  /// What the people of the page are paid together, in fen; nil where nobody is paid.
  private var paid: Int64? {
    guard let pay = pages.pay else { return nil }
    return pay.groups.first { $0.name == group }?.sums.amount ?? 0
  }

  // MARK: The ranking

  private var ranking: String {
    let score = plan.layout.gates.isEmpty ? Phrase.total : .final
    let titles =
      plan.rankings.map { wording.title($0.title, $0.name) }
      + plan.gradings.map { wording.title($0.title, $0.name) }
    let heads =
      [head(.subject), head(nil), head(score, "number")]
      + titles.map { Markup.Cell($0, isHeading: true) }
      + (pages.pay.map { [payHead($0)] } ?? []) + [head(.remarks)]
    let rows = members.map(row) + (pages.pay == nil ? [] : [sum(columns: 3 + titles.count)])
    return section(.ranking, table(heads, rows, "ranking"))
  }

  private func payHead(_ pay: PayReport) -> Markup.Cell {
    Markup.Cell(
      wording.withUnit(wording.title(pay.amount.title, pay.amount.name), pay.unit), "number",
      isHeading: true)
  }

  private func row(_ member: GroupMember) -> String {
    let pay = pages.pay.map { _ in
      [Markup.Cell(pages.amounts[member.subject].map(PayReport.text) ?? "-", "number")]
    }
    let remarks =
      member.gates.map(\.title) + member.ties
      + (member.gaps.isEmpty ? [] : [wording(.gapsCount, "\(member.gaps.count)")])
    return Markup.row(
      [
        link(member), Markup.Cell(wording.list(member.texts)),
        Markup.Cell(member.final, "number"),
      ] + member.ranks.map { Markup.Cell($0, "short") }
        + member.bands.map { Markup.Cell($0 ?? "-", "short") } + (pay ?? [])
        + [Markup.Cell(remarks.joined(separator: "; "), "small")])
  }

  private func sum(columns: Int) -> String {
    Markup.row(
      [
        Markup.Cell(
          wording(.sumOfPeople, wording.people(members.count)), isHeading: true, columns: columns),
        Markup.Cell(PayReport.text(paid ?? 0), "number"), Markup.Cell(""),
      ], ["class": "sum"])
  }
}
