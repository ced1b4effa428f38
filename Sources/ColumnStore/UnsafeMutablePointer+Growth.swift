extension UnsafeMutablePointer {
  /// Larger memory in place of this, which is given back: what was there, and `rest` behind it.
  func grown(from count: Int, to capacity: Int, filling rest: Pointee) -> UnsafeMutablePointer {
    let new = Self.allocate(capacity: capacity)
    new.moveInitialize(from: self, count: count)
    (new + count).initialize(repeating: rest, count: capacity - count)
    deallocate()
    return new
  }
}
