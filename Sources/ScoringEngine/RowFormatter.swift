import Calendars
import ColumnStore
import ScorecardPolicy
import ScoringPlan

/// Formats rows of a result from memory that it borrows.
///
/// Formatting a row counts no references, at which threads that format rows at the same time would
/// wait for each other.
struct RowFormatter {
  /// One column of numbers, truths, dates, periods or texts.
  private struct Output {
    let type: ValueType
    /// nil for a column that was not kept, which is written empty.
    let column: (values: UnsafePointer<Double>, states: UnsafePointer<UInt8>)?
  }

  /// The codes of the key, then of the other texts of the table.
  private let codes: [UnsafePointer<Int32>]
  private let period: String?
  private let outputs: [Output]
  private let isRejected: UnsafePointer<Bool>
  private let texts: CodedTexts

  /// A formatter; whoever makes it keeps all memory for as long as it is used.
  init(
    codes: [UnsafePointer<Int32>], period: String?,
    outputs: [(type: ValueType, column: RegisterColumn?)], isRejected: UnsafePointer<Bool>,
    texts: CodedTexts
  ) {
    (self.codes, self.period, self.isRejected, self.texts) = (codes, period, isRejected, texts)
    self.outputs = outputs.map {
      Output(
        type: $0.type,
        column: $0.column.map { (UnsafePointer($0.values), UnsafePointer($0.states)) })
    }
  }

  /// Appends the rows of subjects who are not rejected: those at some places of an order, or without
  /// one those of these numbers.
  func append(
    _ places: Range<Int>, of order: UnsafePointer<Int32>?, to writer: inout DelimitedWriter
  ) {
    var period = period ?? ""
    period.withUTF8 { period in
      codes.withUnsafeBufferPointer { codes in
        outputs.withUnsafeBufferPointer { outputs in
          for place in places {
            let subject = order.map { Int($0[place]) } ?? place
            if isRejected[subject] { continue }
            append(subject, codes, self.period == nil ? nil : period, outputs, to: &writer)
          }
        }
      }
    }
  }

  @inline(__always)
  private func append(
    _ subject: Int, _ codes: UnsafeBufferPointer<UnsafePointer<Int32>>,
    _ period: UnsafeBufferPointer<UInt8>?, _ outputs: UnsafeBufferPointer<Output>,
    to writer: inout DelimitedWriter
  ) {
    for (index, codes) in codes.enumerated() {
      let code = codes[subject]
      if code < 0 {
        writer.appendEmpty()
      } else {
        writer.append(utf8: texts[code])
      }
      if index == 0, let period { writer.append(utf8: period) }
    }
    for output in outputs {
      if let column = output.column, column.states[subject] == ValueState.present {
        append(column.values[subject], output.type, to: &writer)
      } else {
        writer.appendEmpty()
      }
    }
    writer.endRow()
  }

  @inline(__always)
  private func append(_ value: Double, _ type: ValueType, to writer: inout DelimitedWriter) {
    switch type {
    case .number: writer.append(value)
    case .truth: writer.append(value != 0 ? "TRUE" : "FALSE")
    case .text: writer.append(utf8: texts[Int32(value)])
    case .date: writer.append(CivilDate(number: Int(value)).description)
    case .period: writer.append(CivilPeriod(number: Int(value)).description)
    }
  }
}
