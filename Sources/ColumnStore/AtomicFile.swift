import DelimitedText
import Glibc

/// A file that appears whole under its name or not at all.
///
/// The bytes go to a file without a name in the target's directory (`O_TMPFILE`), or, where the file
/// system has none, to a hidden file; `commit` gives it the name. Until then, and after any failure,
/// what stood there before is untouched; a file that is not committed vanishes, an unnamed one even
/// when the process is killed. A link is followed. Permissions are those of a new file.
///
/// Files that appear together (`AtomicFiles`) are all prepared, then all named, then all put in their
/// places, one right after the other, and then settled; `commit` does it all for one file.
public struct AtomicFile: ~Copyable {
  /// The file as the user named it.
  public let path: String
  /// The path with links followed.
  private let target: String
  private var descriptor: Int32
  /// The hidden name, while there is one.
  private var hiddenPath: String?
  private var isPrepared = false
  /// What stood at the target, held so that the system need not free its blocks between two `place`.
  private var oldDescriptor: Int32 = -1
  /// How many bytes were written, and up to where the system was told to bring them to the disk.
  private var (size, sentSize) = (0, 0)

  /// Begins a file that will stand at `path`.
  ///
  /// Fails when the directory is missing or not to be written in, or when something other than a
  /// regular file stands there.
  public init(_ path: String) throws(AtomicFileError) {
    let target = try Self.followingLinks(path)
    let directory = Self.directory(of: target)
    let file: (descriptor: Int32, hiddenPath: String?)
    if let unnamed = Self.openUnnamed(in: directory) {
      file = (unnamed, nil)
    } else {
      file = try Self.openHidden(in: directory, for: path)
    }
    self.path = path
    self.target = target
    (descriptor, hiddenPath) = file
  }

  deinit { Self.cleanUp(descriptor, oldDescriptor, hiddenPath) }

  /// Appends bytes; fails when the disk is full.
  public mutating func write(_ bytes: [UInt8]) throws(AtomicFileError) {
    let result = bytes.withUnsafeBytes { bytes in
      Result { () throws(AtomicFileError) in try write(bytes) }
    }
    try result.get()
  }

  /// Appends bytes; fails when the disk is full.
  public mutating func write(_ bytes: UnsafeRawBufferPointer) throws(AtomicFileError) {
    precondition(descriptor >= 0, "a committed file takes no more bytes")
    isPrepared = false
    var rest = bytes[...]
    while let start = UnsafeRawBufferPointer(rebasing: rest).baseAddress, !rest.isEmpty {
      let count = Glibc.write(descriptor, start, rest.count)
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        throw failure()
      }
    }
    size += bytes.count
    sendOn()
  }

  /// Lets the system begin to bring to the disk what was written, so that the last step need not wait
  /// for all of it.
  private mutating func sendOn() {
    guard size - sentSize >= Self.sendingSize else { return }
    EarlyWriting.begin(descriptor, sentSize..<size)
    sentSize = size
  }

  private static let sendingSize = 8 << 20

  /// Makes sure that all bytes are on the disk, so that little is left that can fail.
  mutating func prepare() throws(AtomicFileError) {
    precondition(descriptor >= 0, "a committed file is not prepared again")
    guard fsync(descriptor) == 0 else { throw failure() }
    isPrepared = true
  }

  /// Gives the file its hidden name, and prepares it first if that was not done: a new name for it is
  /// all that is left to do. From now on a file stays, hidden, when the process is killed.
  mutating func name() throws(AtomicFileError) {
    if !isPrepared { try prepare() }
    if hiddenPath == nil { hiddenPath = try nameHidden(in: Self.directory(of: target)) }
    if oldDescriptor < 0 { oldDescriptor = Self.hold(target) }
  }

  /// Puts the file in its place, and names it first if that was not done.
  mutating func place() throws(AtomicFileError) {
    if !isPrepared || hiddenPath == nil { try name() }
    guard let hiddenPath, rename(hiddenPath, target) == 0 else { throw failure() }
    self.hiddenPath = nil
  }

  /// Ends the work on a file that is in its place, and brings its name in the folder to the disk.
  mutating func settle() {
    precondition(isPrepared && hiddenPath == nil, "a file is settled in its place")
    Self.cleanUp(descriptor, oldDescriptor, nil)
    (descriptor, oldDescriptor) = (-1, -1)
    // The file is there; that its name outlives a power cut is all this adds, so it may fail.
    let parent = open(Self.directory(of: target), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if parent >= 0 {
      fsync(parent)
      close(parent)
    }
  }

  /// Puts a file whose bytes are on the disk already in its place, in as few steps as can be: for one
  /// of many. That its name outlives a power cut is for the caller to see to.
  mutating func placeSynced() throws(AtomicFileError) {
    isPrepared = true
    if hiddenPath == nil {
      let unnamed = Self.processPath(descriptor)
      let isNew = linkat(AT_FDCWD, unnamed, AT_FDCWD, target, AT_SYMLINK_FOLLOW) == 0
      if !isNew { hiddenPath = try nameHidden(in: Self.directory(of: target)) }
    }
    if let hiddenPath {
      guard rename(hiddenPath, target) == 0 else { throw failure() }
      self.hiddenPath = nil
    }
    Self.cleanUp(descriptor, oldDescriptor, nil)
    (descriptor, oldDescriptor) = (-1, -1)
  }

  /// Puts the file in its place for good.
  public mutating func commit() throws(AtomicFileError) {
    try place()
    settle()
  }

  private static func cleanUp(
    _ descriptor: Int32, _ oldDescriptor: Int32, _ hiddenPath: String?
  ) {
    if let hiddenPath { unlink(hiddenPath) }
    for descriptor in [descriptor, oldDescriptor] where descriptor >= 0 { close(descriptor) }
  }

  /// Opens what stands at a path, if anything does, not to be read but only so that it stays.
  private static func hold(_ path: String) -> Int32 {
    // Linux's O_PATH, a macro that is not visible in Swift.
    open(path, 0o10_000_000 | O_CLOEXEC)
  }

  /// The existing file's own path, so that a link to it stays a link; the path itself when new.
  private static func followingLinks(_ path: String) throws(AtomicFileError) -> String {
    var status = stat()
    guard stat(path, &status) == 0 else {
      if path.isEmpty { throw AtomicFileError(path: path, reason: "the name is empty") }
      guard errno == ENOENT else {
        throw AtomicFileError(path: path, reason: SystemReason.last)
      }
      if path.hasSuffix("/") {
        throw AtomicFileError(path: path, reason: "it is the name of a folder, not of a file")
      }
      return path
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: throw AtomicFileError(path: path, reason: "it is a folder")
    default: throw AtomicFileError(path: path, reason: "it is a pipe or a device, not a file")
    }
    guard let real = realpath(path, nil) else {
      throw AtomicFileError(path: path, reason: SystemReason.last)
    }
    defer { free(real) }
    return String(cString: real)
  }

  private static func directory(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  private static func processPath(_ descriptor: Int32) -> String {
    "/proc/self/fd/\(descriptor)"
  }

  /// Hidden names of this process; another's that is left over is passed by.
  private static func hiddenPath(in directory: String, _ attempt: Int) -> String {
    "\(directory)/.unfinished-\(getpid())-\(attempt)"
  }

  /// A file without a name; nil where there is none, or where it could never be given a name.
  private static func openUnnamed(in directory: String) -> Int32? {
    // Linux's O_TMPFILE, a macro that is not visible in Swift.
    let unnamed = 0o20_000_000 | O_DIRECTORY
    let descriptor = open(directory, unnamed | O_WRONLY | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { return nil }
    if access(processPath(descriptor), F_OK) == 0 { return descriptor }
    close(descriptor)
    return nil
  }

  private static func openHidden(
    in directory: String, for path: String
  ) throws(AtomicFileError) -> (descriptor: Int32, hiddenPath: String?) {
    var attempt = 0
    while true {
      let hidden = hiddenPath(in: directory, attempt)
      let descriptor = open(hidden, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o666)
      if descriptor >= 0 { return (descriptor, hidden) }
      guard errno == EEXIST else {
        let reason =
          errno == ENOENT
          ? "there is no folder \(directory)" : SystemReason.last
        throw AtomicFileError(path: path, reason: reason)
      }
      attempt += 1
    }
  }

  private func nameHidden(in directory: String) throws(AtomicFileError) -> String {
    var attempt = 0
    while true {
      let hidden = Self.hiddenPath(in: directory, attempt)
      let unnamed = Self.processPath(descriptor)
      if linkat(AT_FDCWD, unnamed, AT_FDCWD, hidden, AT_SYMLINK_FOLLOW) == 0 { return hidden }
      guard errno == EEXIST else { throw failure() }
      attempt += 1
    }
  }

  private func failure() -> AtomicFileError {
    AtomicFileError(path: path, reason: SystemReason.last)
  }
}
