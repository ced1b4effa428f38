import DelimitedText
import Glibc
import Synchronization

/// Many files of one folder, each of which appears whole under its name or not at all, brought to the
/// disk together: one wait for all instead of two for each.
///
/// Files that were added and not committed vanish. Any thread may add.
public final class AtomicFileBatch: Sendable {
  /// How many files should be added before they are committed: each is open until then.
  public static let usualCount = 200

  /// A file that is not copied where the array that holds it is; whoever takes it out of the array is
  /// alone with it.
  private final class Begun: @unchecked Sendable {
    var file: AtomicFile

    init(_ file: consuming AtomicFile) { self.file = file }
  }

  private let folder: String
  private let files = Mutex([Begun]())

  /// No files yet.
  public init(in folder: String) { self.folder = folder }

  /// Adds a file of the folder with all its bytes; it has no name yet.
  public func add(_ bytes: [UInt8], as path: String) throws(AtomicFileError) {
    var file = try AtomicFile(path)
    try file.write(bytes)
    let begun = Begun(file)
    files.withLock { $0.append(begun) }
  }

  /// Brings all bytes to the disk, then gives each file its name, then brings the names to the disk.
  ///
  /// After an error some files may have their names, and each that has is whole.
  public func commit() throws(AtomicFileError) {
    let begun = files.withLock { files in
      defer { files = [] }
      return files
    }
    guard !begun.isEmpty else { return }
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    defer { if descriptor >= 0 { close(descriptor) } }
    if let syncFileSystem = Self.syncFileSystem, descriptor >= 0 {
      guard syncFileSystem(descriptor) == 0 else {
        throw AtomicFileError(path: folder, reason: SystemReason.last)
      }
    } else {
      for begun in begun { try begun.file.prepare() }
    }
    for begun in begun { try begun.file.placeSynced() }
    // The files are there; that their names outlive a power cut is all this adds, so it may fail.
    if descriptor >= 0 { fsync(descriptor) }
  }

  private typealias SyncFileSystem = @convention(c) (Int32) -> Int32

  /// `syncfs`, which Swift's view of the C library leaves out; nil where there is none.
  private static let syncFileSystem: SyncFileSystem? = dlsym(nil, "syncfs").map {
    unsafeBitCast($0, to: SyncFileSystem.self)
  }
}
