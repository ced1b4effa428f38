/// What is told of the elements and texts of a part, in their order.
protocol XMLHandler: AnyObject {
  func start(_ name: XMLName, _ attributes: XMLAttributes) throws(SpreadsheetError)
  func end(_ name: XMLName) throws(SpreadsheetError)
  func text(_ bytes: UnsafeRawBufferPointer) throws(SpreadsheetError)
}

extension XMLHandler {
  func end(_ name: XMLName) throws(SpreadsheetError) {}
  func text(_ bytes: UnsafeRawBufferPointer) throws(SpreadsheetError) {}
}
