import ColumnStore

/// Derivatives as a table: one row for each person and judgement.
public struct DerivativesFile: Sendable {
  private let derivatives: JudgementDerivatives

  /// A table of derivatives, people in their order.
  public init(_ derivatives: JudgementDerivatives) { self.derivatives = derivatives }

  /// The table as comma-separated UTF-8 text: the key, the judgement, and by how much the total, the final
  /// and the pay rise when it does by 1; where one does not have a derivative, an empty cell and the reason
  /// behind it.
  public var bytes: [UInt8] {
    var writer = DelimitedWriter()
    writer.appendHeader([
      "key", "judgement", "total", "final", "final_obstacle", "pay", "pay_obstacle",
    ])
    let count = derivatives.judgements.count
    for person in derivatives.people {
      let final = person.final.derivatives(count: count)
      let pay = person.pay?.derivatives(count: count)
      for (index, judgement) in derivatives.judgements.enumerated() {
        writer.append(person.key)
        writer.append(judgement.path)
        writer.append(person.total[index])
        append(final?[index], person.final.obstacle, to: &writer)
        append(pay?[index], person.pay?.obstacle, to: &writer)
        writer.endRow()
      }
    }
    return writer.bytes
  }

  private func append(
    _ derivative: Double?, _ obstacle: JudgementSlope.Obstacle?, to writer: inout DelimitedWriter
  ) {
    writer.append(optional: derivative)
    if let obstacle { writer.append(obstacle.rawValue) } else { writer.appendEmpty() }
  }
}
