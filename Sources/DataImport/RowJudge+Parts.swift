// Rows of somebody who is split into several subjects.
extension RowJudge {
  /// A cell that differs between the subjects of a row.
  struct Whole {
    let column: Int
    let before: UnsafeBufferPointer<UInt8>
    let value: UnsafeBufferPointer<UInt8>
    let rules: [RepairRule]
  }

  /// Finds the subjects of a good row, or rejects it; a rule where it is to be left out.
  func findParts(_ row: RowBlock.Row, in block: RowBlock) -> DropRule? {
    guard let transfers, let split = plan.split else { return nil }
    let id = Fingerprint.of(values[split.subject])
    if split.isOwn {
      if transfers.outside.contains(RowPlace(file: file, line: row.line)) { return .outsidePeriod }
      if let words = transfers.faults[id] { reject(split.subject, words) }
    }
    guard faults.isEmpty, let person = transfers.people[id] else { return nil }
    if let by = split.by {
      guard let place = person.places[Fingerprint.of(values[by])] else {
        let text = String(decoding: values[by], as: UTF8.self)
        let names = person.parts.map(\.key).joined(separator: " and ")
        reject(by, "\"\(text)\" is none of \(names)")
        return nil
      }
      parts = [person.parts[place]]
    } else {
      parts = person.parts
    }
    keepWholes(split, row, block)
    return nil
  }

  private func keepWholes(_ split: SourcePlan.Split, _ row: RowBlock.Row, _ block: RowBlock) {
    for column in [split.subject] + split.shared where !values[column].isEmpty {
      if column != split.subject, parts[0].share.share(of: values[column]) == nil {
        reject(column, "no plain number that can be split by days")
      }
      let rules: [RepairRule] =
        switch outcomes[column] {
        case .fixed(_, let rules): rules
        case .fromAbove: [.fillDown]
        default: []
        }
      let field = layout.fields[column].flatMap { $0 < row.fields.count ? $0 : nil }
      wholes.append(
        Whole(
          column: column,
          before: field.map { block.fields[row.fields.lowerBound + $0] } ?? values[column],
          value: values[column], rules: rules))
    }
    if !faults.isEmpty { parts.removeAll() }
  }

  /// Makes `values` those of one of the row's subjects, and `partRepairs` what was changed for it.
  func takePart(_ part: TransferPart, in block: RowBlock) {
    partRepairs.removeAll(keepingCapacity: true)
    for whole in wholes {
      let isKey = whole.column == plan.split?.subject
      let text = isKey ? part.key : part.share.share(of: whole.value)
      values[whole.column] = text.map { block.arena.copy($0) } ?? whole.value
      partRepairs.append(
        Repair(
          column: whole.column, before: whole.before, after: values[whole.column],
          rules: whole.rules + [isKey ? .transferKey : .shareOfDays]))
    }
  }

  /// The repairs of the row that are the same for all its subjects.
  var commonRepairs: [Repair] {
    wholes.isEmpty
      ? repairs : repairs.filter { repair in !wholes.contains { $0.column == repair.column } }
  }
}
