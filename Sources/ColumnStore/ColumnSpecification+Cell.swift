extension ColumnSpecification {
  /// Why a text cannot stand in the column, as the reader would say it; nil where it can.
  public func refusal(of text: String) -> String? {
    var pool = TextPool()
    let reader = CellReader(self, pool: &pool)
    var text = text
    return text.withUTF8 { cell in
      if case .fault = reader.read(cell, pool: &pool) { return reader.reason(for: cell) }
      return nil
    }
  }
}
