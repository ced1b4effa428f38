import ColumnStore

/// Responses as a table: one row for each value of each number.
public struct SensitivityFile: Sendable {
  private let responses: [NumberResponse]

  /// A table of responses, in their order.
  public init(_ responses: [NumberResponse]) { self.responses = responses }

  /// The table as comma-separated UTF-8 text: the number, its kind, unit and present value, the value
  /// tried, whether it is the present one, why it was not run, and what changes, empty where it was not.
  public var bytes: [UInt8] {
    var writer = DelimitedWriter()
    writer.appendHeader(
      ["parameter", "kind", "unit", "now", "value", "present", "refused"] + PolicyEffect.headers)
    for response in responses {
      for point in response.points { append(response.number, point, to: &writer) }
    }
    return writer.bytes
  }

  private func append(
    _ number: PolicyNumber, _ point: NumberResponse.Point, to writer: inout DelimitedWriter
  ) {
    writer.append(number.path)
    writer.append(number.kind.rawValue)
    if let unit = number.unit { writer.append(unit.description) } else { writer.appendEmpty() }
    writer.append(optional: number.value)
    writer.append(point.value)
    writer.append(point.isPresent ? "TRUE" : "FALSE")
    if let refusal = point.refusal { writer.append(refusal) } else { writer.appendEmpty() }
    if let effect = point.effect {
      effect.append(to: &writer)
    } else {
      for _ in PolicyEffect.headers { writer.appendEmpty() }
    }
    writer.endRow()
  }
}
