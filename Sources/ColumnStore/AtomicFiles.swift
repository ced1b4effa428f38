/// Several files that appear together or not at all: once all are on the disk, each takes its place right
/// after the one before it, in the order in which they were begun.
///
/// Files that are not committed vanish, and what stood in their places stays.
public final class AtomicFiles {
  /// A file that is not copied where the array that holds it is.
  private final class Begun {
    var file: AtomicFile

    init(_ path: String) throws(AtomicFileError) { file = try AtomicFile(path) }
  }

  private var files: [Begun] = []

  /// No files yet.
  public init() {}

  /// Begins files, each as `begin` does.
  public convenience init(_ paths: [String]) throws(AtomicFileError) {
    self.init()
    for path in paths { try begin(path) }
  }

  /// Begins one more file, that will stand at `path`; fails when it can never be written there.
  public func begin(_ path: String) throws(AtomicFileError) { files.append(try Begun(path)) }

  /// Appends bytes to the file at that place among those begun; fails when the disk is full.
  public func write(_ place: Int, _ bytes: [UInt8]) throws(AtomicFileError) {
    try files[place].file.write(bytes)
  }

  /// Appends bytes to the file at that place among those begun; fails when the disk is full.
  public func write(_ place: Int, _ bytes: UnsafeRawBufferPointer) throws(AtomicFileError) {
    try files[place].file.write(bytes)
  }

  /// Puts all files in their places for good.
  ///
  /// All that can take long is done before the first of them is in its place: they follow each other
  /// within a few microseconds.
  public func commit() throws(AtomicFileError) {
    for begun in files { try begun.file.prepare() }
    for begun in files { try begun.file.name() }
    for begun in files { try begun.file.place() }
    for begun in files { begun.file.settle() }
  }

  /// Gives the files up, as far as they are not in their places.
  public func abandon() { files.removeAll() }
}
