import CXlsxWriter
import DelimitedText
import Glibc

/// A file in memory, which other libraries open by a path.
///
/// The workbook library prints to standard error when it cannot write its file. To this one it always
/// can, and what then goes to the disk is written, and its faults told, as with any other file.
struct MemoryFile: ~Copyable {
  private let descriptor: Int32

  init() throws(WorkbookError) {
    descriptor = xlsx_memory_file()
    guard descriptor >= 0 else {
      throw .library("no file in memory: \(SystemReason.last)")
    }
  }

  deinit { close(descriptor) }

  /// By what this process can open it.
  var path: String { "/proc/self/fd/\(descriptor)" }

  /// Calls `body` with its bytes, valid only within the call.
  func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) throws(WorkbookError) -> Result
  {
    let size = lseek(descriptor, 0, SEEK_END)
    guard size > 0,
      let bytes = mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0), bytes != MAP_FAILED
    else { throw .library("nothing was written") }
    defer { munmap(bytes, size) }
    return body(UnsafeRawBufferPointer(start: bytes, count: size))
  }
}
