import Foundation
import SeededRandom
import TestSupport
import Testing

@testable import ColumnStore
@testable import DataImport

@Suite("What holds for every cell")
struct CellRepairPropertyTests {
  static let forms: [ColumnForm] =
    [.text, .identifier, .truth, .date, .period, .plain, .yuan, .tenThousand, .ratio, .percent]
    + [
      .identifier.with(\.length, .digits(8)), .period.with(\.year, 2026),
      .date.with(\.shortDates, .dayMonthYear), .date.with(\.years, .minguo),
      .people,
    ]

  /// Cells put together at random from pieces that mean something in some column.
  static func madeUpCells(_ count: Int, seed: UInt64) -> [String] {
    let pieces = [
      "0", "1", "12", "345", "2026", "03", "31", ".", ",", "-", "/", "%", "％", " ", "\u{3000}",
      "\t", "(", ")",
      "（", "）", "１", "２３", "．", "，", "。", "年", "月", "日", "季度", "Q", "3", "H", "Oct", "E+", "¥", "元",
      "万", "亿",
      "张", "三", "A", "b", "*", "近", "多", "#", "N", "T", ":", "'", "\"", "=", "+", "—", "\u{FEFF}",
      "\u{FFFD}", "√", "是",
      "TRUE", "000", "是", "无",
    ]
    var generator = SplitMix64(seed: seed)
    return (0..<count).map { _ in
      (0..<1 + generator.next(below: 6)).map { _ in pieces[generator.next(below: pieces.count)] }
        .joined()
    }
  }

  static func specification(_ form: ColumnForm) -> ColumnSpecification {
    var specification = ColumnSpecification(name: "x", allowsMissing: true)
    switch form.kind {
    case .text, .identifier: specification.type = .text
    case .truth: specification.type = .truth
    case .date: specification.type = .date
    case .period: specification.type = .period
    case .number:
      specification.percentMeaning =
        form.unit == .ratio
        ? .fraction : form.unit.isMoney || form.unit == .other("person") ? .none : .percent
    }
    return specification
  }

  /// What the strict reader makes of a cell: a number, or nil for a fault; 0 for any text.
  static func strict(_ text: String, _ form: ColumnForm) -> Double? {
    var pool = TextPool()
    let reader = CellReader(specification(form), pool: &pool)
    var text = text
    return text.withUTF8 { bytes in
      switch reader.read(bytes, pool: &pool) {
      case .value(let value): value
      case .code, .missing: 0
      case .fault: nil
      }
    }
  }

  static let cells =
    CellRepairTests.all.map(\.cell) + madeUpCells(LongTests.rounds(1500, long: 300_000), seed: 1)

  @Test(
    "A repaired cell is clean: it is not repaired again, and the strict reader takes it",
    arguments: forms)
  func idempotence(form: ColumnForm) {
    let repairer = CellRepairer(form)
    for cell in Self.cells {
      guard case .fixed(let text, let rules) = repairer.repair(cell) else { continue }
      #expect(!rules.isEmpty && Set(rules).count == rules.count, "\(cell.debugDescription)")
      #expect(
        repairer.repair(text) == .unchanged,
        "\(cell.debugDescription) became \(text.debugDescription)")
      #expect(
        Self.strict(text, form) != nil, "\(cell.debugDescription) became \(text.debugDescription)")
    }
  }

  @Test("What is unchanged is what the strict reader takes", arguments: forms)
  func unchanged(form: ColumnForm) {
    let repairer = CellRepairer(form)
    for cell in Self.cells where repairer.repair(cell) == .unchanged {
      #expect(Self.strict(cell, form) != nil, "\(cell.debugDescription)")
    }
  }

  @Test("A number, truth, date or period that the strict reader takes is left as it is")
  func identity() {
    for form in Self.forms where form.kind != .text && form.kind != .identifier {
      let repairer = CellRepairer(form)
      for cell in Self.cells where !cell.isEmpty && Self.strict(cell, form) != nil {
        #expect(repairer.repair(cell) == .unchanged, "\(form.kind) \(cell)")
      }
    }
  }

  @Test("A repaired number is the number that was written, by exact decimals")
  func values() {
    var generator = SplitMix64(seed: 7)
    for _ in 0..<4000 {
      let whole = generator.next(below: 10_000_000)
      let decimals = generator.next(below: 4)
      let fraction = (0..<decimals).map { _ in "\(generator.next(below: 10))" }.joined()
      let clean = "\(whole)" + (decimals == 0 ? "" : ".\(fraction)")
      for (dirty, sign) in Self.dressed(whole, fraction) where dirty != clean {
        #expect(
          Self.number(CellRepairer(.plain).repair(dirty)) == sign + clean,
          "\(dirty.debugDescription)")
      }
      let moved = CellRepairer(.yuan).repair("\(clean)万元")
      guard case .fixed(let yuan, _) = moved, let back = Self.moved("\(yuan)", .tenThousand) else {
        Issue.record("\(clean)万元")
        continue
      }
      // Moved there and back, the number has the same double as the text it came from.
      #expect(Double(back) == Double(clean), "\(clean)")
    }
  }

  /// A number as people write it, with the sign that it then has.
  private static func dressed(_ whole: Int, _ fraction: String) -> [(String, String)] {
    var grouped = ""
    for (index, digit) in "\(whole)".enumerated() {
      if index > 0, ("\(whole)".count - index).isMultiple(of: 3) { grouped += "," }
      grouped.append(digit)
    }
    let tail = fraction.isEmpty ? "" : ".\(fraction)"
    let wide = String(
      String.UnicodeScalarView(
        (grouped + tail).unicodeScalars.map { Unicode.Scalar($0.value + 0xFEE0) ?? $0 }))
    let plain = grouped + tail
    return [
      (plain, ""), (wide, ""), ("(\(plain))", "-"), ("（\(wide)）", "-"), ("\(plain)-", "-"),
      ("−\(plain)", "-"),
      (" \(plain)\t", ""), ("￥\(plain)", ""), (grouped.replacing(",", with: " ") + tail, ""),
    ]
  }

  private static func number(_ outcome: CellOutcome) -> String? {
    if case .fixed(let text, _) = outcome { return text }
    return nil
  }

  private static func moved(_ yuan: String, _ form: ColumnForm) -> String? {
    number(CellRepairer(form.with(\.fileUnit, .yuan)).repair(yuan))
  }

  @Test("The quick look and the rules agree about any cell", arguments: forms)
  func quickLook(form: ColumnForm) {
    let repairer = CellRepairer(form)
    for var cell in Self.cells {
      let thorough = cell.withUTF8 { repairer.repairThoroughly($0) }
      #expect(repairer.repair(cell) == thorough, "\(cell.debugDescription)")
    }
  }

  @Test("Arbitrary bytes have an outcome, and nothing else happens")
  func bytes() {
    var generator = SplitMix64(seed: 3)
    for _ in 0..<20_000 {
      let bytes = (0..<generator.next(below: 12)).map { _ in UInt8(generator.next(below: 256)) }
      for form in Self.forms {
        let outcome = bytes.withUnsafeBufferPointer { CellRepairer(form).repairThoroughly($0) }
        let isText = String(validating: bytes, as: UTF8.self) != nil
        #expect(isText || outcome == .rejected(.damaged))
      }
    }
  }
}
