import SeededRandom
import Testing

@testable import DataImport

@Suite("What a column tells that a cell does not")
struct ColumnProfileTests {
  private func profile(_ form: ColumnForm, _ cells: [String]) -> ColumnProfile {
    var profile = ColumnProfile(form)
    for (index, cell) in cells.enumerated() { profile.add(cell, line: index + 2) }
    return profile
  }

  private static let nearHundred = ["95", "93.5", "88", "0.95", "101", "97", "92", "0", "90"]

  @Test("A share of one among percents is asked about, and the other way round")
  func scale() {
    let percents = profile(.percent, Self.nearHundred)
    #expect(percents.questions().map(\.doubt) == [.scale])
    #expect(percents.questions().first?.examples.map(\.text) == ["0.95"])
    #expect(CellRepairer(.percent, seen: percents).repair("0.95") == .asked(.scale))
    #expect(CellRepairer(.percent, seen: percents).repair("95") == .unchanged)
    let moving = ColumnForm.percent.with(\.scale, .movePoint)
    #expect(profile(moving, Self.nearHundred).questions().isEmpty)
    #expect(CellRepairer(moving, seen: percents).repair("0.95") == .fixed("95", .scale))
    let ratios = profile(.ratio, ["0.95", "0.9", "95", "1.02", "0.88", "97%", "0.91"])
    #expect(ratios.questions().first?.examples.map(\.text) == ["95"])
    let amounts = profile(.tenThousand, ["800", "950", "8000000", "700", "1200", "640", "900"])
    #expect(amounts.questions().first?.examples.map(\.text) == ["8000000"])
  }

  @Test("Numbers that are spread widely, or few, are not asked about")
  func spread() {
    #expect(profile(.percent, ["95", "0.95", "93"]).questions().isEmpty)
    let wide = ["0.01", "0.1", "1", "10", "100", "1000", "0.5", "50", "5", "500"]
    #expect(profile(.plain, wide).questions().isEmpty)
  }

  @Test("An identifier without the zero that the others begin with is asked about")
  func length() {
    let ids = profile(.identifier, ["0002624", "0002630", "2651", "0003001", "0003002"])
    #expect(ids.questions().map(\.doubt) == [.length])
    #expect(
      ids.questions().first?.choices.map(\.entry) == ["length: 7", "length: any", "length: reject"])
    #expect(CellRepairer(.identifier, seen: ids).repair("2651") == .asked(.length))
    #expect(CellRepairer(.identifier, seen: ids).repair("0003001") == .unchanged)
    #expect(profile(.identifier, ["2624", "26301", "2651"]).questions().isEmpty)
    // Most may have lost theirs, and a head office may have zeros alone.
    let most = profile(.identifier, ["2624", "2630", "2651", "0003001"])
    #expect(most.questions().map(\.count) == [3])
    #expect(most.questions().first?.choices.first?.entry == "length: 7")
    #expect(profile(.identifier, ["000", "10", "20"]).questions().isEmpty)
    // What other files keep, this one may have lost.
    var other = profile(.identifier, ["2624", "2630"])
    other.zeroLedElsewhere = 6
    #expect(other.questions().map(\.count) == [2])
    #expect(CellRepairer(.identifier, seen: other).repair("2624") == .asked(.length))
  }

  @Test("The tail of a distribution is not asked about, and what a gap parts from the others is")
  func tail() {
    let years = (1...40).map { "\(Double($0) / 10)" }
    let ages = years + Array(repeating: ["3", "4", "2.5", "6"], count: 30).flatMap { $0 }
    #expect(profile(.plain, ages).questions().isEmpty)
    let amounts = (1...4000).map { "\($0 * 25)" }
    #expect(profile(.tenThousand, ["5", "30"] + amounts).questions().isEmpty)
    #expect(profile(.tenThousand, ["3"] + amounts.dropFirst(500)).questions().count == 1)
    let marks = Array(repeating: ["93", "95", "97"], count: 5).flatMap { $0 }
    #expect(profile(.plain, marks + ["0.95"]).questions().map(\.doubt) == [.scale])
  }

  @Test("Blanks below a value are asked about, and not scattered or leading ones")
  func blanks() {
    let merged = profile(.text, ["海港", "", "", "河畔", "", ""])
    #expect(merged.questions().map(\.doubt) == [.blanks])
    #expect(CellRepairer(.text, seen: merged).repair("") == .asked(.blanks))
    #expect(profile(ColumnForm(.truth), ["TRUE", "TRUE", "", "", "FALSE"]).questions().isEmpty)
    let filling = ColumnForm.text.with(\.blanks, .fillDown)
    #expect(CellRepairer(filling, seen: merged).repair("") == .fromAbove)
    #expect(CellRepairer(filling, seen: merged).repair("-") == .missing([.missingMark]))
    #expect(profile(.text, ["", "", "a", "b"]).questions().isEmpty)
    #expect(profile(.text, ["a", "", "b", "", "c"]).questions().isEmpty)
    #expect(profile(.plain, ["1", "", "", "2"]).questions().isEmpty)
  }

  @Test("A day that ends a period as long as the others is that period; any other is asked about")
  func days() {
    let quarters = profile(.period, ["2026Q1", "2026-06-30", "2026Q3"])
    #expect(quarters.questions().isEmpty)
    #expect(
      CellRepairer(.period, seen: quarters).repair("2026-06-30") == .fixed("2026Q2", .periodOfDay))
    let odd = profile(.period, ["2026Q1", "2026-05-11", "2026Q3"])
    #expect(odd.questions().map(\.doubt) == [.period])
    #expect(CellRepairer(.period, seen: odd).repair("2026-05-11") == .asked(.period))
  }

  @Test(
    "Profiles of parts, merged in order, are the profile of the whole, and ask about what is asked")
  func merging() {
    var generator = SplitMix64(seed: 11)
    let made = CellRepairPropertyTests.madeUpCells(3000, seed: 5) + Self.nearHundred
    for form in CellRepairPropertyTests.forms {
      let cells = (0..<200).map { _ in
        generator.next(below: 4) == 0 ? "" : made[generator.next(below: made.count)]
      }
      let whole = profile(form, cells)
      var merged = ColumnProfile(form)
      var start = 0
      while start < cells.count {
        let end = min(cells.count, start + generator.next(below: 40))
        var part = ColumnProfile(form)
        for index in start..<end { part.add(cells[index], line: index + 2) }
        merged.merge(part)
        start = end
      }
      #expect(merged.questions() == whole.questions(), "\(form.kind)")
      #expect(merged.faults.map(\.count) == whole.faults.map(\.count), "\(form.kind)")
      #expect(merged.cellCount == 200)
      let repairer = CellRepairer(form, seen: whole)
      let asked = cells.filter { if case .asked = repairer.repair($0) { true } else { false } }
        .count
      #expect(asked == whole.questions().reduce(0) { $0 + $1.count }, "\(form.kind)")
    }
  }
}
