extension FileLayout {
  /// A layout in which each field is a column, before there is a map.
  init(headers: [String], forms: [ColumnForm]) {
    (self.headers, self.forms) = (headers, forms)
    fields = Array(headers.indices)
  }
}
