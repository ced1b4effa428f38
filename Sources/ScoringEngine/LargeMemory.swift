import Glibc

/// Memory for columns of a whole population.
enum LargeMemory {
  /// Memory for that many elements, to be deallocated as usual; not initialised.
  ///
  /// Where it is large the system is asked for large pages, so that touching it for the first time
  /// takes a fraction of the time; whether it grants them changes nothing else.
  static func allocate<Element>(_ count: Int, of type: Element.Type) -> UnsafeMutablePointer<
    Element
  > {
    let memory = UnsafeMutablePointer<Element>.allocate(capacity: count)
    let size = count * MemoryLayout<Element>.stride
    guard size >= largePage * 2 else { return memory }
    let start = (Int(bitPattern: memory) + largePage - 1) & ~(largePage - 1)
    let end = (Int(bitPattern: memory) + size) & ~(largePage - 1)
    // Linux's MADV_HUGEPAGE, a macro that is not visible in Swift.
    madvise(UnsafeMutableRawPointer(bitPattern: start), end - start, 14)
    return memory
  }

  private static let largePage = 1 << 21
}
